"""Proper names of a review: proposals for them, and putting one right everywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.i18n import N_
from workbench.model.document import Role
from workbench.model.glossary import GlossaryEntry
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.names import Passage, apply_at, apply_form, propose_names
from workbench.names.hints import NO_HINTS, Hints
from workbench.progress import Report, silent
from workbench.project import glossaries
from workbench.project.gazetteers import open_gazetteer

APPLY_NAME = N_("Put a name right")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Knowing:
    """What is known of names beyond the texts: the entries of glossaries, and where names can be searched."""

    glossary: Sequence[GlossaryEntry] = ()
    hints: Hints = NO_HINTS


def names_of(
    pairs: Sequence[Pair],
    languages: Mapping[Role, str],
    report: Report = silent,
    knowing: Knowing | None = None,
) -> list[Name]:
    """Find the names of the translation and what they should be; the user's own glossary is heard."""
    passages = [
        Passage(number, pair.text(Role.TRANSLATION), side(pair, Role.REFERENCE), side(pair, Role.SOURCE))
        for number, pair in enumerate(pairs)
    ]
    if knowing is None:
        entries = glossaries.entries_for(languages[Role.TRANSLATION]).entries
        knowing = Knowing(entries, Hints(open_gazetteer()))
    return names_in(passages, languages, knowing, report)


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


def corrected_texts(
    pairs: Sequence[Pair], name: Name, places: Mapping[int, Sequence[Span]], language: str
) -> dict[int, str]:
    """Give the new text, by pair id, of pairs that mention a name; `places` are its spans, by pair id.

    In a text that was edited since the spans were found, it is put right where its forms stand now.
    """
    if not name.proposal:
        return {}
    return {
        pair.id: corrected(pair.text(Role.TRANSLATION), places[pair.id], name, language)
        for pair in pairs
        if pair.id in places
    }


def corrected(text: str, spans: Sequence[Span], name: Name, language: str) -> str:
    """Put a name right in one text."""
    proposal = name.proposal or name.form
    forms = dict.fromkeys([name.form, *name.variants])
    if all(text[start:end] in forms for start, end in spans):
        return apply_at(text, spans, name.form, proposal, english=language.startswith("en"))
    for form in forms:
        text = apply_form(text, form, proposal, language=language)
    return text
