"""Which words of two texts differ: whole words, since marked letters make a text unreadable.

A word that only moved is no difference, and neither is a function word: marking them hides what matters
under colour. What is marked is what the other side does not say in these words.
"""

import re
from collections import Counter
from collections.abc import Collection

Span = tuple[int, int]
# A word with its inner apostrophes and hyphens; Han and kana, which know no spaces, one by one.
_WORD = re.compile(r"[㐀-鿿\uf900-\ufaffぁ-ヿ]|[^\W_]+(?:['’.-][^\W_]+)*")
_CLITIC = re.compile(r"['’](?:s|re|ve|ll|d|m)?\Z")
_LONGEST = 5_000  # words: a reader gains nothing from marks in more


def word_differences(a: str, b: str, ignored: Collection[str] = ()) -> tuple[list[Span], list[Span]]:
    """Give the spans of words of `a` that `b` lacks, and the reverse; neighbours are joined.

    Case, the kind of apostrophe and a possessive ending make no difference. `ignored` are function words.
    """
    a_words, b_words = list(_WORD.finditer(a)), list(_WORD.finditer(b))
    if len(a_words) > _LONGEST or len(b_words) > _LONGEST:
        return [], []
    return lacking(a, a_words, b_words, ignored), lacking(b, b_words, a_words, ignored)


def lacking(
    text: str, words: list[re.Match[str]], others: list[re.Match[str]], ignored: Collection[str]
) -> list[Span]:
    """Give the spans of words that the other text has not, or not as often."""
    left = Counter(folded(word) for word in others)
    spans: list[Span] = []
    for word in words:
        form = folded(word)
        left[form] -= 1
        if left[form] >= 0 or form in ignored:
            continue
        if spans and not text[spans[-1][1] : word.start()].strip():
            spans[-1] = (spans[-1][0], word.end())
        else:
            spans.append(word.span())
    return spans


def folded(word: re.Match[str]) -> str:
    """Give a word as it is compared."""
    return _CLITIC.sub("", word[0].casefold())
