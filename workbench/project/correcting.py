"""Putting a proper name right everywhere; see `naming` for how names are found."""

from collections.abc import Mapping, Sequence

from workbench.i18n import N_
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.names import mention_spans
from workbench.names.plan import Edit, plan, wrong_spans

APPLY_NAME = N_("Put a name right")
Span = tuple[int, int]


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
