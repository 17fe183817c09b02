"""Answer a mark: the mark and what was said beneath it above, one's own answer below."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GAP, WIDE_GAP, room
from ui.widgets.labels import plain_label
from workbench.i18n import _

_SIZE = (520, 300)


class ReplyDialog(QDialog):
    """A line to write, which may not be empty."""

    def __init__(self, title: str, said: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Reply"))
        self.resize(room(*_SIZE))
        self.said = QPlainTextEdit("\n".join(said))
        self.said.setReadOnly(True)
        self.said.setTabChangesFocus(True)
        self.said.setAccessibleName(_("Note and replies"))
        self.said.setVisible(bool(said))
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Your reply"))
        self.line.setPlaceholderText(_("Your reply"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._keep = buttons.addButton(_("Reply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._keep.setProperty("primary", True)
        self._keep.setDefault(True)
        self._keep.setEnabled(False)
        self.line.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.setSpacing(GAP)
        column.addWidget(plain_label(title, bold=True, wrap=True))
        column.addWidget(self.said, 1)
        column.addWidget(self.line)
        column.addStretch(0)
        column.addWidget(buttons)
        self.line.setFocus()

    def text(self) -> str:
        """Give the answer."""
        return self.line.text().strip()
