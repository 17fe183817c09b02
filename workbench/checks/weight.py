"""Words that say something which another wording would have to say too."""

from collections.abc import Iterable

from workbench.checks.side import Side
from workbench.checks.words import Kind
from workbench.lang.vague import is_vague


def is_heavy(side: Side, index: int) -> bool:
    """Tell whether a word says something that another wording would have to say too."""
    if not side.content[index]:
        return False
    word = side.words[index]
    if word.is_capital or word.kind is not Kind.WORD:
        return False
    return not is_vague(word.folded, side.known.language)


def heavy_among(side: Side, indices: Iterable[int]) -> list[int]:
    """Give those of some words that say something which another wording would have to say too."""
    return [index for index in indices if is_heavy(side, index)]


def text_of(side: Side, indices: tuple[int, ...]) -> str:
    """Give the text from the first to the last of some words; none where no word of content is among them."""
    if not any(side.content[index] for index in indices):
        return ""
    return side.text[side.words[indices[0]].start : side.words[indices[-1]].end]
