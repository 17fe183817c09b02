"""PO files as they are found: read with escapes resolved, written back by splicing what was edited.

One unit a translation: an entry with plural forms is several units, in their order; obsolete entries and the
header are none. Every byte that no edit touches stays: line ends, wrapping, comments, the header.
"""

from collections.abc import Sequence

from workbench.errors import WorkbenchError
from workbench.formats.plain import without_mark
from workbench.formats.po_entries import sorted_out
from workbench.formats.po_header import charset_warning, declared_charset, languages
from workbench.formats.po_writing import rewrite
from workbench.formats.reading import decode
from workbench.formats.splicing import FileText, file_text
from workbench.i18n import _
from workbench.model.document import Document


def read(data: bytes, charset: str | None = None) -> Document:
    """Read the entries of a PO file; one whose bytes are not of the charset is named and left alone."""
    file, codec = opened(data, charset)
    kept, unread = sorted_out(file)
    if not kept and not unread:
        raise WorkbenchError(_("The PO file holds no entries."))
    if not kept:
        raise WorkbenchError(
            _("No entry of the PO file is %(charset)s; name its charset.") % {"charset": codec}
        )
    language, source_language = languages(file.text)
    return Document(
        format="po",
        units=tuple(kept),
        charset=codec,
        language=language,
        source_language=source_language,
        warnings=tuple(warnings(data, codec, unread)),
        unread=tuple(unread),
    )


def opened(data: bytes, charset: str | None) -> tuple[FileText, str]:
    """Decode a PO file, a few broken bytes and all; give its text and its charset."""
    text, codec = decode(data, charset, declared_charset(data), keep_broken=True)
    if text.startswith("\ufeff"):  # as a mark, or a character behind one
        return file_text(data, codec), codec
    return FileText(data, text, without_mark(data, codec)), codec


def warnings(data: bytes, codec: str, unread: Sequence[str]) -> list[str]:
    """Say what is odd about the file's charset."""
    said = charset_warning(data, codec)
    lines = _("Not all bytes are %(charset)s: the entries at these lines are left as they are: %(lines)s.")
    broken = [lines % {"charset": codec, "lines": ", ".join(unread[:10])}] if unread else []
    return [*([said] if said else []), *broken]


def write(document: Document, original: bytes) -> bytes:
    """Put the document's translations and fuzzy flags into the bytes of the file."""
    return rewrite(read_as(original, document.charset), document, original)


def read_as(data: bytes, codec: str) -> Document:
    """Read a file that was read before, in the charset it was found to be in."""
    return Document("po", tuple(sorted_out(file_text(data, codec))[0]), codec)
