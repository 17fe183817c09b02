r"""Lines of a stream, decoded as they come; a line that is not in the file's charset is broken, alone.

Split at "\n" alone. The charset is told by the first piece that is not plain ASCII: a name the caller gives,
a byte order mark, UTF-8 where most lines that tell are, else a guess.
"""

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain

from workbench.errors import WorkbenchError
from workbench.formats.reading import (
    byte_order_mark,
    codec_name,
    decode,
    expect_text,
    looks_binary,
    try_decode,
    wide_charset,
)
from workbench.formats.segment_rows import Broken, undecodable
from workbench.formats.streams import PIECE, Stream
from workbench.i18n import _

_LONGEST = 1 << 26  # bytes: what has no line end for so long is no file of lines
_ENOUGH_TO_TELL = 16_384  # bytes
_FEW = 20  # one line in so many is an accident: in a charset of its own, prose would show more often

Line = tuple[int, str | Broken]  # numbered from 1


def lines(stream: Stream, charset: str | None = None) -> Iterator[Line]:
    """Give the lines of a stream with their numbers."""
    codec, first = None, 1
    for block in blocks(utf8_if_wide(stream, charset)):
        codec = codec or told(block, charset, first)
        yield from decoded(block, codec or "utf-8", first)
        first += block.count(b"\n") + 1


def count_lines(stream: Stream, charset: str | None = None) -> int:
    """Count lines, as fast as they can be read."""
    return sum(block.count(b"\n") + 1 for block in blocks(utf8_if_wide(stream, charset)))


def utf8_if_wide(stream: Stream, charset: str | None) -> Iterator[bytes]:
    """Give a stream's pieces, UTF-16 and UTF-32 turned into UTF-8, without a byte order mark."""
    head = stream.read(PIECE)
    expect_text(head)
    codec, mark = byte_order_mark(head)
    named = codec_name(charset) if charset else codec or wide_charset(head[:_ENOUGH_TO_TELL])
    pieces = chain([head], iter(stream.read, b""))
    if named and named.replace("_", "-").startswith(("utf-16", "utf-32")):
        yield from transcoded(pieces, named)
    else:
        yield head[len(mark) :] if codec == "utf-8-sig" else head
        yield from iter(stream.read, b"")


def transcoded(pieces: Iterable[bytes], codec: str) -> Iterator[bytes]:
    """Turn wide characters into UTF-8; half of one belongs to no line for sure, so it stops the run."""
    decoder, first = codecs.getincrementaldecoder(codec)(), 1
    try:
        for piece in pieces:
            text = decoder.decode(piece)
            yield text.removeprefix("\ufeff").encode("utf-8", "surrogatepass")
            first += text.count("\n")
        decoder.decode(b"", final=True)
    except UnicodeError as error:
        raise wrong_charset(first, codec) from error


def blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Cut pieces into blocks of whole lines, each without its last line end."""
    rest = b""
    for piece in pieces:
        whole, newline, rest = (rest + piece).rpartition(b"\n")
        if newline:
            yield whole
        elif len(rest) > _LONGEST:
            raise WorkbenchError(_("This is no file of lines: one of them is longer than 64 MB."))
    if rest:
        yield rest


def told(block: bytes, named: str | None, first: int) -> str | None:
    """Tell the charset of the lines; None where they are ASCII and leave it open."""
    if looks_binary(block[:_ENOUGH_TO_TELL].decode("latin-1")):
        raise WorkbenchError(_("This is not a text file but a binary one."))
    codec = codec_name(named) if named else "utf-8"
    if block.isascii() and not named:
        return decode(block)[1] if b"\x1b$" in block else None  # ISO 2022 is ASCII to the eye
    rows = block.split(b"\n")
    bad = [number for number, line in enumerate(rows) if try_decode(line, codec) is None]
    if len(bad) * 2 <= sum(not line.isascii() for line in rows) or len(bad) * _FEW < len(rows):
        return codec
    if named:
        raise wrong_charset(first + bad[0], named)
    return decode(block)[1]


def wrong_charset(line: int, charset: str) -> WorkbenchError:
    """Say where a text is not in the charset it is said to be in."""
    return WorkbenchError(
        _("Line %(line)d is not %(charset)s; name the right charset with --charset.")
        % {"line": line, "charset": charset}
    )


def decoded(block: bytes, codec: str, first: int) -> Iterator[Line]:
    """Decode a block at once, or line by line where one of them is broken."""
    text = try_decode(block, codec)
    if text is None:
        yield from one_by_one(block, codec, first)
    elif "\r" in text:
        for number, line in enumerate(text.split("\n"), first):
            yield number, line.removesuffix("\r")
    else:
        yield from enumerate(text.split("\n"), first)


def one_by_one(block: bytes, codec: str, first: int) -> Iterator[Line]:
    """Decode the lines of a block that holds a broken one."""
    for number, raw in enumerate(block.split(b"\n"), first):
        text = try_decode(raw, codec)
        yield number, undecodable(codec, number) if text is None else text.removesuffix("\r")
