"""What fidelity reaches on professional judgements it was not trained on, and on the sample article.

Each file of the shared folder beside the project (`../shared/data/mqm`) is judged by weights, and against
familiar words, that the other files gave: the table shows what to expect of an unseen set. Three numbers a
score: area under the curve for "has a major-size penalty", share of bad ones in the worst tenth, and how
often two versions of one sentence are ranked as the experts rank them.
"""

import json

import numpy as np
from train_fidelity import MAJOR, SHARED, all_rows, load_all, model_of

from workbench.score import METRICS

SCORES = ("fidelity", "penalty", "chrF", "length")
ASKED = "asked of the held-back sets: .72 / .70 (zh-en), .74 / .66 (he-en), and chrF's within a sentence"
ARTICLE = SHARED / "seeds" / "north-korean-troops.gold.json"
LOWEST = 20


def area(bad, worse):
    order = np.argsort(worse, kind="stable")
    ranks = np.empty(len(worse))
    _values, first, sizes = np.unique(worse[order], return_index=True, return_counts=True)
    ranks[order] = np.repeat(first + (sizes + 1) / 2, sizes)
    return (ranks[bad].sum() - bad.sum() * (bad.sum() + 1) / 2) / (bad.sum() * (~bad).sum())


def worst_tenth(bad, worse):
    return bad[np.argsort(-worse, kind="stable")[: max(1, len(bad) // 10)]].mean()


def within(penalties, worse, sentences):
    groups = {}
    for index, key in enumerate(sentences):
        groups.setdefault(key, []).append(index)
    agreed = total = 0
    for group in groups.values():
        truth = np.sign(np.subtract.outer(penalties[group], penalties[group]))
        told = np.sign(np.subtract.outer(worse[group], worse[group]))
        counted = np.triu(truth != 0)
        total += counted.sum()
        agreed += (counted & (truth == told)).sum() + 0.5 * (counted & (told == 0)).sum()
    return agreed / total


def numbers(file, rows, model):
    chrf = METRICS["chrf"]("en")
    values = chrf.segments(chrf.statistics(file.translations, [[text] for text in file.references]))
    bad = file.penalties >= MAJOR
    return [
        (area(bad, worse), worst_tenth(bad, worse), within(file.penalties, worse, file.sentences))
        for worse in (-model.fidelities(rows), model.penalties(rows), -values, rows[:, 0])
    ]


def held_back(files, rows):
    print(f"{'held back':18}" + "".join(f"{name:>18}" for name in SCORES), flush=True)
    reached = []
    for name, file in files.items():
        others = [other for other in files if other != name]
        model = model_of([rows[other] for other in others], [files[other].penalties for other in others])
        reached.append(numbers(file, rows[name], model))
        show(name, reached[-1])
    show("mean", np.mean(reached, axis=0))
    print(ASKED)


def show(name, reached):
    print(f"{name:18}" + "".join(f"{a:7.3f} {p:4.2f} {w:5.3f}" for a, p, w in reached), flush=True)


def article():
    key = json.loads(ARTICLE.read_text("utf-8"))
    sides = [
        [" ".join(bead[side]) for bead in key["beads"]] for side in ("translation", "reference", "source")
    ]
    bad = {error["bead"] for error in key["errors"] if error["severity"] in {"critical", "major"}}
    metric = METRICS["fidelity"]("en")
    rows = metric.statistics(sides[0], [[text] for text in sides[1]], sides[2])
    for name, worse in (("fidelity", -metric.segments(rows)), ("penalty", metric.penalties(rows))):
        lowest = np.argsort(-worse, kind="stable")[:LOWEST]
        found = sum(key["beads"][index]["id"] in bad for index in lowest)
        print(f"article, by {name}: {found} of {len(bad)} bad pairs in the lowest {LOWEST}; asked 11")


if __name__ == "__main__":
    article()
    FILES = load_all()
    held_back(FILES, all_rows(FILES))
