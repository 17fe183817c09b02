"""The English article before a word that takes another one's place: "a Finnish" becomes "an Icelandic"."""

from workbench.checks.hit import Span

_VOWELS = frozenset("AEIOUaeiou")
# They sound as "you": a Ugandan, a U.S. official, a uniform, a European.
_YOU = ("u.", "us ", "uk ", "ug", "ur", "uk", "uni", "use", "eu", "uz")


def sounds_open(word: str) -> bool:
    """Tell whether a word takes "an"."""
    return word[:1] in _VOWELS and not f"{word} ".lower().startswith(_YOU)


def indefinite(text: str, start: int, end: int, word: str) -> tuple[Span, str]:
    """Give the span and what to write, with "a" or "an" where the one before the word must change."""
    for article, other, opens in (("a ", "an ", True), ("an ", "a ", False)):
        begin = start - len(article)
        alone = begin >= 0 and not text[max(0, begin - 1) : begin].isalnum()
        if alone and text[begin:start].lower() == article and sounds_open(word) is opens:
            return (begin, end), (other.capitalize() if text[begin].isupper() else other) + word
    return (start, end), word
