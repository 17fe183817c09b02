"""The units of XLIFF 1.x: one segment each, or several that `mrk` marks where a tool cut it."""

from collections.abc import Iterator

from workbench.formats.bilingual_xml import Segment
from workbench.formats.splicing import Edit
from workbench.formats.xml_segments import (
    is_exact,
    is_translated,
    marked,
    notes_of,
    sides,
    sides_without_target,
)
from workbench.formats.xml_tree import Node, Record, attribute_edits
from workbench.model.status import Status

# What `state` says (XLIFF 1.2, section 2.3); whatever begins with "needs-" is for somebody to work on.
_APPROVED_STATES = frozenset({"final", "signed-off"})
# What Trados writes for a segment (`sdl:seg`, attribute `conf`), and memoQ for a row (`mq:status`).
_DIALECTS = {
    "ApprovedTranslation": Status.APPROVED,
    "ApprovedSignOff": Status.APPROVED,
    "RejectedTranslation": Status.NEEDS_WORK,
    "RejectedSignOff": Status.NEEDS_WORK,
    "Proofread": Status.APPROVED,
    "Reviewer1Confirmed": Status.APPROVED,
    "Rejected": Status.NEEDS_WORK,
}
_TO_TRADOS = {
    Status.APPROVED: "ApprovedTranslation",
    Status.NEEDS_WORK: "RejectedTranslation",
    Status.UNREVIEWED: "Translated",
}


def segments(text: str, record: Record, name: str) -> Iterator[Segment]:
    """Give the segments of a trans-unit; none where it has no source or is not to be translated."""
    unit, _above = record
    source, target = unit.own("source"), unit.own("target")
    if source is None or not is_translated(record):
        return
    exact = is_exact(record, source)
    notes, context = notes_of(text, unit), unit.attributes.get("resname")
    cut = unit.own("seg-source")
    found = list(marked(cut, target)) if cut and target else []
    for before, after in found:
        mid = after.attributes["mid"]
        own = trados_segment(unit, mid)
        both = sides(text, before, after, exact=exact)
        status = status_of(own or unit)
        place = f"{name}/{mid}"
        yield Segment(place, *both, own or unit, status, context, notes)
    if not found:
        behind = cut or source
        there = sides(text, source, target, exact=exact) if target else None
        both = there or sides_without_target(text, source, behind, exact=exact)
        yield Segment(name, *both, unit, status_of(unit), context, notes)


def trados_segment(unit: Node, mid: str) -> Node | None:
    """Find what Trados says of a segment."""
    there = (node for list_ in unit.elements("seg-defs") for node in list_.elements("seg"))
    return next((node for node in there if node.attributes.get("id") == mid), None)


def status_of(holder: Node) -> Status:
    """Give what a unit, or Trados's element for a segment, says was decided."""
    attributes = holder.attributes
    target = holder.own("target")
    state = target.attributes.get("state", "") if target else ""
    said = attributes.get("conf") or attributes.get("mq:status") or ""
    if state.startswith("needs-"):
        return Status.NEEDS_WORK
    if attributes.get("approved") == "yes" or state in _APPROVED_STATES:
        return Status.APPROVED
    return _DIALECTS.get(said, Status.UNREVIEWED)


def decided(text: str, holder: Node, status: Status) -> Iterator[Edit]:
    """Make a unit, or Trados's element for a segment, say what was decided."""
    if holder.local == "seg":
        yield from attribute_edits(text, holder, "conf", _TO_TRADOS[status])
        return
    approved = status is Status.APPROVED
    if approved or "approved" in holder.attributes:
        yield from attribute_edits(text, holder, "approved", "yes" if approved else "no")
    target = holder.own("target")
    if target is None:
        return
    if status is Status.NEEDS_WORK:
        yield from attribute_edits(text, target, "state", "needs-review-translation")
    elif "state" in target.attributes:
        yield from attribute_edits(text, target, "state", "signed-off" if approved else "translated")
