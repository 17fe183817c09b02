"""The units of a PO file's text, with their places in its bytes."""

import re
from collections.abc import Iterator

from workbench.formats.po_flags import status_of
from workbench.formats.po_strings import text_of
from workbench.formats.po_syntax import Entry, entries, scannable
from workbench.formats.splicing import FileText, Ruler
from workbench.model.document import Unit

_NOTE_MARKS = ("#.", "# ", "#\t")
_NOTE = re.compile(r"^[ \t]*#(?:\.|(?=[ \t]))[ \t]*(\S[^\r\n]*)", re.MULTILINE)


def catalogue(file: FileText) -> Iterator[Entry]:
    """Give the entries that are translations: not the header, whose msgid is empty."""
    text = file.text
    return (entry for entry in entries(scannable(text)) if not is_header(entry, text))


def is_header(entry: Entry, text: str) -> bool:
    """Tell the header, whose msgid is empty."""
    start, end = entry.blocks["msgid"]
    return text.startswith('""', start) and "msgctxt" not in entry.blocks and not text_of(text[start:end])


def forms(file: FileText, entry: Entry, ruler: Ruler) -> Iterator[tuple[str, Unit]]:
    """Make a unit of each translation of an entry, by its keyword; one flag stands for all forms."""
    text, codec = file.text, file.codec
    blocks = {word: text_of(text[start:end], codec) for word, (start, end) in entry.blocks.items()}
    place, status = str(entry.line), status_of(entry, text)
    notes = tuple(notes_of(entry, text)) if entry.comments else ()
    keywords = [word for word in blocks if word.startswith("msgstr")]
    # A language of one form says by it what English says by its plural.
    only_form = blocks.get("msgid_plural") if len(keywords) == 1 else None
    for number, keyword in enumerate(keywords):
        start, end = entry.blocks[keyword]
        source = blocks["msgid_plural"] if number else only_form or blocks["msgid"]
        yield (
            keyword,
            Unit(
                text=blocks[keyword],
                place=place,
                span=(ruler.at(start), ruler.at(end)),
                source=source,
                context=blocks.get("msgctxt"),
                status=status,
                notes=notes,
            ),
        )


def notes_of(entry: Entry, text: str) -> Iterator[str]:
    """Give what an entry says to its translator; most say nothing."""
    for start, end in entry.comments:
        if any(text.find(mark, start, end) >= 0 for mark in _NOTE_MARKS):
            yield from _NOTE.findall(text, start, end)


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
