"""Which name of the reference stands for which name of the translation, pair by pair, one to one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.names.detect import Candidate
from workbench.names.evidence import HEARD, Setting, confidence, evidence, is_enough
from workbench.names.explain import Heard
from workbench.names.leftover import Place, Rival, at_distance, leftover_names, rivals
from workbench.names.likeness import Likeness, by_ear, likeness, mangled_beyond_words, without_article
from workbench.names.text import Article, stands
from workbench.names.together import Hearing, heard_together

_DISTANCES = (0, 1, 2)  # same pair, neighbouring pair, elsewhere in the reference
_FULL = 0.2  # of evidence, by which a match of full names goes before one of a surname
_QUOTE = 24  # characters of context on each side, before whole words


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the translation with the name of the reference that it should be.

    `far` is 0, 1 or 2: the reference's name stands in the same pair, the next, or elsewhere. `value` is the
    evidence, `quote` the reference around the name, `place` where that stands, `source` the words of the
    source in which both are heard.
    """

    candidate: Candidate
    likeness: Likeness
    value: float
    confidence: float
    far: int
    quote: str
    place: Place
    source: Heard | None = None


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
            new = assign(match for name in names for match in weighed(name, free, (index, far), article))
            done = {match.candidate.start for match in new}
            rest[index] = [name for name in names if name.start not in done]
            found += new
            taken |= {match.place for match in new}
    return found


def weighed(
    name: Candidate, free: Sequence[Rival], where: tuple[int, int], article: Article
) -> Iterator[Match]:
    """Yield the matches of a name with evidence enough; `where` is its row and how far to look."""
    far = where[1]
    for rival in free:
        pair = without_article(name, rival.name)
        alike, hearing = best_likeness(pair, where, article)
        if alike is None or (far > 1 and not alike.whole):
            continue
        seen = stands(alike.proposal, article.translation)
        setting = Setting(far, len(free) == 1, seen, hearing.value if hearing else None)
        value = evidence(pair, alike, article.known, setting)
        if is_enough(pair, alike, value, setting):
            sure = confidence(pair, alike, value, article.known, setting.heard)
            quote = around(rival.text, rival.name)
            source = Heard(hearing.form, article.source_language) if hearing and hearing.form else None
            yield Match(name, alike, value, sure, far, quote, rival.place, source)


def best_likeness(
    pair: tuple[Candidate, Candidate], where: tuple[int, int], article: Article
) -> tuple[Likeness | None, Hearing | None]:
    """Compare two names by their letters, or as wholes where the source says clearly that they are one."""
    index, far = where
    alike = likeness(*pair, article.known)
    hearing = heard_together(article, index, alike) if alike else None
    if far:
        return alike, hearing
    whole = by_ear(*pair, article.known)
    other = heard_together(article, index, whole) if whole else None
    if other is None or other.value < HEARD or (hearing is not None and hearing.nats >= other.nats):
        return alike, hearing
    if not other.form and not mangled_beyond_words(*pair, article.known):
        return alike, hearing
    return whole, other


def assign(possible: Iterable[Match]) -> list[Match]:
    """Choose one to one, the strongest evidence first."""
    chosen: dict[int, Match] = {}
    places: set[Place] = set()
    for match in sorted(possible, key=rank):
        if match.candidate.start not in chosen and match.place not in places:
            chosen[match.candidate.start] = match
            places.add(match.place)
    return list(chosen.values())


def rank(match: Match) -> float:
    """Give the order of matches: full names before surnames, which leave less to compare."""
    full = match.likeness.whole and " " in match.likeness.form and " " in match.likeness.proposal
    return -match.value - _FULL * full


def around(text: str, name: Candidate) -> str:
    """Quote a name with a few words on each side."""
    start = text.rfind(" ", 0, max(0, name.start - _QUOTE)) + 1
    end = text.find(" ", min(len(text), name.end + _QUOTE))
    end = len(text) if end < 0 else end
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
