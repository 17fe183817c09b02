"""MQM on the published ratings: are our penalties the campaign's own, do the layouts keep them, how fast.

Needs judged translations as JSON lines (see `bench_score.py`), or names a folder of them. With `--judges` the
coefficients are compared with the packages krippendorff and scipy where they are installed (neither is a
dependency: GPL-3, and 100 MB).
"""

import gzip
import importlib.util
import json
import sys
import time
from pathlib import Path
from random import Random

from workbench.model.annotation import Annotation
from workbench.model.document import Role
from workbench.mqm import ratings_json, ratings_tsv, xliff_reading, xliff_writing
from workbench.mqm.coefficients import Level, kendall_tau, krippendorff_alpha
from workbench.mqm.following import follow
from workbench.mqm.ratings import Key, Rating, Segment, marks, numbered
from workbench.mqm.scores import segment_penalty
from workbench.mqm.typology import built_in

ROOT = Path(__file__).parents[2]
FOLDERS = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
DATA = Path(FOLDERS[0]) if FOLDERS else ROOT.parent / "shared" / "data" / "mqm"
WMT = built_in("wmt")
SAME = 1e-9


def rows(name):
    with gzip.open(DATA / name, "rt", encoding="utf-8", newline="\n") as lines:
        return [
            row for row in map(json.loads, lines) if row["errors"] is not None and row["human"] is not None
        ]


def segment(place, row):
    """Make a rated segment of a row of the data; a rater without an error said so."""
    by_rater = {rater: [] for rater in row["raters"]}
    for error in row["errors"]:
        side = Role.SOURCE if error["src_side"] else Role.TRANSLATION
        mark = Annotation(0, side, (error["start"], error["end"]), error["cat"], error["sev"])
        by_rater.setdefault(error["rater"], []).append(mark)
    text = {Role.SOURCE: row["src"], Role.TRANSLATION: row["hyp"]}
    ratings = tuple(
        Rating(rater, tuple(whole(mark, text[mark.side]) for mark in found))
        for rater, found in by_rater.items()
    )
    key = Key(row["sys"], row["doc"], str(place), str(row["seg"]))
    return Segment(key, row["src"], row["hyp"], ratings)


def whole(mark, text):
    """Keep a mark within its text, and note what it marks."""
    start, end = mark.span
    end = min(end, len(text))
    start = min(start, end)
    return Annotation(0, mark.side, (start, end), mark.category, mark.severity, text[start:end])


def timed(work):
    start = time.process_time()
    made = work()
    return made, time.process_time() - start


def penalties(name):
    """Compare our penalties with the published scores."""
    data = rows(name)
    segments = numbered([segment(place, row) for place, row in enumerate(data)])
    (ours, seconds) = timed(lambda: [segment_penalty(one, WMT) for one in segments])
    other = [row for points, row in zip(ours, data, strict=True) if abs(points + row["human"]) > SAME]
    same, known = len(data) - len(other), sum(map(is_known, other))
    print(
        f"{name:22} {len(data):6} segments {len(marks(segments)):6} marks:"
        f" {same} penalties as published ({100 * same / len(data):.2f} %), {len(data) / seconds:,.0f}/s"
    )
    print(f"  {len(other)} are other: {known} of them have a source error or a critical one")
    return segments


def is_known(row):
    """Tell where campaigns weigh otherwise: TED counts source errors, Marot does not; bio has critical 10."""
    return any(error["cat"] == "Source error" or error["sev"] == "Critical" for error in row["errors"])


def layouts(segments):
    """Write and read each layout, and count what differs afterwards."""
    printable = [one for one in segments if not {"\t", "\n", "\r"} & set(one.source + one.translation)]
    for name, work in (
        ("TSV", lambda: ratings_tsv.read(ratings_tsv.write(printable))),
        ("JSON", lambda: ratings_json.read(ratings_json.write(printable))),
        ("XLIFF", lambda: xliff_reading.read(xliff_writing.write(printable, WMT), WMT)),
    ):
        again, seconds = timed(work)
        lost = sum(told(a) != told(b) for a, b in zip(printable, again, strict=True))
        print(f"  {name:6} {len(printable)} segments there and back in {seconds:.2f} s, {lost} changed")


def told(one):
    """Give what a segment says, whatever order two marks of one rater stand in."""
    ratings = sorted(
        (r.rater, sorted((m.side, m.span, m.category, m.severity, m.text) for m in r.marks))
        for r in one.ratings
    )
    return one.key, one.source, one.translation, ratings


def following():
    """Time an edit of a text with marks: a keystroke must not be felt."""
    random = Random(5)
    for words in (20, 200, 2000):
        text = " ".join("".join(random.choices("abcdefgh", k=6)) for _word in range(words))
        spans = [(place, place + 6) for place in range(0, len(text) - 6, 70)]
        edited = text[: len(text) // 3] + "xx" + text[len(text) // 3 :]
        rewritten = " ".join(word if random.random() > 0.3 else word[::-1] for word in text.split(" "))
        for name, new in (("a keystroke", edited), ("a rewrite", rewritten)):
            _found, seconds = timed(lambda new=new, text=text, spans=spans: follow(text, new, spans))
            print(f"  {name:12} in {words:5} words with {len(spans):3} marks: {1000 * seconds:7.2f} ms")


def judges():
    """Compare the coefficients with other people's."""
    if not all(importlib.util.find_spec(name) for name in ("krippendorff", "scipy")):
        print("judges: krippendorff and scipy are not installed")
        return
    import krippendorff  # noqa: PLC0415 -- only where it is asked for
    import numpy as np  # noqa: PLC0415 -- only the judges need it
    from scipy.stats import kendalltau  # noqa: PLC0415 -- only the judges need it

    random, worst_alpha, worst_tau = Random(7), 0.0, 0.0
    for _trial in range(300):
        a = [random.choice([0.0, 1.0, 2.0, 3.0, np.nan]) for _unit in range(40)]
        b = [random.choice([0.0, 1.0, 2.0, 3.0, value]) for value in a]
        units = [[v for v in pair if not np.isnan(v)] for pair in zip(a, b, strict=True)]
        for level in Level:
            theirs = krippendorff.alpha(np.array([a, b]), level_of_measurement=level.value)
            worst_alpha = max(worst_alpha, abs(theirs - krippendorff_alpha(units, level)))
        full = [pair for pair in units if len(pair) > 1]
        x, y = [pair[0] for pair in full], [pair[1] for pair in full]
        worst_tau = max(worst_tau, abs(kendalltau(x, y).statistic - kendall_tau(x, y)))
    print(f"judges, 300 trials: alpha differs by {worst_alpha:.1e} at most, tau-b by {worst_tau:.1e}")


def main():
    for name in ("ted21_zh-en.jsonl.gz", "bio21_de-en.jsonl.gz", "bio21_zh-en.jsonl.gz"):
        layouts(penalties(name))
    following()
    if "--judges" in sys.argv:
        judges()


main()
