"""Text found in any column: the bar asks, the view goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.gathering import Walk
from ui.models.pairs import PairModel
from ui.session import Session
from ui.views.aligned import AlignedView
from ui.widgets.find_bar import FindBar
from workbench.errors import WorkbenchError
from workbench.model.document import Role
from workbench.model.pair import Pair
from workbench.project.replacing import Hit, Search, find


class Finder(QObject):
    """Keeps the hits of the last search, in the order of the rows."""

    def __init__(self, session: Session, model: PairModel, view: AlignedView, bar: FindBar) -> None:
        super().__init__(bar)
        self._session, self._model, self._view, self._bar = session, model, view, bar
        self._hits: list[Hit] = []
        self._place = -1
        self._walk = Walk(session.gathered, self)
        bar.asked.connect(self.look)
        bar.moved.connect(self.move)
        bar.closed.connect(view.focus_editor)
        session.changed.connect(lambda _changes: self._look_again())
        session.closing.connect(bar.hide)
        session.closing.connect(self._walk.stop)

    def look(self, search: Search) -> None:
        """Search the rows that are shown; the first hit at or after the current row is the place."""
        self._walk.stop()
        self._hits, self._place = [], -1
        self._session.flush()
        try:
            find([], search)
        except WorkbenchError as error:
            self._bar.show_problem(str(error))
            return
        self._walk.begin(lambda pairs: self._collect(search, pairs), self._show)

    def _collect(self, search: Search, pairs: Sequence[Pair]) -> None:
        shown = [pair for pair in pairs if self._model.row_of(pair.id) is not None]
        try:
            self._hits += find(shown, search, (Role.SOURCE, Role.TRANSLATION, Role.REFERENCE))
        except WorkbenchError as error:  # a pattern that runs away
            self._walk.stop()
            self._bar.show_problem(str(error))

    def _show(self) -> None:
        self._bar.show_place(0, len(self._hits))

    def move(self, step: int) -> None:
        """Go to the next hit, or the one before; after the last comes the first."""
        if not self._hits:
            return
        if self._place < 0:
            here = self._view.currentIndex().row()
            rows = [self._model.row_of(hit.pair) or 0 for hit in self._hits]
            after = next((number for number, row in enumerate(rows) if row >= here), 0)
            self._place = after if step > 0 else after - 1
        else:
            self._place += step
        self._place %= len(self._hits)
        hit = self._hits[self._place]
        self._view.go_to_row(self._model.row_of(hit.pair) or 0, focus=False)
        self._view.mark(hit.role, hit.span)
        self._bar.show_place(self._place + 1, len(self._hits))

    def _look_again(self) -> None:
        if self._bar.isVisible():
            self.look(self._bar.search())
