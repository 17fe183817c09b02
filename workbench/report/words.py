"""What the report calls things, in the reader's language."""

from workbench.i18n import _
from workbench.model.document import Role
from workbench.model.finding import Severity
from workbench.model.status import Status
from workbench.report.data import Decision, State


def role_name(role: Role) -> str:
    """Name a text."""
    names = {
        Role.TRANSLATION: _("Translation"),
        Role.REFERENCE: _("Reference"),
        Role.SOURCE: _("Source"),
    }
    return names[role]


def status_name(status: Status) -> str:
    """Name what was decided about a pair."""
    names = {
        Status.APPROVED: _("Approved"),
        Status.NEEDS_WORK: _("Needs work"),
        Status.UNREVIEWED: _("Not reviewed"),
    }
    return names[status]


STATUS_SHAPES = {Status.APPROVED: "✓", Status.NEEDS_WORK: "▲", Status.UNREVIEWED: "○"}


def severity_name(severity: Severity) -> str:
    """Name how bad a finding is."""
    names = {
        Severity.NEUTRAL: _("neutral"),
        Severity.MINOR: _("minor"),
        Severity.MAJOR: _("major"),
        Severity.CRITICAL: _("critical"),
    }
    return names[severity]


def state_name(state: State) -> str:
    """Name what became of a finding, for a heading."""
    names = {State.OPEN: _("Still open"), State.DISMISSED: _("Dismissed"), State.FIXED: _("Fixed")}
    return names[state]


def decision_name(decision: Decision) -> str:
    """Name what became of a name."""
    names = {
        Decision.PUT_RIGHT: _("Put right"),
        Decision.OPEN: _("Still open"),
        Decision.KEPT: _("Kept"),
    }
    return names[decision]


def band_names() -> dict[str, str]:
    """Name the bands of a score, the best first."""
    return {"good": _("good"), "fair": _("fair"), "bad": _("poor")}
