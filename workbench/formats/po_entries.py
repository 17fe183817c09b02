"""The units of a PO file's text, with their places in its bytes."""

import re
from collections.abc import Iterator, Mapping, Sequence

from workbench.formats.po_flags import status_of
from workbench.formats.po_strings import text_of
from workbench.formats.po_syntax import Entry, Span, entries, scannable
from workbench.formats.splicing import FileText, Ruler
from workbench.model.document import Unit
from workbench.model.status import Status

_EMPTY = re.compile(r'""(?:\s*+"")*+')
_NOTE = re.compile(r"^[ \t]*#(?:\.|(?=[ \t]))[ \t]*(\S[^\r\n]*)", re.MULTILINE)
_SAYING = re.compile(r"#[., \t=]")  # notes and flags
_SINGULAR = (("msgstr", "msgid"),)
_SILENT: tuple[Status, tuple[str, ...]] = (Status.UNREVIEWED, ())


def catalogue(file: FileText) -> Iterator[Entry]:
    """Give the entries that are translations: not the header, whose msgid is empty."""
    text = file.text
    return (entry for entry in entries(scannable(text)) if not is_header(entry, text))


def is_header(entry: Entry, text: str) -> bool:
    """Tell the header, whose msgid is empty."""
    return "msgctxt" not in entry.blocks and _EMPTY.fullmatch(text, *entry.blocks["msgid"]) is not None


def forms(file: FileText, entry: Entry, ruler: Ruler) -> Iterator[tuple[str, Unit]]:
    """Make a unit of each translation of an entry, by its keyword; one flag stands for all forms."""
    text, codec, blocks = file.text, file.codec, entry.blocks
    place, says = str(entry.line), says_more(entry, text)
    status, notes = (status_of(entry, text), notes_of(entry, text)) if says else _SILENT
    context = text_of(text[slice(*blocks["msgctxt"])], codec) if "msgctxt" in blocks else None
    for keyword, translated in sources(blocks):
        start, end = blocks[keyword]
        source = text_of(text[slice(*blocks[translated])], codec)
        span = (ruler.at(start), ruler.at(end))
        yield keyword, Unit(text_of(text[start:end], codec), place, span, source, context, status, notes)


def sources(blocks: Mapping[str, Span]) -> Sequence[tuple[str, str]]:
    """Give the keyword of each translation with the keyword of what it translates."""
    if "msgstr" in blocks:
        return _SINGULAR
    first, *others = (keyword for keyword in blocks if keyword.startswith("msgstr"))
    # A language of one form says by it what English says by its plural.
    return [(first, "msgid" if others else "msgid_plural"), *((form, "msgid_plural") for form in others)]


def says_more(entry: Entry, text: str) -> bool:
    """Tell quickly whether the comments of an entry say more than where its text is used; most do not."""
    for start, end in entry.comments:  # noqa: SIM110 -- any() takes three times as long
        if _SAYING.search(text, start, end):
            return True
    return False


def notes_of(entry: Entry, text: str) -> tuple[str, ...]:
    """Give what an entry says to its translator."""
    return tuple([note for start, end in entry.comments for note in _NOTE.findall(text, start, end)])


def readable(file: FileText, entry: Entry) -> list[tuple[str, Unit]]:
    """Give the forms of one entry that can be read."""
    return [(keyword, unit) for keyword, unit in forms(file, entry, Ruler(file)) if is_readable(unit)]


def units(file: FileText) -> Iterator[Unit]:
    """Give every translation of a file, those too that cannot be read."""
    ruler = Ruler(file)
    return (unit for entry in catalogue(file) for _keyword, unit in forms(file, entry, ruler))


def is_text(text: str) -> bool:
    """Tell whether a text holds no byte that is none, by writing it in UTF-8: nothing looks faster."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def is_readable(unit: Unit) -> bool:
    """Tell whether a unit holds no byte that is no text."""
    return is_text(unit.text) and is_text(unit.source or "") and is_text(unit.context or "")
