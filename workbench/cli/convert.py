"""`workbench convert`: a file in another format."""

from collections.abc import Mapping
from pathlib import Path

import click

from workbench.cli.console import complain, print_line, progress
from workbench.cli.example import example
from workbench.cli.options import (
    FILE,
    charset_option,
    exact_option,
    language_tags,
    text_columns_option,
    utf8_option,
)
from workbench.i18n import _
from workbench.model.document import Role
from workbench.project.converting import file_snapshot
from workbench.project.exporting import Options, export
from workbench.project.outputs import expect_apart


@click.command(
    "convert",
    help=_("Write a file's texts in another format; the suffix of B names it."),
    epilog=example("convert messages.po messages.xlf"),
)
@click.argument("a", type=FILE)
@click.argument("b", type=FILE)
@click.option(
    "--language",
    callback=language_tags,
    metavar="TAG",
    help=_("Language of the texts, or of the translations."),
)
@click.option("--source-language", callback=language_tags, metavar="TAG", help=_("Language of the source."))
@text_columns_option()
@charset_option()
@utf8_option()
@exact_option()
def command(
    a: Path,
    b: Path,
    language: str | None,
    source_language: str | None,
    columns: Mapping[Role, str],
    charset: str | None,
    utf_8: bool,
    exact: bool,
) -> None:
    """Convert a file."""
    expect_apart([a], [b], "B")
    with progress(a.name) as report:
        converted = file_snapshot(a, language, source_language, charset, columns)
        said = export(converted.snapshot, b, report, Options(utf_8=utf_8, exact=exact))
    for path, warnings in ((a, converted.warnings), (b, said)):
        for warning in warnings:
            complain(_("%(path)s: %(message)s") % {"path": path, "message": warning})
    print_line(str(b))
