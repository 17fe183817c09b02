"""A reviewer's marks, for people: what they are called, and what was said beneath them."""

from workbench.model.annotation import Annotation
from workbench.mqm.labels import said
from workbench.mqm.typology import Typology, built_in

TYPOLOGY = "mqm-core"
_ANSWER = "↳"


def typology() -> Typology:
    """Give the typology that is marked by."""
    return built_in(TYPOLOGY)


def mark_text(mark: Annotation) -> str:
    """Say a mark: how bad, what, where; its note and the replies each on a line beneath."""
    return "\n".join([mark_title(mark), *([mark.note] if mark.note else []), *talk(mark)])


def mark_title(mark: Annotation) -> str:
    """Say a mark in one line."""
    used = typology()
    severity, category = used.severity(mark.severity), used.category(mark.category)
    names = (
        said(severity.label) if severity else mark.severity,
        said(category.label) if category else mark.category,
    )
    return f"{names[0]} · {names[1]}: “{mark.text}”"


def talk(mark: Annotation) -> list[str]:
    """Give the replies in order, each with who said it."""
    return [f"{_ANSWER} {one.author}: {one.text}" for one in mark.replies]
