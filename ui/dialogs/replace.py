"""Replace with a preview: every hit as it is and as it would be, a tick each, one step for all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.gathering import Gathering, Walk
from ui.models.hits import HitModel
from ui.theme import WIDE_GAP, room
from ui.widgets.find_bar import Choices
from ui.widgets.header import Header
from ui.widgets.labels import plain_label
from workbench.errors import WorkbenchError
from workbench.figures import count
from workbench.i18n import _, ngettext
from workbench.model.document import Role
from workbench.model.pair import Pair
from workbench.project.replacing import Hit, Search, find

_SIZE = (900, 560)
_SETTLE = 200  # milliseconds without a key before the preview follows
_MOST = 5_000  # rows of a preview; more are for a narrower search


def hits_table(model: HitModel) -> QTableView:
    """Show hits as they are and as they would be, with a tick each."""
    table = QTableView()
    table.setHorizontalHeader(Header(table))
    table.setModel(model)
    table.setAccessibleName(_("Hits"))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table


class ReplaceDialog(QDialog):
    """Gives the hits that were ticked."""

    def __init__(self, gathered: Gathering, wanted: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = Walk(gathered, self)
        self._hits: list[Hit] = []
        self._texts: list[str] = []
        self._problem = ""
        self.setWindowTitle(_("Replace in the translation"))
        self.resize(room(*_SIZE))
        self.wanted, self.replacement = QLineEdit(wanted), QLineEdit()
        self.choices = Choices()
        self.count = plain_label("", muted=True, wrap=True)
        self.model = HitModel(self)
        self._place(hits_table(self.model))
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.look)
        for line in (self.wanted, self.replacement):
            line.textChanged.connect(lambda _text: self._settle.start())
        self.choices.changed.connect(self.look)
        self.model.dataChanged.connect(self._count)
        self.look()

    def hits(self) -> list[Hit]:
        """Give the hits that are ticked."""
        return self.model.ticked()

    def look(self) -> None:
        """Search anew and show what would become of each hit."""
        self._settle.stop()
        self._walk.stop()
        self._hits, self._texts, self._problem = [], [], ""
        try:
            search = self.choices.search(self.wanted.text())
            find([], search)
        except WorkbenchError as error:
            self._problem = str(error)
            self._show()
            return
        replacement = self.replacement.text()
        self._walk.begin(lambda pairs: self._collect(search, replacement, pairs), self._show)

    def _collect(self, search: Search, replacement: str, pairs: Sequence[Pair]) -> None:
        if self._problem:
            return
        try:
            hits = find(pairs, search, replacement=replacement)
        except WorkbenchError as error:
            self._problem, self._hits, self._texts = str(error), [], []
            return
        texts = {pair.id: pair.text(Role.TRANSLATION) for pair in pairs} if hits else {}
        self._hits += hits
        self._texts += [texts[hit.pair] for hit in hits]

    def _show(self) -> None:
        if len(self._hits) > _MOST:
            said = ngettext(
                "%(n)s hit is too many to look at; narrow the search.",
                "%(n)s hits are too many to look at; narrow the search.",
                len(self._hits),
            )
            self._problem = said % {"n": count(len(self._hits))}
            self._hits, self._texts = [], []
        self.model.show_hits(self._hits, self._texts)
        self._count()
        if self._problem:
            self.count.setText(self._problem)

    def accept(self) -> None:
        """Take the ticked hits, as the search says them now."""
        if self._settle.isActive():
            self.look()
        if self._walk.is_going:
            self._walk.finish()
        super().accept()

    def reject(self) -> None:
        """Give up."""
        self._walk.stop()
        super().reject()

    def _place(self, table: QTableView) -> None:
        form = QFormLayout()
        form.addRow(_("Find"), self.wanted)
        form.addRow(_("Replace with"), self.replacement)
        form.addRow("", self.choices)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.button = QPushButton(_("Replace"))
        self.button.setProperty("primary", True)
        buttons.addButton(self.button, QDialogButtonBox.ButtonRole.AcceptRole)
        for text, on in ((_("Tick all"), True), (_("Tick none"), False)):
            button = buttons.addButton(text, QDialogButtonBox.ButtonRole.ResetRole)
            button.clicked.connect(lambda _checked=False, on=on: self.model.tick_all(on))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        column.addLayout(form)
        column.addWidget(table, 1)
        column.addWidget(self.count)
        column.addWidget(buttons)
        self.wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        ticked = len(self.model.ticked())
        self.button.setEnabled(ticked > 0)
        self.count.setText(
            ngettext("%(n)s hit is ticked.", "%(n)s hits are ticked.", ticked) % {"n": count(ticked)}
        )
