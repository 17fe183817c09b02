"""A reviewer's marks and scores: each change one operation; marks follow the text when it is edited."""

import time
from collections.abc import Sequence
from dataclasses import replace

from workbench.errors import WorkbenchError
from workbench.figures import amount
from workbench.i18n import N_, _
from workbench.model.annotation import Annotation, Assessment, Reply
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.pair import Pair, join
from workbench.mqm.following import follow
from workbench.project.anchors import anchor
from workbench.project.annotations import annotations
from workbench.project.queries import pairs
from workbench.store import Operation, Store

ANNOTATE, REVISE, REMOVE, REPLY, ASSESS, TAKE_IN = (
    N_("Mark an error"),
    N_("Change a mark"),
    N_("Remove marks"),
    N_("Reply"),
    N_("Score a pair"),
    N_("Import marks"),
)
_PLACED = 'sentence = ?, start = ?, last = ?, "end" = ?, gone = ?'
BEST = 100.0  # of ESA's scale


def annotate(store: Store, marks: Sequence[Annotation]) -> ChangeSet:
    """Keep marks in one step; `text` is what stands there now; so is `time` where there is none."""
    return keep(store, ANNOTATE, marks, ())


def take_in(store: Store, marks: Sequence[Annotation], scores: Sequence[Assessment]) -> ChangeSet:
    """Keep marks and scores from elsewhere in one step."""
    return keep(store, TAKE_IN, marks, scores)


def keep(store: Store, name: str, marks: Sequence[Annotation], scores: Sequence[Assessment]) -> ChangeSet:
    """Write marks and scores under a name in the history."""
    places = [*(mark.pair for mark in marks), *(given.pair for given in scores)]
    there = {pair.id: pair for pair in pairs(store, places)}
    with store.operation(name, place=places[0] if places else None) as operation:
        for mark in marks:
            insert(operation, expect_pair(there.get(mark.pair), mark.pair), mark)
        for given in scores:
            insert_score(operation, expect_pair(there.get(given.pair), given.pair), given)
    return operation.changes


def insert(operation: Operation, pair: Pair, mark: Annotation) -> None:
    """Write one mark with its replies."""
    sentences, text = pair.sentences(mark.side), pair.text(mark.side)
    start, end = mark.span
    if not sentences:
        raise WorkbenchError(_("This pair has no sentence on that side; mark the error on another side."))
    if not 0 <= start <= end <= len(text):
        raise WorkbenchError(
            _("The text ends at %(end)d; a mark from %(start)d to %(stop)d lies outside.")
            % {"end": len(text), "start": start, "stop": end}
        )
    hung = anchor(sentences, mark.span)
    row = (
        hung.sentence, hung.start, hung.last, hung.end, text[start:end], mark.category, mark.severity,
        mark.note, mark.author, moment(mark.time), mark.finding,
    )  # fmt: skip
    id_ = operation.run(
        'INSERT INTO annotation(sentence, start, last, "end", text, gone, category, severity, note, author,'
        " time, finding) VALUES (?,?,?,?,?,0,?,?,?,?,?,?)",
        row,
    )
    for one in mark.replies:
        insert_reply(operation, id_, one)


def insert_reply(operation: Operation, mark: int, reply: Reply) -> None:
    """Write one reply."""
    row = (mark, reply.author, moment(reply.time), reply.text)
    operation.run("INSERT INTO reply(annotation, author, time, text) VALUES (?,?,?,?)", row)


def moment(given: float | None) -> float:
    """Give the time that was given, or now."""
    return time.time() if given is None else given


def revise(store: Store, mark: Annotation) -> ChangeSet:
    """Give a mark another span, category, severity or note; who made it and when stays."""
    before = existing_mark(store, mark.id)
    (pair,) = pairs(store, [before.pair])
    text = pair.text(before.side)
    if not 0 <= mark.span[0] <= mark.span[1] <= len(text):
        raise WorkbenchError(
            _("The text ends at %(end)d; a mark from %(start)d to %(stop)d lies outside.")
            % {"end": len(text), "start": mark.span[0], "stop": mark.span[1]}
        )
    moved = mark.span != before.span
    hung = anchor(pair.sentences(before.side), mark.span)
    marked = text[slice(*mark.span)] if moved else before.text
    gone = before.gone and not moved
    row = (
        hung.sentence,
        hung.start,
        hung.last,
        hung.end,
        gone,
        marked,
        mark.category,
        mark.severity,
        mark.note,
    )
    with store.operation(REVISE, place=pair.id) as operation:
        operation.run(
            f"UPDATE annotation SET {_PLACED}, text = ?, category = ?, severity = ?, note = ? WHERE id = ?",  # noqa: S608 -- our own words
            (*row, mark.id),
        )
    return operation.changes


def remove(store: Store, ids: Sequence[int]) -> ChangeSet:
    """Take marks away, with what was said beneath them."""
    there = [existing_mark(store, id_) for id_ in ids]
    with store.operation(REMOVE, place=there[0].pair if there else None) as operation:
        operation.run_many("DELETE FROM annotation WHERE id = ?", ((mark.id,) for mark in there))
    return operation.changes


def reply(store: Store, mark: int, said: Reply) -> ChangeSet:
    """Say something beneath a mark."""
    there = existing_mark(store, mark)
    with store.operation(REPLY, place=there.pair) as operation:
        insert_reply(operation, mark, said)
    return operation.changes


def assess(store: Store, given: Assessment) -> ChangeSet:
    """Keep how good a reviewer finds a pair; a second score of one's own takes the place of the first.

    A slider's moves one after the other are one step.
    """
    pair = expect_pair(next(iter(pairs(store, [given.pair])), None), given.pair)
    merge = f"assess:{pair.id}:{given.author}"
    with store.operation(ASSESS, place=pair.id, merge=merge) as operation:
        insert_score(operation, pair, given)
    return operation.changes


def insert_score(operation: Operation, pair: Pair, given: Assessment) -> None:
    """Write one score in the place of an earlier one."""
    if not 0 <= given.score <= BEST:
        raise WorkbenchError(
            _("A score lies between 0 and 100, not at %(score)s.") % {"score": amount(given.score)}
        )
    clear_assessment(operation, pair.id, given.author)
    operation.run(
        "INSERT INTO assessment(pair, author, score, time, text) VALUES (?,?,?,?,?)",
        (pair.id, given.author, given.score, moment(given.time), pair.text(Role.TRANSLATION)),
    )


def unassess(store: Store, pair_id: int, author: str) -> ChangeSet:
    """Take a reviewer's score of a pair away."""
    with store.operation(ASSESS, place=pair_id) as operation:
        clear_assessment(operation, pair_id, author)
    return operation.changes


def clear_assessment(operation: Operation, pair_id: int, author: str) -> None:
    """Delete a reviewer's score of a pair."""
    operation.run("DELETE FROM assessment WHERE pair = ? AND author = ?", (pair_id, author))


def expect_pair(pair: Pair | None, id_: int) -> Pair:
    """Give a pair, or say that it is gone."""
    if pair is None:
        raise WorkbenchError(_("There is no pair %(id)d in this review.") % {"id": id_})
    return pair


def existing_mark(store: Store, id_: int) -> Annotation:
    """Give a mark, or say that it is gone."""
    row = store.query(
        "SELECT s.pair FROM annotation a JOIN sentence s ON s.id = a.sentence WHERE a.id = ?", (id_,)
    )
    there = annotations(store, pairs(store, [row[0][0]])) if row else []
    found = next((mark for mark in there if mark.id == id_), None)
    if found is None:
        raise WorkbenchError(_("There is no mark %(id)d in this review.") % {"id": id_})
    return found


def follow_edit(store: Store, operation: Operation, pair: Pair, shares: Sequence[str]) -> None:
    """Move a pair's marks along with an edit that is being written: `shares` are its sentences' new texts.

    A mark of which no character is left is kept with its old text, and is whole again when that text is typed
    again in its place.
    """
    held = [mark for mark in annotations(store, [pair]) if mark.side is Role.TRANSLATION]
    if not held:
        return
    edited = [replace(one, text=share) for one, share in zip(pair.translation, shares, strict=True)]
    old, new = pair.text(Role.TRANSLATION), join(shares)
    for mark, found in zip(held, follow(old, new, [mark.span for mark in held]), strict=True):
        place = found.span[0]
        back = mark.gone and new.startswith(mark.text, place)
        span = (place, place + len(mark.text)) if back else found.span
        hung = anchor(edited, span)
        gone = not back and (mark.gone or found.gone)
        operation.run(
            f"UPDATE annotation SET {_PLACED} WHERE id = ?",  # noqa: S608 -- our own words
            (hung.sentence, hung.start, hung.last, hung.end, gone, mark.id),
        )
