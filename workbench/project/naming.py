"""Proper names of a review: proposals for them, and putting one right everywhere."""

from collections.abc import Mapping, Sequence

from workbench.i18n import N_
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.names import Passage, apply_form, propose_names
from workbench.progress import Report, silent

APPLY_NAME = N_("Put a name right")


def names_of(pairs: Sequence[Pair], languages: Mapping[Role, str], report: Report = silent) -> list[Name]:
    """Find the names of the translation and what they should be."""
    passages = [
        Passage(number, pair.text(Role.TRANSLATION), side(pair, Role.REFERENCE), side(pair, Role.SOURCE))
        for number, pair in enumerate(pairs)
    ]
    return propose_names(
        passages,
        language=languages[Role.TRANSLATION],
        source_language=languages.get(Role.SOURCE),
        report=report,
    )


def side(pair: Pair, role: Role) -> str | None:
    """Give one side's text; None where the pair has none."""
    return pair.text(role) or None


def corrected_texts(pairs: Sequence[Pair], name: Name) -> dict[int, str]:
    """Give the new text, by pair id, of each pair in which a name that has a proposal stands now."""
    if not name.proposal:
        return {}
    texts = {pair.id: pair.text(Role.TRANSLATION) for pair in pairs}
    changed = {id_: apply_form(text, name.form, name.proposal) for id_, text in texts.items()}
    return {id_: text for id_, text in changed.items() if text != texts[id_]}
