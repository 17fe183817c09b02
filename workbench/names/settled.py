"""The names for which nothing is proposed: those that agree with the reference, and those it lacks."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from workbench.lang.name_words import NameWords
from workbench.model.name import Mention, Name
from workbench.names.detect import Candidate
from workbench.names.explain import agreement, in_glossary, no_counterpart
from workbench.names.glossary import Agreed
from workbench.names.likeness import surname
from workbench.names.opaque import overlaps
from workbench.names.place import Taken
from workbench.names.territories import Territory
from workbench.names.text import Article, Row, stands
from workbench.names.verdict import kind_of
from workbench.names.words import plain

# How sure an agreement is: with the glossary, in the same pair, elsewhere in the reference, by the surname alone.
_AGREED, _SAME, _ELSEWHERE, _BY_SURNAME = 0.99, 0.98, 0.9, 0.9
_UNKNOWN = 0.5  # nothing speaks for or against


@dataclass(frozen=True, slots=True)
class Settled:
    """Why a name is left as it is: how sure that is, what it agrees with, and the sentence that says so."""

    confidence: float
    origin: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """A name where it stands: the index of its row, and the row."""

    index: int
    row: Row
    name: Candidate


def settled(article: Article, taken: Taken, agreed: Sequence[Agreed] = ()) -> list[Name]:
    """Give the names that no proposal has taken, in clusters of the full name and its surname."""
    groups: dict[str, list[Found]] = defaultdict(list)
    for index, row in enumerate(article.rows):
        for name in row.translation.names:
            if not overlaps((name.start, name.end), taken.get(index, [])):
                groups[plain(name.form)].append(Found(index, row, name))
    clusters = gathered(groups, article.known.language)
    right = {plain(form) for entry in agreed for form in entry.forms}
    names = [as_name(cluster, article, right) for cluster in clusters]
    return [name for name in names if name is not None] + settled_countries(article, taken, right)


def settled_countries(article: Article, taken: Taken, right: AbstractSet[str]) -> list[Name]:
    """Give the countries and peoples of the translation, each with all its mentions."""
    groups: dict[str, list[tuple[int, Territory]]] = defaultdict(list)
    for index, row in enumerate(article.rows):
        for country in row.translation.countries:
            if not overlaps((country.start, country.end), taken.get(index, [])):
                groups[plain(country.form).rstrip(".")].append((index, country))
    return [country_name(group, article, right) for group in groups.values()]


def country_name(
    group: Sequence[tuple[int, Territory]], article: Article, right: AbstractSet[str]
) -> Name:
    """Make the name of a country or a people."""
    first = group[0][1]
    has_reference = any(article.rows[index].has_reference for index, _country in group)
    verdict = Settled(_UNKNOWN, None, no_counterpart(has_reference=has_reference))
    if any(stands(one.form, article.rows[index].reference) for index, one in group):
        verdict = Settled(_SAME, "reference", agreement(first.form))
    elif stands(first.form, article.reference):
        verdict = Settled(_ELSEWHERE, "reference", agreement(first.form))
    if plain(first.form) in right:
        verdict = Settled(_AGREED, "glossary", in_glossary(first.form))
    return Name(
        form=first.form,
        kind=first.kind,
        mentions=tuple(Mention(article.rows[index].pair, (one.start, one.end)) for index, one in group),
        variants=tuple(dict.fromkeys(one.form for _index, one in group if one.form != first.form)),
        proposal=None,
        confidence=verdict.confidence,
        origin=verdict.origin,
        why=verdict.why,
    )


def gathered(groups: dict[str, list[Found]], language: NameWords) -> list[list[Found]]:
    """Join a surname alone with its full name where only one full name has it."""
    owners: dict[str, set[str]] = defaultdict(set)
    for form, group in groups.items():
        if len(group[0].name.words) > 1:
            owners[plain(surname(group[0].name.words, language))].add(form)
    clusters = {form: list(group) for form, group in groups.items()}
    for form, group in groups.items():
        if len(group[0].name.words) == 1 and len(owners.get(form, ())) == 1:
            clusters[next(iter(owners[form]))] += clusters.pop(form)
    return list(clusters.values())


def as_name(cluster: Sequence[Found], article: Article, right: AbstractSet[str]) -> Name | None:
    """Make the name of a cluster; None for a doubtful one that nothing else speaks for either."""
    form = cluster[0].name.form
    verdict = by_glossary(cluster, right) or by_reference(cluster, article)
    if verdict is None and not is_worth_showing(cluster, article):
        return None
    if verdict is None:
        has_reference = any(one.row.has_reference for one in cluster)
        verdict = Settled(_UNKNOWN, None, no_counterpart(has_reference=has_reference))
    spans = sorted({(one.row.pair, (one.name.start, one.name.end)) for one in cluster})
    return Name(
        form=form,
        kind=kind_of([one.name for one in cluster], article.known.language),
        mentions=tuple(Mention(pair, span) for pair, span in spans),
        variants=tuple(dict.fromkeys(one.name.form for one in cluster if one.name.form != form)),
        proposal=None,
        confidence=verdict.confidence,
        origin=verdict.origin,
        why=verdict.why,
    )


def by_glossary(cluster: Sequence[Found], right: AbstractSet[str]) -> Settled | None:
    """Say that a glossary has a name."""
    form = next((one.name.form for one in cluster if plain(one.name.form) in right), None)
    return Settled(_AGREED, "glossary", in_glossary(form)) if form else None


def by_reference(cluster: Sequence[Found], article: Article) -> Settled | None:
    """Say how surely the reference has a name: None when it does not."""
    why = agreement(standing(cluster, article))
    if any(stands(one.name.form, one.row.reference) for one in cluster):
        return Settled(_SAME, "reference", why)
    if any(stands(one.name.form, article.reference) for one in cluster):
        return Settled(_ELSEWHERE, "reference", why)
    if any(by_surname(one, article.known.language) for one in cluster):
        return Settled(_BY_SURNAME, "reference", why)
    return None


def by_surname(one: Found, language: NameWords) -> bool:
    """Tell whether the pair's reference has a name's surname alone."""
    alone = plain(surname(one.name.words, language))
    return len(one.name.words) > 1 and any(plain(name.form) == alone for name in one.row.reference.names)


def standing(cluster: Sequence[Found], article: Article) -> str:
    """Give the form of a cluster that stands in the reference."""
    forms = [one.name.form for one in cluster]
    here = (form for form in forms if stands(form, article.reference))
    return next(here, surname(cluster[0].name.words, article.known.language))


def is_worth_showing(cluster: Sequence[Found], article: Article) -> bool:
    """Tell whether a name that the reference lacks is surely one: not an office or an institution."""
    known = article.known
    words = {word.casefold() for one in cluster for word in one.name.words}
    return any(one.name.sure for one in cluster) and not words <= (known.language.institutions | known.common)
