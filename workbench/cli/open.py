"""`workbench open`: the window, with a review or a text in it."""

from collections.abc import Callable
from pathlib import Path

import click

from workbench.cli.example import example
from workbench.cli.options import FILE
from workbench.errors import WorkbenchError
from workbench.formats import read_document, read_file
from workbench.i18n import _
from workbench.store.files import is_review


@click.command(
    "open",
    help=_("Open a review (.twb) or a translation in the window."),
    epilog=example("open story.twb"),
)
@click.argument("file", type=FILE)
@click.pass_obj
def command(open_window: Callable[[Path], int], file: Path) -> int:
    """Open the window on a file."""
    expect_openable(file)
    return open_window(file)


def expect_openable(file: Path) -> None:
    """Say here, where it can be read, what a window would only say after it was opened."""
    data = read_file(file)
    if file.suffix.lower() != ".twb":
        read_document(data, file)
    elif not is_review(file):
        raise WorkbenchError(_("%(path)s is not a review.") % {"path": file})
