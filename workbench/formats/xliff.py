"""XLIFF 1.0 to 1.2 and 2.0 to 2.2, with the dialects of Trados (sdlxliff) and memoQ (mqxliff).

Sources: XLIFF 1.2 (OASIS Standard, 2008), XLIFF 2.1 (OASIS Standard, 2018).
"""

from collections.abc import Iterator

from workbench.formats import bilingual_xml
from workbench.formats.bilingual_xml import Dialect, Found, Segment
from workbench.formats.splicing import Edit
from workbench.formats.xliff_1 import decided as decided_1
from workbench.formats.xliff_1 import segments as segments_1
from workbench.formats.xliff_2 import decided as decided_2
from workbench.formats.xliff_2 import segments as segments_2
from workbench.formats.xml_tokens import root_name
from workbench.formats.xml_tree import Node, Record, inherited, prune, records
from workbench.model.document import Document
from workbench.model.format import Format
from workbench.model.status import Status

_SEGMENTS = {"trans-unit": segments_1, "unit": segments_2}
_SUFFIXES = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")


def find(text: str) -> Found:
    """Find the segments of an XLIFF file's text; a unit that is not to be translated is left unread."""
    segments: list[Segment] = []
    unread: list[str] = []
    languages: tuple[str | None, str | None] | None = None
    for record in records(text, _SEGMENTS):
        languages = languages or languages_of(record)
        number = segments[-1].number + 1 if segments else 0
        found = list(_SEGMENTS[record[0].local](text, record, number))
        for segment in found:
            prune(segment.holder)
        segments += found
        if not found:
            unread.append(record[0].attributes.get("id", ""))
    return Found(segments, unread, languages or (None, None))


def languages_of(record: Record) -> tuple[str | None, str | None]:
    """Give the languages of source and target."""
    source = inherited("source-language", record) or inherited("srcLang", record)
    return source, inherited("target-language", record) or inherited("trgLang", record)


def decide(text: str, holder: Node, status: Status) -> Iterator[Edit]:
    """Make an element say what was decided about its segments."""
    return (decided_2 if holder.local == "segment" else decided_1)(text, holder, status)


XLIFF_DIALECT = Dialect("xliff", find, decide)


def read(data: bytes, charset: str | None = None) -> Document:
    """Read the segments of an XLIFF file."""
    return bilingual_xml.read(data, charset, XLIFF_DIALECT)


def write(document: Document, original: bytes) -> bytes:
    """Put the document's translations and decisions into the bytes of the file."""
    return bilingual_xml.write(document, original, XLIFF_DIALECT)


def recognises(head: bytes) -> bool:
    """Tell an XLIFF file by its root."""
    return root_name(head) == "xliff"


XLIFF = Format(name="xliff", suffixes=_SUFFIXES, recognises=recognises, read=read, write=write)
