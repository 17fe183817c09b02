"""Which words of a side stand for a sense of a homonym, alone or as a phrase: strike, hunger strike."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from typing import NamedTuple

from workbench.checks.clauses import adjoins
from workbench.checks.places import is_mostly_noun
from workbench.checks.side import Side
from workbench.lang.homonyms import Sense, phrases, senses
from workbench.lang.remembered import remembered
from workbench.lang.wordnet import base_forms, parts_of_speech

_PARTICLES = frozenset(["out", "up", "down", "off", "away", "back", "over", "into"])
_KNOWN_SIDES = 64  # a check asks several times of a pair before it comes to the next
_KNOWN_WORDS = 1 << 16  # how many words' senses are kept: more than the vocabulary of a novel
Phrase = tuple[str, ...]


class Place(NamedTuple):
    """Words [start, stop) of a side, as they are looked up, and the keys of the senses they may stand for."""

    start: int
    stop: int
    words: str
    senses: frozenset[int]


@dataclass(slots=True)
class Tree:
    """Phrases by the next of their words; the one that ends here, if any."""

    phrase: Phrase | None = None
    further: dict[str, "Tree"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """What a word in any of its forms may tell: its senses' keys, and the phrases that it begins.

    `seconds` are their second words; a word that is `silent` has neither senses nor phrases.
    """

    forms: frozenset[str]
    senses: frozenset[int]
    phrases: Tree
    seconds: frozenset[str]
    is_particle: bool
    is_silent: bool


_NOTHING = Told(frozenset(), frozenset(), Tree(), frozenset(), is_particle=False, is_silent=True)


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
    content, known = side.content, [*map(lookup(language, alone=alone), side.small), _NOTHING]
    hidden: set[int] = set()
    for at in [at for at, each in enumerate(known) if not each.is_silent]:
        here, following = known[at], known[at + 1]
        if not here.seconds.isdisjoint(following.forms) and (phrase := longest(here.phrases, known, at + 1)):
            hidden.update(range(at + hides_from(phrase), at + len(phrase)))
            yield at, phrase, keys_of(language, " ".join(phrase), alone=alone)
        if (
            here.senses
            and content[at]
            and at not in hidden
            and not (following.is_particle and is_phrasal(side, at))
        ):
            yield at, (), here.senses


@remembered
def hides_from(phrase: Phrase) -> int:
    """Give from which of its words on a phrase says something else than they do.

    Running out is no run, a hunger strike no strike; hunger is hunger in it, spoiled ballots are ballots.
    """
    if not _PARTICLES.isdisjoint(phrase[1:]):
        return 0
    return len(phrase) - 1 if all(map(is_mostly_noun, phrase)) else len(phrase)


def longest(tree: Tree, known: Sequence[Told], at: int) -> Phrase | None:
    """Give the longest phrase of which the words at a place and behind it are the rest."""
    found = tree.phrase
    for word in known[at].forms:
        branch = tree.further.get(word)
        phrase = longest(branch, known, at + 1) if branch else None
        # Of two as long the first by the alphabet: sets have no order.
        if phrase and (found is None or (-len(phrase), phrase) < (-len(found), found)):
            found = phrase
    return found


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


@remembered
def forms(word: str) -> frozenset[str]:
    """Give a word and what it may be a form of."""
    return frozenset((word, *base_forms(word, "n"), *base_forms(word, "v")))


@cache
def lookup(language: str, *, alone: bool) -> Callable[[str], Told]:
    """Give what looks up what a word may tell."""
    return remembered(partial(told_by, language, alone))


def told_by(language: str, alone: bool, word: str) -> Told:
    """Give what a word may tell."""
    beginning, known = phrases(language, alone=alone), senses(language, alone=alone)
    of_word = forms(word)
    tree = tree_of(phrase for form in sorted(of_word) for phrase in beginning.get(form, ()))
    own = frozenset(sense.key for form in of_word for sense in known.get(form, ()))
    seconds = frozenset(tree.further)
    return Told(of_word, own, tree, seconds, word in _PARTICLES, not (own or seconds))


def tree_of(begun: Iterable[Phrase]) -> Tree:
    """Sort phrases that the forms of one word begin by their further words; of two alike the first stays."""
    tree = Tree()
    for phrase in begun:
        at = tree
        for word in phrase[1:]:
            at = at.further.setdefault(word, Tree())
        at.phrase = at.phrase or phrase
    return tree
