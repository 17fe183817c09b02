"""Words with letters of two scripts that look alike: a Cyrillic а in a Latin word."""

import re
from collections.abc import Iterator

# Letters that look the same, Latin beside Cyrillic and Greek. Written by hand.
_LATIN = "AaBCcEeHIiJjKMOoPpSsTXxYy"
_CYRILLIC = "АаВСсЕеНІіЈјКМОоРрЅѕТХхУу"
_GREEK_LATIN, _GREEK = "ABEHIKMNOoPTXYZv", "ΑΒΕΗΙΚΜΝΟοΡΤΧΥΖν"
_TO_LATIN = str.maketrans(_CYRILLIC + _GREEK, _LATIN + _GREEK_LATIN)
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER_LETTER = re.compile(r"[\u0370-\u04ff]")
_WORD = re.compile(r"[^\W\d_]{2,}")


def mixed_scripts(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the words of two scripts, and how they read in the one that most of their letters are of."""
    if not (_OTHER_LETTER.search(text) and _LATIN_LETTER.search(text)):
        return
    for match in _WORD.finditer(text):
        latin, other = len(_LATIN_LETTER.findall(match[0])), len(_OTHER_LETTER.findall(match[0]))
        if latin and other:
            right = match[0].translate(_TO_LATIN if latin >= other else _TO_CYRILLIC)
            if not (_LATIN_LETTER.search(right) and _OTHER_LETTER.search(right)):
                yield match.span(), right
