"""PO files as they are found: read with escapes resolved, written back by splicing what was edited.

One unit a translation: an entry with plural forms is several units, in their order; obsolete entries and the
header are none. Every byte that no edit touches stays: line ends, wrapping, comments, the header.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.errors import WorkbenchError
from workbench.figures import listed
from workbench.formats.parts import batches, whole
from workbench.formats.plain import without_mark
from workbench.formats.po_entries import is_readable, is_text, units
from workbench.formats.po_header import charset_warning, declared_charset, languages
from workbench.formats.po_writing import rewrite
from workbench.formats.reading import decode
from workbench.formats.splicing import FileText, file_text, start_of
from workbench.i18n import _
from workbench.model.document import Document, Unit


def read(data: bytes, charset: str | None = None) -> Document:
    """Read the entries of a PO file; one whose bytes are not of the charset is named and left alone."""
    return whole(parts(data, charset))


def parts(data: bytes, charset: str | None = None) -> Iterator[Document]:
    """Read the entries of a PO file part by part; the last part tells of those that are left alone."""
    file, codec = opened(data, charset)
    language, source_language = languages(file.text)
    said = charset_warning(data, codec)
    part = Document("po", (), codec, language, source_language, (said,) if said else ())
    unread: list[str] = []
    for batch in batches(readable_units(file, unread)):
        yield replace(part, units=batch)
        part = replace(part, warnings=())
    if unread:
        yield replace(part, warnings=(*part.warnings, undecoded(codec, unread)), unread=tuple(unread))


def opened(data: bytes, charset: str | None) -> tuple[FileText, str]:
    """Decode a PO file, a few broken bytes and all; give its text and its charset."""
    text, codec = decode(data, charset, declared_charset(data), keep_broken=True)
    if text.startswith("\ufeff"):  # as a mark, or a character behind one
        return file_text(data, codec), codec
    return FileText(data, text, without_mark(data, codec), start_of(data, codec)), codec


def readable_units(file: FileText, unread: list[str]) -> Iterator[Unit]:
    """Give the units that can be read, and note the places of the others; a file without any is refused."""
    count, is_whole = 0, is_text(file.text)
    for unit in units(file):
        if is_whole or is_readable(unit):
            count += 1
            yield unit
        else:
            unread.append(unit.place)
    if not count:
        raise WorkbenchError(
            _("No entry of the PO file is %(charset)s; name its charset.") % {"charset": file.codec}
            if unread
            else _("The PO file holds no entries.")
        )


def undecoded(codec: str, unread: Sequence[str]) -> str:
    """Say which entries are left as they are."""
    return _("Not all bytes are %(charset)s: the entries at these lines are left as they are: %(lines)s.") % {
        "charset": codec,
        "lines": listed(unread[:10]),
    }


def write(document: Document, original: bytes) -> bytes:
    """Put the document's translations and fuzzy flags into the bytes of the file."""
    return rewrite(read_as(original, document.charset), document, original)


def read_as(data: bytes, codec: str) -> Document:
    """Read a file that was read before, in the charset it was found to be in."""
    there, unread = [], []
    for unit in units(file_text(data, codec)):
        if is_readable(unit):
            there.append(unit)
        else:
            unread.append(unit.place)
    return Document("po", tuple(there), codec, unread=tuple(unread))
