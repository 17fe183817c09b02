"""`workbench score`: segment and corpus scores with their signatures."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from workbench.cli.console import print_json, print_line, print_table, progress
from workbench.cli.options import FILE, charset_option, json_option, language_tags
from workbench.errors import WorkbenchError
from workbench.formats import json_lines, replace_file, tsv
from workbench.i18n import _
from workbench.project.outputs import expect_apart
from workbench.project.scoring import DEFAULT_METRICS, Scores, metrics_for, read_segments, score_segments
from workbench.project.shapes import rounded, scores_shape

NOT_MET = 1


def as_tsv(scores: Scores) -> bytes:
    """Write a line a segment."""
    names = list(scores.corpus)
    return tsv(
        ["id", *names],
        ([number, *(f"{row[name]:.4f}" for name in names)] for number, row in enumerate(scores.segments)),
    )


def as_json_lines(scores: Scores) -> bytes:
    """Write an object a segment."""
    return json_lines({"id": number, **rounded(row)} for number, row in enumerate(scores.segments))


def as_json(scores: Scores) -> bytes:
    """Write the design's JSON shape."""
    return (json.dumps(scores_shape(scores), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


WRITERS: Mapping[str, Callable[[Scores], bytes]] = {".tsv": as_tsv, ".jsonl": as_json_lines, ".json": as_json}


def thresholds(
    _context: click.Context, _parameter: click.Parameter, values: Sequence[str]
) -> dict[str, float]:
    """Read `chrf=50`."""
    limits = {}
    for value in values:
        name, _equals, number = value.partition("=")
        limits[name] = finite(number)
    return limits


def finite(number: str) -> float:
    """Read a number that a score can be compared with."""
    try:
        value = float(number)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise click.BadParameter(_("write it like chrf=50"))
    return value


@click.command(
    "score",
    help=_("Score a translation against its reference, line by line, or a TSV file with both as columns."),
)
@click.argument("translation", type=FILE)
@click.argument("reference", type=FILE, required=False)
@click.option(
    "--metric",
    default=",".join(DEFAULT_METRICS),
    show_default=True,
    metavar="NAME,…",
    help=_("chrf, chrf++, bleu, ter"),
)
@click.option(
    "--language",
    default="en",
    show_default=True,
    callback=language_tags,
    metavar="TAG",
    help=_("Language of the texts: how BLEU cuts words."),
)
@click.option(
    "--min",
    "minimum",
    multiple=True,
    callback=thresholds,
    metavar="METRIC=SCORE",
    help=_("Exit with 1 when the corpus score is worse."),
)
@click.option(
    "-o", "--output", type=FILE, help=_("Write the segments' scores to a .tsv, .jsonl or .json file.")
)
@charset_option()
@json_option()
def command(
    translation: Path,
    reference: Path | None,
    metric: str,
    language: str,
    minimum: dict[str, float],
    output: Path | None,
    charset: str | None,
    as_json: bool,
) -> int:
    """Score two files."""
    expect_apart([path for path in (translation, reference) if path], [output] if output else [], "-o")
    if output and output.suffix.lower() not in WRITERS:
        raise WorkbenchError(
            _("%(path)s: scores are written as %(suffixes)s.")
            % {"path": output, "suffixes": ", ".join(WRITERS)}
        )
    metrics = metrics_for([name.strip() for name in metric.split(",") if name.strip()], language)
    missing = [name for name in minimum if name not in {metric.name for metric in metrics}]
    if missing:
        raise WorkbenchError(_("--min names “%(name)s”, which --metric does not.") % {"name": missing[0]})
    hypotheses, references = read_segments(translation, reference, charset)
    with progress(_("Scoring")) as report:
        scores = score_segments(hypotheses, references, metrics, report=report)
    if output:
        replace_file(output, WRITERS[output.suffix.lower()](scores))
    if as_json:
        print_json(scores_shape(scores))
    else:
        print_scores(scores)
    met = all(
        (scores.corpus[m.name] >= minimum[m.name]) == m.higher_is_better
        or scores.corpus[m.name] == minimum[m.name]
        for m in metrics
        if m.name in minimum
    )
    return 0 if met else NOT_MET


def print_scores(scores: Scores) -> None:
    """Print the corpus scores."""
    rows = [[name, scores.signatures[name], f"{value:.2f}"] for name, value in scores.corpus.items()]
    print_table(_("Scores"), [_("Metric"), _("Signature"), _("Score")], rows, numbers=1)
    print_line(_("%(count)d segments") % {"count": len(scores.segments)})
