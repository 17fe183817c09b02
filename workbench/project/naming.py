"""Proper names of a review: proposals for them, and putting one right everywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.i18n import N_
from workbench.model.document import Role
from workbench.model.glossary import GlossaryEntry
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.names import Passage, mention_spans, propose_names
from workbench.names.hints import NO_HINTS, Hints
from workbench.names.plan import Edit, plan, wrong_spans
from workbench.progress import Report, silent
from workbench.project import glossaries
from workbench.project.gazetteers import open_gazetteer

APPLY_NAME = N_("Put a name right")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Knowing:
    """What is known of names beyond the texts: the entries of glossaries, and where names can be searched.

    `problems` are sentences about entries that were set aside.
    """

    glossary: Sequence[GlossaryEntry] = ()
    hints: Hints = NO_HINTS
    problems: Sequence[str] = ()


def names_of(
    pairs: Sequence[Pair],
    languages: Mapping[Role, str],
    report: Report = silent,
    knowing: Knowing | None = None,
) -> list[Name]:
    """Find the names of the translation and what they should be; without `knowing` by the user's glossary."""
    passages = [
        Passage(number, pair.text(Role.TRANSLATION), side(pair, Role.REFERENCE), side(pair, Role.SOURCE))
        for number, pair in enumerate(pairs)
    ]
    return names_in(passages, languages, knowing or known_for(languages), report)


def known_for(
    languages: Mapping[Role, str], given: Path | None = None, review: Path | None = None
) -> Knowing:
    """Give what is known of names: by the given glossary, the review's own, the user's, and the gazetteer."""
    entries = glossaries.entries_for(languages[Role.TRANSLATION], given, review)
    return Knowing(entries.entries, Hints(open_gazetteer()), entries.problems)


def names_in(
    passages: Sequence[Passage], languages: Mapping[Role, str], knowing: Knowing, report: Report = silent
) -> list[Name]:
    """Find the names of passages and what they should be."""
    return propose_names(
        passages,
        language=languages[Role.TRANSLATION],
        source_language=languages.get(Role.SOURCE),
        glossary=knowing.glossary,
        hints=knowing.hints,
        report=report,
    )


def side(pair: Pair, role: Role) -> str | None:
    """Give one side's text; None where the pair has none."""
    return pair.text(role) or None


def corrections(
    pairs: Sequence[Pair], name: Name, places: Mapping[int, Sequence[Span]], language: str
) -> dict[int, list[Edit]]:
    """Plan, by pair id, the edits that put a name right; `places` are its spans, by pair id.

    In a text that was edited since the spans were found, it is put right where its forms stand now.
    """
    if not name.proposal:
        return {}
    english = language.startswith("en")
    return {
        pair.id: planned(pair.text(Role.TRANSLATION), places[pair.id], name, english=english)
        for pair in pairs
        if pair.id in places
    }


def planned(text: str, spans: Sequence[Span], name: Name, *, english: bool) -> list[Edit]:
    """Plan to put a name right in one text."""
    proposal = name.proposal or name.form
    forms = dict.fromkeys([name.form, *name.variants])
    if not all(any(reads(text[start:end], form) for form in forms) for start, end in spans):
        spans = [span for form in forms for span in wrong_spans(text, form, proposal)]
    return list(plan(text, spans, name.form, proposal, english=english))


def reads(written: str, form: str) -> bool:
    """Tell whether a form is written here and nothing else, maybe in capitals."""
    return mention_spans(written, form) == [(0, len(written))]
