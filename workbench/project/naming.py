"""Proper names of a review and proposals for them, by all that is known of names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.model.document import Role
from workbench.model.glossary import GlossaryEntry
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.names import Passage, propose_names
from workbench.names.hints import NO_HINTS, Hints
from workbench.progress import Report, silent
from workbench.project import glossaries
from workbench.project.gazetteers import open_gazetteer


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
