"""How far two reviewers agree and where they differ, in words, for the terminal and the window."""

from workbench.figures import amount, count, number, percent
from workbench.i18n import _
from workbench.model.annotation import Annotation
from workbench.mqm.agreement import Agreement, Both, coupled

_EXCERPT = 60  # characters of marked text in a table
NOTHING = "–"


def agreement_rows(found: Agreement, names: tuple[str, str]) -> list[tuple[str, str]]:
    """Give each coefficient and count with its name."""
    return [
        (_("Segments rated by both"), count(found.segments)),
        (_("Segments rated by one"), count(found.left_out)),
        (_("Krippendorff’s alpha, worst severity"), decimal(found.alpha)),
        (_("Span F1, characters"), decimal(found.span_f1)),
        (_("Kendall’s tau-b, penalties"), decimal(found.tau)),
        (_("Marks that overlap"), count(found.couples)),
        (_("Overlapping marks with the same category"), share(found.same_category)),
        (_("Overlapping marks with the same severity"), share(found.same_severity)),
        *(
            (_("Marks and points of %(name)s") % {"name": name}, f"{count(marks)} · {amount(points)}")
            for name, marks, points in zip(names, found.marks, found.penalties, strict=True)
        ),
    ]


def decimal(value: float | None) -> str:
    """Write a coefficient."""
    return NOTHING if value is None else number(value, decimals=3)


def share(value: float | None) -> str:
    """Write a share."""
    return NOTHING if value is None else percent(value)


def apart_cells(both: Both) -> list[tuple[str, str]]:
    """Give what each of the two said where they differ: scores first, then mark beside mark."""
    cells = [(said(one.a), said(one.b)) for one in coupled(both.a.marks, both.b.marks) if one.differs]
    if both.a.score != both.b.score:
        cells.insert(0, (slider(both.a.score), slider(both.b.score)))
    return cells


def slider(score: float | None) -> str:
    """Write a score from 0 to 100."""
    return NOTHING if score is None else amount(score)


def said(mark: Annotation | None) -> str:
    """Write what one reviewer marked."""
    if mark is None:
        return NOTHING
    text = mark.text or "∅"
    short = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"
    return f"“{short}” {mark.category}, {mark.severity}"
