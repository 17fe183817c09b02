"""Ratings read from XLIFF 2: its annotations (`mrk`, `sm` … `em`) that say a localization quality issue."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model.annotation import Annotation, Reply, Span
from workbench.model.document import Role
from workbench.mqm.ratings import Key, Rating, Segment, grouped, numbered
from workbench.mqm.typology import Typology
from workbench.mqm.xliff_names import KEY_FIELDS, XLIFF, its, local, own

Attributes = Mapping[str, str]
_CODE_POINT = "cp"
_STANDOFF = "#its="


@dataclass(slots=True)
class Content:
    """The text of a source or target as it is read, and the spans of its annotations."""

    text: str = ""
    spans: list[tuple[Attributes, Span]] = field(default_factory=list)
    open: dict[str, tuple[Attributes, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit says beside its segments."""

    node: etree._Element
    metadata: tuple[tuple[str, Mapping[str, str]], ...]
    reviewer: str

    def groups(self, category: str) -> list[Mapping[str, str]]:
        """Give the metadata groups of a category."""
        return [group for name, group in self.metadata if name == category]


def read(data: bytes, typology: Typology) -> list[Segment]:
    """Read ratings; what stands in the file without a mark of ours is named in the typology's words."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise WorkbenchError(_("The ratings are not XML: %(reason)s.") % {"reason": error}) from error
    if root.tag != f"{{{XLIFF}}}xliff":
        raise WorkbenchError(_('The ratings are not XLIFF 2, which begins with <xliff version="2.…">.'))
    found = []
    for node in root.iter(f"{{{XLIFF}}}unit"):
        unit = Unit(node, tuple(metadata(node)), inherited(node, its("revPerson")))
        for segment in node.iterchildren(f"{{{XLIFF}}}segment"):
            found += list(rated(unit, segment, typology))
    return numbered(grouped(found))


def metadata(unit: etree._Element) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Give the metadata groups of a unit: their category and what they say by type."""
    for group in unit.iter():
        if local(group) == "metaGroup":
            told = {
                one.get("type", ""): "".join(map(str, one.itertext()))
                for one in group
                if local(one) == "meta"
            }
            yield group.get("category", ""), told


def inherited(node: etree._Element, name: str) -> str:
    """Give what an element or the nearest one above it says in an attribute."""
    return next((found for one in (node, *node.iterancestors()) if (found := one.get(name))), "")


def rated(unit: Unit, node: etree._Element, typology: Typology) -> Iterator[tuple[Segment, Rating]]:
    """Give the ratings of a segment, each reviewer's on its own."""
    sides = {Role.SOURCE: content(node, "source"), Role.TRANSLATION: content(node, "target")}
    segment = Segment(key_of(unit, node), sides[Role.SOURCE].text, sides[Role.TRANSLATION].text)
    for group in unit.groups("mqm-rating"):
        yield segment, Rating(group.get("rater", ""), score=number(group.get("score")))
    for side, told in sides.items():
        for attributes, span in told.spans:
            for issue in issues(unit, attributes):
                mark = annotation(issue, (side, span), segment.text(side), typology)
                replies = tuple(replies_to(unit, attributes.get("id", "")))
                rater = attributes.get(its("revPerson")) or unit.reviewer
                yield segment, Rating(rater, (replace(mark, replies=replies),))


def content(segment: etree._Element, name: str) -> Content:
    """Read a source or target; "" where there is none."""
    made = Content()
    for node in segment.iterchildren(f"{{{XLIFF}}}{name}"):
        take(node, made)
    return made


def take(node: etree._Element, made: Content) -> None:
    """Add what stands in an element: its text, and what its inner elements hold."""
    made.text += node.text or ""
    for child in node:
        inline(child, made)
        made.text += child.tail or ""


def inline(node: etree._Element, made: Content) -> None:
    """Add an inner element: an annotation, a character that XML cannot hold, or what a code encloses."""
    name, attributes = local(node), {str(key): str(value) for key, value in node.items()}
    start = len(made.text)
    if name == _CODE_POINT:
        made.text += character(node.get("hex", ""))
    elif name == "sm":
        made.open[node.get("id", "")] = attributes, start
    elif name == "em" and node.get("startRef") in made.open:
        begun, begin = made.open.pop(node.get("startRef", ""))
        made.spans.append((begun, (begin, start)))
    else:
        index = len(made.spans)
        take(node, made)
        if name == "mrk":
            made.spans.insert(index, (attributes, (start, len(made.text))))


def character(hexadecimal: str) -> str:
    """Give the character that `cp` stands for; U+FFFD for what is none."""
    try:
        found = chr(int(hexadecimal, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
    return "\ufffd" if "\ud800" <= found <= "\udfff" else found


def issues(unit: Unit, attributes: Attributes) -> Iterable[Attributes]:
    """Give the issues of an annotation: its own, or those it names that stand elsewhere in the unit."""
    said = {name: value for name, value in attributes.items() if "locQualityIssue" in name}
    reference = said.get(its("locQualityIssuesRef"), "")
    if not reference:
        return [attributes] if said else []
    wanted = reference.removeprefix(_STANDOFF).removeprefix("#")
    return [
        {its(str(name)): str(value) for name, value in issue.items()}
        for holder in unit.node.iter(its("locQualityIssues"))
        if holder.get("{http://www.w3.org/XML/1998/namespace}id") == wanted
        for issue in holder
    ]


def annotation(issue: Attributes, place: tuple[Role, Span], text: str, typology: Typology) -> Annotation:
    """Make a mark of an issue: in its own words where they are ours, else in the typology's nearest."""
    side, span = place
    type_ = issue.get(its("locQualityIssueType"), "uncategorized")
    nearest = typology.category_by_its(type_)
    return Annotation(
        0, side, span,
        category=issue.get(own("category")) or (nearest.id if nearest else type_),
        severity=issue.get(own("severity")) or severity_of(issue, typology),
        text=text[slice(*span)],
        note=issue.get(its("locQualityIssueComment"), ""),
        time=number(issue.get(own("time"))),
        finding=issue.get(own("finding")),
    )  # fmt: skip


def severity_of(issue: Attributes, typology: Typology) -> str:
    """Give the severity whose number is nearest; where none is said, the mildest that costs anything."""
    said = number(issue.get(its("locQualityIssueSeverity")))
    if said is not None:
        return typology.severity_by_its(said).id
    return next((one.id for one in typology.severities if one.weight), typology.severities[-1].id)


def replies_to(unit: Unit, mark: str) -> Iterator[Reply]:
    """Give the talk beneath a mark."""
    for group in unit.groups("mqm-reply"):
        if mark and group.get("mark") == mark:
            yield Reply(group.get("author", ""), number(group.get("time")), group.get("text", ""))


def key_of(unit: Unit, node: etree._Element) -> Key:
    """Give the key that was written with the segment, or one of the ids in the file."""
    for group in unit.groups("mqm-segment"):
        return Key(*(group.get(name, "") for name in KEY_FIELDS))
    names = (unit.node.get("id"), node.get("id"))
    file = next(unit.node.iterancestors(f"{{{XLIFF}}}file"), None)
    document = "" if file is None else file.get("original") or file.get("id") or ""
    return Key("", document, "", "/".join(name for name in names if name))


def number(text: str | None) -> float | None:
    """Read a number; None where there is none."""
    try:
        found = float(text or "")
    except ValueError:
        return None
    return found if math.isfinite(found) else None
