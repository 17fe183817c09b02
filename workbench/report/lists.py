"""Names, findings and changes: everything with what was decided and why."""

from workbench.figures import count, listed, percent
from workbench.i18n import _, ngettext
from workbench.model.document import Role
from workbench.report.article_text import foreign, passage
from workbench.report.data import Decision, FindingLine, NameLine, ReportData, State
from workbench.report.markup import NOTHING, Column, Html, element, table, text, together
from workbench.report.replaced import replaced
from workbench.report.words import decision_name, severity_name, state_name


def names_section(data: ReportData) -> Html:
    """List every name: those with a decision first."""
    if not data.names:
        return element("p", text(_("No names were found.")), class_="muted")
    order = list(Decision)
    lines = sorted(data.names, key=lambda one: order.index(one.decision))
    columns = [Column(_("Name")), Column(_("Should be")), Column(_("Decision"))]
    columns += [Column(_("Mentions"), "number"), Column(_("Why"), "wide")]
    return table(_("Names"), columns, [name_row(data, one) for one in lines])


def name_row(data: ReportData, line: NameLine) -> list[Html]:
    """Write one name."""
    name, language = line.name, data.language_of(Role.TRANSLATION)
    forms = " · ".join(dict.fromkeys([name.form, *name.variants]))
    return [
        passage(forms, language, data.language),
        proposal(data, line),
        element("span", text(decision_name(line.decision)), class_=f"badge {line.decision.value}"),
        text(count(len(name.mentions), data.language)),
        foreign(name.why, data.language),
    ]


def proposal(data: ReportData, line: NameLine) -> Html:
    """Write what a name should be, and how sure that is."""
    if not line.name.proposal:
        return text("–")
    sure = element("span", text(" " + percent(line.name.confidence, data.language)), class_="muted")
    language = data.language_of(Role.TRANSLATION)
    return together([passage(line.name.proposal, language, data.language), sure])


def findings_section(data: ReportData) -> Html:
    """List every finding under what became of it, the open ones first."""
    if not data.findings:
        return element("p", text(_("The checks found nothing.")), class_="muted")
    return together(findings_of(data, state) for state in State)


def findings_of(data: ReportData, state: State) -> Html:
    """List the findings of one state, the worst first."""
    lines = [one for one in data.findings if one.state is state]
    if not lines:
        return NOTHING
    lines.sort(key=lambda one: (-one.finding.severity.rank, -one.finding.confidence, one.finding.pair))
    title = f"{state_name(state)} ({count(len(lines), data.language)})"
    columns = [Column(_("Pair"), "number"), Column(_("Severity"), "short"), Column(_("Finding"), "wide")]
    columns += [Column(_("Text")), Column(_("Should be"))]
    rows = [finding_row(data, one) for one in lines]
    if state is State.DISMISSED:
        columns.append(Column(_("Reason")))
        rows = [
            [*row, foreign(line.reason or "–", data.language)] for row, line in zip(rows, lines, strict=True)
        ]
    return together([element("h3", text(title)), table(title, columns, rows)])


def finding_row(data: ReportData, line: FindingLine) -> list[Html]:
    """Write one finding."""
    finding, language = line.finding, data.language_of(Role.TRANSLATION)
    about = element("div", foreign(finding.category, data.language), class_="muted small")
    return [
        text(count(finding.pair + 1, data.language)),
        element("span", text(severity_name(finding.severity)), class_=f"badge {finding.severity.value}"),
        together([foreign(finding.message, data.language), about]),
        passage(finding.text.strip() or "∅", language, data.language),
        fix_of(data, finding.fix),
    ]


def fix_of(data: ReportData, fix: str | None) -> Html:
    """Write what to write instead."""
    if fix is None:
        return text("–")
    if not fix.strip():
        return element("em", text(_("remove")))
    return passage(fix.strip(), data.language_of(Role.TRANSLATION), data.language)


def changes_section(data: ReportData) -> Html:
    """Write every text that was changed, what went and what came marked in one line."""
    if not data.changed:
        return element("p", text(_("No text was changed.")), class_="muted")
    language = data.language_of(Role.TRANSLATION)
    rows = [
        [
            text(count(row + 1, data.language)),
            replaced(data.pairs[row].pair.original, now(data, row), language, data.language),
        ]
        for row in data.changed
    ]
    shown = len(data.changed)
    said = ngettext("%(count)s pair was changed.", "%(count)s pairs were changed.", shown)
    told = element("p", text(said % {"count": count(shown, data.language)}), class_="muted")
    columns = [Column(_("Pair"), "number"), Column(_("Change"), "wide")]
    return together([told, table(_("Changes"), columns, rows), steps(data)])


def now(data: ReportData, row: int) -> str:
    """Give a translation as it stands."""
    return data.pairs[row].pair.text(Role.TRANSLATION)


def steps(data: ReportData) -> Html:
    """Say what was done how often."""
    if not data.steps:
        return NOTHING
    told = listed((f"{_(one.name)} {count(one.count, data.language)}×" for one in data.steps), data.language)
    return element("p", text(_("Steps in the history: %(steps)s") % {"steps": told}), class_="muted")
