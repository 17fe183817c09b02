"""Translation memories as pairs of texts in two languages, read in a stream.

Source: TMX 1.4b Specification, LISA/OSCAR, 2005; before 1.4 the language stands in `lang`, not `xml:lang`.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from workbench.formats.tmx_document import RECORDS, variants
from workbench.formats.xml_codes import plain_text
from workbench.formats.xml_stream import windows
from workbench.formats.xml_tokens import stream_codec
from workbench.formats.xml_tree import Record

_HEAD = 1_024  # bytes in which a declaration of the charset stands


def read_tmx(pieces: Iterable[bytes], languages: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Read the pairs of a translation memory that are in two languages (BCP 47), regions aside.

    `pieces` are the bytes of its file, in order; memory does not grow with them.
    """
    waiting, head = iter(pieces), b""
    while len(head) < _HEAD and (piece := next(waiting, b"")):
        head += piece
    for window in windows(chain([head], waiting), stream_codec(head, None), RECORDS):
        for record in window.records:
            yield from pair_in(window.file.text, record, languages)


def pair_in(text: str, record: Record, languages: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Give a unit's first text in either language, where it has both; blank is layout."""
    texts = [(tag, " ".join(plain_text(text, segment).split())) for tag, segment in variants(record[0])]
    first, second = (
        next((text for tag, text in texts if text and primary(tag) == primary(language)), None)
        for language in languages
    )
    if first and second:
        yield first, second


def primary(tag: str) -> str:
    """Give a language without script and region."""
    return tag.replace("_", "-").split("-")[0].lower()
