"""Alignment again of what nobody vouches for, between the pairs that somebody does."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from workbench.align import Text, join_beads
from workbench.i18n import N_
from workbench.model.bead import ReviewBead
from workbench.model.document import Role
from workbench.model.pair import Pair, Sentence, Status
from workbench.project.beads import position_of, put_sentences
from workbench.project.queries import documents, pair_ids, pairs
from workbench.project.room import behind, new_id
from workbench.store import Operation, Store

REALIGN = N_("Align again")

# Pairs looked at on each side: enough that what lies further off has no say, few enough for a keystroke.
REACH = 100


@dataclass(frozen=True, slots=True)
class Row:
    """What a pair will hold: its id (None for a new one), the sentences by id, and how sure that is."""

    id: int | None
    sentences: frozenset[int]
    confidence: float


def realign(store: Store, operation: Operation, around: int) -> None:
    """Align again the unsettled pairs on both sides of a pair, up to the next settled one or REACH."""
    languages = {role: info.language for role, info in documents(store).items()}
    order = pair_ids(store)
    for stretch in stretches(store, order, around):
        rows = laid_anew(stretch, languages)
        if {(row.id, row.sentences) for row in rows} != {(pair.id, held(pair)) for pair in stretch}:
            put_rows(store, operation, order, stretch, rows)


def stretches(store: Store, order: Sequence[int], around: int) -> list[list[Pair]]:
    """Give the runs of unsettled pairs that touch a pair: one that holds it, or one on each side of it."""
    middle = order.index(around)
    first = max(0, middle - REACH)
    near = pairs(store, order[first : middle + REACH + 1])
    before, after = near[: middle - first], near[middle - first + 1 :]
    left, right = run_of_unsettled(before[::-1])[::-1], run_of_unsettled(after)
    centre = near[middle - first]
    found = [left, right] if is_settled(centre) else [[*left, centre, *right]]
    return [stretch for stretch in found if len(stretch) > 1]


def run_of_unsettled(near: Sequence[Pair]) -> list[Pair]:
    """Give the pairs before the first settled one."""
    end = next((number for number, pair in enumerate(near) if is_settled(pair)), len(near))
    return list(near[:end])


def is_settled(pair: Pair) -> bool:
    """Tell whether a person vouches for a pair: its alignment, or all of it."""
    return pair.confirmed or pair.status is Status.APPROVED


def held(pair: Pair) -> frozenset[int]:
    """Give the ids of a pair's sentences."""
    return frozenset(sentence.id for role in Role for sentence in pair.sentences(role))


def laid_anew(stretch: Sequence[Pair], languages: dict[Role, str]) -> list[Row]:
    """Align the sentences of a stretch; a pair keeps its id where its translation stays in one piece."""
    sides = {role: in_order(stretch, role) for role in languages}
    owner = {frozenset(sentence.id for sentence in pair.translation): pair.id for pair in stretch}
    owner |= {held(pair): pair.id for pair in stretch}
    free = {pair.id for pair in stretch}
    rows = []
    for bead in beads_of(sides, languages):
        by_role = {
            role: frozenset(sides[role][number].id for number in bead.sentences.get(role, ()))
            for role in sides
        }
        everything = frozenset[int]().union(*by_role.values())
        id_ = owner.get(everything, owner.get(by_role[Role.TRANSLATION]))
        rows.append(Row(id_ if id_ in free else None, everything, bead.score))
        free.discard(id_ or 0)
    return rows


def in_order(stretch: Sequence[Pair], role: Role) -> list[Sentence]:
    """Give the sentences of one text as they follow one another there; one that was added stays in place."""
    sentences: list[tuple[float, Sentence]] = []
    last = -1.0
    for pair in stretch:
        for sentence in pair.sentences(role):
            last = float(sentence.number) if sentence.number is not None else last + 0.5
            sentences.append((last, sentence))
    return [sentence for _place, sentence in sorted(sentences, key=lambda placed: placed[0])]


def beads_of(sides: dict[Role, list[Sentence]], languages: dict[Role, str]) -> list[ReviewBead]:
    """Align the translation's sentences with each other side's, and join both."""
    from workbench.align import align  # noqa: PLC0415 -- numba: 74 MB, a third of a second

    texts = {role: text(sentences, languages[role]) for role, sentences in sides.items()}
    translation = texts.pop(Role.TRANSLATION)
    found = {role: align(translation, other) for role, other in texts.items()}
    return join_beads(
        found.get(Role.REFERENCE), found.get(Role.SOURCE), translation_length=len(translation.sentences)
    )


@cache
def load_aligner(languages: frozenset[tuple[Role, str]]) -> None:
    """Align a little: the first time takes half a second, which a window can spend on another thread."""
    few = {
        role: [Sentence(0, 0, 0, "1 2.", ""), Sentence(1, 1, 1, "3 4.", "")] for role, _language in languages
    }
    beads_of(few, dict(languages))


def text(sentences: Sequence[Sentence], language: str) -> Text:
    """Give sentences as the aligner takes them."""
    return Text(
        [sentence.text for sentence in sentences],
        language,
        [sentence.paragraph for sentence in sentences],
    )


def put_rows(
    store: Store, operation: Operation, order: Sequence[int], stretch: Sequence[Pair], rows: Sequence[Row]
) -> None:
    """Write the pairs of a stretch: they share the room between their settled neighbours."""
    before, after = room(store, order, stretch)
    step = (after - before) / (len(rows) + 1)
    keep = {pair.id: held(pair) for pair in stretch}
    for number, row in enumerate(rows, start=1):
        place = (before + step * number, row.confidence)
        if row.id is None:
            id_ = operation.run(
                "INSERT INTO pair(id, position, status, confirmed, confidence) VALUES (?,?,?,0,?)",
                (new_id(store, "pair"), place[0], Status.UNREVIEWED.value, place[1]),
            )
        else:
            id_ = row.id
            operation.run("UPDATE pair SET position = ?, confidence = ? WHERE id = ?", (*place, id_))
        put_sentences(operation, sorted(row.sentences - keep.get(id_, frozenset())), id_)
    gone = keep.keys() - {row.id for row in rows}
    operation.run_many("DELETE FROM pair WHERE id = ?", ((id_,) for id_ in sorted(gone)))


def room(store: Store, order: Sequence[int], stretch: Sequence[Pair]) -> tuple[float, float]:
    """Give the positions between which a stretch stands."""
    first, last = order.index(stretch[0].id), order.index(stretch[-1].id)
    before = position_of(store, order[first - 1]) if first else position_of(store, order[0]) - 1
    if last + 1 < len(order):
        return before, position_of(store, order[last + 1])
    return before, behind(position_of(store, order[-1]))
