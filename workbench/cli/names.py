"""`workbench names`: the names of a translation, what they should be, a copy with the ticked put right."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from workbench.cli.console import complain, print_json, print_line, print_table, progress
from workbench.cli.example import example
from workbench.cli.options import FILE, charset_option, json_option, language_tags, text_columns_option
from workbench.errors import WorkbenchError
from workbench.figures import count, listed, percent
from workbench.formats import naming_file, read_file, replace_file
from workbench.i18n import _, ngettext
from workbench.model.bead import ReviewBead
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.names.hints import Hints
from workbench.names.lookup import Wikidata
from workbench.project import glossaries
from workbench.project.alignment import align_texts
from workbench.project.gazetteers import open_gazetteer
from workbench.project.intake import Inputs, TextRead, read_texts
from workbench.project.name_choices import read_choices
from workbench.project.name_files import correct_file, names_of_texts
from workbench.project.naming import Knowing
from workbench.project.outputs import expect_apart
from workbench.project.shapes import names_shape

Texts = Mapping[Role, TextRead]


@click.command(
    "names",
    help=_("Find the proper names of a translation, and what they should be."),
    epilog=example(
        "names story.txt --reference human.txt --json > names.json",
        "names story.txt --reference human.txt --apply names.json -o corrected.txt",
    ),
)
@click.argument("translation", type=FILE)
@click.option("--reference", type=FILE, help=_("A text in the translation's language to compare with."))
@click.option("--source", type=FILE, help=_("The text that was translated."))
@click.option("--glossary", type=FILE, help=_("A CSV or TBX file of agreed names; it comes before your own."))
@click.option("--gazetteer", type=FILE, help=_("A list of names to search by sound; without it your own."))
@click.option(
    "--lookup",
    is_flag=True,
    help=_("Ask Wikidata for names that nothing else decides; each request is shown."),
)
@click.option("--apply", "choices", type=FILE, help=_("Put right what is ticked in this JSON of proposals."))
@click.option("-o", "--output", type=FILE, help=_("The file for the corrected translation."))
@click.option("--remember", is_flag=True, help=_("Keep what is put right in your glossary."))
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
    gazetteer: Path | None,
    lookup: bool,
    choices: Path | None,
    output: Path | None,
    remember: bool,
    language: str | None,
    source_language: str | None,
    columns: Mapping[Role, str],
    charset: str | None,
    as_json: bool,
) -> None:
    """Find the names of a file, or put them right."""
    paths = {Role.TRANSLATION: translation, Role.REFERENCE: reference, Role.SOURCE: source}
    given = {role: path for role, path in paths.items() if path}
    tags = {Role.TRANSLATION: language, Role.REFERENCE: language, Role.SOURCE: source_language}
    inputs = Inputs(given, {role: tag for role, tag in tags.items() if tag}, charset, columns=columns)
    if (choices is None) != (output is None):
        raise WorkbenchError(_("--apply and -o go together: the proposals, and the file for the result."))
    with progress(translation.name) as report:
        texts = read_texts(inputs)
        rows = align_texts(texts, report)
        if choices is None:
            spoken = texts[Role.TRANSLATION].language
            entries = glossaries.entries_for(spoken, glossary)
            hints = Hints(open_gazetteer(gazetteer, report), Wikidata(complain) if lookup else None)
            names = names_of_texts(texts, rows, Knowing(entries.entries, hints), report)
    if choices is not None and output is not None:
        expect_apart([*given.values(), choices], [output], "-o")
        put_right(texts, rows, (choices, output), remember=remember)
        return
    for problem in entries.problems:
        complain(problem)
    if as_json:
        print_json(names_shape(names))
    else:
        show(names)


def put_right(texts: Texts, rows: Sequence[ReviewBead], files: tuple[Path, Path], *, remember: bool) -> None:
    """Write a copy of the translation with the ticked names put right."""
    path, output = files
    data = read_file(path)
    with naming_file(path):
        choices = read_choices(data)
    translation = texts[Role.TRANSLATION]
    corrected = correct_file(translation, rows, choices)
    if corrected.refused:
        raise WorkbenchError(
            _("%(forms)s: not where %(path)s says; name the --reference and --source it was made with.")
            % {"forms": listed(f"“{form}”" for form in corrected.refused), "path": path}
        )
    replace_file(output, corrected.data)
    if remember:
        for choice in (choice for choice in choices if choice.ticked):
            glossaries.remember(glossaries.user_glossary(), choice.name, translation.language)
    said = ngettext(
        "%(count)s mention put right in %(path)s",
        "%(count)s mentions put right in %(path)s",
        corrected.mentions,
    )
    print_line(said % {"count": count(corrected.mentions), "path": output})


def show(names: Sequence[Name]) -> None:
    """Print the names that something is proposed for, then the others."""
    proposed = [name for name in names if name.proposal]
    columns = [_("Name"), _("Proposal"), _("Mentions"), _("Confidence"), _("From"), _("Why")]
    rows = [
        [
            said(name),
            name.proposal or "",
            f"{count(len(name.mentions))}×",
            percent(name.confidence),
            name.origin or "",
            name.why,
        ]
        for name in proposed
    ]
    if rows:
        print_table(_("To be put right"), columns, rows, numbers=(2, 3))
        print_line()
    others = [[said(name), f"{count(len(name.mentions))}×", name.why] for name in names if not name.proposal]
    if others:
        print_table(_("Names"), [_("Name"), _("Mentions"), _("Why")], others, numbers=(1,))
    if not names:
        print_line(_("No names found."))


def said(name: Name) -> str:
    """Give a name with its variants."""
    return f"{name.form} ({' · '.join(name.variants)})" if name.variants else name.form
