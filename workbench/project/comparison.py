"""Systems that translated the same text, side by side: by corpus, by length, by names, by segment.

The first system is the baseline that the others are tested against.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.figures import count
from workbench.i18n import _, ngettext
from workbench.progress import Report
from workbench.project.comparison_texts import Texts
from workbench.score import Interval, Metric, Paired, Statistics, bootstrap

Test = Callable[[Metric, Statistics, Statistics], Paired]
# Words of the reference from which a bucket begins: sentences are mostly between ten and forty long.
LENGTHS = (0, 10, 20, 30, 40, 60)
# A word that ends a sentence, whatever closes it, and what stands before a capital.
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
_OPENING = "\"'“‘«„([¿¡"
_NO_NAMES = frozenset({"I"})  # English writes this word alone large wherever it stands


@dataclass(frozen=True, slots=True)
class Result:
    """One system by one metric; `paired` is None for the baseline."""

    score: float
    interval: Interval
    paired: Paired | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a system is better than the baseline, worse, or the same, in some of the segments."""

    label: str
    wins: int
    losses: int
    ties: int


@dataclass(frozen=True, slots=True)
class Apart:
    """A segment with what two systems made of it; `difference` is in points of the first metric."""

    number: int
    difference: float
    scores: tuple[float, float]
    texts: tuple[str, str]
    reference: str


@dataclass(frozen=True, slots=True)
class System:
    """What a comparison says of a system; the baseline has no tallies and nothing apart."""

    name: str
    results: Mapping[str, Result]
    tallies: Sequence[Tally] = ()
    apart: Sequence[Apart] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Systems in the order they were named, the baseline first."""

    segments: int
    signatures: Mapping[str, str]
    systems: Sequence[System]


def compare(
    texts: Sequence[Texts], metrics: Sequence[Metric], test: Test, most: int, report: Report
) -> Comparison:
    """Compare systems; the first metric decides which segments are won, and the `most` that differ most."""
    total = len(texts) * len(metrics)
    rows: list[list[Statistics]] = []
    for number, one in enumerate(texts):
        rows.append([])
        for metric in metrics:
            report(len(metrics) * number + len(rows[-1]), total)
            rows[-1].append(metric.statistics(one.hypotheses, one.references, one.sources))
    scores, better = [metrics[0].segments(own[0]) for own in rows], 1 if metrics[0].higher_is_better else -1
    systems = [
        System(
            one.name,
            results(metrics, own, rows[0] if number else None, test),
            tallies(texts[0], better * (scores[number] - scores[0])) if number else (),
            furthest(texts[0], one, (scores[0], scores[number]), most) if number else (),
        )
        for number, (one, own) in enumerate(zip(texts, rows, strict=True))
    ]
    references = len(texts[0].references[0])
    return Comparison(
        len(texts[0].hypotheses), {one.name: one.signature(references) for one in metrics}, systems
    )


def results(
    metrics: Sequence[Metric], rows: Sequence[Statistics], baseline: Sequence[Statistics] | None, test: Test
) -> dict[str, Result]:
    """Score a system by each metric, and test it against the baseline."""
    found = {}
    for place, metric in enumerate(metrics):
        paired = test(metric, baseline[place], rows[place]) if baseline else None
        interval = paired.interval if paired and paired.interval else bootstrap(metric, rows[place])
        found[metric.name] = Result(metric.corpus(rows[place]), interval, paired)
    return found


def tallies(texts: Texts, gaps: NDArray[np.float64]) -> list[Tally]:
    """Count wins and losses over all, by the reference's length, and where it names somebody."""
    first = [references[0] for references in texts.references]
    words = np.array([len(text.split()) for text in first])
    bucket = np.searchsorted(LENGTHS, words, side="right") - 1
    named = np.array([names_somebody(text) for text in first])
    parts = {_("all"): np.full(len(first), fill_value=True)}
    parts |= {length_label(number): bucket == number for number in range(len(LENGTHS))}
    parts |= {_("with names"): named, _("without names"): ~named}
    return [tally(label, gaps[chosen]) for label, chosen in parts.items() if chosen.any()]


def names_somebody(text: str) -> bool:
    """Tell whether a reference holds a capitalised word that does not begin a sentence; sure in no script."""
    for before, word in pairwise(text.split()):
        bare = word.lstrip(_OPENING)
        if bare[:1].isupper() and not _ENDS.search(before) and not _NO_NAMES & set(re.split("\\W", bare)[:1]):
            return True
    return False


def length_label(number: int) -> str:
    """Name a bucket of lengths."""
    if number == len(LENGTHS) - 1:
        least = LENGTHS[-1]
        return ngettext("%(count)s word or more", "%(count)s words or more", least) % {"count": count(least)}
    low, high = LENGTHS[number], LENGTHS[number + 1] - 1
    said = ngettext("%(low)s to %(high)s word", "%(low)s to %(high)s words", high)
    return said % {"low": count(low), "high": count(high)}


def tally(label: str, gaps: NDArray[np.float64]) -> Tally:
    """Count."""
    wins, losses = int((gaps > 0).sum()), int((gaps < 0).sum())
    return Tally(label, wins, losses, len(gaps) - wins - losses)


def furthest(
    baseline: Texts, other: Texts, scores: tuple[NDArray[np.float64], NDArray[np.float64]], most: int
) -> list[Apart]:
    """Find the segments in which two systems differ most, the largest difference first."""
    gaps = scores[1] - scores[0]
    order = np.argsort(-np.abs(gaps), kind="stable")[:most]
    return [
        Apart(
            number=number,
            difference=float(gaps[number]),
            scores=(float(scores[0][number]), float(scores[1][number])),
            texts=(baseline.hypotheses[number], other.hypotheses[number]),
            reference=baseline.references[number][0],
        )
        for number in order.tolist()
        if gaps[number]
    ]
