"""TMX as it is found: units of a source and a target segment, written back by splicing.

A memory of several languages is read as its source language and the one that most units have beside it.
Decisions, which TMX has no place for, stand in a property of the unit (1.4b, element <prop>).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from workbench.formats import bilingual_xml
from workbench.formats.bilingual_xml import Dialect, Languages, Segment
from workbench.formats.splicing import Edit
from workbench.formats.tmx_export import CONTEXT_PROPERTY, STATUS_PROPERTY
from workbench.formats.xml_segments import is_exact, notes_of, sides
from workbench.formats.xml_stream import decoded
from workbench.formats.xml_tokens import plain
from workbench.formats.xml_tree import Node, Record
from workbench.model.document import Document
from workbench.model.status import Status

_VARIANT = re.compile(r"""<(?:[\w.-]+:)?tuv\b[^>]*?\s(?:xml:)?lang\s*=\s*["']([^"']*)""")
_HEADER = re.compile(r"""<(?:[\w.-]+:)?header\b[^>]*?\ssrclang\s*=\s*["']([^"']*)""")
_ALL = "*all*"
RECORDS = frozenset({"tu"})


def languages(data: bytes, codec: str) -> Languages:
    """Choose the source language, as the units write it, and the one that most units have beside it."""
    counts: Counter[str] = Counter()
    source = _ALL
    for text in tag_texts(data, codec):
        counts.update(_VARIANT.findall(text))
        found = _HEADER.search(text) if source == _ALL else None
        source = found[1] if found else source
    source = chosen(source, list(counts))
    return source or None, commonest(counts, source) or None


def tag_texts(data: bytes, codec: str) -> Iterator[str]:
    """Give a file's text in pieces that break no tag."""
    rest = ""
    for file, _final in decoded([data], codec):
        text, bracket, rest = (rest + file.text).rpartition("<")
        rest = bracket + rest
        yield text
    yield rest


def chosen(language: str, spoken: list[str]) -> str:
    """Give the source language as the units write it; the first there is where the header names none."""
    alike = [tag for tag in spoken if same(tag, language)]
    alike += [tag for tag in spoken if same(tag.partition("-")[0], language.partition("-")[0])]
    return next(iter([*alike, *spoken]), "")


def commonest(counts: Mapping[str, int], source: str) -> str:
    """Give the language that most units have beside the source."""
    others = [(count, tag) for tag, count in counts.items() if not same(tag, source)]
    return max(others, default=(0, source), key=lambda other: other[0])[1]


def same(tag: str, other: str) -> bool:
    """Compare language tags, which are written in any case."""
    return tag.lower().replace("_", "-") == other.lower().replace("_", "-")


def segments(text: str, record: Record, name: str, spoken: Languages) -> Iterator[Segment]:
    """Give the segment of a unit; none where it has not both languages."""
    node, _above = record
    there = list(variants(node))
    source, target = ([seg for tag, seg in there if same(tag, language or "")] for language in spoken)
    target = [seg for seg in target if seg is not source[0]] if source else []
    if target:
        both = sides(text, source[0], target[0], exact=is_exact(record, source[0]))
        yield Segment(name, *both, node, status_of(text, node), context_of(text, node), notes_of(text, node))


def variants(unit: Node) -> Iterator[tuple[str, Node]]:
    """Give the segments of a unit with their languages; `lang` is TMX 1.1's attribute."""
    for variant in unit.elements("tuv"):
        attributes, segment = variant.attributes, variant.own("seg")
        if segment is not None:
            yield attributes.get("xml:lang") or attributes.get("lang") or "", segment


def status_of(text: str, unit: Node) -> Status:
    """Give what a unit's property says was decided."""
    said = said_by(text, unit, STATUS_PROPERTY)
    return Status(said) if said in set(Status) else Status.UNREVIEWED


def context_of(text: str, unit: Node) -> str | None:
    """Give what a unit's property says of its context."""
    said = said_by(text, unit, CONTEXT_PROPERTY)
    return None if said is None else plain(said)


def said_by(text: str, unit: Node, name: str) -> str | None:
    """Give the value of a unit's property."""
    holder = property_of(unit, name)
    return text[holder.inner : holder.inner_end] if holder else None


def property_of(unit: Node, name: str) -> Node | None:
    """Find a property."""
    return next((one for one in unit.elements("prop") if one.attributes.get("type") == name), None)


def decide(text: str, unit: Node, status: Status) -> Iterator[Edit]:
    """Make a unit's property say what was decided; properties stand before the variants."""
    holder = property_of(unit, STATUS_PROPERTY)
    if holder and not holder.is_empty_tag:
        yield Edit(holder.inner, holder.inner_end, status.value)
        return
    place = next(variant.start for variant in unit.elements("tuv"))
    name = unit.name.removesuffix("tu") + "prop"
    blank = text[len(text[:place].rstrip()) : place]
    yield Edit(place, place, f'<{name} type="{STATUS_PROPERTY}">{status.value}</{name}>{blank}')


TMX_DIALECT = Dialect("tmx", RECORDS, languages, segments, decide)


def read(data: bytes, charset: str | None = None) -> Document:
    """Read the segments of a TMX file."""
    return bilingual_xml.read(data, charset, TMX_DIALECT)


def parts(data: bytes, charset: str | None = None) -> Iterator[Document]:
    """Read the segments of a TMX file part by part."""
    return bilingual_xml.parts(data, charset, TMX_DIALECT)


def write(document: Document, original: bytes) -> bytes:
    """Put the document's translations and decisions into the bytes of the file."""
    return bilingual_xml.write(document, original, TMX_DIALECT)
