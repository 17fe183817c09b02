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

from ui.dialogs.open import path_of
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
        self.warning = plain_label("", wrap=True)
        self.warning.setProperty("tone", "bad")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self._save.setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.addLayout(grid)
        column.addWidget(self.warning)
        column.addWidget(buttons)
        self.file.textChanged.connect(self._check)
        self._check()

    def path(self) -> Path:
        """Give the file to write."""
        return path_of(self.file.text())

    def _check(self) -> None:
        named = bool(self.file.text().strip()) and bool(self.path().name)
        exists = named and self.path().exists()
        self._save.setEnabled(named)
        self._save.setText(_("Replace") if exists else _("Save"))
        self.warning.setText(_("There is a file of this name; it will be replaced.") if exists else "")
        self.warning.setVisible(exists)

    def _follow(self) -> None:
        path = self.path()
        if path.name:
            self.file.setText(str(path.with_suffix(self.format.currentData())))

    def _choose(self) -> None:
        # This dialog itself warns of a file that exists, and says Replace.
        option = QFileDialog.Option.DontConfirmOverwrite
        name, _chosen = QFileDialog.getSaveFileName(self, _("Export"), self.file.text(), options=option)
        if name:
            self.file.setText(name)
