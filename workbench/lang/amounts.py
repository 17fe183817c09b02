"""The amounts a text speaks of, by value: "2.5 million", "2,500,000" and "two hundred" are numbers."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from workbench.lang.spelled_numbers import number_letters

NUMERAL = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*")
_SPACES = str.maketrans("", "", " \u00a0\u202f")
_GROUP = 3  # digits between separators of thousands; any other number of them is decimals
_TWENTY, _HUNDRED, _THOUSAND = 20.0, 100.0, 1000.0
# One is an article and a pronoun as often as a number.
_SMALLEST = 2.0


def amounts(words: Sequence[str], spelled: Mapping[str, float]) -> Counter[float]:
    """Count the values that a sequence of words in small letters names; `spelled` has the number words."""
    found: Counter[float] = Counter()
    at = 0
    while at < len(words):
        if words[at][0].isdecimal():
            value, at = numeral(words[at]), at + 1
            while at < len(words) and spelled.get(words[at], 0.0) >= _THOUSAND:
                value, at = value * spelled[words[at]], at + 1
            found[value] += 1
        elif words[at] in spelled:
            value, at = composed(words, at, spelled)
            if value >= _SMALLEST:
                found[value] += 1
        else:
            at += 1
    return found


def composed(words: Sequence[str], at: int, spelled: Mapping[str, float]) -> tuple[float, int]:
    """Read number words from `at` on: the value, and where they end ("two hundred and five thousand")."""
    total, section = 0.0, 0.0
    while at < len(words) and words[at] in spelled:
        value = spelled[words[at]]
        if value >= _THOUSAND:
            total, section = total + max(1.0, section) * value, 0.0
        else:
            section = max(1.0, section) * value if value == _HUNDRED else section + value
        at += 2 if is_remainder(value, words[at + 1 : at + 3], spelled) else 1
    return total + section, at


def is_remainder(value: float, words: Sequence[str], spelled: Mapping[str, float]) -> bool:
    """Tell whether two words join what is less to a value: "hundred and five", once also "forty and five"."""
    least = _HUNDRED if value >= _HUNDRED else _TWENTY if value >= _TWENTY else 0.0
    return len(words) > 1 and words[0] == "and" and spelled.get(words[1], least) < least


def numeral(digits: str) -> float:
    """Read digits with separators of thousands or a decimal point, English or continental."""
    parts = re.split(r"[.,]", digits.translate(_SPACES))
    head, *rest = parts
    if not rest:
        return float(head)
    if len(rest[-1]) == _GROUP and head != "0":
        return float("".join(parts))
    return float("".join(parts[:-1]) + "." + rest[-1])


def numerals_of(text: str, spelled: Mapping[str, float]) -> Counter[float]:
    """Count the numerals of a text in any script by value, with the multiplier that follows (3万)."""
    found: Counter[float] = Counter()
    letters = number_letters()
    for match in NUMERAL.finditer(text):
        value, at = numeral(match.group()), match.end()
        while at < len(text) and letters.get(text[at], 0.0) >= _THOUSAND:
            value, at = value * letters[text[at]], at + 1
        word = re.match(r"\s?([^\W\d_]+)", text[at : at + 20])
        found[value * max(1.0, spelled.get(word[1].lower(), 1.0)) if word else value] += 1
    return found
