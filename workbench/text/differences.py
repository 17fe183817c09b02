"""Which words of two texts differ: whole words, since marked letters make a text unreadable."""

import re
from difflib import SequenceMatcher

Span = tuple[int, int]
# A word with its inner apostrophes and hyphens; Han and kana, which know no spaces, one by one.
_WORD = re.compile(r"[㐀-鿿豈-﫿ぁ-ヿ]|[^\W_]+(?:['’.-][^\W_]+)*")
_LONGEST = 2_000  # words: beyond it the comparison costs more than a reader gains


def word_differences(a: str, b: str) -> tuple[list[Span], list[Span]]:
    """Give the spans of words of `a` that `b` has not in that place, and the reverse; neighbours are joined.

    Case and the kind of apostrophe make no difference.
    """
    a_words, b_words = list(_WORD.finditer(a)), list(_WORD.finditer(b))
    if len(a_words) > _LONGEST or len(b_words) > _LONGEST:
        return [], []
    matcher = SequenceMatcher(
        None, [folded(word) for word in a_words], [folded(word) for word in b_words], autojunk=False
    )
    a_spans, b_spans = [], []
    for kind, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if kind != "equal":
            a_spans += [(a_words[a_from].start(), a_words[a_to - 1].end())] if a_from < a_to else []
            b_spans += [(b_words[b_from].start(), b_words[b_to - 1].end())] if b_from < b_to else []
    return a_spans, b_spans


def folded(word: re.Match[str]) -> str:
    """Give a word as it is compared."""
    return word[0].casefold().replace("’", "'")
