"""`workbench review`: the whole job without a window."""

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from workbench.cli.console import complain, print_json, print_line, print_table, progress
from workbench.cli.example import example
from workbench.cli.options import (
    FILE,
    charset_option,
    json_option,
    language_tags,
    text_columns_option,
    train_option,
)
from workbench.cli.severities import severity_name
from workbench.errors import WorkbenchError
from workbench.figures import count, language_name, listed, number, percent
from workbench.i18n import _, ngettext
from workbench.model.document import Role
from workbench.model.finding import Severity
from workbench.model.name import Name
from workbench.project.articles import Article, Found, articles_in
from workbench.project.intake import Inputs
from workbench.project.outputs import expect_apart
from workbench.project.review import Reviewed, results_of, review, worst
from workbench.project.rounding import rounded
from workbench.project.scoring import HEADLINE, label_of
from workbench.project.shapes import names_shape
from workbench.text.display import printable

Texts = Mapping[Role, Path]
DONE, BAD_INPUT = 0, 2  # exit codes
_WORST = 8  # rows: a screenful
_EXCERPT = 110  # characters of a sentence in the table


@click.command(
    "review",
    help=_(
        "Align and score a translation and find its names; leaves a review, a PO file and JSON in a folder."
    ),
    epilog=example(
        "review story.txt --reference human.txt --source source.txt --out results",
        "review articles --out results",
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
@click.option(
    "--language",
    callback=language_tags,
    metavar="TAG",
    help=_("Language of the translation and its reference."),
)
@click.option("--source-language", callback=language_tags, metavar="TAG", help=_("Language of the source."))
@click.option("--glossary", type=FILE, help=_("A CSV or TBX file of agreed names; it comes before your own."))
@click.option("--dismissed", type=FILE, help=_("Take over what was dismissed in this JSON of findings."))
@train_option()
@text_columns_option()
@charset_option()
@json_option()
def command(
    translation: Path,
    reference: Path | None,
    source: Path | None,
    out: Path,
    language: str | None,
    source_language: str | None,
    glossary: Path | None,
    dismissed: Path | None,
    training: Sequence[Path],
    columns: Mapping[Role, str],
    charset: str | None,
    as_json: bool,
) -> int | None:
    """Review an article, or every article of a folder."""
    languages = {Role.TRANSLATION: language, Role.REFERENCE: language, Role.SOURCE: source_language}
    known = {role: tag for role, tag in languages.items() if tag}
    paths = {Role.TRANSLATION: translation, Role.REFERENCE: reference, Role.SOURCE: source}
    given = {role: path for role, path in paths.items() if path}
    if os.path.isdir(translation):  # noqa: PTH112 -- Path.is_dir raises on what cannot be looked at
        if len(given) > 1:
            raise WorkbenchError(
                _("%(path)s is a folder of articles; --reference and --source go with one article.")
                % {"path": translation}
            )
        return review_folder(
            articles_in(translation, out),
            out,
            partial(
                Inputs,
                languages=known,
                charset=charset,
                training=training,
                glossary=glossary,
                dismissed=dismissed,
                columns=columns,
            ),
            as_json,
        )
    result = reviewed(Inputs(given, known, charset, training, glossary, dismissed, columns), out)
    if as_json:
        print_json(shape(given, result))
    else:
        show(given, result)
    return None


def review_folder(found: Found, out: Path, inputs: Callable[[Texts], Inputs], as_json: bool) -> int:
    """Review the articles of a folder; one that cannot be reviewed is named at the end and stops no other."""
    expect_results_apart(found.articles, out)
    shapes, wrong = [], []
    for article in found.articles:
        try:
            result = reviewed(inputs(article.paths), out / article.folder)
        except (WorkbenchError, OSError) as error:
            wrong.append(naming(article.paths[Role.TRANSLATION], str(error)))
            continue
        if as_json:
            shapes.append(shape(article.paths, result))
        else:
            show(article.paths, result)
    left_out = [printable(str(path)) for path in found.left_out]
    if as_json:
        print_json({"articles": shapes, "left_out": left_out})
    elif left_out:
        print_line(_("Left out, being part of no article: %(files)s") % {"files": listed(left_out)})
    for message in wrong:
        complain(message)
    return BAD_INPUT if wrong else DONE


def expect_results_apart(articles: Sequence[Article], out: Path) -> None:
    """Refuse a place where one article's results would replace any article's text."""
    texts = [path for article in articles for path in article.paths.values()]
    results = [
        path
        for article in articles
        for path in results_of(article.paths[Role.TRANSLATION], out / article.folder).values()
    ]
    expect_apart(texts, results, "--out")


def naming(path: Path, message: str) -> str:
    """Put an article's name before what is wrong with it, where that does not say it already."""
    return (
        message if str(path) in message else _("%(path)s: %(message)s") % {"path": path, "message": message}
    )


def reviewed(inputs: Inputs, folder: Path) -> Reviewed:
    """Review an article and show how far that is."""
    with progress(inputs.paths[Role.TRANSLATION].name) as report:
        return review(inputs, folder, report)


def shape(paths: Texts, result: Reviewed) -> dict[str, object]:
    """Give the summary as JSON."""
    corpus = rounded(result.scores.corpus) if result.scores else {}
    files = {name: printable(str(path)) for name, path in result.files.items()}
    texts = {
        role.value: {
            "file": printable(str(file_of(paths, role))),
            "charset": info.charset,
            "language": info.language,
        }
        for role, info in result.texts.items()
    }
    return {
        "files": files,
        "texts": texts,
        "pairs": len(result.pairs),
        "corpus": corpus,
        "warnings": [printable(warning) for warning in result.warnings],
        "findings": {severity.value: times for severity, times in counted(result).items()},
        **names_shape([name for name in result.names if name.proposal]),
    }


def file_of(paths: Texts, role: Role) -> Path:
    """Name the file of a text; a bilingual translation brings its own source."""
    return paths.get(role, paths[Role.TRANSLATION])


def show(paths: Texts, result: Reviewed) -> None:
    """Print the texts, the scores, the worst pairs, the proposed names and the files that were written."""
    pairs = len(result.pairs)
    said = ngettext("%(path)s: %(count)s pair", "%(path)s: %(count)s pairs", pairs)
    print_line(said % {"path": paths[Role.TRANSLATION].name, "count": count(pairs)})
    labels = {Role.TRANSLATION: _("Translation"), Role.REFERENCE: _("Reference"), Role.SOURCE: _("Source")}
    for role, info in result.texts.items():
        facts = [file_of(paths, role).name, info.charset, language_name(info.language)]
        print_line(f"{labels[role]}: {' · '.join(facts)}")
    if result.scores:
        show_scores(result)
    show_names([name for name in result.names if name.proposal])
    show_findings(result)
    print_line()
    for path in result.files.values():
        print_line(str(path))
    for warning in result.warnings:
        complain(warning)


def show_names(names: Sequence[Name]) -> None:
    """Print the names that something is proposed for."""
    rows = [
        [name.form, name.proposal or "", f"{count(len(name.mentions))}×", percent(name.confidence), name.why]
        for name in names
    ]
    if rows:
        print_line()
        columns = [_("Name"), _("Proposal"), _("Mentions"), _("Confidence"), _("Why")]
        print_table(_("Proposed names"), columns, rows, numbers=(2, 3))


def counted(result: Reviewed) -> Mapping[Severity, int]:
    """Count the open findings of each severity, the worst first."""
    found = Counter(finding.severity for finding in result.findings)
    return {severity: found[severity] for severity in reversed(Severity) if found[severity]}


def show_findings(result: Reviewed) -> None:
    """Print how many findings there are."""
    if result.findings:
        counts = listed(
            f"{severity_name(severity)} {count(times)}" for severity, times in counted(result).items()
        )
        print_line()
        print_line(_("Findings: %(counts)s; workbench check shows them") % {"counts": counts})


def show_scores(result: Reviewed) -> None:
    """Print the document's scores and the worst pairs."""
    scores = result.scores
    if scores is None:
        return
    rows = [[name, scores.signatures[name], number(value)] for name, value in scores.corpus.items()]
    print_table(_("Scores"), [_("Metric"), _("Signature"), _("Score")], rows, numbers=(2,))
    print_line()
    worst_rows = [
        [
            count(row + 1),
            number(scores.segments[row][HEADLINE]),
            excerpt(result.pairs[row].text(Role.TRANSLATION)),
            excerpt(result.pairs[row].text(Role.REFERENCE)),
            "\n".join(scores.reasons[row]),
        ]
        for row in worst(scores, HEADLINE, _WORST)
    ]
    print_table(
        _("Worst pairs"),
        [_("Pair"), label_of(HEADLINE), _("Translation"), _("Reference"), _("Why")],
        worst_rows,
        numbers=(0, 1),
    )


def excerpt(text: str) -> str:
    """Cut a text to what a table has room for."""
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"
