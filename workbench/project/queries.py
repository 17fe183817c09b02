"""What a review holds, read by page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from workbench.model.document import Role
from workbench.model.pair import Pair, Sentence, Status
from workbench.project.kept_columns import kept_columns
from workbench.store import Store

Row = tuple[Any, ...]
_AT_ONCE = 5_000  # ids in one statement; SQLite allows 32,766 parameters


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """One text of the review, without its content; `warnings` is what the reader of its file had to say.

    `columns` are the headings of a table's columns that were read, by what they hold.
    """

    id: int
    role: Role
    name: str
    path: str
    format: str
    charset: str
    language: str
    warnings: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


def documents(store: Store, warnings: Mapping[Role, Sequence[str]] | None = None) -> dict[Role, DocumentInfo]:
    """Give the texts of the review by role."""
    rows = store.query("SELECT id, role, name, path, format, charset, language FROM document ORDER BY id")
    infos = [DocumentInfo(row[0], Role(row[1]), *row[2:]) for row in rows]
    said, columns = warnings or {}, kept_columns(store)
    return {
        info.role: replace(
            info, warnings=tuple(said.get(info.role, ())), columns=columns.get(info.role.value, {})
        )
        for info in infos
    }


def content(store: Store, role: Role) -> bytes:
    """Give a text's file as it was read."""
    rows = store.query("SELECT content FROM document WHERE role = ?", (role.value,))
    return bytes(rows[0][0])


def pair_ids(store: Store) -> list[int]:
    """Give the ids of all pairs in order."""
    return [row[0] for row in store.query("SELECT id FROM pair ORDER BY position, id")]


def pairs(store: Store, ids: Sequence[int]) -> list[Pair]:
    """Give these pairs, in the order of the ids; an id that is gone is left out."""
    found: dict[int, Pair] = {}
    for start in range(0, len(ids), _AT_ONCE):
        page = ids[start : start + _AT_ONCE]
        sides = sentences_of(store, page)
        found.update((row[0], pair(row, sides)) for row in pair_rows(store, page))
    return [found[id_] for id_ in ids if id_ in found]


def pair_rows(store: Store, ids: Sequence[int]) -> list[Row]:
    """Read the pairs' own rows."""
    return store.query(
        f"SELECT id, status, confirmed, confidence FROM pair WHERE id IN ({marks(ids)})",  # noqa: S608 -- marks only
        tuple(ids),
    )


def sentences_of(store: Store, ids: Sequence[int]) -> dict[tuple[int, Role], list[Sentence]]:
    """Read the sentences of pairs, by pair and role, in order."""
    rows = store.query(
        "SELECT s.pair, d.role, s.id, s.position, u.position, s.text, s.original"  # noqa: S608 -- marks only
        " FROM sentence s JOIN unit u ON u.id = s.unit JOIN document d ON d.id = u.document"
        f" WHERE s.pair IN ({marks(ids)}) ORDER BY s.position, s.id",
        tuple(ids),
    )
    sides: defaultdict[tuple[int, Role], list[Sentence]] = defaultdict(list)
    for pair_id, role, id_, position, paragraph, text, original in rows:
        number = int(position) if position == int(position) else None
        sides[pair_id, Role(role)].append(Sentence(id_, number, paragraph, text, original))
    return sides


def marks(values: Iterable[object]) -> str:
    """Give as many parameter marks as there are values."""
    return ",".join("?" for _value in values)


def pair(row: Row, sides: dict[tuple[int, Role], list[Sentence]]) -> Pair:
    """Put a pair together."""
    id_, status, confirmed, confidence = row
    texts = (tuple(sides.get((id_, role), ())) for role in Role)
    return Pair(id_, Status(status), bool(confirmed), confidence, *texts)


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence of the translation with the paragraph it stands in and what was decided about its pair."""

    paragraph: int
    original: str
    text: str
    status: Status


def translation(store: Store) -> list[Placed]:
    """Give the translation's sentences in the order of their file."""
    rows = store.query(
        "SELECT u.position, s.original, s.text, p.status FROM sentence s JOIN pair p ON p.id = s.pair"
        " JOIN unit u ON u.id = s.unit JOIN document d ON d.id = u.document"
        " WHERE d.role = ? ORDER BY u.position, s.position, s.id",
        (Role.TRANSLATION.value,),
    )
    return [Placed(paragraph, original, text, Status(status)) for paragraph, original, text, status in rows]


def pairs_touched(store: Store, rows: Mapping[str, frozenset[int]]) -> set[int]:
    """Give the pairs that changed rows belong to."""
    touched = set(rows.get("pair", ()))
    ids = list(rows.get("sentence", ()))
    for start in range(0, len(ids), _AT_ONCE):
        page = ids[start : start + _AT_ONCE]
        sql = f"SELECT DISTINCT pair FROM sentence WHERE id IN ({marks(page)})"  # noqa: S608 -- marks only
        touched.update(row[0] for row in store.query(sql, tuple(page)))
    return touched


def outlines(store: Store, ids: Sequence[int], other: Role | None) -> Iterator[tuple[int, Status, bool]]:
    """Give of pairs: id, status, and whether they are not just one sentence against one of the other text."""
    documents = dict(store.query("SELECT role, id FROM document"))
    ours, theirs = documents[Role.TRANSLATION.value], documents.get(other.value if other else "")
    sql = (
        "SELECT p.id, p.status, sum(u.document = ?), sum(u.document = ?) FROM pair p"
        " JOIN sentence s ON s.pair = p.id JOIN unit u ON u.id = s.unit WHERE p.id IN ({ids}) GROUP BY p.id"
    )
    for start in range(0, len(ids), _AT_ONCE):
        page = ids[start : start + _AT_ONCE]
        for id_, status, mine, others in store.query(sql.format(ids=marks(page)), (ours, theirs, *page)):
            yield id_, Status(status), other is not None and (mine, others) != (1, 1)
