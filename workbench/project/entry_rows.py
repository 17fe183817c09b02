"""The rows of a catalogue's entries: packed by the process that reads them, laid out where the review is.

An entry is a pair of its own; ids follow the entries' numbers, translation and source by turns.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model.document import Unit
from workbench.model.status import Status
from workbench.project.importing import context_of
from workbench.store import Packed
from workbench.store.hashes import Value, digests, encode, layout
from workbench.store.packing import pack

_PACKED = ("number", "status", "place", "context", "text", "end", "source", "source_end", "hashes")
# How an entry is laid out in the tables. Its source text is the other document's: no unit repeats it.
_LAID_OUT = {
    "pair": (
        "INSERT INTO pair(id, position, status, confirmed, confidence, hash)"
        " SELECT number + 1, number, status, 0, 1.0, substr(hashes, 1, 8) FROM packed.row"
    ),
    "unit": (
        "INSERT INTO unit(id, document, position, place, source, context, hash)"
        " SELECT 2 * number + side, side, number, place, NULL, CASE side WHEN 1 THEN context END,"
        " substr(hashes, 1 + 8 * side, 8) FROM packed.row CROSS JOIN (SELECT 1 AS side UNION ALL SELECT 2)"
    ),
    "sentence": (
        'INSERT INTO sentence(id, unit, pair, position, start, "end", text, original, hash)'
        " SELECT 2 * number + side, 2 * number + side, number + 1, number, 0,"
        ' CASE side WHEN 1 THEN "end" ELSE source_end END,'
        " CASE side WHEN 1 THEN text ELSE source END, CASE side WHEN 1 THEN text ELSE source END,"
        " substr(hashes, 17 + 8 * side, 8) FROM packed.row CROSS JOIN (SELECT 1 AS side UNION ALL SELECT 2)"
    ),
}
_PAIR, _SENTENCE = layout("ieecc", 0, 1.0), layout("iiieciee", 0)
_OURS, _THEIRS = layout("iciece", 1, None), layout("iciecc", 2, None, None)
_STATUSES = {status.value: encode(status.value) for status in Status}


@dataclass(frozen=True, slots=True)
class Part:
    """Entries from a number on, what their file says was decided about each, and their rows."""

    start: int
    statuses: Sequence[Status]
    rows: Packed

    def pairs(self) -> list[tuple[int, Status]]:
        """Give the ids of the pairs, and what was decided."""
        return list(enumerate(self.statuses, self.start + 1))


def part(some: Sequence[Unit], start: int) -> Part:
    """Pack the rows of entries, hashed."""
    data = pack(_PACKED, (packed_row(number, unit) for number, unit in enumerate(some, start)))
    statuses = tuple(unit.status for unit in some)
    return Part(start, statuses, Packed(data, _LAID_OUT))


def packed_row(number: int, unit: Unit) -> Sequence[Value]:
    """Give all that the rows of an entry hold, and their hashes one behind the other.

    The sequence of values in a hash is that of the table's columns, see `importing`.
    """
    pair, here, there = number + 1, 2 * number + 1, 2 * number + 2
    text, source, context, status = unit.text, unit.source or "", context_of(unit), unit.status.value
    position, place, ours, theirs = encode(float(number)), encode(unit.place), encode(text), encode(source)
    rows = (
        _PAIR % (pair, position, _STATUSES[status]),
        _OURS % (here, number, place, encode(context)),
        _THEIRS % (there, number, place),
        _SENTENCE % (here, here, pair, position, len(text), ours, ours),
        _SENTENCE % (there, there, pair, position, len(source), theirs, theirs),
    )
    return number, status, unit.place, context, text, len(text), source, len(source), digests(rows)
