"""The marks and scores that a review holds, as values."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from workbench.model.annotation import Annotation, Assessment, Reply
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.pair import Pair
from workbench.project.anchors import Anchor, span_of
from workbench.project.queries import Row, marks
from workbench.store import Store

_AT_ONCE = 5_000  # ids in one statement; SQLite allows 32,766 parameters
_COLUMNS = (
    'a.id, s.pair, d.role, a.sentence, a.start, a.last, a."end", a.text, a.gone, a.category, a.severity'
)


def annotations(store: Store, pairs: Sequence[Pair]) -> list[Annotation]:
    """Give the marks of pairs, in the order of the pairs and of the text."""
    found: list[Annotation] = []
    for start in range(0, len(pairs), _AT_ONCE):
        page = {pair.id: pair for pair in pairs[start : start + _AT_ONCE]}
        rows = store.query(
            f"SELECT {_COLUMNS}, a.note, a.author, a.time, a.finding FROM annotation a"  # noqa: S608 -- marks only
            " JOIN sentence s ON s.id = a.sentence JOIN unit u ON u.id = s.unit"
            f" JOIN document d ON d.id = u.document WHERE s.pair IN ({marks(page)}) ORDER BY a.id",
            tuple(page),
        )
        replies = replies_to(store, [row[0] for row in rows]) if rows else {}
        found += [annotation(row, page[row[1]], replies.get(row[0], ())) for row in rows]
    order = {pair.id: number for number, pair in enumerate(pairs)}
    return sorted(found, key=lambda mark: (order[mark.pair], list(Role).index(mark.side), mark.span))


def marked_pairs(store: Store) -> list[int]:
    """Give the ids of the pairs that carry marks, in order: of a long review they are few."""
    rows = store.query(
        "SELECT id FROM pair WHERE id IN (SELECT pair FROM sentence WHERE id IN"
        " (SELECT sentence FROM annotation)) ORDER BY position, id"
    )
    return [row[0] for row in rows]


def annotation(row: Row, pair: Pair, replies: Sequence[Reply]) -> Annotation:
    """Put a mark together."""
    side = Role(row[2])
    return Annotation(
        id=row[0],
        pair=row[1],
        side=side,
        span=span_of(pair.sentences(side), Anchor(*row[3:7])),
        text=row[7],
        gone=bool(row[8]),
        category=row[9],
        severity=row[10],
        note=row[11],
        author=row[12],
        time=row[13],
        finding=row[14],
        replies=tuple(replies),
    )


def replies_to(store: Store, ids: Sequence[int]) -> Mapping[int, Sequence[Reply]]:
    """Give what was said beneath marks, in order."""
    found: defaultdict[int, list[Reply]] = defaultdict(list)
    for start in range(0, len(ids), _AT_ONCE):
        page = ids[start : start + _AT_ONCE]
        chosen = f"WHERE annotation IN ({marks(page)}) ORDER BY id"
        rows = store.query(f"SELECT annotation, author, time, text FROM reply {chosen}", tuple(page))  # noqa: S608 -- marks only
        for mark, author, time, text in rows:
            found[mark].append(Reply(author, time, text))
    return found


def assessments(store: Store, pairs: Sequence[Pair]) -> list[Assessment]:
    """Give the scores of pairs, in their order; one given to another text than now says so."""
    texts = {pair.id: pair.text(Role.TRANSLATION) for pair in pairs}
    order = {pair.id: number for number, pair in enumerate(pairs)}
    rows = store.query("SELECT pair, author, score, time, text FROM assessment ORDER BY id")
    found = [
        Assessment(pair, author, score, time, outdated=text != texts[pair])
        for pair, author, score, time, text in rows
        if pair in texts
    ]
    return sorted(found, key=lambda one: order[one.pair])


def scored_pairs(store: Store) -> list[int]:
    """Give the ids of the pairs that reviewers scored, in order."""
    rows = store.query("SELECT id FROM pair WHERE id IN (SELECT pair FROM assessment) ORDER BY position, id")
    return [row[0] for row in rows]


def pairs_of_marks(store: Store, changes: ChangeSet) -> set[int]:
    """Give the pairs whose marks or scores a change touched; rows that are gone now are in its images."""
    touched: set[int] = set()
    for table, pair_of in _PAIR_OF.items():
        ids = tuple(changes.rows.get(table, ()))
        there = f"row.id IN ({marks(ids)})"
        sql = (
            f"SELECT {pair_of} FROM {table} AS row WHERE {there}"  # noqa: S608 -- our own names
            f" UNION SELECT {pair_of} FROM {table}_before AS row WHERE {there} AND row.step = ?"
        )
        rows = store.query(sql, (*ids, *ids, changes.step)) if ids else []
        touched.update(row[0] for row in rows if row[0] is not None)
    return touched


_HANGS = "(SELECT pair FROM sentence WHERE id = {sentence})"
_PAIR_OF = {
    "annotation": _HANGS.format(sentence="row.sentence"),
    "reply": _HANGS.format(sentence="(SELECT sentence FROM annotation WHERE id = row.annotation)"),
    "assessment": "row.pair",
}
