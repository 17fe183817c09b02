"""`workbench mqm`: ratings by MQM: scored, compared, merged, converted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from workbench.cli.console import complain, print_json, print_line, print_table
from workbench.cli.example import example
from workbench.cli.options import FILE, json_option
from workbench.errors import WorkbenchError
from workbench.figures import amount, count, listed, number
from workbench.i18n import _
from workbench.mqm.agreement import Agreement, Both, agreement, named
from workbench.mqm.labels import said
from workbench.mqm.merging import Choice, differs, merge
from workbench.mqm.ratings import marks
from workbench.mqm.scores import unknown
from workbench.mqm.typology import BUILT_IN, Typology, folded
from workbench.project import Project
from workbench.project.agreement_words import agreement_rows, apart_cells
from workbench.project.outputs import expect_apart
from workbench.project.rating_files import languages_of, read_ratings, typology_named, write_ratings
from workbench.project.rating_shapes import Scored, agreement_shape, scored, scored_shape
from workbench.project.review_ratings import take_in
from workbench.project.two_reviewers import two_of

THRESHOLD_NOT_MET = 1

typology_option = click.option(
    "--typology",
    default=BUILT_IN[0],
    show_default=True,
    metavar="NAME|FILE",
    help=_("What errors are called and weigh: %(names)s, or a TOML file.") % {"names": listed(BUILT_IN)},
)
rater_option = click.option(
    "--rater", "wanted", multiple=True, metavar="NAME", help=_("A reviewer to compare; give two of them.")
)


@click.group(
    "mqm",
    help=_("Score errors that reviewers marked (MQM), and compare two reviewers."),
    epilog=example("mqm score marks.tsv --typology wmt"),
)
def command() -> None:
    """Group the commands on ratings."""


@command.command(
    "score",
    help=_("Score ratings: a review (.twb), TSV as WMT publishes it, JSON, or XLIFF 2."),
    epilog=example("mqm score marks.tsv --typology wmt --json"),
)
@click.argument("file", type=FILE)
@typology_option
@click.option(
    "--threshold",
    type=click.FloatRange(0, 100),
    help=_("The quality score a text must reach to pass; where it does not, the exit code is 1."),
)
@click.option(
    "--acceptable",
    type=click.FloatRange(0, min_open=True),
    help=_("Penalty points per 1,000 words with which a text just passes."),
)
@click.option(
    "--words",
    "counted_in",
    type=click.Choice(["translation", "source"]),
    default="translation",
    show_default=True,
    help=_("Where words are counted."),
)
@json_option()
def score_file(
    file: Path,
    typology: str,
    threshold: float | None,
    acceptable: float | None,
    counted_in: str,
    as_json: bool,
) -> int | None:
    """Score a file of ratings."""
    used = calibrated(typology_named(typology), threshold, acceptable)
    segments = read_ratings(file, used)
    systems = scored(segments, used, by_source=counted_in == "source")
    if not any(one.segments for one in systems):
        raise WorkbenchError(_("%(path)s: nobody rated anything here.") % {"path": file})
    if as_json:
        print_json(scored_shape(systems, used))
    else:
        show_scores(systems, used)
    for severity in unknown(marks(segments), used):
        complain(
            _("Errors of severity “%(severity)s” cost nothing: %(typology)s has no such severity.")
            % {"severity": severity, "typology": used.name}
        )
    missed = threshold is not None and not all(one.quality.passed for one in systems)
    return THRESHOLD_NOT_MET if missed else None


def calibrated(typology: Typology, threshold: float | None, acceptable: float | None) -> Typology:
    """Give a typology with another threshold or tolerance."""
    return replace(
        typology,
        threshold=typology.threshold if threshold is None else threshold,
        acceptable=typology.acceptable if acceptable is None else acceptable,
    )


def show_scores(systems: Sequence[Scored], typology: Typology) -> None:
    """Print the systems' scores, then each one's errors."""
    rows = [score_row(one) for one in systems]
    columns = [_("System"), _("Segments"), _("Words"), _("Errors"), _("Penalty"), _("Per segment")]
    columns += [_("Per 1,000 words"), _("Raw"), _("Quality"), _("Verdict")]
    print_table(f"MQM ({typology.name})", columns, rows, numbers=range(1, 10))
    print_line(
        _("Pass mark: %(threshold)s · acceptable penalty points per 1,000 words: %(points)s")
        % {"threshold": amount(typology.threshold), "points": amount(typology.acceptable)}
    )
    for one in systems:
        counts = [[said(kind), said(grade), count(times)] for (kind, grade), times in one.counts.items()]
        if counts:
            print_line()
            print_table(
                one.system or _("Errors"), [_("Category"), _("Severity"), _("Count")], counts, numbers=(2,)
            )


def score_row(one: Scored) -> list[str]:
    """Write one system's score."""
    found = one.quality
    return [
        one.system or "–",
        count(found.segments),
        count(found.words),
        count(found.errors),
        amount(found.penalty),
        number(found.per_segment, decimals=3),
        number(found.per_thousand),
        number(found.raw),
        number(found.quality),
        _("passed") if found.passed else _("failed"),
    ]


@command.command(
    "agree",
    help=_("Compare two reviewers of one text: how far they agree, and where they differ."),
    epilog=example("mqm agree kim.tsv lee.tsv --typology wmt --json"),
)
@click.argument("files", type=FILE, nargs=-1, required=True)
@typology_option
@rater_option
@json_option()
def agree(files: tuple[Path, ...], typology: str, wanted: tuple[str, ...], as_json: bool) -> None:
    """Compare two reviewers."""
    used = typology_named(typology)
    pairing = two_of(files, wanted, used)
    found = agreement(pairing.shared, used, pairing.left_out)
    if as_json:
        print_json(agreement_shape(found, pairing.names, pairing.shared))
        return
    show_agreement(found, pairing.names)
    show_apart(pairing.shared, pairing.names)


def show_agreement(found: Agreement, names: tuple[str, str]) -> None:
    """Print the coefficients."""
    rows = [list(row) for row in agreement_rows(found, names)]
    print_table(_("Agreement"), ["", ""], rows, numbers=(1,))


def show_apart(shared: Sequence[Both], names: tuple[str, str]) -> None:
    """Print the segments on which two reviewers differ, what each marked side by side."""
    rows = [
        row for place, both in enumerate(shared, start=1) if differs(both) for row in apart_rows(place, both)
    ]
    if rows:
        print_line()
        print_table(_("Where they differ"), [_("Number"), _("Segment"), *names], rows, numbers=(0,))


def apart_rows(place: int, both: Both) -> list[list[str]]:
    """Write one segment: its scores where they differ, then what was marked."""
    cells = apart_cells(both)
    return [
        [count(place) if not row else "", named(both.segment.key) if not row else "", *pair]
        for row, pair in enumerate(cells)
    ]


def choices_by_row(
    _context: click.Context, _parameter: click.Parameter, given: Sequence[str]
) -> Mapping[int, Choice]:
    """Read --choose 3=a."""
    choices = {}
    for one in given:
        row, _equals, choice = one.partition("=")
        if not row.isdecimal() or folded(choice) not in set(Choice):
            raise WorkbenchError(
                _("--choose %(given)s: write the segment's number and a, b or both, like 3=a.")
                % {"given": one}
            )
        choices[int(row) - 1] = Choice(folded(choice))
    return choices


@command.command(
    "merge",
    help=_("Make one file of two reviewers' ratings; `workbench mqm agree` shows where to choose."),
    epilog=example("mqm merge kim.tsv lee.tsv --others both -o agreed.json"),
)
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option(
    "--choose",
    "choices",
    multiple=True,
    callback=choices_by_row,
    metavar="NUMBER=a|b|both",
    help=_("Whose marks a segment gets: the first reviewer's, the second's, or both."),
)
@click.option(
    "--others", type=click.Choice([one.value for one in Choice]), help=_("Whose marks all others get.")
)
@click.option("--as", "rater", default="merged", show_default=True, help=_("Name of the merged reviewer."))
@click.option("-o", "--output", type=FILE, required=True, help=_("The file to write: .tsv, .json or .xlf."))
@typology_option
@rater_option
@json_option()
def merge_files(
    files: tuple[Path, ...],
    choices: Mapping[int, Choice],
    others: str | None,
    rater: str,
    output: Path,
    typology: str,
    wanted: tuple[str, ...],
    as_json: bool,
) -> None:
    """Merge two reviewers."""
    expect_apart(files, [output], "-o")
    used = typology_named(typology)
    pairing = two_of(files, wanted, used)
    merged = merge(pairing.shared, choices, Choice(others) if others else None, rater)
    write_ratings(output, merged.segments, used, languages_of(files[0]))
    if as_json:
        told = {"segments": len(merged.segments), "chosen": merged.chosen, "alike": merged.alike}
        print_json({"file": str(output), **told, "left_out": pairing.left_out})
        return
    print_line(
        _("%(path)s: segments %(count)s · chosen %(chosen)s · alike %(alike)s")
        % {
            "path": output,
            "count": count(len(merged.segments)),
            "chosen": count(merged.chosen),
            "alike": count(merged.alike),
        }
    )


@command.command(
    "import",
    help=_("Import other reviewers' marks and scores into a review, as one step that can be undone."),
    epilog=example("mqm import story.twb ratings.json"),
)
@click.argument("review", type=FILE)
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option(
    "--rater", "wanted", multiple=True, metavar="NAME", help=_("Import only what this reviewer said.")
)
@typology_option
@json_option()
def import_ratings(
    review: Path, files: tuple[Path, ...], wanted: tuple[str, ...], typology: str, as_json: bool
) -> None:
    """Import ratings into a review."""
    used = typology_named(typology)
    segments = [
        replace(one, ratings=tuple(given for given in one.ratings if not wanted or given.rater in wanted))
        for path in files
        for one in read_ratings(path, used)
    ]
    with Project.open(review) as project:
        changes = take_in(project, segments)
    told = {
        "marks": len(changes.rows.get("annotation", ())),
        "scores": len(changes.rows.get("assessment", ())),
    }
    if as_json:
        print_json({"file": str(review), **told})
    else:
        said = _("%(path)s: marks imported %(marks)s · scores imported %(scores)s")
        numbers = {"marks": count(told["marks"]), "scores": count(told["scores"])}
        print_line(said % {"path": review, **numbers})


@command.command(
    "convert",
    help=_("Write ratings in another layout; the suffix of B names it: .tsv, .json or .xlf."),
    epilog=example("mqm convert marks.tsv marks.xlf --typology wmt"),
)
@click.argument("a", type=FILE)
@click.argument("b", type=FILE)
@click.option("--reviewer", metavar="NAME", help=_("Who approved the pairs of a review without marks."))
@typology_option
@json_option()
def convert(a: Path, b: Path, reviewer: str | None, typology: str, as_json: bool) -> None:
    """Convert a file of ratings."""
    expect_apart([a], [b], "B")
    used = typology_named(typology)
    segments = read_ratings(a, used, reviewer)
    write_ratings(b, segments, used, languages_of(a))
    told = {"segments": len(segments), "marks": len(marks(segments))}
    if as_json:
        print_json({"file": str(b), **told})
    else:
        said = _("%(path)s: segments %(segments)s · marks %(marks)s")
        print_line(said % {"path": b, **{name: count(value) for name, value in told.items()}})
