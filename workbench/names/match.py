"""Which name of the reference stands for which name of the translation, pair by pair, one to one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.names.detect import Candidate
from workbench.names.evidence import HEARD, Setting, confidence, evidence, is_enough
from workbench.names.explain import Heard
from workbench.names.hearing import affinity, can_hear, heard
from workbench.names.leftover import Place, Rival, at_distance, leftover_names, rivals
from workbench.names.likeness import Likeness, by_ear, likeness
from workbench.names.sound import letters
from workbench.names.text import Article, stands

_DISTANCES = (0, 1, 2)  # same pair, neighbouring pair, elsewhere in the reference
_LOST = 0.7  # nats per letter that a mangled form may be heard less than the right one
_ENOUGH_HEARD = 5.0  # nats in all, under which two short forms may sound alike by chance
_QUOTE = 24  # characters of context on each side, before whole words


@dataclass(frozen=True, slots=True)
class Hearing:
    """How surely two forms stand for one form of the source: nats of mutual information a letter, in all."""

    value: float
    nats: float
    form: str


_SILENT = Hearing(0.0, 0.0, "")  # neither form is heard anywhere: says nothing


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
    """Yield the matches of a name that there is enough evidence for; `where` is its row and how far to look."""
    far = where[1]
    for rival in free:
        pair = (name, rival.name)
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
    if far or not can_hear(article.source_language):
        return alike, hearing
    whole = by_ear(*pair, article.known)
    other = heard_together(article, index, whole) if whole else None
    if other is None or other.value < HEARD or (hearing is not None and hearing.nats >= other.nats):
        return alike, hearing
    return whole, other


def heard_together(article: Article, index: int, alike: Likeness) -> Hearing | None:
    """Say how surely two forms stand for the same words of a row's source; None without one.

    The translation's form may have lost more than the reference's: it need not be heard as clearly.
    """
    sentence, language = article.rows[index].source, article.source_language
    if not sentence or not can_hear(language):
        return None
    found: list[Hearing] = []
    for way in (heard(sentence, form, language) for form in (alike.form, alike.proposal)):
        if way is not None:
            right, ours = (affinity(way.form, form, language) for form in (alike.proposal, alike.form))
            value = min(right, ours + _LOST)
            found.append(Hearing(value, value * len(letters(alike.proposal)), way.form))
    best = max(found, key=lambda hearing: hearing.nats, default=_SILENT)
    return best if best.nats >= _ENOUGH_HEARD or best.value < 0 else _SILENT


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
