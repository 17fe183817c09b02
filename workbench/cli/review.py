"""`workbench review`: the whole job without a window."""

from collections.abc import Mapping
from pathlib import Path

import click

from workbench.cli.console import print_json, print_line, print_table, progress
from workbench.cli.options import FILE, charset_option, json_option
from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model.document import Role
from workbench.project.articles import articles_in
from workbench.project.intake import Inputs
from workbench.project.review import Reviewed, review, worst
from workbench.project.shapes import names_shape, rounded
from workbench.text.display import printable

_WORST = 8  # rows: a screenful
_EXCERPT = 110  # characters of a sentence in the table


@click.command(
    "review",
    help=_(
        "Align and score a translation and find its names; leaves a review, a PO file and JSON in a folder."
    ),
)
@click.argument("translation", type=FILE)
@click.option(
    "--reference",
    type=FILE,
    help=_("A human translation or a back-translation, in the translation's language."),
)
@click.option("--source", type=FILE, help=_("The text that was translated."))
@click.option("--out", type=FILE, required=True, help=_("Folder for the results."))
@click.option("--language", metavar="TAG", help=_("Language of the translation and its reference."))
@click.option("--source-language", metavar="TAG", help=_("Language of the source."))
@charset_option()
@json_option()
def command(
    translation: Path,
    reference: Path | None,
    source: Path | None,
    out: Path,
    language: str | None,
    source_language: str | None,
    charset: str | None,
    as_json: bool,
) -> None:
    """Review an article, or every article of a folder."""
    languages = {Role.TRANSLATION: language, Role.REFERENCE: language, Role.SOURCE: source_language}
    known = {role: tag for role, tag in languages.items() if tag}
    paths = {Role.TRANSLATION: translation, Role.REFERENCE: reference, Role.SOURCE: source}
    given = {role: path for role, path in paths.items() if path}
    if translation.is_dir() and len(given) > 1:
        raise WorkbenchError(
            _("%(path)s is a folder of articles; --reference and --source go with one article.")
            % {"path": translation}
        )
    articles = articles_in(translation) if translation.is_dir() else [given]
    results = []
    for article in articles:
        with progress(article[Role.TRANSLATION].name) as report:
            result = review(
                Inputs(article, known, charset),
                folder_for(article, out, alone=not translation.is_dir()),
                report,
            )
        results.append(shape(result))
        if not as_json:
            show(article, result)
    if as_json:
        print_json(results[0] if not translation.is_dir() else results)


def folder_for(article: Mapping[Role, Path], out: Path, *, alone: bool) -> Path:
    """Give each article of many a folder of its own."""
    return out if alone else out / article[Role.TRANSLATION].stem


def shape(result: Reviewed) -> dict[str, object]:
    """Give the summary as JSON."""
    corpus = rounded(result.scores.corpus) if result.scores else {}
    files = {name: printable(str(path)) for name, path in result.files.items()}
    return {
        "files": files,
        "pairs": len(result.pairs),
        "corpus": corpus,
        **names_shape([name for name in result.names if name.proposal]),
    }


def show(article: Mapping[Role, Path], result: Reviewed) -> None:
    """Print the scores, the worst pairs, the proposed names and where the PO file is."""
    print_line(f"{article[Role.TRANSLATION].name}: " + _("%(count)d pairs") % {"count": len(result.pairs)})
    if result.scores:
        show_scores(result)
    proposed = [name for name in result.names if name.proposal]
    rows = [
        [name.form, name.proposal or "", f"{len(name.mentions)}×", f"{name.confidence:.2f}", name.why]
        for name in proposed
    ]
    if rows:
        print_line()
        print_table(
            _("Proposed names"), [_("Name"), _("Proposal"), _("Mentions"), _("Confidence"), _("Why")], rows
        )
    print_line()
    for path in result.files.values():
        print_line(str(path))


def show_scores(result: Reviewed) -> None:
    """Print the document's scores and the pairs that are worst by chrF."""
    scores = result.scores
    if scores is None:
        return
    rows = [[name, scores.signatures[name], f"{value:.1f}"] for name, value in scores.corpus.items()]
    print_table(_("Scores"), [_("Metric"), _("Signature"), _("Score")], rows, numbers=1)
    print_line()
    worst_rows = [
        [
            str(row + 1),
            f"{scores.segments[row]['chrf']:.1f}",
            excerpt(result.pairs[row].text(Role.TRANSLATION)),
            excerpt(result.pairs[row].text(Role.REFERENCE)),
        ]
        for row in worst(scores, "chrf", _WORST)
    ]
    print_table(_("Worst pairs"), [_("Pair"), "chrF", _("Translation"), _("Reference")], worst_rows)


def excerpt(text: str) -> str:
    """Cut a text to what a table has room for."""
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"
