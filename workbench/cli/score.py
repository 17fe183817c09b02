"""`workbench score`: segment and corpus scores with their signatures, of fifty segments or of ten million."""

import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from workbench.cli.console import complain, print_json, print_line, print_table
from workbench.cli.example import example
from workbench.cli.options import FILE, charset_option, columns_option, json_option, language_tags
from workbench.cli.pace import pace
from workbench.errors import WorkbenchError
from workbench.figures import amount, count, either, number
from workbench.i18n import _, ngettext
from workbench.progress import Report
from workbench.project.batch import Job, Outcome, Stopped, score_batch
from workbench.project.batch_cluster import work_on
from workbench.project.batch_counting import Recipe
from workbench.project.batch_inputs import Reading
from workbench.project.batch_layout import FORMS, form_of
from workbench.project.batch_partitions import is_folder, score_partitions, work_here
from workbench.project.batch_plan import planned
from workbench.project.outputs import expect_apart
from workbench.project.rounding import rounded
from workbench.project.scoring import DEFAULT_METRICS, metrics_for
from workbench.score import METRICS, Metric

NOT_MET, STOPPED = 1, 130  # exit codes
RESAMPLES = 1000  # sacreBLEU's number


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
    help=_(
        "Score a translation against its reference: two texts line by line, or tables with both as columns "
        "(TSV, CSV, JSON Lines, Parquet, TMX, XLIFF; PO with another PO). Several tables, patterns, - for "
        "standard input, and gz, xz and zst are read too."
    ),
    epilog=example(
        "score story.txt human.txt --metric chrf,bleu --min chrf=30",
        "score segments.tsv --jobs 2 -o scores.jsonl",
    ),
)
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="TRANSLATION [REFERENCE] | TABLE…")
@click.option(
    "-r", "--reference", "references", type=FILE, multiple=True, help=_("A reference; may be given again.")
)
@click.option("--source", type=FILE, help=_("The text that was translated, for metrics that look at it."))
@columns_option()
@click.option(
    "--metric",
    default=",".join(DEFAULT_METRICS),
    show_default=True,
    metavar="NAME,…",
    help=", ".join(METRICS),
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
@click.option("--intervals", is_flag=True, help=_("Give 95 percent intervals of the corpus scores."))
@click.option(
    "-o",
    "--output",
    type=FILE,
    help=_(
        "Write the segments' scores to a .tsv, .jsonl, .json or .parquet file; to a folder: one Parquet "
        "file for each input."
    ),
)
@click.option("--statistics", is_flag=True, help=_("Write what the scores are made of, too (Parquet)."))
@click.option(
    "--jobs", type=click.IntRange(1), default=1, show_default=True, help=_("How many processes do the work.")
)
@click.option("--strict", is_flag=True, help=_("Stop at the first row that cannot be read."))
@click.option("--resume", is_flag=True, help=_("Continue a run that was stopped."))
@click.option(
    "--scheduler",
    metavar="tcp://HOST:PORT",
    help=_("Score on a Dask cluster, into a folder of Parquet files."),
)
@charset_option()
@json_option()
def command(
    files: tuple[Path, ...],
    references: tuple[Path, ...],
    source: Path | None,
    columns: dict[str, tuple[str, ...]],
    metric: str,
    language: str,
    minimum: dict[str, float],
    intervals: bool,
    output: Path | None,
    statistics: bool,
    jobs: int,
    strict: bool,
    resume: bool,
    scheduler: str | None,
    charset: str | None,
    as_json: bool,
) -> int:
    """Score files."""
    metrics = asked_metrics(metric, language, minimum)
    plan = planned(files, references, source)
    reading = Reading(columns, charset, language, any(one.reads_sources for one in metrics))
    forms = forms_of(output, as_json=as_json)
    recipe = Recipe(
        metrics=tuple(one.name for one in metrics),
        language=language,
        forms=forms,
        statistics=statistics,
        resamples=RESAMPLES if intervals else 0,
        file=len(plan) > 1,
        key="id" in columns,
    )
    job = Job(plan, reading, recipe, output, print_pieces if as_json else None, jobs, strict, resume)
    expect_possible(job, scheduler)
    try:
        with pace(_("Scoring")) as report:
            outcome = run(job, scheduler, report)
    except Stopped as stop:
        return stopped(stop.outcome, output)
    if as_json and is_folder(output):
        print_json({"signature": dict(outcome.signatures), "corpus": rounded(outcome.corpus)})
    return told(outcome, metrics, minimum, as_json=as_json)


def stopped(outcome: Outcome, output: Path | None) -> int:
    """Say what is left of a run that the user stopped."""
    if output and outcome.segments:
        complain(
            ngettext(
                "stopped; %(count)s segment is in %(path)s, --resume goes on from there",
                "stopped; %(count)s segments are in %(path)s, --resume goes on from there",
                outcome.segments,
            )
            % {"count": count(outcome.segments), "path": output}
        )
    return STOPPED


def asked_metrics(names: str, language: str, minimum: Mapping[str, float]) -> list[Metric]:
    """Make the metrics that are asked for, by a threshold too."""
    asked = [name.strip() for name in names.split(",") if name.strip()]
    return metrics_for([*asked, *(name for name in minimum if name not in asked)], language)


def forms_of(output: Path | None, *, as_json: bool) -> tuple[str, ...]:
    """Name the forms in which segments are written."""
    if output and not is_folder(output) and form_of(output) not in FORMS:
        raise WorkbenchError(
            _("%(path)s: scores are written as %(suffixes)s.") % {"path": output, "suffixes": either(FORMS)}
        )
    forms = [form_of(output)] if output and not is_folder(output) else []
    return tuple(dict.fromkeys([*forms, *([".json"] if as_json else [])]))


def expect_possible(job: Job, scheduler: str | None) -> None:
    """Refuse options that do not go together."""
    folder = is_folder(job.output)
    if scheduler and not folder:
        raise WorkbenchError(_("--scheduler writes a Parquet file for each input; name a folder with -o."))
    if job.resume and not job.output:
        raise WorkbenchError(_("--resume continues an output; name it with -o."))
    if job.recipe.statistics and not folder and ".parquet" not in job.recipe.forms:
        raise WorkbenchError(_("--statistics are written as Parquet; name a .parquet file with -o."))
    if folder and job.recipe.resamples:
        raise WorkbenchError(_("--intervals are given for one output, not for a folder of them."))
    if not folder:
        inputs = [path for files in job.files for _role, path in files.roles]
        expect_apart(inputs, [job.output] if job.output else [], "-o")


def run(job: Job, scheduler: str | None, report: Report) -> Outcome:
    """Score here or on a cluster, into one output or a folder of them."""
    if is_folder(job.output):
        return score_partitions(job, partial(work_on, scheduler) if scheduler else work_here, report)
    return score_batch(job, report)


def print_pieces(pieces: Iterable[bytes]) -> None:
    """Print JSON that may be longer than memory, in UTF-8."""
    sys.stdout.flush()
    sys.stdout.buffer.writelines(pieces)
    sys.stdout.buffer.flush()


def told(outcome: Outcome, metrics: Sequence[Metric], minimum: Mapping[str, float], *, as_json: bool) -> int:
    """Say what came of it, what was left out and what fell short; give the exit code."""
    if not as_json:
        print_scores(outcome)
    tell_problems(outcome)
    short = [metric for metric in metrics if metric.name in minimum and falls_short(outcome, metric, minimum)]
    for metric in short:
        complain(
            _("%(metric)s is %(score)s, short of the %(asked)s that --min asks for")
            % {
                "metric": metric.name,
                "score": number(outcome.corpus[metric.name], decimals=2),
                "asked": amount(minimum[metric.name]),
            }
        )
    return NOT_MET if short else 0


def falls_short(outcome: Outcome, metric: Metric, minimum: Mapping[str, float]) -> bool:
    """Tell whether a score is on the bad side of its threshold."""
    score, asked = outcome.corpus[metric.name], minimum[metric.name]
    return score < asked if metric.higher_is_better else score > asked


def tell_problems(outcome: Outcome) -> None:
    """Name the rows that were left out, the first of them one by one."""
    for problem in outcome.problems:
        complain(str(problem))
    if outcome.broken:
        complain(
            ngettext(
                "%(count)s row could not be read and was left out",
                "%(count)s rows could not be read and were left out",
                outcome.broken,
            )
            % {"count": count(outcome.broken)}
        )


def print_scores(outcome: Outcome) -> None:
    """Print the corpus scores."""
    rows = [
        [name, outcome.signatures[name], number(value, decimals=2), *interval_of(outcome, name)]
        for name, value in outcome.corpus.items()
    ]
    columns = [
        _("Metric"),
        _("Signature"),
        _("Score"),
        *([_("95 percent interval")] if outcome.intervals else []),
    ]
    print_table(_("Scores"), columns, rows, numbers=range(2, len(columns)))
    said = ngettext("%(count)s segment", "%(count)s segments", outcome.segments)
    print_line(said % {"count": count(outcome.segments)})


def interval_of(outcome: Outcome, name: str) -> list[str]:
    """Write an interval, where there are any."""
    found = outcome.intervals.get(name)
    return [" – ".join(number(end, decimals=2) for end in (found.low, found.high))] if found else []
