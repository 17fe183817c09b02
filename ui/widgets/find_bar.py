"""The bar that finds text in all columns: a field, how it is compared, where one stands among the hits."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.theme import GAP, WIDE_GAP
from ui.widgets.labels import plain_label
from workbench.figures import count
from workbench.i18n import _
from workbench.project.replacing import Search

_SETTLE = 150  # milliseconds without a key before the search runs


class FindBar(QFrame):
    """Asks for a search, and for the next or the previous hit."""

    asked = Signal(object)  # a Search
    moved = Signal(int)  # hits on: 1 or -1
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Find in all texts"))
        self.line.setAccessibleName(_("Find in all texts"))
        self.choices = Choices()
        self.count = plain_label("", muted=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE_GAP, 4, WIDE_GAP, 4)
        row.setSpacing(GAP)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        row.addWidget(self.choices)
        for text, name, step in (("↑", _("Previous hit"), -1), ("↓", _("Next hit"), 1)):
            row.addWidget(self._arrow(text, name, step))
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._ask)
        self.line.textChanged.connect(lambda _text: self._settle.start())
        self.choices.changed.connect(self._ask)
        self.hide()

    def begin(self, wanted: str) -> None:
        """Show the bar and take the keyboard; a word that was marked is looked for."""
        self.show()
        if wanted:
            self.line.setText(wanted)
        self.line.setFocus()
        self.line.selectAll()
        self._ask()

    def restore(self, search: Search) -> None:
        """Look for what was looked for in another bar, and leave the keyboard where it is."""
        self.choices.restore(search)
        self.line.setText(search.wanted)
        self.show()
        self._ask()

    def search(self) -> Search:
        """Give what is looked for."""
        return self.choices.search(self.line.text())

    def show_place(self, place: int, total: int) -> None:
        """Say which of the hits is shown."""
        self._say(f"{count(place)} / {count(total)}" if total else count(0), "")

    def show_problem(self, problem: str) -> None:
        """Say what is wrong with the pattern."""
        self._say("?", problem)

    def end(self) -> None:
        """Put the bar away."""
        self.hide()
        self.closed.emit()

    def _arrow(self, text: str, name: str, step: int) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.moved.emit(step))
        return button

    def _say(self, short: str, tip: str) -> None:
        self.count.setText(short)
        self.count.setToolTip(tip)
        self.line.setAccessibleDescription(tip or short)

    def _ask(self) -> None:
        self._settle.stop()
        self.asked.emit(self.search())

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._settle.isActive():
                self._ask()
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.moved.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


class Choices(QWidget):
    """How a search compares: case, whole words, pattern."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case, self.words = QCheckBox(_("Match case")), QCheckBox(_("Whole words"))
        self.pattern = QCheckBox(_("Pattern"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for box in (self.case, self.words, self.pattern):
            row.addWidget(box)
            box.toggled.connect(lambda _on: self.changed.emit())

    def restore(self, search: Search) -> None:
        """Compare as a search does."""
        wanted = (
            (self.case, search.match_case),
            (self.words, search.whole_words),
            (self.pattern, search.pattern),
        )
        for box, on in wanted:
            box.setChecked(on)

    def search(self, wanted: str) -> Search:
        """Make a search for something."""
        return Search(wanted, self.pattern.isChecked(), self.case.isChecked(), self.words.isChecked())
