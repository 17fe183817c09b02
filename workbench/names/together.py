"""Whether two forms are one name by sound: heard in the same words of the source, or one mangled."""

from dataclasses import dataclass

from workbench.names.hearing import affinity, can_hear, heard
from workbench.names.likeness import Likeness
from workbench.names.sound import letters
from workbench.names.sounds import SoundModel
from workbench.names.text import Article

_LOST = 0.7  # nats per letter that a mangled form may be heard less than the right one
_ENOUGH = 5.0  # nats in all, under which two short forms may sound alike by chance
# The same for one form mangled from the other. On the development split 86 % of mangled names have 1.0 nats
# per letter with their right form, and none of 3,000 with another's.
_MANGLED, _ENOUGH_MANGLED = 1.0, 8.0


@dataclass(frozen=True, slots=True)
class Hearing:
    """How surely two forms are one: nats of information a letter, and in all; `form` is the source's."""

    value: float
    nats: float
    form: str


_SILENT = Hearing(0.0, 0.0, "")  # neither form is heard anywhere: says nothing


def heard_together(article: Article, index: int, alike: Likeness) -> Hearing | None:
    """Say how surely two forms are one name; None where nothing tells. The source is asked first."""
    by_ear = by_source(article, index, alike)
    if by_ear is not None and (by_ear.value < 0 or by_ear.value >= _MANGLED):
        return by_ear
    return by_mangling(alike) or by_ear


def by_source(article: Article, index: int, alike: Likeness) -> Hearing | None:
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
    return best if best.nats >= _ENOUGH or best.value < 0 else _SILENT


def by_mangling(alike: Likeness) -> Hearing | None:
    """Say how surely one form is the other as it comes through Korean; None where that is not likely."""
    value = affinity_of_mangled(alike.form, alike.proposal)
    nats = value * len(letters(alike.proposal))
    return Hearing(value, nats, "") if value >= _MANGLED and nats >= _ENOUGH_MANGLED else None


def affinity_of_mangled(form: str, name: str) -> float:
    """Give the mutual information per letter of a mangled form and a right name."""
    return SoundModel.load("la").affinity(form, name)
