"""From single matches to one verdict for each wrong form, the surname alone included."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.lang.name_words import NameWords
from workbench.model.name import Judgement
from workbench.names.detect import Candidate
from workbench.names.explain import Heard, from_full_name, from_reference
from workbench.names.hearing import affinity, words_of
from workbench.names.likeness import is_family_first
from workbench.names.match import Match
from workbench.names.sound import letters
from workbench.names.text import Article, stands
from workbench.names.variants import variants
from workbench.names.words import plain

_SURNAME = 5  # letters from which a surname may stand for the whole name in a proposal
_CLEARLY = 1.5  # times as much evidence as for any other form
_AGAIN, _MOST_SURE, _LESS_SURE = (
    0.02,
    0.97,
    0.89,
)  # each further match; ceilings with and without a match of .9
_SURE = 0.9
_LEAST = 0.75  # under which, on the development split, no more than half of the proposals are right


@dataclass(frozen=True, slots=True)
class Verdict:
    """A form of the translation and the form it should have; `kind` as in Name.

    `strange` says that the form holds what does not belong into it, whatever the name is.
    """

    form: str
    proposal: str
    confidence: float
    origin: str
    why: str
    kind: str
    strange: bool = False

    @property
    def judgement(self) -> Judgement:
        """Say what this is: by what the proposal comes from."""
        if self.strange:
            return Judgement.STRANGE
        by_origin = {"article": Judgement.INCONSISTENT, "gazetteer": Judgement.PERHAPS}
        return by_origin.get(self.origin, Judgement.DIFFERS)


def verdicts(found: Sequence[Match], article: Article) -> list[Verdict]:
    """Give one verdict for each form that has clear evidence for one other form, and for surnames alone."""
    by_form: dict[str, list[Match]] = defaultdict(list)
    for match in (trimmed(match, article.known.language) for match in found):
        by_form[plain(match.likeness.form)].append(match)
    whole = [verdict for group in by_form.values() for verdict in decided(group, article.known.language)]
    return whole + elsewhere(whole, article)


def trimmed(match: Match, language: NameWords) -> Match:
    """Cut a full name of which only the surname differs down to the surname, which then holds everywhere."""
    ours, theirs = match.likeness.form.split(), match.likeness.proposal.split()
    same = len(ours) == len(theirs) and len(ours) > 1 and ours[:-1] == theirs[:-1]
    if not same or is_family_first(tuple(ours), language) or min(len(ours[-1]), len(theirs[-1])) < _SURNAME:
        return match
    alike = replace(match.likeness, form=ours[-1], proposal=theirs[-1])
    return replace(match, likeness=alike, source=match.source and surname_heard(match.source, theirs[-1]))


def surname_heard(source: Heard, surname: str) -> Heard:
    """Give the word of the source that stands for a surname, first or last as it may be."""
    words = words_of(source.form)
    return replace(source, form=max(words, key=lambda word: affinity(word, surname, source.language)))


def decided(group: Sequence[Match], language: NameWords) -> Iterable[Verdict]:
    """Yield the verdict on one form, if its matches speak for one proposal clearly."""
    votes: dict[str, list[Match]] = defaultdict(list)
    for match in group:
        votes[match.likeness.proposal.casefold()].append(match)
    ranked = sorted(votes.values(), key=lambda each: -sum(match.value for match in each))
    weights = [sum(match.value for match in each) for each in ranked]
    if len(ranked) > 1 and weights[0] < _CLEARLY * weights[1]:
        return
    best = max(ranked[0], key=lambda match: (match.confidence, -match.far))
    ceiling = _MOST_SURE if best.confidence >= _SURE else _LESS_SURE
    confidence = max(best.confidence, min(ceiling, best.confidence + _AGAIN * (len(ranked[0]) - 1)))
    if confidence < _LEAST:
        return
    form, proposal = small([(match.likeness.form, match.likeness.proposal) for match in (best, *ranked[0])])
    why = from_reference(form, proposal, best.far, best.quote, best.source)
    kind = kind_of([match.candidate for match in group], language)
    yield Verdict(form, proposal, round(confidence, 2), "reference", why, kind)


def small(ways: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Give the first way to write a form and its proposal that is not all in capitals, as a dateline is."""
    return next((way for way in ways if not (way[0].isupper() and way[1].isupper())), ways[0])


def elsewhere(whole: Sequence[Verdict], article: Article) -> list[Verdict]:
    """Give the verdicts on other ways to write a name that was judged: its surname alone, initials, plurals.

    A way that two names share is nobody's, and a surname that is a common word or stands in the reference
    is left alone.
    """
    found: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in whole:
        for way in variants(verdict.form, verdict.proposal, article.known.language):
            why = from_full_name(way.form, way.proposal, verdict.proposal)
            found[plain(way.form)].append(replace(verdict, form=way.form, proposal=way.proposal, why=why))
    judged = {plain(verdict.form) for verdict in whole}
    return [
        group[0]
        for form, group in found.items()
        if form not in judged
        and len({verdict.proposal for verdict in group}) == 1
        and is_free(group[0], article)
    ]


def is_free(verdict: Verdict, article: Article) -> bool:
    """Tell whether a surname is wrong wherever it stands: no common word, and not in the reference."""
    if verdict.form == verdict.proposal or len(letters(verdict.form)) < len("Abe"):
        return False
    word = verdict.form.casefold()
    if word in article.known.common or word in article.known.language.institutions:
        return False
    marks_alone = plain(verdict.form) == plain(verdict.proposal)  # the full name's marks hold for it too
    return marks_alone or not stands(verdict.form, article.reference)


def kind_of(names: Iterable[Candidate], language: NameWords) -> str:
    """Name the kind of a name as far as titles and words of institutions tell."""
    for name in names:
        if name.title is not None:
            return "person"
        if any(word.casefold() in language.institutions for word in name.words) or name.form.isupper():
            return "organisation"
        if {*name.left[-1:], *name.right[:1]} & language.speech:
            return "person"
    return "other"
