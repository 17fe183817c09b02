"""Plain text: one paragraph a line; blank lines and everything else between stay as they are."""

import re

from workbench.errors import WorkbenchError
from workbench.formats.characters import expect_storable, storable
from workbench.formats.reading import decode
from workbench.i18n import _
from workbench.model.bitext import Bitext
from workbench.model.document import Document, Unit
from workbench.model.format import Format

_WIDE = re.compile(r"utf_?-?(16|32)")
_LINE_END = re.compile(r"\s*[\r\n]\s*")
_ANY_END = re.compile(r"\r\n|\r|\n")
_BLANK = " \t\r\n\f\v\u3000\u00a0\ufeff\x00"


def read(data: bytes, charset: str | None = None) -> Document:
    """Read paragraphs, each with its span in the bytes."""
    text, codec = decode(data, charset)
    lines = [(start, end, piece) for start, end, piece in decoded_lines(data, codec) if piece.strip(_BLANK)]
    if not lines:
        raise WorkbenchError(_("The file holds no text."))
    if "".join(text.split()) != "".join("".join(piece.split()) for _start, _end, piece in lines):
        lines = [(0, len(data), text)]  # a charset whose state runs over line ends: keep it in one piece
    units = tuple(
        Unit(text=piece, place=str(number), span=(start, end))
        for number, (start, end, piece) in enumerate(lines, start=1)
    )
    return Document(format="text", units=units, charset=codec)


def decoded_lines(data: bytes, codec: str) -> list[tuple[int, int, str]]:
    """Cut bytes into lines: [start, end) without line end and byte order mark, and the text."""
    piece_codec = without_mark(data, codec)
    start = len(data) - len(strip_mark(data, codec))
    newline = line_end(data[start:], piece_codec)
    lines = []
    for raw in split_aligned(data[start:], newline, unit_width(piece_codec)):
        text = raw.decode(piece_codec, errors="replace")
        kept = text.rstrip("\r")
        lines.append(
            (start, start + len(raw) - len("\r".encode(piece_codec)) * (len(text) - len(kept)), kept)
        )
        start += len(raw) + len(newline)
    return lines


def strip_mark(data: bytes, codec: str) -> bytes:
    """Leave out a byte order mark, which belongs to the file and not to its first paragraph."""
    mark = "\ufeff".encode(without_mark(data, codec)) if codec.startswith("utf") else b""
    return data[len(mark) :] if mark and data.startswith(mark) else data


def without_mark(data: bytes, codec: str) -> str:
    """Name the codec for a piece from the middle of the file."""
    if codec == "utf-8-sig":
        return "utf-8"
    if codec in {"utf-16", "utf-32"}:
        # Without a mark Python reads the order of nearly all machines, the little end first.
        big = data.startswith((b"\xfe\xff", b"\x00\x00\xfe\xff"))
        return f"{codec}-be" if big else f"{codec}-le"
    return codec


def unit_width(codec: str) -> int:
    """Give the bytes of one code unit."""
    wide = _WIDE.match(codec)
    return int(wide[1]) // 8 if wide else 1


def line_end(data: bytes, codec: str) -> bytes:
    r"""Choose what ends a line: "\n" (with "\r" before it or not), or the lone "\r" of old files."""
    newline, carriage = "\n".encode(codec), "\r".encode(codec)
    width = unit_width(codec)
    lone = len(split_aligned(data, newline, width)) == 1 and len(split_aligned(data, carriage, width)) > 1
    return carriage if lone else newline


def split_aligned(data: bytes, separator: bytes, width: int) -> list[bytes]:
    """Split at a separator that begins at a code unit: U+0A00 holds the byte of a line end and is none."""
    if width == 1:
        return data.split(separator)
    pieces, start, found = [], 0, data.find(separator)
    while found >= 0:
        if found % width == 0:
            pieces.append(data[start:found])
            start = found + width
        found = data.find(separator, found + 1)
    return [*pieces, data[start:]]


def write(document: Document, original: bytes) -> bytes:
    """Splice the texts of the document into the bytes they were read from."""
    codec = without_mark(original, document.charset)
    before = read(original, document.charset).units
    newline = line_end_text(original, codec)
    pieces, done = [], 0
    for old, new in zip(before, document.units, strict=True):
        if old.text != new.text and old.span:
            expect_storable(new.text, old.text, _("Paragraph %s") % new.place)
            pieces += [original[done : old.span[0]], encode(new, codec, newline)]
            done = old.span[1]
    data = b"".join([*pieces, original[done:]])
    if data != original:
        expect_read_back(document, data)
    return data


def line_end_text(data: bytes, codec: str) -> str:
    """Give what ends the lines of a file, as text."""
    newline, both = line_end(data, codec).decode(codec), "\r\n".encode(codec)
    return "\r\n" if newline == "\n" and both in data else newline


def expect_read_back(document: Document, data: bytes) -> None:
    """Compare what was written with what should be; a line end in a paragraph makes two of it."""
    wanted = [line for unit in document.units for line in _LINE_END.split(unit.text) if line.strip(_BLANK)]
    there = [unit.text for unit in read(data, document.charset).units] if wanted else []
    if [line.strip(_BLANK) for line in wanted] != [
        line.strip(_BLANK) for text in there for line in _LINE_END.split(text) if line.strip(_BLANK)
    ]:
        raise WorkbenchError(_("What would be written does not read back as it should; nothing was written."))


def encode(unit: Unit, codec: str, newline: str) -> bytes:
    """Encode a paragraph; a character the charset does not have is named, with its paragraph."""
    try:
        return _ANY_END.sub(newline, unit.text).encode(codec)
    except UnicodeEncodeError as error:
        raise WorkbenchError(
            _("Paragraph %(place)s: %(charset)s has no “%(character)s”; export it in UTF-8 (--utf-8).")
            % {"place": unit.place, "charset": codec, "character": error.object[error.start]}
        ) from error


def compose(bitext: Bitext) -> bytes:
    """Write the corrected translation as a new text, in UTF-8: one paragraph a line."""
    lines = (_LINE_END.sub(" ", text) for text in bitext.paragraphs if text.strip(_BLANK))
    return "".join(f"{storable(line)}\n" for line in lines).encode()


TEXT = Format(name="text", suffixes=(".txt", ".text"), recognises=bool, read=read, write=write)
