"""Characters that were read in a wrong charset: â€™ for ’, Ã© for é, ì—´ for 열."""

import re
from collections.abc import Iterator

# What stands for the bytes 80 to BF, which go on a character in UTF-8.
_WESTERN = "".join(map(chr, range(0x80, 0xC0))) + bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
_CYRILLIC = bytes(range(0x80, 0xC0)).decode("cp1251", "ignore")
_BROKEN = re.compile(
    rf"(?:[\u00c2-\u00f4][{re.escape(_WESTERN)}]{{1,3}})+|(?:[РС][{re.escape(_CYRILLIC)}]){{3,}}"
)
# What follows a letter in sound text: «SÍ», “café”…
_SOUND = re.compile("[^ÂÃÄÅ][»”’…—–“‘™°²³ªº]+")


def broken(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield where a text was read wrongly, and what it says when read as UTF-8."""
    for match in _BROKEN.finditer(text):
        right = as_utf_8(match[0])
        if right is not None and not _SOUND.fullmatch(match[0]):
            yield match.span(), right


def as_utf_8(text: str) -> str | None:
    """Read characters as the bytes they came from; None if those are no UTF-8."""
    try:
        if text[0] in "РС":
            return text.encode("cp1251").decode("utf-8")
        return b"".join(map(as_byte, text)).decode("utf-8")
    except UnicodeError:
        return None


def as_byte(letter: str) -> bytes:
    """Give the byte of a character of cp1252, which leaves five bytes to themselves."""
    return letter.encode("latin-1") if letter <= "\u00ff" else letter.encode("cp1252")
