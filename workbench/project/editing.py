"""Changes to the translation and to what the reviewer decided: each one operation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.errors import WorkbenchError
from workbench.i18n import N_, _
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.pair import Pair, Sentence, Status
from workbench.project.annotating import follow_edit
from workbench.project.queries import pairs
from workbench.project.room import new_id
from workbench.store import Operation, Store
from workbench.text.edit import distribute, joined

EDIT, EDIT_MANY = N_("Edit text"), N_("Edit texts")
STATUS_STEPS: Mapping[Status, str] = {
    Status.APPROVED: N_("Approve"),
    Status.NEEDS_WORK: N_("Mark as needing work"),
    Status.UNREVIEWED: N_("Mark as unreviewed"),
}


def set_text(store: Store, pair_id: int, text: str) -> ChangeSet:
    """Give a pair's translation a new text; keystrokes that follow one another merge into one step."""
    with store.operation(EDIT, place=pair_id, merge=f"text:{pair_id}") as operation:
        put_text(store, operation, existing(store, pair_id), text)
    return operation.changes


def replace_spans(
    store: Store, edits: Mapping[int, Sequence[tuple[int, str, str]]], name: str = EDIT_MANY
) -> ChangeSet:
    """Replace (start, old, new) in the texts of pairs in one step; every sentence keeps what is its own."""
    with store.operation(name, place=next(iter(edits), None)) as operation:
        for pair in pairs(store, list(edits)):
            shares = [sentence.text for sentence in pair.translation]
            for start, old, new in sorted(edits[pair.id], reverse=True):
                text = joined(shares)
                if text[start : start + len(old)] == old:
                    shares = distribute(shares, text[:start] + whole(new) + text[start + len(old) :])
            put_shares(store, operation, pair, shares)
    return operation.changes


def set_status(store: Store, ids: Sequence[int], status: Status) -> ChangeSet:
    """Record what the reviewer decided about pairs."""
    with store.operation(STATUS_STEPS[status], place=ids[0] if ids else None) as operation:
        for pair in pairs(store, ids):
            if pair.status is not status:
                operation.run("UPDATE pair SET status = ? WHERE id = ?", (status.value, pair.id))
    return operation.changes


def existing(store: Store, pair_id: int) -> Pair:
    """Give a pair, or say that it is gone."""
    found = pairs(store, [pair_id])
    if not found:
        raise WorkbenchError(_("There is no pair %(id)d in this review.") % {"id": pair_id})
    return found[0]


def put_text(store: Store, operation: Operation, pair: Pair, text: str) -> None:
    """Write the shares of an edited text to the sentences it came from."""
    if not pair.translation:
        if text:
            add_sentence(store, operation, pair, whole(text))
        return
    shares = distribute([sentence.text for sentence in pair.translation], whole(text))
    put_shares(store, operation, pair, shares)


def with_text(pair: Pair, text: str) -> Pair:
    """Give a pair as it will be once its translation has this text."""
    if not pair.translation:
        added = Sentence(0, None, 0, whole(text), "")
        return replace(pair, translation=(added,) if text else ())
    shares = distribute([sentence.text for sentence in pair.translation], whole(text))
    sentences = zip(pair.translation, shares, strict=True)
    return replace(pair, translation=tuple(replace(sentence, text=share) for sentence, share in sentences))


def put_shares(store: Store, operation: Operation, pair: Pair, shares: Sequence[str]) -> None:
    """Write the new texts of a pair's sentences; the reviewer's marks on them follow."""
    follow_edit(store, operation, pair, shares)
    for sentence, share in zip(pair.translation, shares, strict=True):
        if share != sentence.text:
            operation.run("UPDATE sentence SET text = ? WHERE id = ?", (share, sentence.id))


def whole(text: str) -> str:
    """Put surrogate halves together; one that lost its other half becomes U+FFFD, which can be stored."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def add_sentence(store: Store, operation: Operation, pair: Pair, text: str) -> None:
    """Add a sentence for a passage the translation left out, after the sentence before it."""
    unit, position = place_for(store, pair.id)
    operation.run(
        'INSERT INTO sentence(id, unit, pair, position, start, "end", text, original)'
        " VALUES (?,?,?,?,NULL,NULL,?,?)",
        (new_id(store, "sentence"), unit, pair.id, position, text, ""),
    )


def place_for(store: Store, pair_id: int) -> tuple[int, float]:
    """Find the unit and the position between the translation's sentences around a pair that has none."""
    around = (
        "SELECT s.unit, s.position FROM sentence s JOIN unit u ON u.id = s.unit"
        " JOIN document d ON d.id = u.document AND d.role = ? JOIN pair p ON p.id = s.pair"
        " WHERE p.position {sign} (SELECT position FROM pair WHERE id = ?)"
        " ORDER BY p.position {way}, s.position {way} LIMIT 1"
    )
    key = (Role.TRANSLATION.value, pair_id)
    before = store.query(around.format(sign="<", way="DESC"), key)
    after = store.query(around.format(sign=">", way="ASC"), key)
    if not before and not after:
        raise WorkbenchError(_("The translation holds no sentence that this one could stand beside."))
    if not after:
        return int(before[0][0]), float(before[0][1]) + 0.5
    if not before:
        return int(after[0][0]), float(after[0][1]) - 0.5
    return int(before[0][0]), (float(before[0][1]) + float(after[0][1])) / 2
