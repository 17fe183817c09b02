"""Proper names of a review: proposals for them, and putting one right everywhere."""

from collections.abc import Collection, Mapping, Sequence

from workbench.i18n import N_
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.names import Passage, apply_at, apply_form, propose_names
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


def corrected_texts(
    pairs: Sequence[Pair], name: Name, language: str, only: Collection[int] | None = None
) -> dict[int, str]:
    """Give the new text, by pair id, of the pairs that mention a name; `pairs` are all, in order.

    The mentions are where the name was found; in a text that was edited since, where its forms stand now.
    """
    if not name.proposal:
        return {}
    spans: dict[int, list[tuple[int, int]]] = {}
    for mention in name.mentions:
        spans.setdefault(mention.pair, []).append(mention.span)
    texts = {}
    for row, found in spans.items():
        pair = pairs[row] if row < len(pairs) else None
        if pair and (only is None or pair.id in only):
            texts[pair.id] = corrected(pair.text(Role.TRANSLATION), found, name, language)
    return texts


def corrected(text: str, spans: Sequence[tuple[int, int]], name: Name, language: str) -> str:
    """Put a name right in one text."""
    proposal = name.proposal or name.form
    forms = dict.fromkeys([name.form, *name.variants])
    if all(text[start:end] in forms for start, end in spans):
        return apply_at(text, spans, name.form, proposal, english=language.startswith("en"))
    for form in forms:
        text = apply_form(text, form, proposal, language=language)
    return text
