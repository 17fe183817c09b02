"""XLIFF 1.0 to 1.2 and 2.0 to 2.2, with the dialects of Trados (sdlxliff) and memoQ (mqxliff).

Sources: XLIFF 1.2 (OASIS Standard, 2008), XLIFF 2.1 (OASIS Standard, 2018).
"""

from collections.abc import Iterator

from workbench.formats import bilingual_xml
from workbench.formats.bilingual_xml import Dialect, Languages, Segment
from workbench.formats.splicing import Edit
from workbench.formats.xliff_1 import decided as decided_1
from workbench.formats.xliff_1 import segments as segments_1
from workbench.formats.xliff_2 import decided as decided_2
from workbench.formats.xliff_2 import segments as segments_2
from workbench.formats.xml_stream import windows
from workbench.formats.xml_tree import Node, Record, inherited
from workbench.model.document import Document
from workbench.model.status import Status

_SEGMENTS = {"trans-unit": segments_1, "unit": segments_2}
RECORDS = frozenset(_SEGMENTS)


def segments(text: str, record: Record, name: str, _languages: Languages) -> Iterator[Segment]:
    """Give the segments of a unit; none where it is not to be translated."""
    return _SEGMENTS[record[0].local](text, record, name)


def languages(data: bytes, codec: str) -> Languages:
    """Give the languages of source and target, which stand above the first unit."""
    there = windows([data], codec, RECORDS)
    first = next((record for window in there for record in window.records), None)
    return (None, None) if first is None else languages_of(first)


def languages_of(record: Record) -> Languages:
    """Give the languages of source and target."""
    source = inherited("source-language", record) or inherited("srcLang", record)
    return source, inherited("target-language", record) or inherited("trgLang", record)


def decide(text: str, holder: Node, status: Status) -> Iterator[Edit]:
    """Make an element say what was decided about its segments."""
    return (decided_2 if holder.local == "segment" else decided_1)(text, holder, status)


XLIFF_DIALECT = Dialect("xliff", RECORDS, languages, segments, decide)


def read(data: bytes, charset: str | None = None) -> Document:
    """Read the segments of an XLIFF file."""
    return bilingual_xml.read(data, charset, XLIFF_DIALECT)


def parts(data: bytes, charset: str | None = None) -> Iterator[Document]:
    """Read the segments of an XLIFF file part by part."""
    return bilingual_xml.parts(data, charset, XLIFF_DIALECT)


def write(document: Document, original: bytes) -> bytes:
    """Put the document's translations and decisions into the bytes of the file."""
    return bilingual_xml.write(document, original, XLIFF_DIALECT)
