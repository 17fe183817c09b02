"""The reference's word as the translation would write it in the same place."""

from workbench.lang.wordnet import base_forms

_SHORT = 3  # letters: a shorter verb doubles or keeps letters in its own way (set, cut)
_VOWELS = "aeiou"
_ENDINGS = ("ing", "ed", "s")


def like(word: str, other: str) -> str | None:
    """Give `other` in the form and case of `word`; None where its form would be a guess."""
    ending, theirs = ending_of(word.lower()), ending_of(other.lower())
    if ending == theirs or {ending, theirs} == {"", "s"}:
        return cased(word, other)
    bases = base_forms(other.lower(), "v")
    if len(bases) != 1 or len(bases[0]) <= _SHORT:
        return None
    formed = inflected(bases[0], ending)
    return cased(word, formed) if formed else None


def ending_of(word: str) -> str:
    """Give the regular ending that a word has, or would have: "ed" of held."""
    regular = next((end for end in _ENDINGS if word.endswith(end)), "")
    return regular or ("ed" if word not in base_forms(word, "v") else "")


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
