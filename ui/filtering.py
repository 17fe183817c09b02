"""The rows that a filter lets through: the field asks, all pairs are looked at, the rest is hidden."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ui.gathering import Walk
from ui.models.pairs import PairModel
from ui.session import Session
from ui.widgets.filter_field import FilterField
from workbench.errors import WorkbenchError
from workbench.model.pair import Pair
from workbench.project.analysis import subjects
from workbench.project.filtering import Test, hidden_by, parse


class RowFilter(QObject):
    """Follows the field; of a large review the rows follow when all of it was looked at."""

    shown = Signal()

    def __init__(self, session: Session, model: PairModel, field: FilterField) -> None:
        super().__init__(field)
        self._session, self._model, self._field = session, model, field
        self._walk = Walk(session.gathered, self)
        field.asked.connect(self.ask)
        session.closing.connect(self._end)

    def ask(self, query: str, neighbours: bool) -> None:
        """Show the rows that fit."""
        self._walk.stop()
        try:
            test = parse(query)
        except WorkbenchError as error:
            self._field.show_problem(str(error))
            return
        if not query:
            self._show([], [], neighbours=neighbours)
            return
        ids: list[int] = []
        fits: list[bool] = []
        self._walk.begin(
            lambda pairs: self._look(test, pairs, ids, fits),
            lambda: self._show(ids, fits, neighbours=neighbours),
        )

    def _look(self, test: Test, pairs: Sequence[Pair], ids: list[int], fits: list[bool]) -> None:
        ids += [pair.id for pair in pairs]
        session = self._session
        fits += [test(subject) for subject in subjects(pairs, session.analysis, session.findings)]

    def _show(self, ids: Sequence[int], fits: Sequence[bool], *, neighbours: bool) -> None:
        self._model.hide(hidden_by(ids, fits, neighbours=neighbours))
        self._field.show_count(self._model.rowCount(), len(self._model.order))
        self.shown.emit()

    def _end(self) -> None:
        self._walk.stop()
        self._field.line.clear()
