"""The quantities of a text with their places: "2.5 million", "half a million", two-thirds, 50만, 三成.

Words and numerals of languages with spaces are read here, letters of East Asia in `east_asian_quantities`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.lang.amounts import composed, numeral
from workbench.lang.east_asian_quantities import read_letters
from workbench.lang.odds import odds_at, odds_nouns, odds_words
from workbench.lang.quantity import Kind, Quantity
from workbench.lang.signs import negative
from workbench.lang.spelled_numbers import tables
from workbench.lang.units import after, before, in_base, is_part, table, unit_of, unit_words
from workbench.lang.vocabulary import DIGIT, vocabulary

_EAST = frozenset({"ko", "zh", "ja"})
_TEXTS = 8192  # texts kept: an article's sides are read by several checks
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]\d)|\d+(?:[.,]\d+)*[½¼¾⅓⅔]?|[½¼¾⅓⅔])"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<mark>[^\w\s])"
)
_NAME = re.compile(r"[^\W\d_]+[-‑]?\Z")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_PART_OF = re.compile(r" (?:of )?an?(?= )", re.IGNORECASE)  # half an hour, a quarter of a point
_ARTICLES, _OF_ARTICLE = frozenset({"a", "an"}), frozenset({"third", "quarter", "fifth"})
_TIMES = frozenset({"once", "twice", "thrice", "times"})
_SHARES = {"a half": 1 / 2, "a quarter": 1 / 4}
_HYPHENS = frozenset("-‑")
_BROKEN = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
_TENS, _DOZEN, _HUNDRED, _SCALE = 10.0, 12.0, 100.0, 1000.0
_SECOND = 2.0  # a part of a minute, and as often no number as "first"
_DIGITS = 6  # behind the point: feet are twelve inches
_GROUP = 3  # digits between separators of thousands
_WINDOW = 24  # code points before and after a number that may hold its unit


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What one language writes numbers with: a text without a `hint` has none, `starts` begin one.

    Articles begin one only before what is `behind_article`: a dozen, a third, an hour and a half.
    """

    language: str
    spelled: Mapping[str, float]
    scales: Mapping[str, float]
    vague: Mapping[str, Sequence[float]]
    ordinals: Mapping[str, float]
    parts: Mapping[str, float]
    nearly: frozenset[str]
    hint: frozenset[str]
    starts: frozenset[str]
    behind_article: frozenset[str]


@cache
def number_words(language: str) -> NumberWords:
    """Give what a language (its first subtag) writes numbers with; digits alone if unknown."""
    known = table().get(language, {})
    spelled = {word: value for word, value in tables().get(language, {}).items() if language not in _EAST}
    scales = {word: value for word, value in spelled.items() if value >= _SCALE} | {
        word: float(value) for word, value in known.get("scales", {}).items()
    }
    ordinals = {word: float(value) for value, word in known.get("ordinals", {}).items()}
    parts = {word: float(value) for value, row in known.get("parts", {}).items() for word in row.split()}
    vague = known.get("words", {})
    hint = frozenset(
        {*spelled, *vague, *ordinals, *parts, *scales, *odds_nouns(language), "dozen", DIGIT}
    ) - {"k", "m", "b"}
    starts = (hint - odds_nouns(language)) | odds_words(language) | _ARTICLES
    nearly = frozenset(known.get("nearly", {}).get("words", "").split())
    many = {word for word, value in spelled.items() if value >= _HUNDRED}
    behind = frozenset({*many, "dozen", *_OF_ARTICLE, *odds_words(language), *unit_words(language)})
    return NumberWords(
        language, spelled, scales, vague, ordinals, parts, nearly, hint, starts, behind_article=behind
    )


@cache
def sayings(language: str) -> Mapping[str, frozenset[float]]:
    """Give the numbers that other words of a language say: "both" says two."""
    found: dict[str, set[float]] = {}
    for value, row in table().get(language, {}).get("same", {}).items():
        for word in row.split():
            found.setdefault(word, set()).add(float(value))
    return {word: frozenset(values) for word, values in found.items()}


@lru_cache(maxsize=_TEXTS)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """Read the quantities of a text in a language (its first subtag) in their order."""
    if language in _EAST:
        return tuple(read_letters(text, language))
    words = number_words(language)
    return () if words.hint.isdisjoint(vocabulary(text)) else Reader(text, words).read()


class Reader:
    """Reads one text in a language that has spaces."""

    def __init__(self, text: str, words: NumberWords) -> None:
        self.text, self.known = text, words
        found = [
            (match[0].lower(), match.start(), match.end(), match.lastgroup) for match in _TOKEN.finditer(text)
        ]
        # A hyphen inside a compound joins: "twenty-five", "5-million".
        self.tokens = (
            [token for token in found if token[0] not in _HYPHENS or not self._joins(token[1], token[2])]
            if any(map(text.__contains__, _HYPHENS))
            else found
        )
        self.words = [token[0] for token in self.tokens]

    def _joins(self, start: int, end: int) -> bool:
        return start > 0 and self.text[start - 1 : start].isalnum() and self.text[end : end + 1].isalpha()

    def read(self) -> tuple[Quantity, ...]:
        """Give the quantities in order."""
        found: list[Quantity] = []
        stop = 0
        starts = self.known.starts
        for at, (word, _start, _end, kind) in enumerate(self.tokens):
            if at < stop or not (kind == "number" or (word in starts and kind == "word")):
                continue
            if word in _ARTICLES and self.word(at + 1) not in self.known.behind_article:
                continue
            quantity, stop = self.at(at)
            if quantity is not None:
                found.append(quantity)
        return tuple(self.ranged(found))

    def at(self, at: int) -> tuple[Quantity | None, int]:
        """Read what begins at a numeral or a word of numbers: the quantity or None, and where it stops."""
        word, kind = self.words[at], self.tokens[at][3]
        for first in (self.odds, self.joined):
            quantity, stop = first(at)
            if quantity is not None:
                return quantity, stop
        if kind == "number":
            return self.digits(at)
        for way in (self.half, self.vague, self.part, self.spelled, self.ordinal):
            quantity, stop = way(at, word)
            if quantity is not None:
                return quantity, stop
        return None, at

    def digits(self, at: int) -> tuple[Quantity | None, int]:
        """Read a numeral with what multiplies it."""
        written, start, end, _kind = self.tokens[at]
        if self.is_code(start):
            return self.made(at, at + 1, (numeral(written.rstrip("½¼¾⅓⅔") or "0"),), Kind.CODE), at + 1
        if _ORDINAL.match(self.text, end) and written.isdecimal():
            return self.made(at, at + 2, (float(written),), Kind.ORDINAL), at + 2
        if self.text[end : end + 1] == "s" and written.isdecimal():
            return None, at + 2  # the 1990s, in his 40s
        values = readings(written, self.known.language)
        stop, scale, factor = at + 1, "", 1.0
        while stop < len(self.words) and self.scales(stop, end):
            scale = self.words[stop]
            factor, end, stop = factor * self.known.scales[scale], self.tokens[stop][2], stop + 1
        values = tuple(value * factor for value in values)
        return self.made(at, stop, values, scale=scale), stop

    def is_code(self, start: int) -> bool:
        """Tell whether digits are part of a name: F-16, G7, COVID-19."""
        name = _NAME.search(self.text, max(0, start - _WINDOW), start)
        return bool(name and name[0][0].isupper()) and not before().search(
            self.text, max(0, start - _WINDOW), start
        )

    def scales(self, at: int, end: int) -> bool:
        """Tell whether a word multiplies the number that ends there: a single letter only where glued."""
        word, start = self.words[at], self.tokens[at][1]
        if word not in self.known.scales or self.tokens[at][3] != "word":
            return False
        return start == end or (len(word) > 1 and start == end + 1)

    def half(self, at: int, word: str) -> tuple[Quantity | None, int]:
        """Read "half a million", "a quarter of a million", "half a dozen"."""
        if word not in {"half", "quarter"} or self.known.language != "en":
            return None, at
        stop = at + 1
        while self.words[stop : stop + 1] and self.words[stop] in {"a", "an", "of"} and stop < at + 3:
            stop += 1
        scale = self.words[stop] if stop < len(self.words) else ""
        factor = _DOZEN if scale == "dozen" else self.known.spelled.get(scale, 0.0)
        if factor < _TENS:
            return None, at
        share = 1 / 2 if word == "half" else 1 / 4
        return self.made(at, stop + 1, (share * factor,), scale=scale, spelled=True), stop + 1

    def odds(self, at: int) -> tuple[Quantity | None, int]:
        """Read "one in five", "fifty-fifty"; not "one in five years"."""
        start = self.tokens[at][1]
        found = odds_at(self.text, start, self.words[at - 1] if at else "", self.known.language)
        if found is None or self.unit(start, found.end)[0]:
            return None, at
        stop = at + 1
        while stop < len(self.tokens) and self.tokens[stop][1] < found.end:
            stop += 1
        return self.made(at, stop, (found.share,), Kind.PART, spelled=True, sure=found.sure), stop

    def joined(self, at: int) -> tuple[Quantity | None, int]:
        """Read what is told in two parts, one of them no number: a ton and a half, an hour and 40 minutes."""
        units, is_one = unit_words(self.known.language), self.words[at] in _ARTICLES
        unit, value = units.get(self.word(at + 1), ""), 1.0 if is_one else self.single(at)
        if self.known.language != "en" or not unit or not value or self.word(at + 2) != "and":
            return None, at
        if is_one and self.is_rate(at):
            return None, at
        share = _SHARES.get(" ".join(self.words[at + 3 : at + 5]))
        if share and self.word(at + 5) != "of":
            return self.of_unit(at, at + 5, value + share, unit), at + 5
        more, smaller = self.single(at + 3), units.get(self.word(at + 4), "")
        if not is_one or not more or not smaller or not is_part(smaller, unit):
            return None, at
        value = round(in_base(1, unit) / in_base(1, smaller), _DIGITS) + more
        return self.of_unit(at, at + 5, value, smaller), at + 5

    def is_rate(self, at: int) -> bool:
        """Tell whether an article says "each": 60 miles an hour, $20 a day, twice a week."""
        before = self.word(at - 1) if at else ""
        return before[:1].isdigit() or before in unit_words(self.known.language) or before in _TIMES

    def single(self, at: int) -> float:
        """Give the value of one token that is a number; 0 of any other."""
        word = self.word(at)
        return numeral(word) if word.isdecimal() else self.known.spelled.get(word, 0.0)

    def of_unit(self, at: int, stop: int, value: float, unit: str) -> Quantity:
        """Make a quantity of tokens that hold its unit."""
        span = self.tokens[at][1], self.tokens[stop - 1][2]
        return Quantity(*span, (value,), Kind.CARDINAL, unit, span, spelled=True)

    def vague(self, at: int, word: str) -> tuple[Quantity | None, int]:
        """Read "dozens", "tens of thousands", "hundreds of millions"."""
        if word not in self.known.vague or (word == "scores" and self.words[at + 1 : at + 2] != ["of"]):
            return None, at
        low, high, stop = *map(float, self.known.vague[word]), at + 1
        if self.words[stop : stop + 1] == ["of"] and self.words[stop + 1 : stop + 2]:
            factor = self.known.spelled.get(self.words[stop + 1].removesuffix("s"), 0.0)
            if factor >= _SCALE:
                low, high, stop = low * factor, high * factor, stop + 2
        if word == "tens" and stop == at + 1:
            return None, at
        return self.made(at, stop, (low, high), Kind.VAGUE, spelled=True), stop

    def part(self, at: int, word: str) -> tuple[Quantity | None, int]:
        """Read "two-thirds", "a quarter", "one third", "half"."""
        parts = self.known.parts
        if word == "half":
            return self.made(at, at + 1, (0.5,), Kind.PART, spelled=True, sure=False), at + 1
        below = self.words[at + 1] if at + 1 < len(self.words) else ""
        count = 1.0 if word == "a" else self.known.spelled.get(word, 0.0)
        if not 0.0 < count < parts.get(below, 0.0) or (word == "a" and below not in _OF_ARTICLE):
            return None, at
        plural = below.endswith("s")
        if plural == (count == 1.0):
            return None, at
        sure = self.words[at + 2 : at + 3] == ["of"] or plural
        return self.made(at, at + 2, (count / parts[below],), Kind.PART, spelled=True, sure=sure), at + 2

    def spelled(self, at: int, word: str) -> tuple[Quantity | None, int]:
        """Read number words: "two hundred and five", "a million", "a dozen"."""
        begin = at
        if word in _ARTICLES:
            word, at = self.word(at + 1), at + 1
            if self.known.spelled.get(word, 0.0) < _HUNDRED and word != "dozen":
                return None, begin
        if word == "dozen":
            return self.made(begin, at + 1, (_DOZEN,), spelled=True), at + 1
        if word not in self.known.spelled or (begin == at and self.known.spelled[word] >= _HUNDRED):
            return None, begin
        value, stop = composed(self.words, at, self.known.spelled)
        last = self.known.ordinals.get(self.word(stop), _TENS)
        if value % _TENS == 0 and last < _TENS < value:
            return self.made(begin, stop + 1, (value + last,), Kind.ORDINAL, spelled=True), stop + 1
        return self.multiplied(begin, stop, value)

    def multiplied(self, begin: int, stop: int, value: float) -> tuple[Quantity, int]:
        """Take what follows number words into them: "two dozen", "two and a half million"."""
        if self.word(stop) == "dozen":
            value, stop = value * _DOZEN, stop + 1
        if self.words[stop : stop + 3] == ["and", "a", "half"]:
            value, stop = value + 0.5, stop + 3
            if self.known.spelled.get(self.word(stop), 0.0) >= _SCALE:
                value, stop = value * self.known.spelled[self.word(stop)], stop + 1
        last = self.words[stop - 1]
        scale = last if self.known.spelled.get(last, 0.0) >= _HUNDRED else ""
        return self.made(begin, stop, (value,), scale=scale, spelled=True, sure=value not in {0.0, 1.0}), stop

    def word(self, at: int) -> str:
        """Give a token in small letters; "" beyond the last."""
        return self.words[at] if at < len(self.words) else ""

    def ordinal(self, at: int, word: str) -> tuple[Quantity | None, int]:
        """Read "third", "twenty-first"."""
        if word not in self.known.ordinals:
            return None, at
        value = self.known.ordinals[word]
        return self.made(at, at + 1, (value,), Kind.ORDINAL, spelled=True, sure=value > _SECOND), at + 1

    def made(  # noqa: PLR0913 -- what a quantity has
        self, at: int, stop: int, values: tuple[float, ...], kind: Kind = Kind.CARDINAL, *,
        scale: str = "", spelled: bool = False, sure: bool = True,
    ) -> Quantity:  # fmt: skip
        """Make a quantity of tokens, with the unit beside them."""
        start = self.tokens[at][1]
        end = self.tokens[min(stop, len(self.tokens)) - 1][2]
        unit, outer = "", (start, end)
        if kind in {Kind.CARDINAL, Kind.PART, Kind.VAGUE}:
            unit, outer = self.unit(start, end)
            below = negative(self.text, outer, start, unit, self.known.language)
            if below:
                values, outer = tuple(-value for value in values), below
        nearly = any(word in self.known.nearly for word in self.words[max(0, at - 2) : at])
        return Quantity(start, end, values, kind, unit, outer, scale, spelled, sure, nearly)

    def unit(self, start: int, end: int) -> tuple[str, tuple[int, int]]:
        """Give the unit before or after a number, and the span with it."""
        sign = before().search(self.text, max(0, start - _WINDOW), start)
        if sign:
            return unit_of(sign[0].strip(), self.known.language), (sign.start(), end)
        of = _PART_OF.match(self.text, end)
        found = after(self.known.language).match(self.text, of.end() if of else end)
        if found:
            return unit_of(found[1], self.known.language), (start, found.end())
        return "", (start, end)

    def ranged(self, found: Sequence[Quantity]) -> list[Quantity]:
        """Let the first of a range share scale and unit of the second: "10 to 15 million", "5–6 percent"."""
        shared = list(found)
        for index in range(len(shared) - 2, -1, -1):
            one, other = shared[index], shared[index + 1]
            between = self.text[one.outer[1] : other.outer[0]].strip().lower()
            if between not in {"to", "-", "–", "or", "and", "bis", "à", "a"} or one.kind is not Kind.CARDINAL:
                continue
            values = one.values
            factor = self.known.scales.get(other.scale) or self.known.spelled.get(other.scale)
            if factor and not one.scale:
                values = (one.value, one.value * factor)
            shared[index] = Quantity(
                one.start, one.end, values, one.kind, one.unit or other.unit, one.outer, one.scale,
                one.spelled, one.sure, one.nearly,
            )  # fmt: skip
        return shared


def readings(written: str, language: str) -> tuple[float, ...]:
    """Read digits: by the language's own separators first, then as any other language writes them."""
    broken = _BROKEN.get(written[-1], 0.0)
    bare = written.rstrip("½¼¾⅓⅔")
    if not bare:
        return (broken,)
    value = numeral(bare) + broken
    point = "." if language in {"en", "ko", "zh", "ja"} else ","
    parts = re.split(r"[.,]", bare)
    if [len(part) for part in parts[1:]] == [_GROUP] and point in bare:
        return (float(".".join(parts)), value)
    return (value,)
