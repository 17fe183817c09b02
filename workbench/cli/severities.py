"""The names of severities for people."""

from workbench.i18n import _
from workbench.model.finding import Severity


def severity_name(severity: Severity) -> str:
    """Give a severity's name for people."""
    names = {
        Severity.NEUTRAL: _("neutral"),
        Severity.MINOR: _("minor"),
        Severity.MAJOR: _("major"),
        Severity.CRITICAL: _("critical"),
    }
    return names[severity]
