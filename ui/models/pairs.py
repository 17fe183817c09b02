"""The rows of the aligned view: ids in memory, pairs read by page, marks made when first painted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.marks import mark_text
from ui.session import Session
from workbench.figures import language_name
from workbench.i18n import N_, _
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.name import Name
from workbench.model.pair import Pair, Status
from workbench.project.articles import Origin, origin_of
from workbench.project.editing import with_text
from workbench.project.marks import Mark, Marked, marks_of
from workbench.project.scoring import HEADLINE

Index = QModelIndex | QPersistentModelIndex
_PAGE = 64  # rows read at once: more than a screen, some 3 ms
_HELD = 4096  # pairs in memory; when there are more, it begins anew


class Column(IntEnum):
    """The columns, in their order on the screen."""

    GUTTER = 0
    SOURCE = 1
    TRANSLATION = 2
    REFERENCE = 3


ROLES = {
    Column.SOURCE: Role.SOURCE,
    Column.TRANSLATION: Role.TRANSLATION,
    Column.REFERENCE: Role.REFERENCE,
}
ROW = Qt.ItemDataRole.UserRole
ORIGINS = {Origin.MACHINE: N_("machine"), Origin.HUMAN: N_("human"), Origin.BACK: N_("back-translation")}
STATUS_NAMES: Mapping[Status, str] = {
    Status.UNREVIEWED: N_("unreviewed"),
    Status.NEEDS_WORK: N_("needs work"),
    Status.APPROVED: N_("approved"),
}


@dataclass(frozen=True, slots=True)
class RowView:
    """What is painted of one pair."""

    pair: Pair
    score: float | None
    marks: Mapping[Role, Sequence[Marked]] = field(default_factory=dict)

    @property
    def numbers(self) -> str:
        """Give the numbers, from 1, of the translation's sentences: "4" or "2–3"; "–" where it has none."""
        numbers = [sentence.number + 1 for sentence in self.pair.translation if sentence.number is not None]
        if not numbers:
            return "–"
        return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


class PairModel(QAbstractTableModel):
    """The pairs of the open review."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._order: list[int] = []  # every pair; _ids are those that are shown
        self._hidden: frozenset[int] = frozenset()
        self._ids: list[int] = []
        self._row_of: dict[int, int] = {}
        self._place_of: dict[int, int] = {}
        self._pairs: dict[int, Pair] = {}
        self._views: dict[int, RowView] = {}
        session.opened.connect(self.reload)
        session.closing.connect(self._clear)
        session.changed.connect(self._update)
        session.grown.connect(self._grow)
        session.judged.connect(self.repaint)
        session.marked.connect(self.repaint)
        session.scored.connect(self.renew)

    def reload(self) -> None:
        """Read the order of the pairs anew."""
        project = self._session.project
        self._begin(project.pair_ids() if project else [])

    @property
    def order(self) -> list[int]:
        """Give the ids of all pairs, shown or not."""
        return self._order

    @property
    def shown(self) -> list[int]:
        """Give the ids of the pairs that have a row."""
        return self._ids

    def hide(self, ids: frozenset[int]) -> None:
        """Leave pairs out of the rows; those that come later are shown."""
        if ids != self._hidden:
            self._hidden = ids
            self._begin(self._order)

    def place_of(self, pair_id: int) -> int | None:
        """Give the place of a pair among all, shown or not."""
        return self._place_of.get(pair_id)

    def row_near(self, pair_id: int) -> int:
        """Give the row of a pair or, when that is not shown, of the next one that is."""
        place = self._place_of.get(pair_id, 0)
        return next(
            (self._row_of[id_] for id_ in self._order[place:] if id_ in self._row_of), len(self._ids) - 1
        )

    def id_at(self, row: int) -> int | None:
        """Give the pair in a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, pair_id: int) -> int | None:
        """Give the row of a pair."""
        return self._row_of.get(pair_id)

    def view_at(self, row: int) -> RowView:
        """Give what is painted of a row."""
        pair_id = self._ids[row]
        if pair_id not in self._views:
            pair, draft = self.pair_at(row), self._session.draft
            if draft is not None and draft.pair == pair_id:
                pair = with_text(pair, draft.text)
            marks = marks_of(pair, self.names_at(row), self._language, self.findings_at(row))
            for mark in self._session.marks.get(pair_id, ()):
                if not mark.gone and mark.side in marks:
                    marks[mark.side].append(Marked(*mark.span, Mark.MARKED, mark_text(mark)))
            self._views[pair_id] = RowView(pair, self.score_at(row), marks)
        return self._views[pair_id]

    def pair_at(self, row: int) -> Pair:
        """Give the pair in a row, reading the page around it when it is not there."""
        if self._ids[row] not in self._pairs and self._session.project:
            start = row - row % _PAGE
            page = self._session.project.pairs(self._ids[start : start + _PAGE])
            if len(self._pairs) >= _HELD:
                self._pairs, self._views = {}, {}
            self._pairs.update((pair.id, pair) for pair in page)
        return self._pairs[self._ids[row]]

    def score_at(self, row: int) -> float | None:
        """Give the score shown beside a row; None while it is not known."""
        return self.score_of(self._ids[row])

    def score_of(self, pair_id: int) -> float | None:
        """Give a pair's score; None while it is not known."""
        return self._session.analysis.by_pair.get(pair_id, {}).get(HEADLINE)

    def scores(self) -> Iterator[tuple[int, float]]:
        """Give the pairs whose score is known, with it."""
        for pair_id, scores in self._session.analysis.by_pair.items():
            if (score := scores.get(HEADLINE)) is not None:
                yield pair_id, score

    def names_at(self, row: int) -> Sequence[Name]:
        """Give the names mentioned in a row."""
        return self._session.analysis.mentioned.get(self._ids[row], ())

    def findings_at(self, row: int) -> Sequence[Finding]:
        """Give the open findings of a row, the heaviest first."""
        return self._session.findings.get(self._ids[row], ())

    def renew(self, pair_id: int) -> None:
        """Make a pair's marks and score anew."""
        self._views.pop(pair_id, None)
        row = self._row_of.get(pair_id)
        if row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1), [ROW])

    def repaint(self) -> None:
        """Make all marks and scores anew."""
        self._views = {}
        if self._ids:
            last = self.index(len(self._ids) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [ROW])

    @property
    def _language(self) -> str:
        project = self._session.project
        return project.languages()[Role.TRANSLATION] if project else "en"

    def _clear(self) -> None:
        self._hidden = frozenset()
        self._begin([])

    def _grow(self, ids: Sequence[int]) -> None:
        """Show pairs that arrived behind the last."""
        if not ids:
            return
        first = len(self._ids)
        self._place_of.update((id_, place) for place, id_ in enumerate(ids, start=len(self._order)))
        self.beginInsertRows(QModelIndex(), first, first + len(ids) - 1)
        self._order += ids
        self._ids += ids
        self._row_of.update((id_, row) for row, id_ in enumerate(ids, start=first))
        self.endInsertRows()

    def _begin(self, order: list[int]) -> None:
        self.beginResetModel()
        self._order = list(order)
        self._place_of = {id_: place for place, id_ in enumerate(order)}
        self._ids = [id_ for id_ in order if id_ not in self._hidden]
        self._row_of = {id_: row for row, id_ in enumerate(self._ids)}
        self._pairs, self._views = {}, {}
        self.endResetModel()

    def _update(self, changes: ChangeSet) -> None:
        project = self._session.project
        if project is None:
            return
        if "pair" in changes.rows and not project.keeps_order(changes):
            self.reload()
            return
        touched = self._stale(changes) | project.pairs_touched(changes)
        for pair_id in touched:
            self._pairs.pop(pair_id, None)
            self._views.pop(pair_id, None)
        rows = sorted(self._row_of[id_] for id_ in touched if id_ in self._row_of)
        for first, last in runs(rows):
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _stale(self, changes: ChangeSet) -> set[int]:
        """Give the pairs read before that held a changed sentence: it may be gone from them now."""
        changed = changes.rows.get("sentence", frozenset())
        return {
            pair.id
            for pair in self._pairs.values()
            if any(sentence.id in changed for role in Role for sentence in pair.sentences(role))
        } | ({changes.place} if changes.place else set())

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        view = self.view_at(index.row())
        if role == ROW:
            return view
        if role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return None
        column = Column(index.column())
        if column is Column.GUTTER:
            return f"{view.numbers}, {_(STATUS_NAMES[view.pair.status])}"
        return view.pair.text(ROLES[column])

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == Column.TRANSLATION else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        return "" if column is Column.GUTTER else self._header(ROLES[column])

    def _header(self, role: Role) -> str:
        titles = {
            Role.SOURCE: _("SOURCE"),
            Role.TRANSLATION: _("TRANSLATION"),
            Role.REFERENCE: _("REFERENCE"),
        }
        project = self._session.project
        info = project.documents().get(role) if project else None
        if info is None:
            return titles[role]
        origin = origin_of(Path(info.name).stem)
        made = f" ({_(ORIGINS[origin])})" if origin else ""
        return f"{titles[role]} · {language_name(info.language)}{made}"


def runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Put sorted rows that follow one another together: (first, last) of each run."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
