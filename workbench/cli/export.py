"""`workbench export`: a review as a file for others."""

from pathlib import Path

import click

from workbench.cli.console import complain, print_line, progress
from workbench.cli.example import example
from workbench.cli.options import FILE, exact_option, utf8_option
from workbench.i18n import _
from workbench.project import Project
from workbench.project.exporting import Keep, Options, export
from workbench.project.outputs import expect_apart


@click.command(
    "export",
    help=_("Write a review's corrected translation to a file; its suffix names the format."),
    epilog=example("export story.twb -o story.po", "export story.twb -o story.docx"),
)
@click.argument("review", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help=_("The file to write."))
@click.option(
    "--keep",
    type=click.Choice([str(keep) for keep in Keep]),
    default=str(Keep.ALL),
    show_default=True,
    help=_("Every text; what is approved alone; or every text, the rest marked as not approved (fuzzy)."),
)
@click.option(
    "--translator", metavar="NAME", help=_("Last-Translator of a PO file, with the time of the last change.")
)
@click.option(
    "--over-changed", is_flag=True, help=_("Replace the file even if somebody changed it meanwhile.")
)
@utf8_option()
@exact_option()
def command(
    review: Path,
    output: Path,
    keep: str,
    translator: str | None,
    over_changed: bool,
    utf_8: bool,
    exact: bool,
) -> None:
    """Export a review."""
    expect_apart([review], [output], "-o")
    options = Options(Keep(keep), translator, over_changed, utf_8, exact)
    with Project.open(review) as project, progress(_("Scoring")) as report:
        warnings = export(project.snapshot(), output, report, options)
    for warning in warnings:
        complain(_("%(path)s: %(message)s") % {"path": output, "message": warning})
    print_line(str(output))
