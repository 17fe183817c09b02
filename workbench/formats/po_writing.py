"""Edits of a PO file, each put in the place of its own strings and flags.

Only the neighbourhood of an edited entry is parsed, before and after: from the strings before it to the end
of its own. What lies outside is carried over as bytes, so it is not even looked at, let alone changed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.errors import WorkbenchError
from workbench.formats.plain import without_mark
from workbench.formats.po_entries import catalogue, readable
from workbench.formats.po_flags import FUZZY, flag_edits, status_of
from workbench.formats.po_strings import Style, file_style, quoted, style_of
from workbench.formats.po_syntax import STRINGS, Entry
from workbench.formats.splicing import (
    Edit,
    FileText,
    Ruler,
    expect_kept,
    file_text,
    span_of,
    spliced,
    start_of,
)
from workbench.i18n import _
from workbench.model.document import Document, Unit
from workbench.model.status import Status, together

_SAMPLE = 262_144  # bytes that show how a file wraps
# The end of a string in MO files, and halves of characters, which no charset has.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def rewrite(before: Document, after: Document, original: bytes) -> bytes:
    """Put the texts and decisions that differ into the bytes that the first document was read from."""
    codec = without_mark(original, before.charset)
    style = file_style(STRINGS.findall(original[:_SAMPLE].decode(codec, "ignore")))
    pieces, done = [], 0
    for first, last in touched(before.units, after.units):
        start = span_of(before.units[first - 1])[1] if first else start_of(original, before.charset)
        end = span_of(before.units[last - 1])[1]
        if before.units[first].place in before.unread:
            end = entry_end(original, start, end, codec)
        file = file_text(original[start:end], codec)
        pieces += [original[done:start], rewritten(file, after.units[first:last], style)]
        done = end
    return b"".join([*pieces, original[done:]])


def entry_end(original: bytes, start: int, end: int, codec: str) -> int:
    """Give where an entry really ends whose last forms cannot be read: cut short it would be another."""
    file = file_text(original[start:], codec)
    ruler = Ruler(file)
    ends = (start + ruler.at(max(entry.blocks.values())[1]) for entry in catalogue(file))
    return next((one for one in ends if one >= end), end)


def touched(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Give [first, last) of the units of each entry with an edit; entries on one line are one."""
    done = 0
    for number, (old, new) in enumerate(zip(before, after, strict=True)):
        if number < done or old is new or (old.text, old.status) == (new.text, new.status):
            continue
        first = done = number
        while first and before[first - 1].place == old.place:
            first -= 1
        while done < len(before) and before[done].place == old.place:
            done += 1
        yield first, done


def rewritten(file: FileText, wanted: Sequence[Unit], style: Style) -> bytes:
    """Give the bytes of an entry's neighbourhood with these texts and flags in it."""
    edits: list[Edit] = []
    settled: list[Unit] = []
    for entry in catalogue(file):
        forms = readable(file, entry)
        units = wanted[len(settled) : len(settled) + len(forms)]
        edits += entry_edits(file, entry, forms, units, style)
        settled += [replace(unit, status=settled_status(entry, file.text, units)) for unit in units]
    written = spliced(file, edits)
    again = file_text(written, file.codec)
    expect_kept(settled, [unit for entry in catalogue(again) for _word, unit in readable(again, entry)])
    return written


def entry_edits(
    file: FileText,
    entry: Entry,
    forms: Sequence[tuple[str, Unit]],
    wanted: Sequence[Unit],
    default: Style,
) -> Iterator[Edit]:
    """Say what takes the place of which spans of an entry."""
    decided = together(unit.status for unit in wanted)
    if decided is not status_of(entry, file.text):
        yield from flag_edits(entry, file.text, file.newline, decided)
    for (keyword, old), new in zip(forms, wanted, strict=True):
        if old.text == new.text:
            continue
        if unstorable := _UNSTORABLE.search(new.text):
            raise WorkbenchError(
                _("Line %(line)s: a PO file cannot hold %(character)s; remove it.")
                % {"line": new.place, "character": ascii(unstorable[0])}
            )
        style = replace(layout(file.text, entry, keyword, default), room=len(keyword) + 3)
        place = _("Line %(line)s") % {"line": new.place}
        yield Edit(*entry.blocks[keyword], quoted(new.text, file.newline, style), place)


def layout(text: str, entry: Entry, keyword: str, default: Style) -> Style:
    """Tell how to lay out a translation: as it is now, where that shows; else as its msgid is."""
    return style_of(
        text[slice(*entry.blocks[keyword])], style_of(text[slice(*entry.blocks["msgid"])], default)
    )


def settled_status(entry: Entry, text: str, wanted: Sequence[Unit]) -> Status:
    """Give what an entry will say: gettext has no flag yet for an approval, so none is added."""
    decided = together(unit.status for unit in wanted)
    return status_of(entry, text, ignoring=FUZZY) if decided is Status.APPROVED else decided
