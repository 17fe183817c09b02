"""Open a review, or the texts that make a new one, in one go."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import (
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
from workbench.formats import FORMATS
from workbench.i18n import N_, _
from workbench.model.document import Role

_LABELS: Mapping[Role, str] = {
    Role.TRANSLATION: N_("Translation or review"),
    Role.REFERENCE: N_("Reference"),
    Role.SOURCE: N_("Source"),
}
_HINTS: Mapping[Role, str] = {
    Role.TRANSLATION: N_("the text under review, or a .twb file"),
    Role.REFERENCE: N_("a human translation or a back-translation"),
    Role.SOURCE: N_("the text that was translated, if there is one"),
}
_WIDTH = 620  # pixels: room for a path


class OpenDialog(QDialog):
    """A line for each text; only the first must be filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Open"))
        self.setMinimumWidth(_WIDTH)
        self.fields = {role: QLineEdit() for role in _LABELS}
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for row, (role, field) in enumerate(self.fields.items()):
            label = plain_label(_(_LABELS[role]))
            label.setBuddy(field)
            field.setAccessibleName(_(_LABELS[role]))
            field.setPlaceholderText(_(_HINTS[role]))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(self._browse(role), row, 2)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._open = buttons.button(QDialogButtonBox.StandardButton.Open)
        self._open.setEnabled(False)
        self._open.setProperty("primary", True)
        self.fields[Role.TRANSLATION].textChanged.connect(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.addLayout(grid)
        column.addWidget(buttons)

    def paths(self) -> dict[Role, Path]:
        """Give the files that were named."""
        named = {role: field.text() for role, field in self.fields.items() if field.isEnabled()}
        return {role: path_of(text) for role, text in named.items() if text.strip()}

    def _check(self, text: str) -> None:
        self._open.setEnabled(bool(text.strip()))
        for role in (Role.REFERENCE, Role.SOURCE):  # a review has its texts already
            self.fields[role].setEnabled(not text.strip().lower().endswith(".twb"))

    def _browse(self, role: Role) -> QPushButton:
        button = QPushButton(_("Choose…"))
        button.setAccessibleName(_("Choose: %(what)s") % {"what": _(_LABELS[role])})
        button.clicked.connect(lambda: self._choose(role))
        return button

    def _choose(self, role: Role) -> None:
        title = _(_LABELS[role])
        suffixes = [suffix for form in FORMATS.values() for suffix in form.suffixes]
        known = " ".join(f"*{suffix}" for suffix in [*suffixes, ".twb"])
        texts = _("Texts") + f" ({known});;" + _("All files") + " (*)"
        name, _chosen = QFileDialog.getOpenFileName(self, title, self.fields[role].text(), texts)
        if name:
            self.fields[role].setText(name)


def path_of(text: str) -> Path:
    """Understand what people type or paste as a file: `~`, and the file:// of file managers, too."""
    text = text.strip()
    url = QUrl(text)
    return Path(url.toLocalFile() if url.isLocalFile() else text).expanduser()
