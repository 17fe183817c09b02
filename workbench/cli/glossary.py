"""`workbench glossary`: the user's own glossary, in and out; a gazetteer made ready for searching."""

from collections.abc import Sequence
from pathlib import Path

import click

from workbench.cli.console import complain, print_json, print_line, print_table, progress
from workbench.cli.example import example
from workbench.cli.options import FILE, charset_option, json_option, language_tags
from workbench.errors import WorkbenchError
from workbench.figures import count
from workbench.formats import read_file, replace_file
from workbench.formats.glossary import read_glossary, write_glossary
from workbench.i18n import _, ngettext
from workbench.model.glossary import GlossaryEntry, Standing
from workbench.project import gazetteers, glossaries
from workbench.project.outputs import expect_apart


@click.group(
    "glossary",
    help=_("Keep the names and terms you agreed on."),
    epilog=example("glossary import names.csv"),
)
def command() -> None:
    """Group the commands on the user's glossary."""


@command.command(
    "import",
    help=_("Add the entries of a CSV or TBX file to your glossary."),
    epilog=example("glossary import names.csv --language en"),
)
@click.argument("file", type=FILE, required=False)
@click.option(
    "--language",
    callback=language_tags,
    metavar="TAG",
    default=glossaries.DEFAULT_LANGUAGE,
    show_default=True,
    help=_("Language of the right forms, where a CSV file does not say it."),
)
@click.option("--gazetteer", type=FILE, help=_("A list of names, one a line, to be searched by sound."))
@charset_option()
def import_file(file: Path | None, language: str, gazetteer: Path | None, charset: str | None) -> None:
    """Import a glossary, or a list of names as the gazetteer."""
    if file is None and gazetteer is None:
        raise WorkbenchError(_("Name the file to import."))
    if gazetteer is not None:
        import_gazetteer(gazetteer)
    if file is not None:
        import_glossary(file, language, charset)


def import_gazetteer(names: Path) -> None:
    """Build the user's gazetteer; the first lines that hold no name are named."""
    with progress(names.name) as report:
        done = gazetteers.import_names(names, report)
    for line, why in done.first_broken:
        complain(_("%(path)s, line %(line)d is skipped: %(why)s") % {"path": names, "line": line, "why": why})
    if done.broken > len(done.first_broken):
        said = ngettext(
            "%(count)s line was skipped in all.", "%(count)s lines were skipped in all.", done.broken
        )
        complain(said % {"count": count(done.broken)})
    told = ngettext("%(count)s name in %(path)s", "%(count)s names in %(path)s", done.names)
    print_line(told % {"count": count(done.names), "path": gazetteers.user_gazetteer()})


def import_glossary(file: Path, language: str, charset: str | None) -> None:
    """Add the entries of a file to the user's glossary."""
    entries = read_glossary(read_file(file), file, language, charset)
    path = glossaries.user_glossary()
    gained, problems = glossaries.add(path, entries, language)
    for problem in problems:
        complain(f"{file}: {problem}")
    said = ngettext("%(count)s entry added to %(path)s", "%(count)s entries added to %(path)s", gained)
    print_line(said % {"count": count(gained), "path": path})


@command.command(
    "export",
    help=_("Write your glossary to a CSV or TBX file."),
    epilog=example("glossary export -o agreed.tbx --edition 3"),
)
@click.option("-o", "--output", type=FILE, required=True, help=_("The file to write: .csv or .tbx."))
@click.option("--edition", type=click.Choice(["2", "3"]), help=_("Edition of TBX."))
def export_file(output: Path, edition: str | None) -> None:
    """Export the user's glossary."""
    expect_apart([glossaries.user_glossary()], [output], "-o")
    entries = own_entries()
    replace_file(output, write_glossary(entries, output, int(edition) if edition else None))
    said = ngettext("%(count)s entry in %(path)s", "%(count)s entries in %(path)s", len(entries))
    print_line(said % {"count": count(len(entries)), "path": output})


@command.command("list", help=_("Show your glossary."), epilog=example("glossary list --json"))
@json_option()
def show(as_json: bool) -> None:
    """Show the user's glossary."""
    entries = own_entries()
    if as_json:
        print_json({"entries": [shape(entry) for entry in entries]})
        return
    rows = [row(entry) for entry in entries]
    columns = [_("Form"), _("Language"), _("Kind"), _("Avoid"), _("Other languages"), _("Note")]
    print_table(str(glossaries.user_glossary()), columns, rows)


def own_entries() -> Sequence[GlossaryEntry]:
    """Read the user's glossary and say what is wrong with it."""
    checked = glossaries.load_if_there(glossaries.user_glossary())
    for problem in checked.problems:
        complain(problem)
    return checked.entries


def shape(entry: GlossaryEntry) -> dict[str, object]:
    """Give an entry as JSON."""
    terms = [
        {"form": term.form, "language": term.language, "standing": term.standing.value}
        for term in entry.terms
    ]
    return {"terms": terms, "kind": entry.kind, "note": entry.note}


def row(entry: GlossaryEntry) -> list[str]:
    """Give an entry as a row of the table."""
    own = entry.terms[0].language
    right = entry.forms(own, Standing.PREFERRED, Standing.ADMITTED)
    avoid = entry.forms(own, Standing.FORBIDDEN)
    others = [f"{term.language}: {term.form}" for term in entry.terms if term.language != own]
    return [" · ".join(right), own, entry.kind, " · ".join(avoid), " · ".join(others), entry.note]
