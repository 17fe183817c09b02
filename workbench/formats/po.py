"""PO files as they are found: read with escapes resolved, written back by splicing what was edited.

One unit a translation: an entry with plural forms is several units, in their order; obsolete entries and the
header are none. Every byte that no edit touches stays: line ends, wrapping, comments, the header.
"""

import re
from collections.abc import Iterator

from workbench.errors import WorkbenchError
from workbench.formats.plain import without_mark
from workbench.formats.po_syntax import Entry, Token, entries, quoted
from workbench.formats.reading import decode
from workbench.i18n import _
from workbench.model.document import Document, Unit
from workbench.model.format import Format

_RECOGNISED = re.compile(rb'^(?:\xef\xbb\xbf)?(?:\s*(?:#[^\n]*)?\n)*\s*(?:msgid|msgctxt|domain)\s+"')
_CHARSET = re.compile(rb'"Content-Type:[^"\n]*charset=([\w.:-]+)')
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)

_Edit = tuple[tuple[int, int], str]  # a span, and what takes its place


def read(data: bytes, charset: str | None = None) -> Document:
    """Read the entries of a PO file."""
    text, codec = decode(data, charset, declared_charset(data))
    catalogue = list(entries(text))
    units = tuple(unit for entry in catalogue if not entry.is_header for unit in units_of(entry))
    if not units:
        raise WorkbenchError(_("The PO file holds no entries."))
    header = next((entry.translations[0].text for entry in catalogue if entry.is_header), "")
    language = _LANGUAGE.search(header)
    return Document(format="po", units=units, charset=codec, language=language[1] if language else None)


def declared_charset(data: bytes) -> str | None:
    """Give the charset of the header's Content-Type; the template's word CHARSET is none."""
    found = _CHARSET.search(data)
    name = found[1].decode("ascii") if found else None
    return None if name == "CHARSET" else name


def units_of(entry: Entry) -> Iterator[Unit]:
    """Make a unit of each translation; one flag stands for all forms of an entry."""
    place = str(min(token.line for token in (*entry.comments, *entry.blocks.values())))
    context = entry.blocks.get("msgctxt")
    for number, token in enumerate(entry.translations):
        yield Unit(
            text=token.text,
            place=place,
            source=entry.blocks["msgid_plural" if number else "msgid"].text,
            context=context.text if context else None,
            approved="fuzzy" not in entry.flags,
        )


def write(document: Document, original: bytes) -> bytes:
    """Put the document's translations and fuzzy flags into the bytes of the file."""
    codec = without_mark(original, document.charset)
    text = original.decode(codec)
    if text.encode(codec) != original:
        raise WorkbenchError(
            _("%(charset)s, the file's charset, cannot be written back; convert the file to UTF-8 first.")
            % {"charset": codec}
        )
    try:
        return spliced(text, edits(text, document)).encode(codec)
    except UnicodeEncodeError as error:
        raise WorkbenchError(
            _("%(charset)s, the file's charset, has no “%(character)s”; convert the file to UTF-8 first.")
            % {"charset": codec, "character": error.object[error.start]}
        ) from error


def edits(text: str, document: Document) -> Iterator[_Edit]:
    """Say what takes the place of which spans."""
    newline = "\r\n" if "\r\n" in text else "\n" if "\n" in text else "\r"
    units = iter(document.units)
    for entry in entries(text):
        if entry.is_header:
            continue
        forms = [(token, next(units)) for token in entry.translations]
        # A form nobody approved keeps the whole entry out of use: gettext has one flag for all.
        yield from flag_edits(entry, text, newline, fuzzy=not all(unit.approved for _token, unit in forms))
        for token, unit in forms:
            if token.text != unit.text:
                yield token.span, quoted(unit.text, newline)


def flag_edits(entry: Entry, text: str, newline: str, *, fuzzy: bool) -> Iterator[_Edit]:
    """Set or clear the flag that says a translation is not to be used yet."""
    lines = [token for token in entry.comments if token.text.startswith("#,")]
    if fuzzy and "fuzzy" not in entry.flags:
        if lines:
            yield lines[0].span, lines[0].text.replace("#,", "#, fuzzy,", 1)
        else:
            previous = (token.start for token in entry.comments if token.text.startswith("#|"))
            start = min([next(iter(entry.blocks.values())).start, *previous])
            yield (start, start), f"#, fuzzy{newline}"
    elif not fuzzy and "fuzzy" in entry.flags:
        yield from (edit for token in lines for edit in unmarked(token, text))
        # The previous msgid explains the fuzziness; gettext drops it with the flag.
        yield from ((whole_line(token, text), "") for token in entry.comments if token.text.startswith("#|"))


def unmarked(token: Token, text: str) -> Iterator[_Edit]:
    """Take the flag out of a line of flags, and the line with it where it held no other."""
    flags = [flag.strip() for flag in token.text[2:].split(",")]
    rest = [flag for flag in flags if flag != "fuzzy"]
    if rest and rest != flags:
        yield token.span, f"#, {', '.join(rest)}"
    elif rest != flags:
        yield whole_line(token, text), ""


def whole_line(token: Token, text: str) -> tuple[int, int]:
    """Give the span of a comment with its line end."""
    end = token.span[1]
    return token.start, end + (2 if text[end : end + 2] == "\r\n" else len(text[end : end + 1]))


def spliced(text: str, changes: Iterator[_Edit]) -> str:
    """Put the changes in their places."""
    pieces, done = [], 0
    for (start, end), new in sorted(changes):
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]])


def recognises(head: bytes) -> bool:
    """Tell a PO file by its first line that is not a comment."""
    return bool(_RECOGNISED.match(head))


PO = Format(name="po", suffixes=(".po", ".pot"), recognises=recognises, read=read, write=write)
