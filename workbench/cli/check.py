"""`workbench check`: what a careful second reader would mark in a translation."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from workbench.checks import CHECKS, SURE
from workbench.checks.examples import Example, examples
from workbench.cli.console import complain, print_json, print_line, print_table, progress
from workbench.cli.example import example
from workbench.cli.options import FILE, charset_option, json_option, language_tags, text_columns_option
from workbench.cli.severities import severity_name
from workbench.errors import WorkbenchError
from workbench.figures import count, percent
from workbench.formats import read_file
from workbench.i18n import _, ngettext
from workbench.model.dismissal import Dismissal
from workbench.model.document import Role
from workbench.model.finding import Finding, Severity
from workbench.project.check_runs import REVIEW, Checked, Wanted, check_files, check_review, chosen
from workbench.project.finding_shapes import Place, annotations, dismissed_in, findings_shape, places, sarif
from workbench.project.intake import Inputs

THRESHOLD_NOT_MET = 1
FORMATS = ("table", "json", "sarif", "github")


def explained(context: click.Context, _parameter: click.Parameter, name: str | None) -> None:
    """Explain a check and end."""
    if name is None or context.resilient_parsing:
        return
    (check,) = chosen([name], [])
    print_line(f"{check.name}: {_(check.title)}")
    print_line(_(check.about))
    wrong = next(case for case in examples(check.name) if case.found)
    right = next(case for case in examples(check.name) if not case.found)
    show_example(_("Found"), wrong)
    show_example(_("Not found"), right)
    context.exit()


@click.command(
    "check",
    help=_("Mark what is probably wrong in a translation, a file or a review (.twb)."),
    epilog=example(
        "check story.txt --reference human.txt --source source.txt", "check messages.po --fail-on critical"
    ),
)
@click.argument("translation", type=FILE)
@click.option("--reference", type=FILE, help=_("A text in the translation's language to compare with."))
@click.option("--source", type=FILE, help=_("The text that was translated."))
@click.option("--glossary", type=FILE, help=_("A CSV or TBX file of agreed names; it comes before your own."))
@click.option("--rules", type=FILE, help=_("A TOML file of rules of your own, beside those you keep."))
@click.option(
    "--only", multiple=True, metavar="CHECK", help=_("Run this check, and no other that is not named.")
)
@click.option("--skip", multiple=True, metavar="CHECK", help=_("Leave this check out."))
@click.option(
    "--sure",
    type=click.IntRange(0, 100),
    default=round(100 * SURE),
    show_default=True,
    help=_("Show findings that are at least so sure, in percent."),
)
@click.option("--dismissed", type=FILE, help=_("Leave out what is dismissed in this JSON of findings."))
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help=_("Exit with 1 when something as bad as this, or worse, is found."),
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", help=_("What to print."))
@click.option("--explain", callback=explained, expose_value=False, metavar="CHECK", is_eager=True,
              help=_("Say what a check does, with an example, and end."))  # fmt: skip
@click.option(
    "--language", callback=language_tags, metavar="TAG", help=_("Language of translation and reference.")
)
@click.option("--source-language", callback=language_tags, metavar="TAG", help=_("Language of the source."))
@text_columns_option()
@charset_option()
@json_option()
def command(
    translation: Path,
    reference: Path | None,
    source: Path | None,
    glossary: Path | None,
    rules: Path | None,
    only: Sequence[str],
    skip: Sequence[str],
    sure: int,
    dismissed: Path | None,
    fail_on: str | None,
    form: str,
    language: str | None,
    source_language: str | None,
    columns: Mapping[Role, str],
    charset: str | None,
    as_json: bool,
) -> int | None:
    """Check a file or a review."""
    paths = {Role.TRANSLATION: translation, Role.REFERENCE: reference, Role.SOURCE: source}
    given = {role: path for role, path in paths.items() if path}
    tags = {Role.TRANSLATION: language, Role.REFERENCE: language, Role.SOURCE: source_language}
    inputs = Inputs(
        given, {role: tag for role, tag in tags.items() if tag}, charset, columns=columns, glossary=glossary
    )
    wanted = Wanted(chosen(only, skip), sure / 100, read_dismissed(dismissed), rules)
    form = "json" if as_json else form
    result = run(inputs, wanted, form)
    for problem in result.problems:
        complain(problem)
    found = result.dismissals.still_open(result.findings)
    PRINTERS[form](translation, result, found)
    limit = Severity(fail_on).rank if fail_on else None
    failed = limit is not None and any(finding.severity.rank >= limit for finding in found)
    return THRESHOLD_NOT_MET if failed else None


def read_dismissed(path: Path | None) -> list[Dismissal]:
    """Read what was dismissed elsewhere."""
    if path is None:
        return []
    return dismissed_in(read_file(path), path)


def run(inputs: Inputs, wanted: Wanted, form: str) -> Checked:
    """Check what was named."""
    translation = inputs.paths[Role.TRANSLATION]
    with progress(translation.name) as report:
        if translation.suffix != REVIEW:
            return check_files(inputs, wanted, report)
        options = [role.value for role in inputs.paths if role is not Role.TRANSLATION]
        options += ["format"] if form in {"sarif", "github"} else []
        if options:
            raise WorkbenchError(
                _("%(path)s is a review, with its own texts; name the texts themselves for --%(option)s.")
                % {"path": translation, "option": options[0]}
            )
        if inputs.columns:
            raise WorkbenchError(
                _("%(path)s is a review, which knows its columns; leave --columns out.")
                % {"path": translation}
            )
        return check_review(translation, inputs.glossary, wanted, report)


def show(path: Path, result: Checked, found: Sequence[Finding]) -> None:
    """Print findings in the order of the text, and how many there are in how many pairs."""
    del path
    rows = [
        [
            count(finding.pair + 1),
            severity_name(finding.severity),
            finding.check,
            f"{finding.text} → {finding.fix}" if finding.fix else finding.text,
            finding.message,
            finding.evidence,
            percent(finding.confidence),
        ]
        for finding in found
    ]
    columns = [
        _("Pair"),
        _("Severity"),
        _("Check"),
        _("Text and fix"),
        _("Why"),
        _("Evidence"),
        _("Confidence"),
    ]
    if rows:
        print_table(_("Findings"), columns, rows, numbers=(0, 6))
        print_line()
    findings = ngettext("%(n)s finding", "%(n)s findings", len(found)) % {"n": count(len(found))}
    pairs = ngettext("%(n)s pair", "%(n)s pairs", len(result.passages)) % {"n": count(len(result.passages))}
    print_line(f"{findings} · {pairs}")


def show_json(path: Path, result: Checked, found: Sequence[Finding]) -> None:
    """Print the design's shape; what is dismissed says so."""
    del path, found
    print_json(findings_shape(result.passages, result.findings, result.dismissals))


def show_sarif(path: Path, result: Checked, found: Sequence[Finding]) -> None:
    """Print SARIF."""
    print_json(sarif(path, CHECKS, zip(found, placed(result, found), strict=True)))


def show_annotations(path: Path, result: Checked, found: Sequence[Finding]) -> None:
    """Print GitHub's annotations."""
    for line in annotations(path, zip(found, placed(result, found), strict=True)):
        print_line(line)


def placed(result: Checked, found: Sequence[Finding]) -> list[Place]:
    """Give where findings stand in the translation's file."""
    return places(result.translation, result.rows, found) if result.translation else []


PRINTERS: Mapping[str, Callable[[Path, Checked, Sequence[Finding]], None]] = {
    "table": show,
    "json": show_json,
    "sarif": show_sarif,
    "github": show_annotations,
}


def show_example(label: str, case: Example) -> None:
    """Print the texts of an example, and what is found in it."""
    print_line()
    print_line(f"{label}:")
    sides = {
        _("Translation"): case.translation,
        _("Reference"): case.reference,
        _("Source"): case.source,
    }
    for name, texts in sides.items():
        for text in filter(None, texts):
            print_line(f"  {name}: {text}")
    for text in case.found:
        fix = f" → {case.fix}" if case.fix else ""
        print_line(f"  ⇒ {text}{fix}")
