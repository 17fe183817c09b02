"""Options that several commands share."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.lang.guess import is_language_tag
from workbench.model.document import Role
from workbench.project.text_columns import columns_of, text_columns

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class File(click.Path):
    """A file's name; what is wrong with the file is said where it is read, in our own words."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Make a path of it; the empty name is none, though the system takes it for the present folder."""
        if not os.fspath(value):
            self.fail(_("the name is empty"), param, ctx)
        return super().convert(value, param, ctx)


FILE = File(path_type=Path, readable=False)


def language_tags(
    _context: click.Context, _parameter: click.Parameter, value: str | Sequence[str] | None
) -> str | Sequence[str] | None:
    """Refuse what is not a language tag, in an option that is given once or many times."""
    for tag in [value] if isinstance(value, str) else value or ():
        if not is_language_tag(tag):
            raise WorkbenchError(
                _("“%(tag)s” is not a language tag; write it like ko or pt-BR.") % {"tag": tag}
            )
    return value


def columns_by_role(
    _context: click.Context, _parameter: click.Parameter, values: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Read `translation=Target,reference=human`, given once or more often."""
    try:
        return columns_of(values)
    except WorkbenchError as error:
        raise click.BadParameter(str(error)) from error


def column_by_role(
    _context: click.Context, _parameter: click.Parameter, values: Sequence[str]
) -> dict[Role, str]:
    """Read one column for each text of a review."""
    try:
        return text_columns(values)
    except WorkbenchError as error:
        raise click.BadParameter(str(error)) from error


def columns_option() -> Decorator:
    """Offer --columns for segments, which may have several references, and ids."""
    return click.option(
        "--columns",
        "--column",
        "columns",
        multiple=True,
        callback=columns_by_role,
        metavar="ROLE=NAME,…",
        help=_("Column of the translation, reference, source or id; for TMX its language."),
    )


def text_columns_option() -> Decorator:
    """Offer --columns for the texts of a review."""
    return click.option(
        "--columns",
        "--column",
        "columns",
        multiple=True,
        callback=column_by_role,
        metavar="ROLE=NAME,…",
        help=_("Columns of a table by their headings: translation=Target,source=Source,reference=Human."),
    )


def charset_option() -> Decorator:
    """Offer --charset."""
    return click.option(
        "--charset", metavar="NAME", help=_("Charset of the input files; found by itself when not given.")
    )


def utf8_option() -> Decorator:
    """Offer --utf-8."""
    return click.option(
        "--utf-8",
        is_flag=True,
        help=_("Turn a file of another charset into UTF-8, which has all characters."),
    )


def exact_option() -> Decorator:
    """Offer --exact."""
    return click.option(
        "--exact",
        is_flag=True,
        help=_("CSV with every text as it is: a spreadsheet may run one that begins like a formula."),
    )


def json_option() -> Decorator:
    """Offer --json."""
    return click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))


def train_option() -> Decorator:
    """Offer --train, as often as there are files."""
    return click.option(
        "--train",
        "training",
        type=FILE,
        multiple=True,
        help=_("Earlier translations between the same languages, to learn words from: TMX, review or TSV."),
    )
