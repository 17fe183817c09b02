"""A few lines above the texts for whoever starts for the first time; they go when told to, and stay away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import GAP, WIDE_GAP
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import key_label, plain_label
from workbench.i18n import _


class Guide(QFrame):
    """What to try, each with its key."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setAccessibleName(_("Guide"))
        self._tips = QWidget()
        self._flow = FlowLayout(self._tips, WIDE_GAP)
        button = QPushButton(_("Got it"))
        button.clicked.connect(self.hide)
        button.clicked.connect(self.dismissed)
        head = QHBoxLayout()
        head.addWidget(
            plain_label(
                _("This is the sample article. The translation in the blue frame is yours to edit."),
                bold=True,
            ),
            1,
        )
        head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        column.addLayout(head)
        column.addWidget(self._tips)
        self.hide()

    def begin(self, tips: Sequence[tuple[str, str]]) -> None:
        """Show tips: keys and what they do."""
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for keys, what in tips:
            self._flow.addWidget(tip(keys, what))
        self.show()


def tip(keys: str, what: str) -> QWidget:
    """Show a key and what it does."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(key_label(keys))
    row.addWidget(plain_label(what))
    return made
