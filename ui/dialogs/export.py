"""Where to, and as what, a review is exported."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GAP, WIDE_GAP
from ui.widgets.labels import plain_label
from workbench.i18n import N_, _

_NAMES = {
    ".po": N_("PO: one entry a pair, fuzzy until approved"),
    ".txt": N_("Text: the translation's own file, corrected"),
    ".tsv": N_("TSV: a table of all texts and scores"),
}
_WIDTH = 620  # pixels: room for a path


class ExportDialog(QDialog):
    """A format and a file; the suffix follows the format."""

    def __init__(self, suggested: Path, suffixes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.setMinimumWidth(_WIDTH)
        self.format = QComboBox()
        for suffix in suffixes:
            self.format.addItem(_(_NAMES[suffix]) if suffix in _NAMES else suffix, suffix)
        self.file = QLineEdit(str(suggested.with_suffix(suffixes[0])))
        self.format.currentIndexChanged.connect(self._follow)
        browse = QPushButton(_("Choose…"))
        browse.clicked.connect(self._choose)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for row, (name, field) in enumerate(((_("Format"), self.format), (_("File"), self.file))):
            label = plain_label(name)
            label.setBuddy(field)
            field.setAccessibleName(name)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(browse, 1, 2)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.addLayout(grid)
        column.addWidget(buttons)

    def path(self) -> Path:
        """Give the file to write."""
        return Path(self.file.text().strip())

    def _follow(self) -> None:
        self.file.setText(str(self.path().with_suffix(self.format.currentData())))

    def _choose(self) -> None:
        name, _chosen = QFileDialog.getSaveFileName(self, _("Export"), self.file.text())
        if name:
            self.file.setText(name)
