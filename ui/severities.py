"""How bad a finding is, for people: a name, a shape that needs no colour, and a colour."""

from collections.abc import Mapping

from ui.theme import Tokens
from workbench.i18n import N_, _
from workbench.model.finding import Severity

SHAPES: Mapping[Severity, str] = {
    Severity.CRITICAL: "◆",
    Severity.MAJOR: "●",
    Severity.MINOR: "▲",
    Severity.NEUTRAL: "○",
}
_NAMES: Mapping[Severity, str] = {
    Severity.CRITICAL: N_("critical"),
    Severity.MAJOR: N_("major"),
    Severity.MINOR: N_("minor"),
    Severity.NEUTRAL: N_("neutral"),
}


def severity_name(severity: Severity) -> str:
    """Give a severity's name for people."""
    return _(_NAMES[severity])


def severity_colour(severity: Severity, colours: Tokens) -> str:
    """Give a severity's colour on a plain ground."""
    return {Severity.MINOR: colours.fair, Severity.NEUTRAL: colours.muted}.get(severity, colours.bad)
