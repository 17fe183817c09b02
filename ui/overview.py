"""The heat strip's cells: the score of each pair, or of some that stand together in a long review."""

from collections.abc import Container

from PySide6.QtCore import QObject, QTimer

from ui.models.pairs import PairModel
from ui.session import Session
from ui.theme import level, tokens
from ui.views.aligned import AlignedView
from ui.widgets.heat_strip import HeatStrip
from workbench.model.finding import Severity

_REST = 90  # milliseconds: the rows with their new findings are painted first
_MOST_CELLS = 1_000  # about the pixels of a window's height


class Overview(QObject):
    """Ties the strip to the pairs and the view."""

    def __init__(self, session: Session, model: PairModel, view: AlignedView, strip: HeatStrip) -> None:
        super().__init__(strip)
        self._model, self._view, self._strip = model, view, strip
        self._session = session
        self._later = QTimer(self, singleShot=True, interval=_REST)
        self._later.timeout.connect(self.show)
        session.judged.connect(self._later.start)
        session.grown.connect(lambda ids: None if ids else self.show())
        model.modelReset.connect(self.show)
        view.moved.connect(self.show_place)
        strip.clicked.connect(self._go)
        strip.wheeled.connect(lambda rows: view.go_to_row(view.currentIndex().row() + rows))

    def show(self) -> None:
        """Colour the cells anew; what is not scored and has no findings is not looked at pair by pair."""
        count, colours = -(-len(self._model.order) // self._per_cell()), tokens()
        scores, shown, marks = self._lowest(), self._shown(), self._heaviest()
        self._strip.show_colours(
            [
                level(scores.get(cell), colours)[2] if cell in shown else colours.border
                for cell in range(count)
            ]
        )
        self._strip.show_marks([marks.get(cell) for cell in range(count)])
        self.show_place()

    def show_place(self) -> None:
        """Frame the cell of the current pair."""
        pair_id = self._view.current_pair
        self._strip.show_current(-1 if pair_id is None else self._cell_of(pair_id))

    def _per_cell(self) -> int:
        return -(-len(self._model.order) // _MOST_CELLS) or 1

    def _cell_of(self, pair_id: int) -> int:
        """Give the cell that a pair is in; -1 where it is gone."""
        place = self._model.place_of(pair_id)
        return -1 if place is None else place // self._per_cell()

    def _shown(self) -> Container[int]:
        """Give the cells with a pair that the filter shows."""
        ids = self._model.shown
        everything = len(ids) == len(self._model.order)
        return range(len(ids)) if everything else {self._cell_of(id_) for id_ in ids}

    def _lowest(self) -> dict[int, float]:
        """Give the lowest score among the shown pairs of each cell that has one."""
        found: dict[int, float] = {}
        for id_, score in self._model.scores():
            if self._model.row_of(id_) is not None:
                cell = self._cell_of(id_)
                found[cell] = min(score, found.get(cell, score))
        return found

    def _heaviest(self) -> dict[int, Severity]:
        """Give the worst severity among the open findings of each cell that has any."""
        found: dict[int, Severity] = {}
        for id_, findings in self._session.findings.items():
            cell = self._cell_of(id_)
            there = [found[cell]] if cell in found else []
            severities = [*there, *(finding.severity for finding in findings)]
            if severities:
                found[cell] = max(severities, key=lambda severity: severity.rank)
        return found

    def _go(self, cell: int) -> None:
        self._view.go_near(self._model.order[cell * self._per_cell()])
