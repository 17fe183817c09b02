"""The heat strip's cells: the score of each pair, or of some that stand together in a long review."""

from PySide6.QtCore import QObject

from ui.models.pairs import PairModel
from ui.session import Session
from ui.theme import Tokens, level, tokens
from ui.views.aligned import AlignedView
from ui.widgets.heat_strip import HeatStrip
from workbench.model.finding import Severity

_MOST_CELLS = 1_000  # about the pixels of a window's height


class Overview(QObject):
    """Ties the strip to the pairs and the view."""

    def __init__(self, session: Session, model: PairModel, view: AlignedView, strip: HeatStrip) -> None:
        super().__init__(strip)
        self._model, self._view, self._strip = model, view, strip
        self._session = session
        session.judged.connect(self.show)
        session.grown.connect(lambda ids: None if ids else self.show())
        model.modelReset.connect(self.show)
        view.moved.connect(self.show_place)
        strip.clicked.connect(self._go)
        strip.wheeled.connect(lambda rows: view.go_to_row(view.currentIndex().row() + rows))

    def show(self) -> None:
        """Colour the cells anew."""
        order, per, colours = self._model.order, self._per_cell(), tokens()
        cells = [order[start : start + per] for start in range(0, len(order), per)]
        self._strip.show_colours([self._colour(cell, colours) for cell in cells])
        findings = self._session.findings
        self._strip.show_marks([self._mark(cell) if findings else None for cell in cells])
        self.show_place()

    def show_place(self) -> None:
        """Frame the cell of the current pair."""
        pair_id = self._view.current_pair
        place = self._model.place_of(pair_id) if pair_id is not None else None
        self._strip.show_current(-1 if place is None else place // self._per_cell())

    def _per_cell(self) -> int:
        return -(-len(self._model.order) // _MOST_CELLS) or 1

    def _colour(self, ids: list[int], colours: Tokens) -> str:
        shown = [id_ for id_ in ids if self._model.row_of(id_) is not None]
        if not shown:
            return colours.border
        scores = [score for id_ in shown if (score := self._model.score_of(id_)) is not None]
        return level(min(scores, default=None), colours)[2]

    def _mark(self, ids: list[int]) -> Severity | None:
        """Give the worst severity among the open findings of pairs."""
        found = [finding.severity for id_ in ids for finding in self._session.findings.get(id_, ())]
        return max(found, key=lambda severity: severity.rank, default=None)

    def _go(self, cell: int) -> None:
        self._view.go_near(self._model.order[cell * self._per_cell()])
