"""Names that hold what nobody sees: letters of another script, signs without width, marks of direction."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.figures import listed
from workbench.i18n import _
from workbench.names.text import Article, stands
from workbench.names.verdict import Verdict
from workbench.text.script import script_counts

# Characters without width, and those that turn the direction of writing (Unicode, general category Cf, and
# the combining grapheme joiner). The joiners of Persian and of Indian scripts belong between their letters.
_HIDDEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_JOINTS = re.compile("[-'’]")
_JOINERS = "\u200c\u200d"
# Overrides, embeddings and isolates, which turn letters about; they may stand before a name and behind.
_TURNS = "\u202a-\u202e\u2066-\u2069"
_AROUND = re.compile(rf"\A[{_TURNS}]+|[{_TURNS}]+\Z")
_WORD = re.compile(
    rf"[{_TURNS}]*"
    r"[^\W\d_](?:[\w\u0300-\u036f'’-]|[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff](?=\w))*"
    rf"[{_TURNS}]*"
)
# Letters of other scripts that look like Latin ones (Unicode, confusables.txt, whole letters of one width).
_LOOKS = str.maketrans(
    "аеорсухіјѕԁһԛԝАВЕКМНОРСТХУІЈЅԌԚԜαικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhqwABEKMHOPCTXYIJSGQWaiKvoptuxABEZHIKMNOPTYX",
)
_SURE = 0.99  # whatever the name is, it is not written so


@dataclass(frozen=True, slots=True)
class Strange:
    """A word with something in it that does not belong there; `clean` is the word as it looks."""

    start: int
    end: int
    written: str
    clean: str
    why: str


def strange_verdicts(article: Article) -> Iterator[Verdict]:
    """Yield verdicts on the names of the translation that are not written as they look."""
    for row in article.rows:
        for word in strange_words(row.translation.text):
            if word.clean != word.written and word.clean[:1].isupper():
                origin = "reference" if stands(word.clean, article.reference) else "article"
                yield Verdict(word.written, word.clean, _SURE, origin, word.why, "other", strange=True)


def strange_words(text: str) -> Iterator[Strange]:
    """Yield the words that mix scripts or hold hidden characters, in order."""
    if text.isascii():
        return
    right_to_left = any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)
    for match in _WORD.finditer(text):
        word = match.group()
        if right_to_left and is_turned_around(word):
            continue
        if not word.isascii() and (why := what_is_strange(word)):
            yield Strange(match.start(), match.end(), word, cleaned(word), why)


def is_turned_around(word: str) -> bool:
    """Tell whether signs of direction stand around a word alone, as is right where both directions meet."""
    return _HIDDEN.search(_AROUND.sub("", word)) is None


def what_is_strange(word: str) -> str | None:
    """Say what does not belong in a word; None when all does."""
    hidden = [sign for sign in _HIDDEN.findall(word) if not is_joiner_in_place(sign, word)]
    if hidden:
        names = listed(dict.fromkeys(f"U+{ord(sign):04X} {unicodedata.name(sign, '')}" for sign in hidden))
        return _("“%(word)s” holds a character that cannot be seen: %(names)s.") % {
            "word": cleaned(word),
            "names": names,
        }
    if not any(is_mixed(part) for part in _JOINTS.split(word)):  # β-carotene is put together of two words
        return None
    odd = sorted(sign for sign in set(word) if sign != sign.translate(_LOOKS))
    letters = listed(f"“{sign}” ({unicodedata.name(sign)})" for sign in odd)
    if not letters:
        return _("“%(word)s” mixes the letters of two scripts.") % {"word": word}
    return _("“%(word)s” mixes the letters of two scripts: %(letters)s.") % {"word": word, "letters": letters}


def is_mixed(word: str) -> bool:
    """Tell whether Latin letters stand beside those that look like them."""
    scripts = script_counts(word)
    return "Latin" in scripts and bool({"Cyrillic", "Greek"} & scripts.keys())


def is_joiner_in_place(sign: str, word: str) -> bool:
    """Tell whether a joiner stands in a word of a script that is written with joiners."""
    scripts = script_counts(word).keys()
    return (
        sign in _JOINERS
        and bool(scripts)
        and not scripts & {"Latin", "Cyrillic", "Greek", "Hangul", "Han", "Kana"}
    )


def cleaned(word: str) -> str:
    """Give a word without hidden characters; the likes of Latin letters among such are made Latin."""
    bare = _HIDDEN.sub("", word)
    counts = script_counts(bare)
    if counts.get("Latin", 0) and counts["Latin"] >= counts.get("Cyrillic", 0) + counts.get("Greek", 0):
        return bare.translate(_LOOKS)
    return bare
