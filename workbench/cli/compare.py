"""`workbench compare`: systems that translated the same text, side by side."""

from collections.abc import Mapping
from pathlib import Path

import click

from workbench.cli.console import print_json, print_line, print_table, progress
from workbench.cli.example import example
from workbench.cli.options import FILE, charset_option, columns_option, json_option, language_tags
from workbench.errors import WorkbenchError
from workbench.figures import count, difference, number
from workbench.i18n import _
from workbench.project.batch_inputs import Reading
from workbench.project.comparison import Apart, Comparison, Result, System, Test, compare
from workbench.project.comparison_shapes import comparison_shape
from workbench.project.comparison_texts import read_systems
from workbench.project.scoring import DEFAULT_METRICS, metrics_for
from workbench.score import METRICS, approximate_randomisation, paired_bootstrap

TESTS: Mapping[str, Test] = {"bootstrap": paired_bootstrap, "randomisation": approximate_randomisation}
_SURE = 0.05  # a p-value below it is marked, as sacreBLEU marks it
_EXCERPT = 90  # characters of a segment in the table


@click.command(
    "compare",
    help=_(
        "Compare systems that translated the same text: scores with 95 percent intervals, a paired test of "
        "each against the first, wins and losses, and the segments that differ most."
    ),
    epilog=example("compare story.txt other.txt -r human.txt --most 3"),
)
@click.argument("systems", type=FILE, nargs=-1, required=True, metavar="SYSTEM SYSTEM…")
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
    "--test",
    type=click.Choice(list(TESTS)),
    default="bootstrap",
    show_default=True,
    help=_("Paired bootstrap, or approximate randomisation."),
)
@click.option(
    "--most",
    type=click.IntRange(0),
    default=10,
    show_default=True,
    help=_("How many of the segments that differ most are shown."),
)
@charset_option()
@json_option()
def command(
    systems: tuple[Path, ...],
    references: tuple[Path, ...],
    source: Path | None,
    columns: dict[str, tuple[str, ...]],
    metric: str,
    language: str,
    test: str,
    most: int,
    charset: str | None,
    as_json: bool,
) -> None:
    """Compare systems."""
    if len(systems) < len(("baseline", "other")):
        raise WorkbenchError(_("Name two systems or more; the others are compared with the first."))
    metrics = metrics_for([name.strip() for name in metric.split(",") if name.strip()], language)
    reading = Reading(columns, charset, language, any(one.reads_sources for one in metrics))
    with progress(_("Comparing")) as report:
        texts = read_systems(systems, references, source, reading)
        comparison = compare(texts, metrics, TESTS[test], most, report)
    if as_json:
        print_json(comparison_shape(comparison))
    else:
        show(comparison, metrics[0].label)


def show(comparison: Comparison, label: str) -> None:
    """Print the systems side by side, then each one's segments beside the baseline's."""
    names = list(comparison.signatures)
    rows = [[one.name, *(cell(one.results[name]) for name in names)] for one in comparison.systems]
    print_table(_("Systems"), [_("System"), *names], rows, numbers=range(1, 1 + len(names)))
    print_line(_("p < 0.05 against the first system is marked *; in brackets half the 95 percent interval."))
    for name, signature in comparison.signatures.items():
        print_line(f"{name}: {signature}")
    for system in comparison.systems[1:]:
        show_beside(comparison.systems[0], system, label)


def cell(result: Result) -> str:
    """Write a score with its interval and its test."""
    score = f"{number(result.score, decimals=2)} (± {number(result.interval.half, decimals=2)})"
    if result.paired is None:
        return score
    sure = "*" if result.paired.p_value < _SURE else ""
    return f"{score} · p = {number(result.paired.p_value, decimals=4)}{sure}"


def show_beside(baseline: System, system: System, label: str) -> None:
    """Print where a system is better than the baseline, and where they differ most."""
    print_line()
    beside = _("%(system)s beside %(baseline)s, by %(metric)s") % {
        "system": system.name,
        "baseline": baseline.name,
        "metric": label,
    }
    rows = [[one.label, *map(count, (one.wins, one.losses, one.ties))] for one in system.tallies]
    print_table(beside, [_("Segments"), _("Better"), _("Worse"), _("Same")], rows, numbers=range(1, 4))
    if system.apart:
        print_table(
            _("Segments that differ most"),
            [_("Segment"), _("Points"), _("Texts")],
            [row for one in system.apart for row in apart_rows(baseline, system, one)],
            numbers=(0, 1),
        )


def apart_rows(baseline: System, system: System, apart: Apart) -> list[list[str]]:
    """Write the texts of a segment under each other, its number and its difference beside the first."""
    names = [baseline.name, system.name, _("Reference")]
    texts = zip(names, [*apart.texts, apart.reference], strict=True)
    first, *others = [f"{name}: {excerpt(text)}" for name, text in texts]
    beside = [count(apart.number + 1), difference(apart.difference), first]
    return [beside, *(["", "", one] for one in others)]


def excerpt(text: str) -> str:
    """Cut a text to what a table has room for."""
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"
