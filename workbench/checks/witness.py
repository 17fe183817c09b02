"""What the source says where translation and reference differ, and how sure that makes."""

from collections.abc import Mapping
from enum import StrEnum

from workbench.model.finding import Severity


class Witness(StrEnum):
    """Whom the source bears out."""

    REFERENCE = "reference"
    ABSENT = "absent"
    SILENT = "silent"
    TRANSLATION = "translation"


# The honest share of such findings that are right, as seen in news translated by machines.
CONFIDENCE: Mapping[Witness, float] = {
    Witness.REFERENCE: 0.95,
    Witness.ABSENT: 0.85,
    Witness.SILENT: 0.7,
    Witness.TRANSLATION: 0.5,
}


def witness(*, has_source: bool, mine: bool, theirs: bool) -> Witness:
    """Tell whom the source bears out: whether it has what the translation and what the reference says."""
    if not has_source:
        return Witness.ABSENT
    if mine == theirs:
        return Witness.SILENT
    return Witness.TRANSLATION if mine else Witness.REFERENCE


def lessened(severity: Severity, found: Witness) -> Severity:
    """Call it minor where the source is on the translation's side."""
    return Severity.MINOR if found is Witness.TRANSLATION else severity
