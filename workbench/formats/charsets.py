"""Which charset some bytes are in: the one in which their text takes the fewest bits to say.

A model gives each character of its language a cost in bits, about -log2 of its share in prose; what the
language does not write costs much. Short texts are told by this too, as far as they can be told.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

_PUNCTUATION = "“”‘’„«»–—…·、。，「」！？：；（）《》№§©° \u3000\ufeff\u00a0\r\n\t"
_OTHER, _CONTROL, _BROKEN_WORD = 18, 30, 12  # bits
# A small Latin letter beside one of another script; capitals stand so in "NATO는".
_MIXED = re.compile(r"[a-z][\u0370-\u07ff\u3040-\ud7ff]|[\u0370-\u07ff\u3040-\ud7ff][a-z]")
_CUT = 16_384  # bytes: a sample so long may end inside a character
_RANDOM = 7  # bits a byte: noise takes eight in any reading
# Small letters beyond a-z in two tiers, of about 1 % and of less than 0.3 % in prose; by charset.
_LATIN = {
    "cp1252": ("éèàêçäöüßñáíóúãõåæø¿¡", "âîôûëïùìòœþðýÿ"),
    "cp1250": ("ąćęłóśżáčéěířšůýžőöüß", "ńźďňťúűăâîşţđ"),
    "cp1254": ("ığşçöü", "âîû"),
}
_CYRILLIC = ("оеаинтсрвлкмдпу", "яыьгзбчйхжшюцщэфъёіїєґ")
_OTHERS = {
    "cp1253": ("αεηιοτνσςρκπμλυά", "βγδζθξφχψωέήίόύώϊϋ"),
    "cp1255": ("אבגדהוזחטיכלמנסעפצקרשתךםןףץ", ""),
    "cp1256": ("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ", ""),
}
_CYRILLIC_CHARSETS = ("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866")
# The first level of each national standard, its everyday characters: lead bytes, and the kana of Japan.
_LEVELS = {
    "cp949": ("euc_kr", 0xB0, 0xC8), "gb18030": ("gb2312", 0xB0, 0xD7), "big5": ("big5", 0xA4, 0xC6),
    "cp932": ("euc_jp", 0xB0, 0xCF), "euc_jp": ("euc_jp", 0xB0, 0xCF),
}  # fmt: skip
_KANA = "".join(map(chr, [*range(0x3041, 0x3094), *range(0x30A1, 0x30F7), 0x30FC]))
_COMMON = {
    "cp949": "이다는을의에가고하한지도로를기사은서들대인니어해있나자리아게일시정그수만"
    "보부원장주전상라으과면여스안",
    "gb18030": "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能好",
    "big5": "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能好",
}


@cache
def costs(charset: str) -> Mapping[str, float]:
    """Give the bits of each character a charset's languages write."""
    table = dict.fromkeys(_PUNCTUATION, 8.0)
    if charset in _LEVELS:
        codec, first, last = _LEVELS[charset]
        pairs = (bytes([lead, trail]) for lead in range(first, last + 1) for trail in range(0x40, 0xFF))
        everyday = "".join(pair.decode(codec, "ignore") for pair in pairs)
        table |= {char: 12.0 if codec != "euc_kr" else 10.5 for char in everyday if not char.isascii()}
        table |= dict.fromkeys(_COMMON.get(charset, ""), 7.5)
        table |= dict.fromkeys(_KANA, 5.5) if codec == "euc_jp" else {}
    cyrillic = _CYRILLIC if charset in _CYRILLIC_CHARSETS else ("", "")
    often, seldom = _LATIN.get(charset) or _OTHERS.get(charset) or cyrillic
    table |= dict.fromkeys(often, 6.5 if charset in _LATIN else 4.0)
    return table | dict.fromkeys(seldom, 9.0 if charset in _LATIN else 6.5)


def bits(text: str, charset: str) -> float:
    """Give the bits of a text in the languages of a charset."""
    table = costs(charset)
    total = sum(count * cost(char, table) for char, count in Counter(text.lower()).items())
    # No prose breaks a word with a sign or goes from a small letter to a capital in it.
    broken = len(re.findall(r"(?<=[^\W\d_])[^\w\s\x00-\x7f’‘–—…·-](?=[^\W\d_])", text))
    broken += sum(one.islower() and two.isupper() for one, two in pairwise(text))
    broken += len(_MIXED.findall(text))
    return total + _BROKEN_WORD * broken


def cost(char: str, table: Mapping[str, float]) -> float:
    """Give the bits of one character."""
    if char.isascii():
        return (
            4.5 if char.isalpha() or char == " " else 7.0 if char.isprintable() or char in "\r\n\t" else 25.0
        )
    return table.get(char, _OTHER if char.isprintable() else _CONTROL)


def readings(head: bytes) -> Iterator[tuple[float, str]]:
    """Give each charset the bytes can be read in, with the bits of the text in its likeliest language."""
    models = [*_LEVELS, "cp1251", *_LATIN, *_OTHERS]
    for charset in [*_LEVELS, *_CYRILLIC_CHARSETS, *_LATIN, *_OTHERS, "utf-16-le", "utf-16-be"]:
        try:
            text = head.decode(charset)
        except UnicodeDecodeError as error:
            if len(head) < _CUT or error.start < len(head) - 4:
                continue
            text = head[: error.start].decode(charset)
        if "\0" not in text:
            wide = charset.startswith("utf")
            yield min(bits(text, model) for model in (models if wide else [charset])), charset


def best_charset(head: bytes) -> str | None:
    """Choose the charset in which the text is said shortest; None where it is no text in any."""
    cheapest, charset = min(readings(head), key=lambda reading: reading[0], default=(0.0, ""))
    return charset if charset and cheapest <= _RANDOM * len(head) else None
