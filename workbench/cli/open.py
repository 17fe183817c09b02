"""`workbench open`: the window, with a review or a text in it."""

from collections.abc import Callable
from pathlib import Path

import click

from workbench.cli.options import FILE
from workbench.formats import read_file
from workbench.i18n import _


@click.command("open", help=_("Open a review (.twb) or a translation in the window."))
@click.argument("file", type=FILE)
@click.pass_obj
def command(open_window: Callable[[Path], int], file: Path) -> int:
    """Open the window on a file."""
    read_file(file)
    return open_window(file)
