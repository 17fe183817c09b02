"""Which words of a side stand for a sense of a homonym, alone or as a phrase: strike, hunger strike."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from workbench.checks.clauses import adjoins
from workbench.checks.places import is_mostly_noun
from workbench.checks.side import Side
from workbench.lang.homonyms import Sense, phrases, senses
from workbench.lang.wordnet import base_forms, parts_of_speech

_PARTICLES = frozenset(["out", "up", "down", "off", "away", "back", "over", "into"])
_KNOWN_SIDES = 64  # the readers of one pair ask one after another
_KNOWN_WORDS = 1 << 16  # how many words' senses are kept: more than the vocabulary of a novel
Phrase = tuple[str, ...]


class Place(NamedTuple):
    """Words [start, stop) of a side, as they are looked up, and the keys of the senses they may stand for."""

    start: int
    stop: int
    words: str
    senses: frozenset[int]


@dataclass(frozen=True, slots=True)
class Told:
    """What a word in any of its forms may tell: its senses' keys, and phrases by their second word.

    `seconds` are the second words.
    """

    forms: frozenset[str]
    senses: frozenset[int]
    phrases: Mapping[str, Sequence[Phrase]]
    seconds: frozenset[str]
    is_particle: bool


_NOTHING = Told(frozenset(), frozenset(), {}, frozenset(), is_particle=False)


@lru_cache(maxsize=_KNOWN_SIDES)
def told(side: Side, language: str, *, alone: bool = False) -> tuple[Place, ...]:
    """Give what stands for a sense of a homonym: phrases, the longest at a place, and words within them."""
    return tuple(
        Place(at, at + max(1, len(phrase)), " ".join(phrase) or side.small[at], keys)
        for at, phrase, keys in tell(side, language, alone=alone)
    )


def senses_told(side: Side, language: str, *, alone: bool) -> set[frozenset[int]]:
    """Give the keys of the senses that each such place may have: all that most pairs are asked for."""
    return {keys for _at, _phrase, keys in tell(side, language, alone=alone)}


def tell(side: Side, language: str, *, alone: bool) -> Iterator[tuple[int, Phrase, frozenset[int]]]:
    """Yield where a phrase, or a word (with no phrase), stands for senses, and their keys."""
    content, known = side.content, list(map(lookup(language, alone=alone), side.small))
    hidden: set[int] = set()
    for at, (here, following) in enumerate(pairwise([*known, _NOTHING])):
        phrase = None if here.seconds.isdisjoint(following.forms) else phrase_at(known, at)
        if phrase:
            hidden.update(range(at + hides_from(phrase), at + len(phrase)))
            yield at, phrase, keys_of(language, " ".join(phrase), alone=alone)
        if (
            at not in hidden
            and here.senses
            and content[at]
            and not (following.is_particle and is_phrasal(side, at))
        ):
            yield at, (), here.senses


@lru_cache(maxsize=_KNOWN_WORDS)
def hides_from(phrase: Phrase) -> int:
    """Give from which of its words on a phrase says something else than they do.

    Running out is no run, a hunger strike no strike; hunger is hunger in it, spoiled ballots are ballots.
    """
    if not _PARTICLES.isdisjoint(phrase[1:]):
        return 0
    return len(phrase) - 1 if all(map(is_mostly_noun, phrase)) else len(phrase)


def phrase_at(known: Sequence[Told], at: int) -> Phrase | None:
    """Give the longest phrase that begins at a place, of those that its two first words may begin."""
    here, found = known[at], None
    for second in sorted(here.seconds & known[at + 1].forms):
        for phrase in here.phrases[second]:
            if (found is None or len(phrase) > len(found)) and stands(known, at, phrase):
                found = phrase
    return found


def stands(known: Sequence[Told], at: int, phrase: Phrase) -> bool:
    """Tell whether the third and further words of a phrase stand in their places, too."""
    for place, word in enumerate(phrase[2:], at + 2):
        if place == len(known) or word not in known[place].forms:
            return False
    return True


def is_phrasal(side: Side, at: int) -> bool:
    """Tell whether a word is half of a verb with its particle, which says something else: ran out."""
    after = side.small[at + 1] if at + 1 < len(side.small) else ""
    return after in _PARTICLES and adjoins(side, at) and parts_of_speech(side.small[at])[1] > 0


@lru_cache(maxsize=_KNOWN_WORDS)
def keys_of(language: str, words: str, *, alone: bool) -> frozenset[int]:
    """Give the keys of a phrase's senses."""
    return frozenset(sense.key for sense in senses(language, alone=alone)[words])


def known_senses(language: str, words: str, *, is_phrase: bool, alone: bool = False) -> Iterator[Sense]:
    """Give the senses of a phrase, or of a word in any of its forms."""
    known = senses(language, alone=alone)
    for form in [words] if is_phrase else sorted(forms(words)):
        yield from known.get(form, ())


@lru_cache(maxsize=_KNOWN_WORDS)
def forms(word: str) -> frozenset[str]:
    """Give a word and what it may be a form of."""
    return frozenset((word, *base_forms(word, "n"), *base_forms(word, "v")))


@cache
def lookup(language: str, *, alone: bool) -> Callable[[str], Told]:
    """Give what looks up what a word may tell."""
    return lru_cache(maxsize=_KNOWN_WORDS)(partial(told_by, language, alone))


def told_by(language: str, alone: bool, word: str) -> Told:
    """Give what a word may tell."""
    beginning, known = phrases(language, alone=alone), senses(language, alone=alone)
    of_word = sorted(forms(word))
    begun: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in (phrase for form in of_word for phrase in beginning.get(form, ())):
        begun[phrase[1]].append(phrase)
    own = frozenset(sense.key for form in of_word for sense in known.get(form, ()))
    return Told(forms(word), own, begun, frozenset(begun), word in _PARTICLES)
