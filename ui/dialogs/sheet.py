"""The command palette and the sheet of keys: two views of the table of commands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QKeySequenceEdit,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GAP, WIDE_GAP, room
from ui.widgets.labels import plain_label
from workbench.i18n import _

_WIDTH, _HEIGHT = 440, 420  # pixels
_SHEET = (920, 640)  # pixels


class Palette(QDialog):
    """Type a part of a command's name, choose it with the arrows, run it with Enter."""

    def __init__(self, commands: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Commands"))
        self.resize(room(_WIDTH, _HEIGHT))
        self._commands = commands
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Find a command"))
        self.field.setPlaceholderText(_("Find a command"))
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self.accept)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Commands"))
        self.list.itemActivated.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._filter("")

    def chosen(self) -> str | None:
        """Give the id of the command that is marked."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if self.list.count() else None

    def _filter(self, typed: str) -> None:
        self.list.clear()
        words = typed.casefold().split()
        for id_, title, keys in self._commands:
            if all(word in title.casefold() for word in words):
                item = QListWidgetItem(f"{title}    {keys}")
                item.setData(Qt.ItemDataRole.UserRole, id_)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
            if event.key() in steps:
                row = self.list.currentRow() + steps[event.key()]
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
        return super().eventFilter(watched, event)


Change = Callable[[str, str], str]  # a command's id and its new key; what stands against it, or nothing


class KeySheet(QDialog):
    """All commands with their keys, each of which can be changed on the spot."""

    def __init__(
        self,
        commands: Sequence[tuple[str, str, str]],
        change: Change,
        reset: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.resize(room(*_SHEET))
        self._change = change
        self.fields: dict[str, QKeySequenceEdit] = {}
        self._keys: dict[str, str] = {}  # as they are now, by the command's id
        grid = QGridLayout()
        grid.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        grid.setHorizontalSpacing(WIDE_GAP)
        grid.setVerticalSpacing(GAP // 2)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        half = (len(commands) + 1) // 2
        for number, (id_, title, keys) in enumerate(commands):
            row, column = number % half, 2 * (number // half)
            grid.addWidget(self._field(id_, title, keys), row, column)
            grid.addWidget(plain_label(title, wrap=True), row, column + 1)
        self.problem = plain_label(
            _("Click a key to change it; Backspace removes it."), muted=True, wrap=True
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        restore = buttons.addButton(_("Restore all keys"), QDialogButtonBox.ButtonRole.ResetRole)
        restore.clicked.connect(reset)
        restore.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column_.addWidget(scrolled(grid), 1)
        column_.addWidget(self.problem)
        column_.addWidget(buttons)

    def _field(self, id_: str, title: str, keys: str) -> QKeySequenceEdit:
        field = QKeySequenceEdit(QKeySequence(keys))
        field.setMaximumSequenceLength(1)
        field.setClearButtonEnabled(True)
        for named in (field, *field.findChildren(QLineEdit)):
            named.setAccessibleName(title)
        field.editingFinished.connect(lambda: self._take(id_, field))
        self.fields[id_], self._keys[id_] = field, keys
        return field

    def _take(self, id_: str, field: QKeySequenceEdit) -> None:
        keys = field.keySequence().toString()
        problem = self._change(id_, keys)
        self.problem.setText(problem)
        if problem:
            field.setKeySequence(QKeySequence(self._keys[id_]))
        else:
            self._keys[id_] = keys


def scrolled(layout: QLayout) -> QScrollArea:
    """Put a layout into a frame that scrolls."""
    inner = QWidget()
    inner.setLayout(layout)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(inner)
    return area
