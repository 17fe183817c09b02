"""The names of a translation: found, compared with the reference, and where there is evidence put right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.model.glossary import GlossaryEntry
from workbench.model.name import Mention, Name
from workbench.names.glossary import agreed_names, glossary_verdicts
from workbench.names.hints import NO_HINTS, Hints, hinted
from workbench.names.match import matches
from workbench.names.passage import Passage
from workbench.names.place import Taken, places
from workbench.names.settled import settled
from workbench.names.spellings import article_verdicts
from workbench.names.strange import strange_verdicts
from workbench.names.text import Article, read
from workbench.names.verdict import Verdict, elsewhere, verdicts
from workbench.names.words import plain
from workbench.progress import Report, silent

_STAGES = 4  # read, glossary, reference, the rest


def propose_names(
    passages: Sequence[Passage],
    *,
    language: str,
    source_language: str | None = None,
    glossary: Sequence[GlossaryEntry] = (),
    hints: Hints = NO_HINTS,
    report: Report = silent,
) -> list[Name]:
    """Give the names of a translation in the order of their first mention, with the forms they should have.

    `language` is that of translation and reference (BCP 47). Every mention of a name that has a proposal may
    be replaced by it as it stands: a surname that is mentioned alone is a name of its own, with a surname as
    its proposal. Evidence is taken from the glossary (forms to avoid, forms of the source), then the
    reference, then, where there is no reference, a spelling that the article itself prefers. Without
    evidence nothing is proposed. Names in other scripts than Latin come from the glossary alone.
    """
    report(0, _STAGES)
    article = read(passages, language, source_language)
    report(1, _STAGES)
    entries = agreed_names(glossary, language)
    agreed = [*strange_verdicts(article), *glossary_verdicts(article, entries)]
    report(2, _STAGES)
    others = followed([*verdicts(matches(article), article), *article_verdicts(article)])
    report(3, _STAGES)
    hint = hinted(article, hints, [*agreed, *others])
    others += [*hint.verdicts, *elsewhere(hint.verdicts, article)]
    taken: Taken = {}
    names = [
        *proposed(agreed, article, taken),
        *proposed(others, article, taken),
        *settled(article, taken, entries, hint.known),
    ]
    report(_STAGES, _STAGES)
    return sorted(names, key=lambda name: (row_order(article, name), name.form))


def followed(judged: Sequence[Verdict]) -> list[Verdict]:
    """Lead a verdict whose proposal is itself judged wrong on to what that should be."""
    right = {plain(verdict.form): verdict for verdict in reversed(judged)}
    found = []
    for verdict in judged:
        further = right.get(plain(verdict.proposal))
        if further is not None and verdict.origin == "article":
            new = replace(verdict, proposal=further.proposal, origin=further.origin, why=further.why)
            found.append(replace(new, confidence=min(verdict.confidence, further.confidence)))
        else:
            found.append(verdict)
    return found


def row_order(article: Article, name: Name) -> tuple[int, int]:
    """Give the place of a name's first mention, for sorting."""
    rows = {row.pair: index for index, row in enumerate(article.rows)}
    return min(((rows[mention.pair], mention.span[0]) for mention in name.mentions), default=(len(rows), 0))


def proposed(judged: Sequence[Verdict], article: Article, taken: Taken) -> Iterator[Name]:
    """Yield the names with proposals; spellings with one proposal are variants of one name.

    Longer forms take their places first, so that a surname is sought only where it stands alone.
    """
    by_proposal: dict[str, list[tuple[Verdict, list[Mention]]]] = {}
    for verdict in sorted(
        unique(judged), key=lambda verdict: (-len(verdict.form.split()), -len(verdict.form))
    ):
        found = places(verdict.form, verdict.proposal, article, taken)
        if found:
            by_proposal.setdefault(verdict.proposal, []).append((verdict, found))
    yield from (as_name(group) for group in by_proposal.values())


def unique(judged: Sequence[Verdict]) -> list[Verdict]:
    """Keep the first verdict on each form."""
    return list({plain(verdict.form): verdict for verdict in reversed(judged)}.values())


def as_name(group: Sequence[tuple[Verdict, list[Mention]]]) -> Name:
    """Make one name of the verdicts with one proposal; the form with the most mentions leads."""
    ranked = sorted(group, key=lambda each: -len(each[1]))
    lead = ranked[0][0]
    mentions = sorted((mention for _, found in group for mention in found), key=lambda m: (m.pair, m.span))
    return Name(
        form=lead.form,
        kind=lead.kind,
        mentions=tuple(mentions),
        variants=tuple(verdict.form for verdict, _ in ranked[1:]),
        proposal=lead.proposal,
        confidence=lead.confidence,
        origin=lead.origin,
        why=lead.why,
        judgement=lead.judgement,
    )
