"""A finding turned into a reviewer's own mark."""

from workbench.model.annotation import Annotation
from workbench.model.document import Role
from workbench.model.finding import Finding
from workbench.model.pair import Pair
from workbench.mqm.typology import Typology


def mark_of(finding: Finding, pair: Pair, author: str, typology: Typology) -> Annotation:
    """Make the mark a finding stands for, in the words of a typology; its message becomes the note.

    Where the pair has no translation, what is missing is marked on the source, or on the reference.
    """
    category, severity = typology.nearest(finding.category), typology.severity(finding.severity.value)
    side = next(role for role in (Role.TRANSLATION, Role.SOURCE, Role.REFERENCE) if pair.sentences(role))
    span = finding.span if side is Role.TRANSLATION else (0, len(pair.text(side)))
    return Annotation(
        pair.id,
        side,
        span,
        category.id if category else finding.category,
        severity.id if severity else finding.severity.value,
        note=finding.message,
        author=author,
        finding=finding.fingerprint,
    )
