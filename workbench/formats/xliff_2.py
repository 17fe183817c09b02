"""The units of XLIFF 2.x: their segments, each with a state of its own."""

from collections.abc import Iterator

from workbench.formats.bilingual_xml import Segment
from workbench.formats.splicing import Edit
from workbench.formats.xml_segments import is_exact, is_translated, notes_of, sides, sides_without_target
from workbench.formats.xml_tree import Node, Record, attribute_edits
from workbench.model.status import Status

# XLIFF 2.1, section 4.3.1.27, "state"; a segment to work on is no state of its own there, so that is said by
# `subState`, which is a tool's with a prefix of its own (4.3.1.29).
_APPROVED_STATES = frozenset({"reviewed", "final"})
NEEDS_WORK = "workbench:needs-work"


def segments(text: str, record: Record, name: str) -> Iterator[Segment]:
    """Give the segments of a unit; none where it is not to be translated."""
    unit, _above = record
    if not is_translated(record):
        return
    notes = [note for list_ in unit.elements("notes") for note in notes_of(text, list_)]
    for segment in unit.elements("segment"):
        source, target = segment.own("source"), segment.own("target")
        if source is None:
            continue
        exact = is_exact((segment, (*_above, unit)), source)
        both = sides(text, source, target, exact=exact) if target else None
        both = both or sides_without_target(text, source, source, exact=exact)
        own = segment.attributes.get("id")
        place = f"{name}/{own}" if own else name
        context = unit.attributes.get("name")
        yield Segment(place, *both, segment, status_of(segment), context, tuple(notes))


def status_of(segment: Node) -> Status:
    """Give what a segment says was decided."""
    if segment.attributes.get("subState") == NEEDS_WORK:
        return Status.NEEDS_WORK
    return Status.APPROVED if segment.attributes.get("state") in _APPROVED_STATES else Status.UNREVIEWED


def decided(text: str, segment: Node, status: Status) -> Iterator[Edit]:
    """Make a segment say what was decided; a `subState` goes with the state it was of."""
    state = "reviewed" if status is Status.APPROVED else "translated"
    yield from attribute_edits(text, segment, "state", state)
    yield from attribute_edits(text, segment, "subState", NEEDS_WORK if status is Status.NEEDS_WORK else None)
