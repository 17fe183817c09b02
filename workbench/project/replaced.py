"""Characters that a new file cannot hold and that U+FFFD stands for in it: they are counted and said."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from workbench.figures import count
from workbench.formats.registry import Composer
from workbench.i18n import ngettext
from workbench.model.bitext import Bitext, BitextPair


@dataclass(frozen=True, slots=True)
class Lost:
    """One character that was replaced: the text's number, from 1, and the character."""

    text: int
    character: str


def replacements(composer: Composer, texts: Bitext) -> tuple[str, ...]:
    """Say in one sentence how many characters a new file has not as the texts have them, and the first."""
    if composer.storable is None:
        return ()
    lost = partial(lost_in, composer.storable)
    if composer.is_running:
        found = [Lost(number, char) for number, text in enumerate(texts.paragraphs, 1) for char in lost(text)]
        return (in_paragraphs(found),) if found else ()
    said = ((number, text) for number, pair in enumerate(texts.pairs, 1) for text in texts_of(pair))
    found = [Lost(number, char) for number, text in said for char in lost(text)]
    return (in_pairs(found),) if found else ()


def in_paragraphs(found: Sequence[Lost]) -> str:
    """Write the sentence on paragraphs."""
    return ngettext(
        "%(count)s character that this format cannot hold was replaced by U+FFFD:"
        " %(character)s in paragraph %(number)s.",
        "%(count)s characters that this format cannot hold were replaced by U+FFFD, the first of them"
        " %(character)s in paragraph %(number)s.",
        len(found),
    ) % named(found)


def in_pairs(found: Sequence[Lost]) -> str:
    """Write the sentence on pairs."""
    return ngettext(
        "%(count)s character that this format cannot hold was replaced by U+FFFD:"
        " %(character)s in pair %(number)s.",
        "%(count)s characters that this format cannot hold were replaced by U+FFFD, the first of them"
        " %(character)s in pair %(number)s.",
        len(found),
    ) % named(found)


def named(found: Sequence[Lost]) -> dict[str, str]:
    """Give how many there are, and the first of them."""
    return {
        "count": count(len(found)),
        "character": f"U+{ord(found[0].character):04X}",
        "number": count(found[0].text),
    }


def texts_of(pair: BitextPair) -> Iterator[str]:
    """Give what a new file says of a pair."""
    yield from (pair.translation, pair.source, pair.reference, pair.context or "", *pair.notes)


def lost_in(storable: Callable[[str], str], text: str) -> Iterator[str]:
    """Give the characters of a text that become another one; each becomes just one."""
    kept = storable(text)
    if kept != text:
        yield from (before for before, after in zip(text, kept, strict=True) if before != after)
