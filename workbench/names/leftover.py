"""Names of one side of a pair that have no counterpart on the other: the only ones that may be misspelt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.names.detect import Candidate, Knowledge
from workbench.names.likeness import surname
from workbench.names.text import Article, Row, Side, stands
from workbench.names.wording import is_derived
from workbench.names.words import plain

Place = tuple[int, int]
_REACH = 40  # rows to either side that count as elsewhere in the article


@dataclass(frozen=True, slots=True)
class Rival:
    """A name of the reference that its own pair's translation lacks, and where it stands: row and offset."""

    place: Place
    name: Candidate
    text: str


def leftover_names(article: Article, row: Row) -> list[Candidate]:
    """Give the names of a translation whose form stands nowhere in the reference."""
    left = [name for name in row.translation.names if not stands(name.form, article.reference)]
    return [name for name in left if not has_derived(name, row.reference.names, article.known)]


def rivals(article: Article) -> dict[int, list[Rival]]:
    """Give for each row the names of its reference that its translation does not have."""
    return {
        index: [
            Rival((index, name.start), name, row.reference.text)
            for name in row.reference.names
            if not is_present(name, row.translation, article.known)
        ]
        for index, row in enumerate(article.rows)
    }


def at_distance(found: Mapping[int, list[Rival]], article: Article, index: int, far: int) -> Iterator[Rival]:
    """Yield the names left over in the same pair (0), the neighbouring pairs (1) or near them (2)."""
    reach = {0: (index,), 1: (index - 1, index + 1)}.get(far) or further(index)
    here = article.rows[index].translation
    for other in reach:
        for rival in found.get(other, ()):
            if far == 0 or not is_present(rival.name, here, article.known):
                yield rival


def further(index: int) -> Iterable[int]:
    """Give the rows beyond the neighbours."""
    return (other for other in range(index - _REACH, index + _REACH + 1) if abs(other - index) > 1)


def is_present(name: Candidate, where: Side, known: Knowledge) -> bool:
    """Tell whether a name of the reference has its counterpart in a translation: itself or its surname."""
    if stands(name.form, where) or has_derived(name, where.names, known):
        return True
    alone = plain(surname(name.words, known.language))
    return any(plain(other.form) == alone for other in where.names)


def has_derived(name: Candidate, others: Iterable[Candidate], known: Knowledge) -> bool:
    """Tell whether one of the others is a plural of a name, a people of it, or what these come from."""
    lone = [other.form for other in others if len(other.words) == 1]
    return len(name.words) == 1 and any(is_derived(name.form, other, known.language) for other in lone)
