"""Scores of pairs, computed once for each text: what was scored before comes from the result cache."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

import numpy as np

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model.document import Role
from workbench.model.pair import Pair
from workbench.progress import Report, silent
from workbench.project.places import result_cache
from workbench.score import METRICS, Metric, Statistics
from workbench.store import ResultCache

DEFAULT_METRICS = ("chrf", "bleu", "ter")
_AT_ONCE = 64  # segments between two reports: a fraction of a second for the slowest metric


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of a document: by metric for the whole, by row and metric for the segments."""

    signatures: Mapping[str, str]
    corpus: Mapping[str, float]
    segments: Sequence[Mapping[str, float]]


def label_of(name: str) -> str:
    """Give the name a metric is written with: "chrF" for "chrf"."""
    return METRICS[name]("en").label


def metrics_for(names: Sequence[str], language: str) -> list[Metric]:
    """Make the metrics asked for; an unknown name is answered with those there are."""
    unknown = [name for name in names if name not in METRICS]
    if unknown or not names:
        raise WorkbenchError(
            _("There is no metric “%(name)s”; there are: %(all)s.")
            % {"name": ", ".join(unknown), "all": ", ".join(METRICS)}
        )
    return [METRICS[name](language) for name in dict.fromkeys(names)]


def score_pairs(
    pairs: Sequence[Pair],
    metrics: Sequence[Metric],
    cache: ResultCache | None = None,
    report: Report = silent,
) -> Scores:
    """Score the translation side of each pair against its reference side."""
    return score_segments(
        [pair.text(Role.TRANSLATION) for pair in pairs],
        [pair.text(Role.REFERENCE) for pair in pairs],
        metrics,
        cache,
        report,
    )


def document_scores(
    pairs: Sequence[Pair], languages: Mapping[Role, str], report: Report = silent
) -> Scores | None:
    """Score a review with the usual metrics, by way of the result cache; None where there is no reference."""
    if Role.REFERENCE not in languages:
        return None
    with closing(ResultCache(result_cache())) as cache:
        return score_pairs(pairs, metrics_for(DEFAULT_METRICS, languages[Role.REFERENCE]), cache, report)


def score_segments(
    hypotheses: Sequence[str],
    references: Sequence[str],
    metrics: Sequence[Metric],
    cache: ResultCache | None = None,
    report: Report = silent,
) -> Scores:
    """Score segments and the corpus they make."""
    total = len(metrics) * len(hypotheses)
    segments: list[dict[str, float]] = [{} for _hypothesis in hypotheses]
    corpus = {}
    for number, metric in enumerate(metrics):
        stage = partial(report_stage, report, number * len(hypotheses), total)
        rows = statistics(hypotheses, references, metric, cache, stage)
        corpus[metric.name] = metric.corpus(rows)
        for segment, score in zip(segments, metric.segments(rows).tolist(), strict=True):
            segment[metric.name] = score
    report(total, total)
    return Scores({metric.name: metric.signature() for metric in metrics}, corpus, segments)


def report_stage(report: Report, before: int, total: int, done: int, _all: int) -> None:
    """Report one metric's progress as a part of all the work."""
    report(before + done, total)


def statistics(
    hypotheses: Sequence[str],
    references: Sequence[str],
    metric: Metric,
    cache: ResultCache | None,
    report: Report,
) -> Statistics:
    """Give the statistics of each segment, counting only those that were never counted."""
    keys = [key_of(metric, *texts) for texts in zip(hypotheses, references, strict=True)]
    known = {key: np.frombuffer(row) for key, row in cache.get_many(keys).items()} if cache else {}
    missing = [index for index, key in enumerate(keys) if key not in known]
    for start in range(0, len(missing), _AT_ONCE):
        report(start, len(missing))
        some = missing[start : start + _AT_ONCE]
        rows = metric.statistics([hypotheses[i] for i in some], [[references[i]] for i in some])
        known |= {keys[i]: row for i, row in zip(some, rows, strict=True)}
    if cache and missing:
        cache.put_many({keys[i]: known[keys[i]].tobytes() for i in missing})
    return np.array([known[key] for key in keys])


def key_of(metric: Metric, hypothesis: str, reference: str) -> bytes:
    """Name a result by everything it depends on."""
    parts = (metric.name, metric.signature(), hypothesis, reference)
    blocks = [part.encode("utf-8", "surrogatepass") for part in parts]
    return hashlib.blake2b(
        b"".join(b"%d:%b" % (len(block), block) for block in blocks), digest_size=16
    ).digest()
