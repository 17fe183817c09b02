"""Which name of the reference stands for which name of the translation, pair by pair, one to one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.names.detect import Candidate
from workbench.names.evidence import confidence, evidence, is_enough
from workbench.names.leftover import Place, Rival, at_distance, leftover_names, rivals
from workbench.names.likeness import Likeness, likeness
from workbench.names.text import Article, stands

_DISTANCES = (0, 1, 2)  # same pair, neighbouring pair, elsewhere in the reference
_QUOTE = 24  # characters of context on each side, before whole words


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the translation with the name of the reference that it should be.

    `far` is 0, 1 or 2: the reference's name stands in the same pair, the next, or elsewhere. `value` is the
    evidence, `quote` the reference around the name, `place` where that stands.
    """

    candidate: Candidate
    likeness: Likeness
    value: float
    confidence: float
    far: int
    quote: str
    place: Place


def matches(article: Article) -> list[Match]:
    """Match the names that are left over: in their own pair, then the neighbouring pairs, then elsewhere."""
    rest = {
        index: leftover_names(article, row) for index, row in enumerate(article.rows) if row.has_reference
    }
    others = rivals(article)
    found: list[Match] = []
    taken: set[Place] = set()
    for far in _DISTANCES:
        for index, names in rest.items():
            free = [one for one in at_distance(others, article, index, far) if one.place not in taken]
            new = assign(match for name in names for match in weighed(name, free, far, article))
            done = {match.candidate.start for match in new}
            rest[index] = [name for name in names if name.start not in done]
            found += new
            taken |= {match.place for match in new}
    return found


def weighed(name: Candidate, free: Sequence[Rival], far: int, article: Article) -> Iterator[Match]:
    """Yield the matches of one name that there is enough evidence for."""
    for rival in free:
        pair = (name, rival.name)
        alike = likeness(*pair, article.known)
        if alike is None or (far > 1 and not alike.whole):
            continue
        seen = stands(alike.proposal, article.translation)
        value = evidence(pair, alike, article.known, far=far, last=len(free) == 1, seen=seen)
        if is_enough(pair, alike, value):
            sure = confidence(pair, alike, value, article.known)
            yield Match(name, alike, value, sure, far, around(rival.text, rival.name), rival.place)


def assign(possible: Iterable[Match]) -> list[Match]:
    """Choose one to one, the strongest evidence first."""
    chosen: dict[int, Match] = {}
    places: set[Place] = set()
    for match in sorted(possible, key=lambda match: -match.value):
        if match.candidate.start not in chosen and match.place not in places:
            chosen[match.candidate.start] = match
            places.add(match.place)
    return list(chosen.values())


def around(text: str, name: Candidate) -> str:
    """Quote a name with a few words on each side."""
    start = text.rfind(" ", 0, max(0, name.start - _QUOTE)) + 1
    end = text.find(" ", min(len(text), name.end + _QUOTE))
    end = len(text) if end < 0 else end
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
