"""`workbench report`: a review as one page to send."""

from pathlib import Path

import click

from workbench.cli.console import print_json, print_line, progress
from workbench.cli.example import example
from workbench.cli.options import FILE, json_option
from workbench.errors import WorkbenchError
from workbench.figures import listed
from workbench.i18n import _
from workbench.mqm.typology import BUILT_IN
from workbench.project.outputs import expect_apart
from workbench.project.rating_files import typology_named
from workbench.project.reporting import report_file, write_report
from workbench.report.shape import shape


@click.command(
    "report",
    help=_("Write the report on a review: one HTML page that needs nothing else, or the same data as JSON."),
    epilog=example("report story.twb -o report.html -o report.json"),
)
@click.argument("review", type=FILE)
@click.option(
    "-o", "--output", "outputs", type=FILE, multiple=True, help=_("The file to write: .html or .json.")
)
@click.option(
    "--typology",
    default=BUILT_IN[0],
    show_default=True,
    metavar="NAME|FILE",
    help=_("What errors weigh: %(names)s, or a TOML file.") % {"names": listed(BUILT_IN)},
)
@json_option()
def command(review: Path, outputs: tuple[Path, ...], typology: str, as_json: bool) -> None:
    """Write a report."""
    if not outputs and not as_json:
        raise WorkbenchError(_("Name the file for the report: -o report.html."))
    expect_apart([review], outputs, "-o")
    used = typology_named(typology)
    with progress(review.name) as report:
        data = report_file(review, used, report)
    for path in outputs:
        write_report(data, path)
    if as_json:
        print_json(shape(data))
        return
    for path in outputs:
        print_line(str(path))
