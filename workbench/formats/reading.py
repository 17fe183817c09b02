"""Bytes from a path, and text from bytes: what is wrong with either is said in one sentence."""

import codecs
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.figures import count
from workbench.formats.charsets import best_charset
from workbench.i18n import _

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_NOT_ASCII = re.compile(rb"[\x00\x1b\x80-\xff]")
# ISO 2022 by the escape that switches to its national set.
_SWITCHES = {b"\x1b$B": "iso2022_jp", b"\x1b$@": "iso2022_jp", b"\x1b$)C": "iso2022_kr"}
_ESCAPED = re.compile(r"\x1b[$(]")  # ISO 2022 is ASCII to the eye of UTF-8 and switches sets by escapes
_LAST_ASCII = 127
# High bytes of the alphabets' code points, from Latin to Georgian, and of dashes, currencies and arrows.
_ALPHABETS = frozenset([*range(0x11), 0x20, 0x21, 0x22])
_ENOUGH_TO_GUESS = 16_384  # bytes
# Encodings of Python's own that read any text and are no file's charset ("Python Specific Encodings").
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape"})
_NOT_TEXT = {
    b"%PDF-": "PDF",
    b"{\\rtf": "RTF",
    b"PK\x03\x04": "Office/ZIP",
    b"\xd0\xcf\x11\xe0": "Office",
    b"SQLite format 3": "SQLite",
}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_BYTES = bytes([*range(9), *range(14, 27), *range(28, 32)])
_UNDECODED = re.compile("[\udc80-\udcff]")
_FEW = 4  # well-formed characters for each broken byte, at least, in a text that is damaged


def read_file(path: Path, largest: int | None = None) -> bytes:
    """Read a whole file; what is missing, unreadable, no file, empty or too large is for the user to mend."""
    with explained(path):
        expect_file(path)
        size = path.stat().st_size
        if largest is not None and size > largest:
            raise too_large(path, size, largest)
        data = path.read_bytes()
    if not data:
        raise WorkbenchError(_("%(path)s is empty.") % {"path": path})
    return data


def too_large(path: Path, size: int, largest: int) -> WorkbenchError:
    """Say that a file is for the commands that read in a stream."""
    return WorkbenchError(
        _(
            "%(path)s has %(size)s MB, and a review holds %(largest)s MB; cut it in pieces."
            " score and --train read it as it is."
        )
        % {"path": path, "size": count(size // 1_000_000), "largest": count(largest // 1_000_000)}
    )


def expect_file(path: Path) -> None:
    """Refuse what nothing can be read from: a folder or a device."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise WorkbenchError(_("%(path)s is a folder; name a file in it.") % {"path": path})
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
        raise WorkbenchError(_("%(path)s is a device, not a file.") % {"path": path})


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system says about a file into a sentence for the user."""
    try:
        yield
    except FileNotFoundError:
        raise WorkbenchError(_("There is no file %(path)s.") % {"path": path}) from None
    except (OSError, ValueError) as error:
        raise WorkbenchError(
            _("%(path)s cannot be read: %(reason)s.") % {"path": path, "reason": reason(error)}
        ) from error


def reason(error: Exception) -> str:
    """Say in a few words what the system said."""
    return getattr(error, "strerror", None) or str(error)


@contextmanager
def naming_file(path: Path) -> Iterator[None]:
    """Put the file's name before what is wrong with its content."""
    try:
        yield
    except WorkbenchError as error:
        raise WorkbenchError(_("%(path)s: %(message)s") % {"path": path, "message": error}) from error


def decode(
    data: bytes, charset: str | None = None, declared: str | None = None, *, keep_broken: bool = False
) -> tuple[str, str]:
    """Give the text of some bytes and the Python codec it was read with.

    In this order: the charset the caller asks for; a byte order mark; strict UTF-8; the charset the file
    declares itself; a guess. With `keep_broken` a few broken bytes are passed on as lone surrogates.
    """
    expect_text(data)
    if charset:
        return decode_named(data, charset, keep_broken=keep_broken)
    codec, _mark = byte_order_mark(data)
    if codec:
        return decode_as(data, codec), codec
    for candidate in ("utf-8", declared):
        text = try_decode(data, candidate)
        if text and len(data.translate(None, _CONTROL_BYTES)) < len(data) and is_wide(data):
            continue  # the control characters are bytes of Han
        if text is not None and candidate and not looks_binary(text) and not _ESCAPED.search(text):
            return text, codec_name(candidate)
    damaged = damaged_codec(data, declared) if keep_broken else None
    return (data.decode(damaged, "surrogateescape"), damaged) if damaged else guess(data)


def decode_named(data: bytes, charset: str, *, keep_broken: bool) -> tuple[str, str]:
    """Decode with the charset that the caller asks for."""
    damaged = damaged_codec(data, charset) if keep_broken else None
    if damaged:
        return data.decode(damaged, "surrogateescape"), damaged
    return decode_as(data, charset), codec_name(charset)


def expect_text(data: bytes) -> None:
    """Refuse documents of other programs, whose first bytes say what they are."""
    kind = next((kind for magic, kind in _NOT_TEXT.items() if data.startswith(magic)), None)
    if kind:
        raise WorkbenchError(
            _("This is a file of %(kind)s, not text; save it as plain text first.") % {"kind": kind}
        )


def byte_order_mark(data: bytes) -> tuple[str | None, bytes]:
    """Give the codec that a byte order mark names, and the mark."""
    return next(((codec, mark) for mark, codec in _BOMS if data.startswith(mark)), (None, b""))


def is_wide(data: bytes) -> bool:
    """Tell UTF-16 that happens to decode as UTF-8 by what its text takes to say."""
    return (best_charset(data[:_ENOUGH_TO_GUESS]) or "").startswith("utf-16")


def codec_name(charset: str) -> str:
    """Give Python's name of a charset; an unknown one is the user's to mend."""
    try:
        name = codecs.lookup(charset).name
        "".encode(name)  # refused by the codecs that are of no text (hex) or of none at all (undefined)
    except (LookupError, ValueError):
        raise unknown_charset(charset) from None
    if name.replace("_", "-") in _NO_CHARSETS:
        raise unknown_charset(charset)
    return name


def unknown_charset(name: str) -> WorkbenchError:
    """Say that there is no such charset."""
    return WorkbenchError(
        _("There is no charset %(charset)s; use for example utf-8, utf-16, cp949, gb18030, cp1251.")
        % {"charset": ascii(name)}
    )


def decode_as(data: bytes, charset: str) -> str:
    """Decode strictly, saying where it fails."""
    try:
        text = data.decode(codec_name(charset))
    except UnicodeError as error:
        line = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        raise WorkbenchError(
            _("Line %(line)d is not %(charset)s; name the right charset with --charset.")
            % {"line": line, "charset": charset}
        ) from error
    if "\0" in text[:_ENOUGH_TO_GUESS]:
        raise WorkbenchError(_("This is not a text file but a binary one."))
    return text


def try_decode(data: bytes, charset: str | None) -> str | None:
    """Decode strictly, or give None."""
    try:
        return data.decode(codec_name(charset)) if charset else None
    except UnicodeError:
        return None


def damaged_codec(data: bytes, declared: str | None) -> str | None:
    """Give the charset a text is in but for a few broken bytes; None where it is whole, or another's."""
    if try_decode(data, "utf-8") is not None or any(data.startswith(mark) for mark, _codec in _BOMS):
        return None
    try:
        codec = codec_name(declared or "utf-8")
        text = data.decode(codec, "surrogateescape")
    except (WorkbenchError, UnicodeError):
        return None
    if codec.startswith(("utf-16", "utf-32")):  # half a character of these cannot be passed on
        return None
    broken = len(_UNDECODED.findall(text))
    beyond_ascii = sum(map(len, _BEYOND_ASCII.findall(text))) - broken
    return codec if 0 < broken * _FEW <= beyond_ascii else None


def guess(data: bytes) -> tuple[str, str]:
    """Guess the charset of text that is not UTF-8."""
    first = _NOT_ASCII.search(data)
    # From the line of the first byte that says anything; UTF-16 shows in the first bytes.
    start = data.rfind(b"\n", 0, first.start()) + 1 if first and first[0] != b"\0" else 0
    head = data[start : start + _ENOUGH_TO_GUESS]
    wide = wide_charset(data[:_ENOUGH_TO_GUESS])
    escaped = next((name for mark, name in _SWITCHES.items() if mark in head), None)
    charset = wide or escaped or best_charset(head)
    text = try_decode(data, charset)
    if charset is None or text is None or looks_binary(text):
        raise WorkbenchError(
            _("This is not a text file, or its charset cannot be told; name it with --charset.")
        )
    return text, codec_name(charset)


def wide_charset(head: bytes) -> str | None:
    """Recognise UTF-16 that carries no mark by the zero bytes of its spaces, digits and line ends."""
    for charset, zero, other in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        zeros = head[zero::2].count(0)
        alphabets = not set(head[zero::2]) - _ALPHABETS
        if max(head) <= _LAST_ASCII and not alphabets:
            continue  # ASCII with a stray zero byte
        # Some Hangul and Han have a zero low byte too, but a tenth of the spaces' at the most.
        if zeros > len(head) // 50 and zeros > 8 * head[other::2].count(0):
            return charset
    return None


def looks_binary(text: str) -> bool:
    """Tell bytes that only happen to decode: control characters no text file holds in any number."""
    control = len(_CONTROL.findall(text, 0, _ENOUGH_TO_GUESS))
    return "\0" in text[:_ENOUGH_TO_GUESS] or control > len(text[:_ENOUGH_TO_GUESS]) // 100 + 1
