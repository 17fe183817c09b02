"""Edits put into the bytes of a file, every other byte as it was.

A format finds its spans in the decoded text; here they become spans of bytes, whatever the charset.
"""

import codecs
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.errors import WorkbenchError
from workbench.formats.plain import strip_mark, without_mark
from workbench.i18n import _
from workbench.model.document import Unit
from workbench.model.status import Status

_ERRORS = "surrogateescape"  # bytes that are no text pass through as they are


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What takes the place of [start, end) of the text; `place` is the segment's, for a message."""

    start: int
    end: int
    new: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class FileText:
    """A file, or a piece of one: its bytes, their codec, and its text without a byte order mark.

    `begin` is the byte that the text begins at.
    """

    data: bytes
    text: str
    codec: str
    begin: int = 0

    @property
    def newline(self) -> str:
        """Give the line end that is used here."""
        if "\n" not in self.text:
            return "\r" if "\r" in self.text else "\n"
        return "\r\n" if "\r\n" in self.text else "\n"


def file_text(data: bytes, charset: str) -> FileText:
    """Decode a file with the codec it is known to be in; bytes that are no text become lone surrogates."""
    codec = without_mark(data, charset)
    return FileText(data, strip_mark(data, charset).decode(codec, _ERRORS), codec, start_of(data, charset))


class Ruler:
    """Tells which byte of a file a character of its text begins at; asked in ascending order."""

    def __init__(self, file: FileText) -> None:
        self._file = file
        self._byte, self._char = file.begin, 0
        self._is_narrow = len(file.data) - self._byte == len(file.text)
        # UTF-8 has one way to write each character; of other charsets only an attempt tells.
        is_exact = file.codec == "utf-8" or file.data.endswith(file.text.encode(file.codec, _ERRORS))
        self._ends = None if is_exact else decoded_ends(file)

    def at(self, position: int) -> int:
        """Give the byte that a character begins at."""
        if self._ends:
            return self._ends[position]
        skipped = position - self._char
        if not self._is_narrow:
            skipped = len(self._file.text[self._char : position].encode(self._file.codec, _ERRORS))
        self._char = position
        self._byte += skipped
        return self._byte


def decoded_ends(file: FileText) -> list[int]:
    """Give the byte behind each character, in a charset that has several ways to write one; slow.

    The first is where the text begins. An escape sequence counts to the character behind it.
    """
    decoder = codecs.getincrementaldecoder(file.codec)(_ERRORS)
    ends = [file.begin]
    for number in range(ends[0], len(file.data)):
        ends += [number + 1] * len(decoder.decode(file.data[number : number + 1]))
    return ends


def spliced(file: FileText, edits: Iterable[Edit]) -> bytes:
    """Put the edits into the file's bytes; a character that the charset lacks is named with its place."""
    ruler = Ruler(file)
    pieces, done = [], 0
    for edit in sorted(edits):
        pieces += [file.data[done : ruler.at(edit.start)], encoded(edit.new, file.codec, edit.place)]
        done = ruler.at(edit.end)
    return b"".join([*pieces, file.data[done:]])


def encoded(text: str, codec: str, place: str) -> bytes:
    """Encode what is new; a character the charset does not have is named, with its segment."""
    lacking = next((char for char in text if not is_in(char, codec)), None) if not text.isascii() else None
    if lacking is None:
        return text.encode(codec)
    if "\ud800" <= lacking <= "\udfff":
        raise WorkbenchError(
            _("%(place)s holds %(character)s, half of a character, which no file can hold; delete it.")
            % {"place": place, "character": ascii(lacking)}
        )
    raise WorkbenchError(
        _(
            "%(place)s: %(charset)s, the file's charset, has no “%(character)s”; export it in UTF-8"
            " (--utf-8), or as a new file."
        )
        % {
            "place": place,
            "charset": codec,
            "character": lacking if lacking.isprintable() else ascii(lacking),
        }
    )


def is_in(char: str, codec: str) -> bool:
    """Tell whether a charset has a character; EUC-JP lacks “¥”, but writes it as the byte of a backslash."""
    try:
        return char.encode(codec).decode(codec) == char
    except UnicodeError:
        return False


def expect_kept(wanted: Sequence[Unit], written: Sequence[Unit]) -> None:
    """Refuse what does not read back just as it should."""
    if [facts(unit) for unit in wanted] != [facts(unit) for unit in written]:
        raise WorkbenchError(_("What would be written does not read back as it should; nothing was written."))


def facts(unit: Unit) -> tuple[str, str | None, str | None, Status]:
    """Give what a unit says, wherever it stands."""
    return unit.text, unit.source, unit.context, unit.status


def span_of(unit: Unit) -> tuple[int, int]:
    """Give where a unit stands that was read with its place."""
    if unit.span is None:
        raise TypeError(unit)
    return unit.span


def start_of(data: bytes, charset: str) -> int:
    """Give the byte behind the byte order mark."""
    return len(data) - len(strip_mark(data, charset))
