"""Bytes from a path, and text from bytes: what is wrong with either is said in one sentence."""

import codecs
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from charset_normalizer import from_bytes

from workbench.errors import WorkbenchError
from workbench.i18n import _

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The charsets that plain text without Unicode was and is written in, by the languages this program serves.
# Left out are the rare twins of these, which only make a short text's guess a lottery.
LEGACY_CHARSETS = [
    "cp949", "euc_jp", "cp932", "gb18030", "big5", "cp1251", "koi8_r", "koi8_u", "cp1252", "cp1250",
    "cp1253", "cp1254", "cp1255", "cp1256", "iso2022_jp", "iso2022_kr",
]  # fmt: skip
_ESCAPED = re.compile(r"\x1b[$(]")  # ISO 2022 is ASCII to the eye of UTF-8 and switches sets by escapes
# The older standards inside two large charsets hold all that everyday text needs.
_CORES = {"cp949": "euc_kr", "gb18030": "gb2312"}
_EVERYDAY = 0.9  # the share of letters of the core; proper names and rare words are the rest
_LAST_ASCII = 127
_LAST_ALPHABET = 0x10  # high byte of the alphabets' code points, from Latin to Georgian
_ENOUGH_TO_GUESS = 65_536  # bytes
_NOT_TEXT = {
    b"%PDF-": "PDF",
    b"{\\rtf": "RTF",
    b"PK\x03\x04": "Office/ZIP",
    b"\xd0\xcf\x11\xe0": "Office",
    b"SQLite format 3": "SQLite",
}
_BINARY = frozenset(range(9)) | frozenset(range(14, 27)) | frozenset(range(28, 32))


def read_file(path: Path) -> bytes:
    """Read a whole file; missing, unreadable, a folder, a device or empty is the user's to mend."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise WorkbenchError(_("%(path)s is a folder; name a file in it.") % {"path": path})
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
            raise WorkbenchError(_("%(path)s is a device, not a file.") % {"path": path})
        data = path.read_bytes()
    except FileNotFoundError:
        raise WorkbenchError(_("There is no file %(path)s.") % {"path": path}) from None
    except (OSError, ValueError) as error:
        raise WorkbenchError(
            _("%(path)s cannot be read: %(reason)s.") % {"path": path, "reason": reason(error)}
        ) from error
    if not data:
        raise WorkbenchError(_("%(path)s is empty.") % {"path": path})
    return data


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


def decode(data: bytes, charset: str | None = None, declared: str | None = None) -> tuple[str, str]:
    """Give the text of some bytes and the Python codec it was read with.

    In this order: the charset the caller asks for; a byte order mark; strict UTF-8; the charset the file
    declares itself; a guess.
    """
    kind = next((kind for magic, kind in _NOT_TEXT.items() if data.startswith(magic)), None)
    if kind:
        raise WorkbenchError(
            _("This is a file of %(kind)s, not text; save it as plain text first.") % {"kind": kind}
        )
    if charset:
        return decode_as(data, charset), codec_name(charset)
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return decode_as(data, codec), codec
    for candidate in ("utf-8", declared):
        text = try_decode(data, candidate)
        if text is not None and candidate and not looks_binary(text) and not _ESCAPED.search(text):
            return text, codec_name(candidate)
    return guess(data)


def codec_name(charset: str) -> str:
    """Give Python's name of a charset; an unknown one is the user's to mend."""
    try:
        return codecs.lookup(charset).name
    except (LookupError, ValueError):
        raise unknown_charset(charset) from None


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
    except LookupError:  # Python's codecs that are no charsets: rot13, hex
        raise unknown_charset(charset) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WorkbenchError(
            _("Line %(line)d is not %(charset)s; name the right charset with --charset.")
            % {"line": line, "charset": charset}
        ) from error
    if looks_binary(text):
        raise WorkbenchError(_("This is not a text file but a binary one."))
    return text


def try_decode(data: bytes, charset: str | None) -> str | None:
    """Decode strictly, or give None."""
    try:
        return data.decode(charset) if charset else None
    except (UnicodeDecodeError, LookupError):
        return None


def guess(data: bytes) -> tuple[str, str]:
    """Guess the charset of text that is not UTF-8."""
    head = data[:_ENOUGH_TO_GUESS]
    wide = wide_charset(head)
    if wide:
        return decode_as(data, wide), wide
    for candidate in from_bytes(head, cp_isolation=LEGACY_CHARSETS):
        # Charsets that read these bytes alike: the commonest of them is named.
        alike = {candidate.encoding, *candidate.could_be_from_charset}
        charset = next((name for name in LEGACY_CHARSETS if name in alike), None)
        text = try_decode(data, charset)
        if charset and text is not None and not looks_binary(text) and is_likely(text, charset):
            return text, codec_name(charset)
    raise WorkbenchError(_("This is not a text file, or its charset cannot be told; name it with --charset."))


def is_likely(text: str, charset: str) -> bool:
    """Tell whether most letters are of a charset's core: Japanese bytes make rare Hangul in cp949."""
    letters = [char for char in text[:_ENOUGH_TO_GUESS] if ord(char) > _LAST_ASCII]
    core = _CORES.get(charset)
    if core is None or not letters:
        return True
    everyday = "".join(letters).encode(core, "ignore").decode(core)
    return len(everyday) >= _EVERYDAY * len(letters)


def wide_charset(head: bytes) -> str | None:
    """Recognise UTF-16 that carries no mark by the zero bytes of its spaces, digits and line ends."""
    for charset, zero, other in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        zeros = head[zero::2].count(0)
        if max(head) <= _LAST_ASCII and max(head[zero::2], default=0) > _LAST_ALPHABET:
            continue  # ASCII with a stray zero byte
        # Some Hangul and Han have a zero low byte too, but a tenth of the spaces' at the most.
        if zeros > len(head) // 50 and zeros > 8 * head[other::2].count(0):
            return charset
    return None


def looks_binary(text: str) -> bool:
    """Tell bytes that only happen to decode: control characters no text file holds in any number."""
    control = sum(ord(char) in _BINARY for char in text[:_ENOUGH_TO_GUESS])
    return "\0" in text[:_ENOUGH_TO_GUESS] or control > len(text[:_ENOUGH_TO_GUESS]) // 100 + 1
