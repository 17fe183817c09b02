"""Mark an error: a letter for what is wrong, a digit for how bad, a note if wished; Enter keeps it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GAP, WIDE_GAP, room
from ui.widgets.labels import plain_label
from workbench.i18n import _
from workbench.model.annotation import Annotation
from workbench.mqm.labels import said
from workbench.mqm.typology import Category, Severity, Typology

_SIZE = (620, 460)


class AnnotateDialog(QDialog):
    """The words, the categories and the severities of a typology, and a note."""

    def __init__(
        self,
        words: str,
        typology: Typology,
        mark: Annotation | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Change a mark") if mark else _("Mark an error"))
        self.resize(room(*_SIZE))
        self.categories = chooser(
            _("Category"), [(one.id, said(one.label), one.key) for one in typology.categories]
        )
        self.severities = chooser(
            _("Severity"), [(one.id, said(one.label), one.key) for one in typology.severities]
        )
        self.severities.setCurrentRow(min(1, self.severities.count() - 1))
        self._keys = keys(typology.categories, self.categories) | keys(typology.severities, self.severities)
        self.note = QLineEdit()
        self.note.setAccessibleName(_("Note"))
        self.note.setPlaceholderText(_("Note"))
        for each in (self.categories, self.severities):
            each.installEventFilter(self)
            each.itemActivated.connect(self.accept)
        self._place(words, _("Change") if mark else _("Mark"))
        if mark is not None:
            self._show(mark, typology)
        self.categories.setFocus()

    def filled(self, mark: Annotation) -> Annotation:
        """Give a mark with what was chosen and written here."""
        return replace(
            mark,
            category=str(self.categories.currentItem().data(Qt.ItemDataRole.UserRole)),
            severity=str(self.severities.currentItem().data(Qt.ItemDataRole.UserRole)),
            note=self.note.text().strip(),
        )

    def _show(self, mark: Annotation, typology: Typology) -> None:
        """Show a mark that is there already; words of another typology are offered as they are."""
        category, severity = typology.category(mark.category), typology.severity(mark.severity)
        choose(self.categories, category.id if category else mark.category)
        choose(self.severities, severity.id if severity else mark.severity)
        self.note.setText(mark.note)

    def _place(self, words: str, what: str) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        accept = buttons.addButton(what, QDialogButtonBox.ButtonRole.AcceptRole)
        accept.setProperty("primary", True)
        accept.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        lists = QHBoxLayout()
        lists.setSpacing(GAP)
        lists.addWidget(self.categories, 2)
        lists.addWidget(self.severities, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.setSpacing(GAP)
        column.addWidget(
            plain_label(f"“{words}”" if words else _("Something is missing here."), bold=True, wrap=True)
        )
        column.addLayout(lists, 1)
        column.addWidget(self.note)
        column.addWidget(buttons)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            place = self._keys.get(event.text().casefold())
            if place is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                place[0].setCurrentRow(place[1])
                return True
        return super().eventFilter(watched, event)


def chooser(name: str, entries: list[tuple[str, str, str]]) -> QListWidget:
    """Make a list of (id, label, key)."""
    made = QListWidget()
    made.setAccessibleName(name)
    for id_, label, key in entries:
        item = QListWidgetItem(f"{label}   {key.upper()}" if key else label)
        item.setData(Qt.ItemDataRole.UserRole, id_)
        made.addItem(item)
    made.setCurrentRow(0)
    return made


def choose(chooser: QListWidget, id_: str) -> None:
    """Choose an entry by its id, which is added where it is not there."""
    for row in range(chooser.count()):
        if chooser.item(row).data(Qt.ItemDataRole.UserRole) == id_:
            chooser.setCurrentRow(row)
            return
    item = QListWidgetItem(id_)
    item.setData(Qt.ItemDataRole.UserRole, id_)
    chooser.addItem(item)
    chooser.setCurrentItem(item)


def keys(entries: Sequence[Category | Severity], chosen: QListWidget) -> dict[str, tuple[QListWidget, int]]:
    """Give the place that each key chooses."""
    return {one.key.casefold(): (chosen, row) for row, one in enumerate(entries) if one.key}
