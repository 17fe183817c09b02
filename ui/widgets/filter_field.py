"""The field that filters the rows: words and small terms, completed as they are typed, with a count."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QWidget

from ui.theme import GAP
from ui.widgets.labels import hint, plain_label, plain_tip, with_key
from workbench.figures import count
from workbench.i18n import _

_SETTLE = 120  # milliseconds without a key before the rows follow
_LEAST = 150  # pixels


class FilterField(QFrame):
    """Tells what is asked for, and that the user left; Esc asks for everything."""

    asked = Signal(str, bool)  # the query, and whether with neighbours
    left = Signal()  # back to the texts

    def __init__(self, terms: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TermLine(terms)
        self.show_key("")
        self.line.setAccessibleName(_("Filter rows"))
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(_LEAST)
        self.count = plain_label("", muted=True)
        self.count.setAccessibleName(_("Rows shown"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        self.neighbours = False
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._ask)
        self.line.textChanged.connect(lambda _text: self._settle.start())
        self.line.returnPressed.connect(self._leave)
        self.line.escaped.connect(self.clear)

    def show_key(self, key: str) -> None:
        """Show the key that leads here."""
        hint(self.line, with_key(_("Filter rows…"), key))

    def begin(self) -> None:
        """Take the keyboard."""
        self.line.setFocus()
        self.line.selectAll()

    def ask_for(self, query: str) -> None:
        """Ask for a query at once."""
        self.line.setText(query)
        self._ask()

    def restore(self, query: str, *, neighbours: bool) -> None:
        """Ask for what was asked for in another field."""
        self.neighbours = neighbours
        self.ask_for(query)

    def clear(self) -> None:
        """Ask for everything and go back to the texts."""
        self.ask_for("")
        self.left.emit()

    def switch_neighbours(self) -> None:
        """Ask for the pairs beside those that fit, too, or no longer."""
        self.neighbours = not self.neighbours
        self._ask()

    def show_count(self, shown: int, total: int) -> None:
        """Say how many rows are left; nothing where all are."""
        self._say("", "" if shown == total else f"{count(shown)} / {count(total)}")

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with the query."""
        self._say(problem, "?")

    def _say(self, tip: str, short: str) -> None:
        self.count.setText(short)
        self.count.setToolTip(plain_tip(tip))
        self.line.setToolTip(plain_tip(tip or self.line.placeholderText()))
        self.line.setAccessibleDescription(tip)

    def _leave(self) -> None:
        self._ask()
        self.left.emit()

    def _ask(self) -> None:
        self._settle.stop()
        self.asked.emit(self.line.text().strip(), self.neighbours)


class TermLine(QLineEdit):
    """A line whose last word is completed from a list of terms."""

    escaped = Signal()

    def __init__(self, terms: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms = QCompleter(QStringListModel(list(terms), self), self)
        self._terms.setWidget(self)
        self._terms.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._terms.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def _last_word(self) -> str:
        return self.text()[: self.cursorPosition()].rpartition(" ")[2]

    def _offer(self) -> None:
        word = self._last_word().removeprefix("-")
        self._terms.setCompletionPrefix(word)
        fits = self._terms.completionCount()
        if word and fits and self._terms.currentCompletion().casefold() != word.casefold():
            self._terms.complete()
        else:
            self._terms.setCompletionPrefix("\0")  # nothing fits: what was offered goes
            self._terms.complete()

    def _take(self, term: str) -> None:
        end = self.cursorPosition()
        start = end - len(self._last_word().removeprefix("-"))
        text = self.text()
        self.setText(text[:start] + term + text[end:])
        self.setCursorPosition(start + len(term))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
