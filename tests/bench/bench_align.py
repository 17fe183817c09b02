"""What the alignment reaches on the shared test sets, beside what was asked, and how long it takes.

Needs the shared folder beside the project (data, scorer, generator); hunalign is measured too when it is
on the PATH. Run as `python tests/bench/bench_align.py [--million]`.
"""

import importlib.util
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from workbench.align import Text, align
from workbench.align.order import moved
from workbench.model.bead import Bead

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data" / "align"
SEEDS = (1, 2, 3)


def load_scorer():
    spec = importlib.util.spec_from_file_location("score_align", SHARED / "tools" / "score_align.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORER = load_scorer() if SHARED.exists() else None


def lines(path, numbered=False):
    rows = [row for row in path.read_text("utf-8").split("\n") if row]
    return [row.split("\t", 1)[1] for row in rows] if numbered else rows


def folder(path, a, b):
    key = SCORER.read_any(path / "gold.json")
    return Text(lines(path / "src.txt"), a), Text(lines(path / "tgt.txt"), b), key


def parice():
    for path in sorted((DATA / "is-en-parice" / "gold").iterdir()):
        sides = [
            Text(lines(DATA / "is-en-parice" / name / path.name, numbered=True), language)
            for name, language in (("eng", "en"), ("isl", "is"))
        ]
        yield *sides, SCORER.read_any(path)


def sample(role):
    key = json.loads((ROOT / "tests" / "data" / "north-korean-troops.gold.json").read_text("utf-8"))
    sides, ends = [], []
    for name in ("translation", role):
        rows = [(text, bead["paragraph"]) for bead in key["beads"] for text in bead[name]]
        sides.append(Text([row[0] for row in rows], key["languages"][name], [row[1] for row in rows]))
        ends.append(np.cumsum([0, *(len(bead[name]) for bead in key["beads"])]).tolist())
    beads = [
        (tuple(range(ends[0][k], ends[0][k + 1])), tuple(range(ends[1][k], ends[1][k + 1])))
        for k in range(len(key["beads"]))
    ]
    return [(*sides, beads)]


def bibles(out):
    for seed in SEEDS:
        target = Path(out) / str(seed)
        texts = [DATA / "bible" / "kjv.txt", DATA / "bible" / "web.txt"]
        command = [SHARED / "tools" / "make_alignment_test.py", "--a", texts[0], "--b", texts[1]]
        subprocess.run(
            [sys.executable, *command, "--out", target, "--seed", str(seed)], check=True, stdout=-3
        )
        yield (
            folder(target / "0000", "en", "en"),
            json.loads((target / "0000" / "gold.json").read_text("utf-8")),
        )


def measure(name, documents, least):
    found = [align(a, b) for a, b, _ in documents]
    ladders = [[(bead.a, bead.b) for bead in beads] for beads in found]
    score = SCORER.score([key for *_, key in documents], ladders)
    row(name, f"{score['f1_strict']:.3f}", least, f"hunalign {hunalign(documents)}")
    sure = np.array([bead.score for beads in found for bead in beads])
    right = np.array(list(rightness(documents, found)))
    return score, ladders, area(sure, right), gap(sure, right)


def rightness(documents, found):
    for (*_, key), beads in zip(documents, found, strict=True):
        known = {(tuple(a), tuple(b)) for a, b in SCORER.explode_null(key)}
        yield from ((bead.a, bead.b) in known for bead in beads)


def area(sure, right):
    """Give the share of pairs of a right and a wrong bead in which the right one is surer (AUC)."""
    if right.all() or not right.any():
        return float("nan")
    _, place, times = np.unique(sure, return_inverse=True, return_counts=True)
    rank = (np.cumsum(times) - (times - 1) / 2)[place]
    n = right.sum()
    return (rank[right].sum() - n * (n + 1) / 2) / (n * (~right).sum())


def gap(sure, right, bins=10):
    """Give how far being sure and being right are apart on average (expected calibration error)."""
    box = np.minimum((sure * bins).astype(int), bins - 1)
    boxes = [box == k for k in range(bins) if (box == k).any()]
    return sum(abs(sure[one].mean() - right[one].mean()) * one.mean() for one in boxes)


def out_of_order(ladder):
    """Give the beads that the program calls moved."""
    told = moved([Bead(a, b, 1.0) for a, b in ladder])
    return [bead for bead, out in zip(ladder, told, strict=True) if out]


def ceiling(key, listed):
    """Give precision and recall of the key's beads themselves: what jumped over what is not always told."""
    told = set(out_of_order([(tuple(a), tuple(b)) for a, b in key["beads"]]))
    return f"{len(told & listed) / len(told):.3f} {len(told & listed) / len(listed):.3f}"


def hunalign(documents):
    if shutil.which("hunalign") is None:
        return "-"
    found = []
    with tempfile.TemporaryDirectory() as out:
        for a, b, _ in documents:
            paths = [Path(out) / name for name in ("a", "b", "null.dic")]
            for path, text in zip(paths, (a.sentences, b.sentences, []), strict=True):
                path.write_text("".join(f"{sentence}\n" for sentence in text), "utf-8")
            command = ["hunalign", "-realign", paths[2], paths[0], paths[1]]
            printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
            rungs = [tuple(map(int, rung.split("\t")[:2])) for rung in printed.split("\n") if rung]
            found.append(SCORER.ladder_to_beads(rungs))
    return f"{SCORER.score([key for *_, key in documents], found)['f1_strict']:.3f}"


def row(name, reached, asked, more=""):
    sys.stdout.write(f"{name:44} {reached:>16}   asked {asked:16} {more}\n")
    sys.stdout.flush()


def milliseconds(work, times=15):
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent)


def quality(out):
    sets = {
        "mono-bible-2k": ([folder(DATA / "mono-bible-2k" / "0000", "en", "en")], ">= .965"),
        "ko-en-news": ([folder(DATA / "ko-en-news" / "0000", "ko", "en")], ">= .96"),
        "ko-en-articles, each alone": (
            [folder(path, "ko", "en") for path in sorted((DATA / "ko-en-articles").iterdir())],
            ">= .84",
        ),
        "is-en-parice": (list(parice()), ">= .925"),
        "sample article, en-en": (sample("reference"), ">= .97"),
        "sample article, en-ko": (sample("source"), ">= .93"),
    }
    sureness = [measure(name, documents, least)[2:] for name, (documents, least) in sets.items()][:4]
    for seed, (document, key) in zip(SEEDS, bibles(out), strict=True):
        score, (ladder,), *sure = measure(f"KJV/WEB default, seed {seed}", [document], ">= .98")
        sureness.append(sure)
        row("  omissions and additions, P R", f"{score['del_p']:.3f} {score['del_r']:.3f}", ">= .95 .93")
        moved_beads = [(tuple(key["beads"][k][0]), tuple(key["beads"][k][1])) for k in key["moved"]]
        right = {(tuple(a), tuple(b)) for a, b in key["beads"]}
        found, held = out_of_order(ladder), set(ladder)
        precision = sum(bead in right for bead in found) / len(found)
        recall = sum(bead in held for bead in moved_beads) / len(moved_beads)
        row("  crossing beads right, moved ones found", f"{precision:.3f} {recall:.3f}", ">= .9 .85")
        told, listed = set(out_of_order(ladder)), set(moved_beads)
        row(
            "  beads called moved, P R by the key's list",
            f"{len(told & listed) / len(told):.3f} {len(told & listed) / len(listed):.3f}",
            ">= .9 .85",
            f"the key's own beads so told: {ceiling(key, listed)}",
        )
    row("confidence: AUC, mean", f"{np.mean([auc for auc, _ in sureness]):.3f}", ">= .88")
    row("confidence: calibration error, worst", f"{max(error for _, error in sureness):.3f}", "<= .05")


def speed():
    kjv, web = (lines(DATA / "bible" / f"{name}.txt") for name in ("kjv", "web"))
    a, b = Text(kjv[:150], "en"), Text(web[:150], "en")
    row("150 sentences", f"{milliseconds(lambda: align(a, b)):.0f} ms", "<= 30 ms")
    news = folder(DATA / "ko-en-news" / "0000", "ko", "en")
    c, d = Text(news[0].sentences[:150], "ko"), Text(news[1].sentences[:150], "en")
    row("150 sentences, ko-en", f"{milliseconds(lambda: align(c, d)):.0f} ms", "<= 30 ms")
    between = Text(kjv[50:100], "en"), Text(web[50:100], "en")
    row("between two anchors, 50 sentences", f"{milliseconds(lambda: align(*between)):.0f} ms", "<= 20 ms")
    anchors = [Bead((k,), (k,), 1.0) for k in (50, 100)]
    row(
        "150 sentences with anchors, all again",
        f"{milliseconds(lambda: align(a, b, anchors=anchors)):.0f} ms",
        "",
    )
    whole = Text(kjv, "en"), Text(web, "en")
    row("KJV/WEB whole", f"{milliseconds(lambda: align(*whole), 3) / 1000:.1f} s", "<= 5 s")


def million(size=1_000_000):
    kjv, web = (lines(DATA / "bible" / f"{name}.txt") for name in ("kjv", "web"))
    a, b = (Text(repeated(text, size, seed), "en") for seed, text in enumerate((kjv, web)))
    start = time.perf_counter()
    align(a, b)
    spent = time.perf_counter() - start
    memory = next(
        line for line in Path("/proc/self/status").read_text().split("\n") if line.startswith("VmHWM")
    )
    row("1M + 1M sentences", f"{spent:.0f} s", "<= 150 s, 3 GB", f"{int(memory.split()[1]) / 1e6:.1f} GB")


def repeated(text, size, seed):
    """Repeat a text with edits: one sentence of a hundred is dropped, four get another word."""
    rng, found = random.Random(seed), []
    while len(found) < size:
        for sentence in text:
            luck = rng.random()
            if luck >= 0.05:
                found.append(sentence)
            elif luck >= 0.01:
                words = sentence.split()
                words[rng.randrange(len(words))] = f"x{rng.randrange(100_000)}"
                found.append(" ".join(words))
    return found[:size]


def main():
    if SCORER is None:
        sys.stdout.write("bench_align: the shared test sets are not beside the project; nothing measured\n")
        return
    with tempfile.TemporaryDirectory() as out:
        quality(out)
    speed()
    if "--million" in sys.argv:
        million()


if __name__ == "__main__":
    main()
