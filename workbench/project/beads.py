"""Changes to the alignment by hand, within an operation; what a person set counts as confirmed."""

from collections.abc import Mapping, Sequence

from workbench.errors import WorkbenchError
from workbench.i18n import N_, _
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.project.editing import existing
from workbench.project.queries import pair_ids, pairs
from workbench.project.room import behind, new_id
from workbench.store import Operation, Store

MERGE, SPLIT, MOVE, UNLINK, CONFIRM = (
    N_("Merge pairs"),
    N_("Split pair"),
    N_("Move sentence"),
    N_("Unlink pair"),
    N_("Confirm pairs"),
)
_BY_HAND = "UPDATE pair SET confirmed = 1, confidence = 1.0 WHERE id = ?"


def merge(store: Store, operation: Operation, ids: Sequence[int]) -> None:
    """Put the sentences of several pairs into the first of them."""
    if not ids:
        raise WorkbenchError(_("Choose the pairs to merge first."))
    first, *others = [existing(store, id_).id for id_ in dict.fromkeys(ids)]
    for other in others:
        operation.run("UPDATE sentence SET pair = ? WHERE pair = ?", (first, other))
        operation.run("DELETE FROM pair WHERE id = ?", (other,))
    if others:
        operation.run(_BY_HAND, (first,))


def split(store: Store, operation: Operation, pair_id: int, keep: Mapping[Role, int]) -> None:
    """Keep the first sentences of each side, as many as `keep` says, and put the rest into a new pair."""
    pair = existing(store, pair_id)
    moved = [sentence.id for role in Role for sentence in pair.sentences(role)[keep.get(role, 0) :]]
    stay = sum(len(pair.sentences(role)[: keep.get(role, 0)]) for role in Role)
    if not moved or not stay or min(keep.values()) < 0:
        raise WorkbenchError(_("A pair is split between two of its sentences; here one half would be empty."))
    put_sentences(operation, moved, add_pair(store, operation, pair_id))
    operation.run(_BY_HAND, (pair_id,))


def move(store: Store, operation: Operation, sentence_ids: Sequence[int], to_pair: int) -> None:
    """Put sentences into another pair; a pair left without any sentence goes."""
    existing(store, to_pair)
    expect_sentences(store, sentence_ids)
    put_sentences(operation, sentence_ids, to_pair)
    if sentence_ids:
        operation.run(_BY_HAND, (to_pair,))
    drop_empty(operation)


def unlink(store: Store, operation: Operation, pair_id: int) -> None:
    """Give each side of a pair a pair of its own."""
    pair = existing(store, pair_id)
    sides = [pair.sentences(role) for role in Role if pair.sentences(role)]
    for side in reversed(sides[1:]):
        put_sentences(operation, [sentence.id for sentence in side], add_pair(store, operation, pair_id))
    if sides[1:]:
        operation.run(_BY_HAND, (pair_id,))


def confirm(store: Store, operation: Operation, ids: Sequence[int]) -> None:
    """Vouch for pairs: they are kept when the rest is aligned again."""
    operation.run_many(_BY_HAND, ((pair.id,) for pair in pairs(store, ids) if not pair.confirmed))


def put_sentences(operation: Operation, ids: Sequence[int], pair_id: int) -> None:
    """Link sentences to a pair."""
    operation.run_many("UPDATE sentence SET pair = ? WHERE id = ?", ((pair_id, id_) for id_ in ids))


def expect_sentences(store: Store, ids: Sequence[int]) -> None:
    """Refuse sentences that are gone."""
    for id_ in ids:
        if not store.query("SELECT 1 FROM sentence WHERE id = ?", (id_,)):
            raise WorkbenchError(_("There is no sentence %(id)d in this review.") % {"id": id_})


def add_pair(store: Store, operation: Operation, after: int) -> int:
    """Add a confirmed pair right after another."""
    order = pair_ids(store)
    following = order[order.index(after) + 1 : order.index(after) + 2]
    here, *there = (position_of(store, id_) for id_ in [after, *following])
    position = (here + (there[0] if there else behind(here))) / 2
    return operation.run(
        "INSERT INTO pair(id, position, status, confirmed, confidence) VALUES (?,?,?,1,1.0)",
        (new_id(store, "pair"), position, Status.UNREVIEWED.value),
    )


def position_of(store: Store, pair_id: int) -> float:
    """Give where a pair stands in the order."""
    return float(store.query("SELECT position FROM pair WHERE id = ?", (pair_id,))[0][0])


def drop_empty(operation: Operation) -> None:
    """Delete pairs that have no sentence left."""
    operation.run("DELETE FROM pair WHERE id NOT IN (SELECT pair FROM sentence)")
