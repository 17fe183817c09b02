"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from workbench.i18n import _

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
FILE = click.Path(path_type=Path)  # what is wrong with a file is said where it is read, in our own words


def charset_option() -> Decorator:
    """Offer --charset."""
    return click.option(
        "--charset", metavar="NAME", help=_("Charset of the input files; found by itself when not given.")
    )


def json_option() -> Decorator:
    """Offer --json."""
    return click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
