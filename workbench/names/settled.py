"""The names for which nothing is proposed: those that agree with the reference, and those it lacks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from workbench.lang.name_words import NameWords
from workbench.model.name import Judgement, Mention, Name
from workbench.names.cluster import clusters
from workbench.names.detect import Candidate
from workbench.names.explain import (
    agreement,
    in_gazetteer,
    in_glossary,
    in_several_ways,
    no_counterpart,
    sounds_as,
)
from workbench.names.glossary import Agreed
from workbench.names.hearing import can_hear, heard
from workbench.names.hints import known_as
from workbench.names.likeness import surname
from workbench.names.opaque import overlaps
from workbench.names.place import Taken
from workbench.names.sound import letters
from workbench.names.spellings import same_names
from workbench.names.territories import Territory
from workbench.names.text import Article, Row, stands
from workbench.names.verdict import kind_of
from workbench.names.words import plain

# How sure an agreement is: with the glossary, in the same pair, elsewhere, by the surname alone.
_AGREED, _SAME, _ELSEWHERE, _BY_SURNAME = 0.99, 0.98, 0.9, 0.9
_KNOWN = 0.8  # the gazetteer has it
_BY_SOUND = 0.6  # it sounds as the source has it
_LIKE, _ENOUGH = 1.2, 6.0  # nats per letter, and in all, that say so
_UNKNOWN = 0.5  # nothing speaks for or against


@dataclass(frozen=True, slots=True)
class Settled:
    """Why a name is left as it is: how sure that is, what it agrees with, and the sentence that says so."""

    confidence: float
    origin: str | None
    why: str

    @property
    def judgement(self) -> Judgement:
        """Say whether this is an agreement."""
        agrees = self.origin in {"reference", "glossary"}
        return Judgement.AGREES if agrees else Judgement.UNKNOWN


@dataclass(frozen=True, slots=True)
class Found:
    """A name where it stands: the index of its row, and the row."""

    index: int
    row: Row
    name: Candidate


def settled(article: Article, taken: Taken, agreed: Sequence[Agreed], known: Mapping[str, str]) -> list[Name]:
    """Give the names that no proposal has taken, in clusters of the full name and its surname.

    `agreed` is what the glossary has; `known` the names that a gazetteer has, by their plain form.
    """
    groups: dict[str, list[Found]] = defaultdict(list)
    for index, row in enumerate(article.rows):
        for name in row.translation.names:
            if not overlaps((name.start, name.end), taken.get(index, [])):
                groups[plain(name.form)].append(Found(index, row, name))
    first = {form: group[0].name for form, group in groups.items()}
    same = same_names(
        {form: [(one.index, one.name) for one in group] for form, group in groups.items()}, article
    )
    joined = clusters(first, article.known.language, [(link.one, link.other) for link in same])
    right = {plain(form) for entry in agreed for form in entry.forms}
    gathered = [[found for form in forms for found in groups[form]] for forms in joined]
    names = [as_name(cluster, article, right, known) for cluster in gathered]
    slips = {form for link in same for form in (link.one, link.other)}
    shown = [marked(name, slips) for name in names if name is not None]
    return shown + settled_countries(article, taken, right)


def marked(name: Name, slips: AbstractSet[str]) -> Name:
    """Mark a name that the article writes in several ways: by a slip, other marks, hyphens or order.

    `slips` are plain forms that another is a slip of. A surname alone and initials are no other way.
    """
    forms = list(dict.fromkeys(form.casefold().replace("’", "'") for form in (name.form, *name.variants)))
    spelt = {"".join(sorted(letters(form))) for form in forms}
    slipped = sum(plain(form) in slips for form in forms) > 1
    if not slipped and len(spelt) == len(forms):
        return name
    why = f"{name.why} {in_several_ways([name.form, *name.variants])}"
    return replace(name, judgement=Judgement.INCONSISTENT, why=why)


def settled_countries(article: Article, taken: Taken, right: AbstractSet[str]) -> list[Name]:
    """Give the countries and peoples of the translation, each with all its mentions."""
    groups: dict[str, list[tuple[int, Territory]]] = defaultdict(list)
    for index, row in enumerate(article.rows):
        for country in row.translation.countries:
            if not overlaps((country.start, country.end), taken.get(index, [])):
                groups[plain(country.form).rstrip(".")].append((index, country))
    return [country_name(group, article, right) for group in groups.values()]


def country_name(group: Sequence[tuple[int, Territory]], article: Article, right: AbstractSet[str]) -> Name:
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
        judgement=verdict.judgement,
    )


def as_name(
    cluster: Sequence[Found], article: Article, right: AbstractSet[str], known: Mapping[str, str]
) -> Name | None:
    """Make the name of a cluster; None for a doubtful one that nothing else speaks for either."""
    forms = [one.name.form for one in cluster]
    form = next((form for form in forms if not form.isupper()), forms[0])  # a dateline is no way to write it
    verdict = by_glossary(cluster, right) or by_reference(cluster, article)
    verdict = verdict or by_gazetteer(cluster, known) or by_source(cluster, article)
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
        judgement=verdict.judgement,
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


def by_gazetteer(cluster: Sequence[Found], known: Mapping[str, str]) -> Settled | None:
    """Say that a gazetteer has a name."""
    form = known_as([one.name.form for one in cluster], known)
    return Settled(_KNOWN, "gazetteer", in_gazetteer(form)) if form else None


def by_source(cluster: Sequence[Found], article: Article) -> Settled | None:
    """Say that a name sounds as the source has it, which a mangled one may do too."""
    if not can_hear(article.source_language):
        return None
    for one in cluster:
        way = heard(one.row.source, one.name.form, article.source_language)
        if way and way.affinity >= _LIKE and way.affinity * len(letters(one.name.form)) >= _ENOUGH:
            return Settled(_BY_SOUND, "source", sounds_as(one.name.form, way.form))
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
