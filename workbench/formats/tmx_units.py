"""TMX as it is found: units of a source and a target segment, written back by splicing.

A memory of several languages is read as its source language and the one that most units have beside it.
Decisions, which TMX has no place for, stand in a property of the unit (1.4b, element <prop>).
"""

import re
from collections import Counter
from collections.abc import Iterator

from workbench.formats import bilingual_xml
from workbench.formats.bilingual_xml import Dialect, Found, Segment
from workbench.formats.splicing import Edit
from workbench.formats.tmx import STATUS_PROPERTY
from workbench.formats.xml_segments import is_exact, notes_of, sides
from workbench.formats.xml_tokens import root_name
from workbench.formats.xml_tree import Node, Record, prune, records
from workbench.model.document import Document
from workbench.model.format import Format
from workbench.model.status import Status

_VARIANT = re.compile(r"""<(?:[\w.-]+:)?tuv\b[^>]*?\s(?:xml:)?lang\s*=\s*["']([^"']*)""")
_ALL = "*all*"


def find(text: str) -> Found:
    """Find the segments of a TMX file's text; a unit without one of the two languages is left unread."""
    segments: list[Segment] = []
    unread: list[str] = []
    spoken = list(dict.fromkeys(_VARIANT.findall(text)))
    source = target = ""
    for number, record in enumerate(records(text, {"header", "tu"})):
        node, _above = record
        if node.local == "header":
            source = chosen(node.attributes.get("srclang", _ALL), spoken)
            continue
        source = source or chosen(_ALL, spoken)
        target = target or commonest(text, source)
        name = node.attributes.get("tuid") or str(number)
        segment = unit_segment(text, record, number, name, (source, target))
        if segment:
            prune(node)
            segments.append(segment)
        else:
            unread.append(name)
    return Found(segments, unread, (source or None, target or None))


def chosen(language: str, spoken: list[str]) -> str:
    """Give the source language as the units write it; the first there is where the header names none."""
    alike = [tag for tag in spoken if same(tag, language)]
    alike += [tag for tag in spoken if same(tag.partition("-")[0], language.partition("-")[0])]
    return next(iter([*alike, *spoken]), "")


def commonest(text: str, source: str) -> str:
    """Give the language that most units have beside the source."""
    counted = Counter(_VARIANT.findall(text))
    others = [(count, tag) for tag, count in counted.items() if not same(tag, source)]
    return max(others, default=(0, source), key=lambda other: other[0])[1]


def same(tag: str, other: str) -> bool:
    """Compare language tags, which are written in any case."""
    return tag.lower().replace("_", "-") == other.lower().replace("_", "-")


def unit_segment(
    text: str, record: Record, number: int, name: str, languages: tuple[str, str]
) -> Segment | None:
    """Read a unit's two variants; None where it has not both."""
    node, _above = record
    variants = [(language_of(variant), variant.own("seg")) for variant in node.elements("tuv")]
    source = next((seg for tag, seg in variants if seg and same(tag, languages[0])), None)
    target = next(
        (seg for tag, seg in variants if seg and seg is not source and same(tag, languages[1])), None
    )
    if source is None or target is None:
        return None
    both = sides(text, source, target, exact=is_exact(record, source))
    return Segment(name, *both, node, number, status_of(text, node), None, notes_of(text, node))


def language_of(variant: Node) -> str:
    """Give a variant's language; `lang` is TMX 1.1's attribute."""
    attributes = variant.attributes
    return attributes.get("xml:lang") or attributes.get("lang") or ""


def status_of(text: str, unit: Node) -> Status:
    """Give what a unit's property says was decided."""
    holder = status_property(unit)
    said = text[holder.inner : holder.inner_end] if holder else ""
    return Status(said) if said in set(Status) else Status.UNREVIEWED


def status_property(unit: Node) -> Node | None:
    """Find the property for decisions."""
    there = (one for one in unit.elements("prop") if one.attributes.get("type") == STATUS_PROPERTY)
    return next(there, None)


def decide(text: str, unit: Node, status: Status) -> Iterator[Edit]:
    """Make a unit's property say what was decided; properties stand before the variants."""
    holder = status_property(unit)
    if holder and not holder.is_empty_tag:
        yield Edit(holder.inner, holder.inner_end, status.value)
        return
    place = next(variant.start for variant in unit.elements("tuv"))
    name = unit.name.removesuffix("tu") + "prop"
    blank = text[len(text[:place].rstrip()) : place]
    yield Edit(place, place, f'<{name} type="{STATUS_PROPERTY}">{status.value}</{name}>{blank}')


TMX_DIALECT = Dialect("tmx", find, decide)


def read(data: bytes, charset: str | None = None) -> Document:
    """Read the segments of a TMX file."""
    return bilingual_xml.read(data, charset, TMX_DIALECT)


def write(document: Document, original: bytes) -> bytes:
    """Put the document's translations and decisions into the bytes of the file."""
    return bilingual_xml.write(document, original, TMX_DIALECT)


def recognises(head: bytes) -> bool:
    """Tell a TMX file by its root."""
    return root_name(head) == "tmx"


TMX = Format(name="tmx", suffixes=(".tmx",), recognises=recognises, read=read, write=write)
