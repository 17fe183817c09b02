"""`workbench export`: a review as a file for others."""

from pathlib import Path

import click

from workbench.cli.console import print_line, progress
from workbench.cli.options import FILE
from workbench.i18n import _
from workbench.project import Project
from workbench.project.exporting import export
from workbench.project.outputs import expect_apart


@click.command(
    "export", help=_("Write a review's corrected translation to a file; its suffix names the format.")
)
@click.argument("review", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help=_("The file to write."))
def command(review: Path, output: Path) -> None:
    """Export a review."""
    expect_apart([review], [output], "-o")
    with Project.open(review) as project, progress(_("Scoring")) as report:
        export(project.snapshot(), output, report)
    print_line(str(output))
