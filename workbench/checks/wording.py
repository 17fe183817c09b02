"""The reference's word as the translation would write it in the same place."""

import re

from workbench.lang.kinship import are_kin
from workbench.lang.wordnet import base_forms, has_own_past, parts_of_speech

_SHORT = 3  # letters: a shorter verb doubles or keeps letters in its own way (set, cut)
_PART = 4  # letters: fewer are in any word
_VOWELS = "aeiou"
_POSSESSIVE = re.compile(r"['’]s?\Z")
_ENDINGS = ("ing", "ed", "s")


def like(word: str, other: str) -> str | None:
    """Give `other` in the form and case of `word`; None where its form would be a guess."""
    (word, owner), (other, _) = owned(word), owned(other)
    formed = formed_like(word, other)
    if formed and owner and formed.endswith("s"):
        owner = owner.rstrip("s")
    return formed + owner if formed else None


def owned(word: str) -> tuple[str, str]:
    """Cut a word from its possessive ending."""
    at = match.start() if (match := _POSSESSIVE.search(word)) else len(word)
    return word[:at], word[at:]


def formed_like(word: str, other: str) -> str | None:
    """Do as `like` for words without a possessive ending."""
    ending, theirs = ending_of(word.lower()), ending_of(other.lower())
    if ending == theirs or {ending, theirs} == {"", "s"}:
        return cased(word, other)
    bases = base_forms(other.lower(), "v")
    if (
        len(bases) != 1
        or not parts_of_speech(bases[0])[1]
        or len(bases[0]) <= _SHORT
        or (ending == "ed" and has_own_past(bases[0]))
    ):
        return None
    formed = inflected(bases[0], ending)
    return cased(word, formed) if formed else None


def ending_of(word: str) -> str:
    """Give the regular ending that a word has, or would have: "ed" of held, none of king."""
    regular = next((end for end in _ENDINGS if word.endswith(end)), "")
    if regular and not any(base != word for base in base_forms(word, "n" if regular == "s" else "v")):
        regular = "s" if regular == "s" and base_forms(word, "v") != (word,) else ""
    return regular or ("ed" if word not in base_forms(word, "v") else "")


def are_akin(word: str, other: str) -> bool:
    """Tell whether one word may stand for another: kin, a kind of it or the reverse, or a part of it."""
    return are_kin(word, other) or is_part(word, other)


def is_part(word: str, other: str) -> bool:
    """Tell whether one word is the beginning or the end of the other: line and pipeline."""
    shorter, longer = (word, other) if len(word) <= len(other) else (other, word)
    return len(shorter) >= _PART and (longer.startswith(shorter) or longer.endswith(shorter))


def inflected(base: str, ending: str) -> str | None:
    """Add a regular ending to a verb; None where a letter may have to be doubled."""
    if not ending:
        return base
    if base.endswith("e"):
        return base[: -1 if ending != "s" else len(base)] + ending
    if base.endswith("y") and base[-2] not in _VOWELS and ending != "ing":
        return base[:-1] + ("ied" if ending == "ed" else "ies")
    if ending == "s":
        return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")
    doubling = base[-1] not in _VOWELS + "wxyhr" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return None if doubling else base + ending


def cased(word: str, other: str) -> str:
    """Give `other` with the capital, or capitals, of `word`."""
    if len(word) > 1 and word.isupper():
        return other.upper()
    return other[:1].upper() + other[1:] if word[:1].isupper() else other
