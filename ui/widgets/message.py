"""One line above the texts that says what went wrong or what was done; no dialog stops the work."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.theme import GAP, WIDE_GAP
from ui.widgets.labels import plain_label
from workbench.i18n import _

_LONGEST = 400  # characters: a sentence, not a page


class Message(QFrame):
    """A message that stays until it is dismissed or replaced."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.label = plain_label("", wrap=True)
        self.offer_button = QPushButton()
        self._accept: Callable[[], None] | None = None
        self.offer_button.clicked.connect(self._take)
        self.close_button = QPushButton()
        self._decline: Callable[[], None] | None = None
        self.close_button.clicked.connect(self._leave)
        line = QHBoxLayout(self)
        line.setContentsMargins(WIDE_GAP, GAP // 2, WIDE_GAP, GAP // 2)
        line.addWidget(self.label, 1)
        line.addWidget(self.offer_button)
        line.addWidget(self.close_button)
        self.hide()

    def complain(self, text: str) -> None:
        """Say what went wrong."""
        self._show(text, "failed")

    def tell(self, text: str) -> None:
        """Say what was done."""
        self._show(text, "done")

    def offer(self, text: str, what: str, accept: Callable[[], None]) -> None:
        """Say what went wrong, with a button for what can be done instead."""
        self._show(text, "failed", what, accept)

    def ask(
        self, text: str, what: str, accept: Callable[[], None], not_now: str, decline: Callable[[], None]
    ) -> None:
        """Offer something that nothing went wrong with; what is declined is not offered again."""
        self._show(text, "asked", what, accept)
        self._decline = decline
        self.close_button.setText(not_now)

    def _leave(self) -> None:
        self.hide()
        if self._decline is not None:
            self._decline()
        self.dismissed.emit()

    def _take(self) -> None:
        self.hide()
        if self._accept is not None:
            self._accept()

    def _show(self, text: str, kind: str, what: str = "", accept: Callable[[], None] | None = None) -> None:
        self._accept, self._decline = accept, None
        self.close_button.setText(_("Close"))
        self.offer_button.setText(what)
        self.offer_button.setVisible(accept is not None)
        self.label.setText(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
        self.setAccessibleName(text)
        for widget in (self, self.label):  # a rule that asks for the parent's kind is not looked up anew
            widget.setProperty("kind", kind)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()
