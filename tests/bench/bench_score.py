"""How fast metrics, intervals and tests are beside sacreBLEU in the same run, beside what was asked.

Needs judged translations as JSON lines (`hyp`, `refs`, `is_human`): the shared folder beside the project, or
one named as `python tests/bench/bench_score.py FOLDER`. Times are the processor's, in one process, after the
machine code was loaded; a second system is made by leaving words out.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from random import Random

import sacrebleu
from sacrebleu.significance import PairedTest, _bootstrap_resample, _paired_ar_test, _paired_bs_test

from workbench.score import METRICS, approximate_randomisation, bootstrap, paired_bootstrap

ROOT = Path(__file__).parents[2]
DATA = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data" / "mqm"
SEGMENTS = 20_000
PAIRS_OF_START = 50
ORACLES = {  # how to make it, for segments too, how many lines of it, and the ratio asked
    "chrf": (lambda **_eff: sacrebleu.CHRF(), 1, 27),
    "chrf++": (lambda **_eff: sacrebleu.CHRF(word_order=2), 1, 27),
    "bleu": (sacrebleu.BLEU, 1, 18),
    "ter": (lambda **_eff: sacrebleu.TER(), 40, 110),
}


def segments():
    rows = []
    for path in sorted(DATA.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            rows += [row for row in map(json.loads, lines) if not row["is_human"]]
    rows = [rows[k * len(rows) // SEGMENTS] for k in range(SEGMENTS)]
    return [row["hyp"] for row in rows], [next(iter(row["refs"].values())) for row in rows]


def damaged(texts):
    random = Random(5)
    return [" ".join(word for word in text.split() if random.random() > 0.02) for text in texts]


def spent(work, times=3):
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def row(name, ours, theirs, asked=None):
    ratio = f"{theirs / ours:8.1f}"
    print(f"{name:44} {ours:9.3f} s {theirs:9.2f} s {ratio}   asked {asked or '-'}", flush=True)


class Counted:
    """A metric of sacreBLEU with the statistics of one system at hand."""

    def __init__(self, oracle, statistics):
        self.oracle, self.statistics = oracle, statistics

    def __getattr__(self, name):
        return getattr(self.oracle, name)

    def _extract_corpus_statistics(self, *_texts):
        return self.statistics


def counting(name, hypotheses, references):
    make, part, asked = ORACLES[name]
    metric, oracle, by_segment = METRICS[name]("en"), make(), make(effective_order=True)
    streams = [[reference] for reference in references]
    lines = list(range(0, SEGMENTS, part))
    some, theirs = [hypotheses[k] for k in lines], [references[k] for k in lines]
    segment = spent(
        lambda: [by_segment.sentence_score(h, [r]).score for h, r in zip(some, theirs, strict=True)], 1
    )
    corpus = spent(lambda: oracle.corpus_score(some, [theirs]), 1)
    ours = spent(lambda: metric.segments(metric.statistics(hypotheses, streams)))
    row(f"{metric.label}, segments", ours, segment * part, f">= {asked}")
    ours = spent(lambda: metric.corpus(metric.statistics(hypotheses, streams)))
    row(f"{metric.label}, corpus", ours, corpus * part, f">= {asked}")


def resampling(name, hypotheses, others, references):
    metric, oracle = METRICS[name]("en"), ORACLES[name][0]()
    streams = [[reference] for reference in references]
    a, b = metric.statistics(hypotheses, streams), metric.statistics(others, streams)
    rows = [[list(map(number, one)) for one in some.tolist()] for some in (a, b)]
    base = {name: (rows[0], oracle._compute_score_from_stats(a.sum(axis=0).tolist()))}
    given = {name: Counted(oracle, rows[1])}
    theirs = [
        spent(lambda: _bootstrap_resample(rows[0], oracle, 1000), 1),
        spent(lambda: _paired_bs_test(base, "", hypotheses, None, given, 1000, -1, 12345), 1),
        spent(lambda: _paired_ar_test(base, "", hypotheses, None, given, 10_000, -1, 12345), 1),
    ]
    ours = [
        spent(lambda: bootstrap(metric, a)),
        spent(lambda: paired_bootstrap(metric, a, b)),
        spent(lambda: approximate_randomisation(metric, a, b)),
    ]
    labels = ("interval", "paired bootstrap", "randomisation")
    for label, our, their in zip(labels, ours, theirs, strict=True):
        row(f"{metric.label}, {label}, from statistics", our, their)


def number(value):
    return int(value) if value == int(value) else value


def whole(name, hypotheses, others, references):
    """Time a whole job, as sacreBLEU's command does it: counting, intervals of both systems, the test."""
    metric, make = METRICS[name]("en"), ORACLES[name][0]
    streams = [[reference] for reference in references]

    def count(texts):
        return metric.statistics(texts, streams)

    def tested(kind):
        named = [("a", hypotheses), ("b", others)]
        return PairedTest(named, {name: make()}, [references], kind)()

    their = spent(lambda: make().corpus_score(hypotheses, [references], n_bootstrap=1000), 1)
    ours = spent(lambda: bootstrap(metric, count(hypotheses)))
    row(f"{metric.label} with interval", ours, their, ">= 50")
    their = spent(partial(tested, "bs"), 1)

    ours = spent(lambda: paired_bootstrap(metric, count(hypotheses), count(others)))
    row(f"{metric.label}, two systems, paired bootstrap", ours, their, ">= 50")
    their = spent(partial(tested, "ar"), 1)
    ours = spent(lambda: approximate_randomisation(metric, count(hypotheses), count(others)))
    row(f"{metric.label}, two systems, randomisation", ours, their, ">= 50")


def starting(hypotheses, references):
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a.txt", "b.txt")]
        for path, texts in zip(paths, (hypotheses, references), strict=True):
            lines = [text.replace("\n", " ") + "\n" for text in texts[:: SEGMENTS // PAIRS_OF_START]]
            path.write_text("".join(lines), "utf-8")
        seconds = []
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, ROOT / "main.py", "score", *paths], check=True, stdout=-3, cwd=ROOT
            )
            seconds.append(time.perf_counter() - start)
    print(f"{'workbench score, 50 pairs':44} {min(seconds):9.3f} s (wall)              asked <= 0.5 s")


def main():
    if not DATA.exists():
        print("bench_score: the judged translations are not beside the project; nothing measured")
        return
    hypotheses, references = segments()
    others = damaged(hypotheses)
    for name in ORACLES:  # load and warm
        METRICS[name]("en").statistics(hypotheses[:2000], [[text] for text in references[:2000]])
    print(f"{'':44} {'ours':>11} {'sacreBLEU':>11} {'ratio':>8}")
    for name in ORACLES:
        counting(name, hypotheses, references)
    for name in ("bleu", "chrf", "ter"):
        resampling(name, hypotheses, others, references)
    for name in ("bleu", "chrf"):
        whole(name, hypotheses, others, references)
    starting(hypotheses, references)


if __name__ == "__main__":
    main()
