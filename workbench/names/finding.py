"""Every name of a review's texts: those of the source too, which the other side's names help to find."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.lang.name_signs import name_signs
from workbench.names.foreign import Foreign, foreign_names, without_overlaps
from workbench.names.hearing import can_hear, heard
from workbench.names.sound import letters
from workbench.names.text import Article, Row, Side

_SURE, _ENOUGH = 0.9, 6.0  # nats per letter, and in all, from which a name is taken to be heard


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name where it stands in a text: [start, end) of that side of the pair."""

    form: str
    start: int
    end: int


def names_of_side(side: Side) -> list[FoundName]:
    """Give the names of a translation or a reference, in order."""
    names = [FoundName(name.form, name.start, name.end) for name in side.names]
    names += [FoundName(country.form, country.start, country.end) for country in side.countries]
    return sorted(names, key=lambda name: name.start)


def names_of_source(article: Article, row: Row) -> list[Foreign]:
    """Give the names of a row's source: those heard in the other texts, then what it shows by itself."""
    signs = name_signs(article.source_language)
    if signs is None or not row.source:
        return []
    by_ear = without_overlaps(heard_names(article, row))
    itself = [
        name
        for name in foreign_names(row.source, signs)
        if not any(name.start < other.end and other.start < name.end for other in by_ear)
    ]
    return sorted([*by_ear, *itself], key=lambda name: name.start)


def heard_names(article: Article, row: Row) -> Iterator[Foreign]:
    """Yield the runs of words in which names of the translation and the reference are heard."""
    if not can_hear(article.source_language):
        return
    signs = name_signs(article.source_language)
    for form in dict.fromkeys(name.form for side in (row.translation, row.reference) for name in side.names):
        way = heard(row.source, form, article.source_language)
        if way is None or (signs and way.form in signs.common):
            continue
        if way.affinity >= _SURE and way.affinity * len(letters(form)) >= _ENOUGH:
            yield Foreign(way.form, way.start, way.end)
