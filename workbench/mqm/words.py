"""How many words a text has, for penalties by words."""

import regex

# Scripts that write no spaces count by letter: ISO 5060 and themqm.org ("Values and Scores") let characters
# be counted where words cannot be told. Elsewhere a word keeps its inner apostrophes, hyphens and decimals.
_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}--\p{M}]\p{M}*"
    r"|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_]|['’.,\-](?=[\p{L}\p{N}]))*",
    regex.VERSION1,
)


def word_count(text: str) -> int:
    """Count the words of a text."""
    return sum(1 for _word in _WORD.finditer(text))
