"""PO files as they are found: polib reads them, and writes them back with changed translations.

The texts come as polib sees them: escapes resolved, strings joined. One unit a translation: an entry with
plural forms is several units, in their order; obsolete entries and the header are none.
"""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from workbench.errors import WorkbenchError
from workbench.formats.reading import decode
from workbench.i18n import _
from workbench.model.document import Document, Unit
from workbench.model.format import Format

_RECOGNISED = re.compile(rb'^(?:\xef\xbb\xbf)?(?:\s*(?:#[^\n]*)?\n)*\s*(?:msgid|msgctxt|domain)\s+"')
_CHARSET = re.compile(rb'"Content-Type:[^"\n]*charset=([\w.:-]+)')
_LINE = re.compile(r"line (\d+)")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|={7})(?: |$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where polib keeps a unit's translation; `form` counts plural forms, None without plurals."""

    entry: polib.POEntry
    form: int | None

    def text(self) -> str:
        return self.entry.msgstr if self.form is None else self.entry.msgstr_plural[self.form]

    def source(self) -> str:
        return self.entry.msgid_plural if self.form else self.entry.msgid

    def put(self, text: str) -> None:
        if self.form is None:
            self.entry.msgstr = text
        else:
            self.entry.msgstr_plural[self.form] = text


def read(data: bytes, charset: str | None = None) -> Document:
    """Read the entries of a PO file."""
    text, codec = decode(data, charset, declared_charset(data))
    catalogue = parse(text)
    units = tuple(unit(slot) for slot in slots(catalogue))
    if not units:
        raise WorkbenchError(_("The PO file holds no entries."))
    return Document(
        format="po", units=units, charset=codec, language=catalogue.metadata.get("Language") or None
    )


def declared_charset(data: bytes) -> str | None:
    """Give the charset of the header's Content-Type; the template's word CHARSET is none."""
    found = _CHARSET.search(data)
    name = found[1].decode("ascii") if found else None
    return None if name == "CHARSET" else name


def parse(text: str) -> polib.POFile:
    """Parse PO text; what is wrong is named with its line."""
    conflict = _CONFLICT.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        raise WorkbenchError(_("Line %(line)d is the mark of an unresolved merge conflict.") % {"line": line})
    # By way of a file: given a string, polib opens a file of that name, or splits it at U+2028 too.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "catalogue.po")
        path.write_text(text, encoding="utf-8", newline="")
        try:
            return polib.pofile(str(path), encoding="utf-8")
        except (OSError, ValueError, IndexError) as error:
            line_number = _LINE.search(str(error))
            raise WorkbenchError(
                _("Line %(line)s is not PO.") % {"line": line_number[1] if line_number else "?"}
            ) from error


def slots(catalogue: polib.POFile) -> Iterator[_Slot]:
    """Walk the places of translations in the order of the file."""
    for entry in catalogue:
        if entry.obsolete:
            continue
        if entry.msgid_plural:
            for form in sorted(entry.msgstr_plural):
                yield _Slot(entry, form)
        else:
            yield _Slot(entry, None)


def unit(slot: _Slot) -> Unit:
    """Make a unit of a translation."""
    return Unit(
        text=slot.text(),
        place=str(slot.entry.linenum),
        source=slot.source(),
        context=slot.entry.msgctxt,
        approved=not slot.entry.fuzzy,
    )


def write(document: Document, original: bytes) -> bytes:
    """Put the document's translations and fuzzy flags into the file's entries."""
    text, codec = decode(original, document.charset)
    catalogue = parse(text)
    for slot, new in zip(slots(catalogue), document.units, strict=True):
        slot.put(new.text)
        mark_fuzzy(slot.entry, fuzzy=not new.approved)
    try:
        return str(catalogue).encode(codec)
    except UnicodeEncodeError as error:
        raise WorkbenchError(
            _("%(charset)s, the file's charset, has no “%(character)s”; convert the file to UTF-8 first.")
            % {"charset": codec, "character": error.object[error.start]}
        ) from error


def mark_fuzzy(entry: polib.POEntry, *, fuzzy: bool) -> None:
    """Set or clear the flag that says a translation is not to be used yet."""
    if fuzzy and not entry.fuzzy:
        entry.flags.append("fuzzy")
    elif not fuzzy and entry.fuzzy:
        entry.flags.remove("fuzzy")
        # The previous msgid explains the fuzziness; gettext drops it with the flag.
        entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None


def recognises(head: bytes) -> bool:
    """Tell a PO file by its first line that is not a comment."""
    return bool(_RECOGNISED.match(head))


PO = Format(name="po", suffixes=(".po", ".pot"), recognises=recognises, read=read, write=write)
