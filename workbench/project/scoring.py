"""Scores of pairs, computed once for each text: what was scored before comes from the result cache."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

import numpy as np

from workbench.errors import WorkbenchError
from workbench.figures import listed
from workbench.i18n import _
from workbench.model.document import Role
from workbench.model.pair import Pair
from workbench.progress import Report, silent
from workbench.project.places import result_cache
from workbench.score import METRICS, Metric, Statistics, named
from workbench.score.fidelity import Fidelity, Part, sentence
from workbench.store import ResultCache

DEFAULT_METRICS = ("fidelity", "chrf", "bleu", "ter")
PENALTY = "penalty"  # MQM points to expect of a pair, beside the metrics
HEADLINE = "fidelity"  # the metric shown beside each pair
Texts = tuple[str, str, str]  # translation, reference, and source: empty where there is none
_POINT, _REASONS = 1.0, 4  # the least a part costs to be told of, and how many are
_MANY = 1000  # segments, from which on counting anew takes no longer than asking the cache
_FEW_AT_ONCE, _MANY_AT_ONCE = 64, 2048  # segments between two reports: a fraction of a second


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of a document: by metric for the whole, by row and metric for the segments.

    Where fidelity is among them, `penalties` are the MQM points to expect of each segment (how much there is
    to fix, where fidelity says how dense it lies), and `reasons` say what each lost and why.
    """

    signatures: Mapping[str, str]
    corpus: Mapping[str, float]
    segments: Sequence[Mapping[str, float]]
    penalties: Sequence[float] = ()
    reasons: Sequence[Sequence[str]] = ()


def label_of(name: str) -> str:
    """Give the name a metric is written with: "chrF" for "chrf"."""
    metric = named(name, "en")
    return metric.label if metric else name


def metrics_for(names: Sequence[str], language: str) -> list[Metric]:
    """Make the metrics asked for; an unknown name is answered with those there are."""
    made = {name: named(name, language) for name in names}
    unknown = [name for name, metric in made.items() if metric is None]
    if unknown or not names:
        raise WorkbenchError(
            _("There is no metric “%(name)s”; there are: %(all)s.")
            % {"name": listed(unknown), "all": listed(METRICS)}
        )
    return [metric for metric in made.values() if metric is not None]


def score_pairs(
    pairs: Sequence[Pair],
    metrics: Sequence[Metric],
    cache: ResultCache | None = None,
    report: Report = silent,
) -> Scores:
    """Score the translation side of each pair against its reference and, where there is one, its source."""
    texts = [
        (pair.text(Role.TRANSLATION), pair.text(Role.REFERENCE), pair.text(Role.SOURCE)) for pair in pairs
    ]
    return score_texts(texts, metrics, cache, report)


def document_scores(
    pairs: Sequence[Pair],
    languages: Mapping[Role, str],
    report: Report = silent,
    metrics: Sequence[str] = DEFAULT_METRICS,
) -> Scores | None:
    """Score a review by way of the result cache; None where there is no reference."""
    if Role.REFERENCE not in languages:
        return None
    with closing(ResultCache(result_cache())) as cache:
        return score_pairs(pairs, metrics_for(metrics, languages[Role.REFERENCE]), cache, report)


def score_texts(
    texts: Sequence[Texts], metrics: Sequence[Metric], cache: ResultCache | None, report: Report
) -> Scores:
    """Score segments and the corpus they make."""
    total = len(metrics) * len(texts)
    segments: list[dict[str, float]] = [{} for _text in texts]
    corpus = {}
    penalties: list[float] = []
    reasons: list[tuple[str, ...]] = []
    for number, metric in enumerate(metrics):
        stage = partial(report_stage, report, number * len(texts), total)
        rows = statistics(texts, metric, cache, stage)
        corpus[metric.name] = metric.corpus(rows)
        for segment, score in zip(segments, metric.segments(rows).tolist(), strict=True):
            segment[metric.name] = score
        if isinstance(metric, Fidelity):
            penalties = metric.penalties(rows).tolist()
            reasons = [tuple(sentence(part) for part in telling(metric.parts(row))) for row in rows]
    report(total, total)
    signatures = {metric.name: metric.signature() for metric in metrics}
    return Scores(signatures, corpus, segments, penalties, reasons)


def telling(parts: Sequence[Part]) -> list[Part]:
    """Keep the parts worth a line: those that cost a point or more, the heaviest few."""
    return [part for part in parts if part.points <= -_POINT][:_REASONS]


def report_stage(report: Report, before: int, total: int, done: int, _all: int) -> None:
    """Report one metric's progress as a part of all the work."""
    report(before + done, total)


def statistics(
    texts: Sequence[Texts], metric: Metric, cache: ResultCache | None, report: Report
) -> Statistics:
    """Give the statistics of each segment, counting only those that were never counted."""
    if cache is None or len(texts) >= _MANY:
        return counted(texts, metric, report)
    keys = [key_of(metric, some) for some in texts]
    known = {key: np.frombuffer(row) for key, row in cache.get_many(keys).items()}
    missing = [index for index, key in enumerate(keys) if key not in known]
    if missing:
        rows = counted([texts[i] for i in missing], metric, report)
        known |= {keys[i]: row for i, row in zip(missing, rows, strict=True)}
        cache.put_many({keys[i]: known[keys[i]].tobytes() for i in missing})
    return np.array([known[key] for key in keys])


def counted(texts: Sequence[Texts], metric: Metric, report: Report) -> Statistics:
    """Count the statistics of segments, some at a time."""
    step = _FEW_AT_ONCE if len(texts) < _MANY else _MANY_AT_ONCE
    rows = []
    for start in range(0, len(texts), step):
        report(start, len(texts))
        hypotheses, references, sources = zip(*texts[start : start + step], strict=True)
        rows.append(metric.statistics(hypotheses, [[text] for text in references], sources))
    return np.concatenate(rows) if rows else metric.statistics([], [])


def key_of(metric: Metric, texts: Texts) -> bytes:
    """Name a result by everything it depends on."""
    looked_at = texts if metric.reads_sources else texts[:2]
    blocks = [part.encode("utf-8", "surrogatepass") for part in (metric.name, metric.signature(), *looked_at)]
    return hashlib.blake2b(
        b"".join(b"%d:%b" % (len(block), block) for block in blocks), digest_size=16
    ).digest()
