"""Which name of the reference stands for which name of the translation, pair by pair, one to one."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.names.detect import Candidate, Knowledge
from workbench.names.likeness import Likeness, likeness, surname
from workbench.names.sound import key, letters
from workbench.names.text import Article, Row, Side, stands
from workbench.names.wording import is_derived
from workbench.names.words import plain

# What each piece of evidence is worth beside nearness (0 to 1).
_TITLE, _OTHER_TITLE = 0.12, -0.1  # General before both; Senator before one and General before the other
_NEIGHBOUR, _NEIGHBOURS = 0.04, 3  # for each word that stands beside both, up to three
_LAST_TWO = 0.05  # no other name of the pair is left over
_FURTHER = {0: 0.0, 1: -0.08, 2: -0.15}  # same pair, neighbouring pair, elsewhere in the reference
_ONSET = -0.06  # lone words that do not begin with one sound
_SEEN = -0.1  # the translation has the reference's form elsewhere
_ENOUGH_WHOLE, _ENOUGH_ALONE = 0.62, 0.68  # whole names; single words, which chance makes alike more easily
_NEAR_WHOLE, _NEAR_ALONE, _NEAR_UNSURE = 0.45, 0.55, 0.7
_LONG_ENOUGH, _SHORT_NEAR = 4, 0.75
_STEEP, _MIDDLE = 8.0, 0.5  # of the logistic curve from evidence to confidence
_BOTH_AGREE = 0.7  # nearness from which spelling is said to agree


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the translation with the name of the reference that it should be.

    `row` is the index of the pair, `far` 0, 1 or 2: the reference's name stands in the same pair, the next,
    or elsewhere. `quote` is the reference around it.
    """

    row: int
    candidate: Candidate
    likeness: Likeness
    value: float
    confidence: float
    far: int
    quote: str


def matches(article: Article) -> list[Match]:
    """Match the names that are left over: in their own pair, then the neighbouring pairs, then anywhere."""
    open_names = {index: leftover_names(article, row) for index, row in enumerate(article.rows) if row.has_reference}
    found: list[Match] = []
    taken: set[tuple[int, int]] = set()
    for far in _FURTHER:
        for index, names in open_names.items():
            done = {id(match.candidate) for match in found}
            rest = [name for name in names if id(name) not in done]
            if rest:
                possible = list(rivals(article, index, far, taken))
                new = assign([m for name in rest for m in weigh(article, (index, name), possible, far)])
                found += [match for match, _ in new]
                taken |= {place for _, place in new}
    return found


Place = tuple[int, int]
Rival = tuple[Place, Candidate, Side]


def leftover_names(article: Article, row: Row) -> list[Candidate]:
    """Give the names of a translation whose form stands nowhere in the reference."""
    sides = list(article.references())
    left = [name for name in row.translation.names if not any(stands(name.form, side) for side in sides)]
    return [name for name in left if not has_derived(name, row.reference.names)]


def rivals(article: Article, index: int, far: int, taken: set[Place]) -> Iterator[Rival]:
    """Yield the names of the reference at this distance that this translation does not have."""
    for other in at_distance(len(article.rows), index, far):
        row = article.rows[other]
        for name in row.reference.names:
            place = (other, name.start)
            if place not in taken and not is_present(name, article.rows[index], row, article.known):
                yield place, name, row.reference


def at_distance(rows: int, index: int, far: int) -> Iterable[int]:
    """Give the rows of the reference to look at."""
    if far == 0:
        return (index,)
    if far == 1:
        return (other for other in (index - 1, index + 1) if 0 <= other < rows)
    return (other for other in range(rows) if abs(other - index) > 1)


def is_present(name: Candidate, row: Row, own: Row, known: Knowledge) -> bool:
    """Tell whether a name of the reference has its counterpart in the translation, as it is or as surname."""
    here = {row.pair: row, own.pair: own}.values()
    if any(stands(name.form, one.translation) for one in here):
        return True
    if has_derived(name, row.translation.names):
        return True
    alone = plain(surname(name.words, known.language))
    return any(plain(other.form) == alone for one in here for other in one.translation.names)


def has_derived(name: Candidate, others: Iterable[Candidate]) -> bool:
    """Tell whether one of the others is a plural of a name, a people of it, or what these come from."""
    return any(len(name.words) == len(other.words) == 1 and is_derived(name.form, other.form) for other in others)


def weigh(
    article: Article, mine: tuple[int, Candidate], others: Sequence[Rival], far: int
) -> Iterator[tuple[Match, Place]]:
    """Yield the matches of one name that there is enough evidence for."""
    index, name = mine
    for place, other, side in others:
        alike = likeness(name, other, article.known)
        if alike is None or (far > 1 and not alike.whole):
            continue
        value = alike.near + _FURTHER[far] + context(name, other, article.known)
        value += _ONSET if is_lone(alike) and key(alike.form)[:1] != key(alike.proposal)[:1] else 0.0
        value += _LAST_TWO if len(others) == 1 else 0.0
        value += _SEEN if any(stands(alike.proposal, row.translation) for row in article.rows) else 0.0
        if is_enough(name, other, alike, value):
            quote = around(side.text, other)
            yield Match(index, name, alike, value, confidence(alike, value, name, other, article.known), far, quote), place


def is_lone(alike: Likeness) -> bool:
    """Tell whether single words were compared, in which chance makes likeness more easily."""
    return not alike.whole or " " not in alike.form + alike.proposal


def context(one: Candidate, other: Candidate, known: Knowledge) -> float:
    """Weigh what stands around two names."""
    value = _NEIGHBOUR * min(_NEIGHBOURS, len(shared_words(one, other, known)))
    if one.title and other.title:
        value += _TITLE if one.title == other.title else _OTHER_TITLE
    return value


def shared_words(one: Candidate, other: Candidate, known: Knowledge) -> set[str]:
    """Give the words of content that stand near both names."""
    mine, theirs = {*one.left, *one.right}, {*other.left, *other.right}
    return {word for word in mine & theirs if word not in known.language.grammar}


def is_enough(one: Candidate, other: Candidate, alike: Likeness, value: float) -> bool:
    """Tell whether evidence and nearness suffice."""
    if not one.sure and not other.sure:
        return False
    if alike.near < (_NEAR_ALONE if is_lone(alike) else _NEAR_WHOLE):
        return False
    if not (one.sure and other.sure) and alike.near < _NEAR_UNSURE:
        return False
    short = min(len(letters(alike.form)), len(letters(alike.proposal))) < _LONG_ENOUGH
    if short and alike.near < _SHORT_NEAR:
        return False
    return value >= (_ENOUGH_ALONE if is_lone(alike) else _ENOUGH_WHOLE)


def confidence(alike: Likeness, value: float, one: Candidate, other: Candidate, known: Knowledge) -> float:
    """Turn evidence into a confidence; .9 and more only when both the spelling and the context agree."""
    sure = 1 / (1 + math.exp(-_STEEP * (value - _MIDDLE)))
    titled = one.title is not None and one.title == other.title
    agreed = alike.near >= _BOTH_AGREE and (titled or alike.shared or bool(shared_words(one, other, known)))
    return round(min(sure, 0.97 if agreed else 0.89), 2)


def assign(possible: list[tuple[Match, Place]]) -> list[tuple[Match, Place]]:
    """Choose one to one, the strongest evidence first."""
    chosen: list[tuple[Match, Place]] = []
    names: set[int] = set()
    places: set[Place] = set()
    for match, place in sorted(possible, key=lambda each: -each[0].value):
        if id(match.candidate) not in names and place not in places:
            chosen.append((match, place))
            names.add(id(match.candidate))
            places.add(place)
    return chosen


def around(text: str, name: Candidate) -> str:
    """Quote a name with a few words on each side."""
    start = max(text.rfind(" ", 0, max(0, name.start - 24)) + 1, 0)
    end = text.find(" ", min(len(text), name.end + 24))
    end = len(text) if end < 0 else end
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
