"""Learn fidelity's weights and its familiar words from professional judgements for the package.

Needs the shared folder beside the project (`../shared/data/mqm`). Run as
`python tests/bench/train_fidelity.py --write`; without `--write` it shows what it would write. What the
weights reach on files they did not see is printed by `bench_fidelity.py`.

Rows are weighted so that a file counts by the root of its size. The unfamiliar words of a file are counted
against the references of the other files, as they will be in use.
"""

import argparse
import collections
import gzip
import itertools
import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from workbench.score.fidelity import FEATURES, fidelity
from workbench.score.fidelity.lexicon import lexicon
from workbench.score.fidelity.model import HEAD, shipped
from workbench.score.fidelity.reading import read

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data" / "mqm"
PACKAGE = ROOT / "workbench" / "score" / "fidelity"
REFERENCES = {"bio21": "reference", "ted21": "refB", "wmt21mqm": "refA"}
MAJOR = 5.0  # penalty of a major error
WORST = 25.0  # penalty of a segment that is no translation: more says nothing more
BASE = 0.02  # major errors to expect where nothing differs: experts mark even the reference
RIDGE = 1e-2  # on weights in units of their features' spread
EVIDENCE, SCALE = 60.0, 15.0  # see EXPLAINED
# Where the sets have too few cases to learn from, MQM's own definition speaks: a wrong number, a denial
# turned round, a lost name, a piece of a sentence is a major error, if the difference is one; a tenth is.
# Letters and neighbours left out keep the order among versions of one sentence at chrF's.
FLOORS = {
    "content_missing": 0.004,
    "content_added": 0.004,
    "pairs_missing": 0.005,
    "letters": 0.02,
    "names_missing": 0.05,
    "names_added": 0.05,
    "amounts_missing": 0.1,
    "amounts_added": 0.05,
    "amounts_confirmed": 0.05,
    "denials_missing": 0.1,
    "denials_added": 0.1,
    "stray": 0.05,
    "loose": 0.1,
}
# Not learnt: an empty side costs a point a word; a judge of the user's own counts as much as all the rest
# does when it gives 0.7 for a middling pair.
FIXED = {"empty": 0.15, "judge": 0.05}
SWEEPS = 60


@dataclass(frozen=True, slots=True)
class Judged:
    """One file: texts, what the experts took off, and which rows are versions of one sentence."""

    translations: list[str]
    references: list[str]
    sources: list[str]
    penalties: np.ndarray
    sentences: list[tuple[str, int]]


def load(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [row for row in rows if not row["is_human"] and row["human"] is not None]
    return Judged(
        [row["hyp"] for row in rows],
        [row["refs"][REFERENCES[row["set"]]] for row in rows],
        [row["src"] for row in rows],
        np.array([-row["human"] for row in rows]),
        [(row["doc"], row["seg"]) for row in rows],
    )


def load_all():
    return {path.name.split(".")[0]: load(path) for path in sorted(DATA.glob("*.jsonl.gz"))}


def familiar(files):
    """Give the words that the references write in small letters."""
    texts = {text for file in files for text in file.references}
    known = replace(lexicon("en"), familiar=frozenset())
    seen = collections.Counter()
    for text in texts:
        seen.update(set(small_words(text, known)))
    return frozenset(seen)


def small_words(text, known):
    reading = read(text, known)
    return (word for word in reading.words if word.isalpha() and word in text)


def statistics(file, words):
    """Count the differences of a file's pairs with `words` for the familiar ones."""
    known = replace(lexicon("en"), familiar=words)
    metric = fidelity("en")
    metric.__dict__["known"] = known
    return metric.statistics(file.translations, [[text] for text in file.references], file.sources)


def all_rows(files):
    """Give each file's rows, its unfamiliar words told by the other files' references."""
    return {
        name: statistics(file, familiar([other for key, other in files.items() if key != name]))
        for name, file in files.items()
    }


def learn(rows, penalties):
    """Give the weights, not negative, that make the major errors of several files likeliest."""
    counts = np.vstack([part[:, HEAD:] for part in rows])
    spread = counts.std(axis=0)
    used = np.array([index for index, name in enumerate(FEATURES) if name not in FIXED and spread[index] > 0])
    floors = np.array([FLOORS.get(FEATURES[index], 0.0) for index in used]) * spread[used]
    share = np.concatenate([np.full(len(part), len(part) ** -0.5) for part in rows])
    major = np.concatenate([part >= MAJOR for part in penalties]).astype(float)
    weights = np.array([FIXED.get(name, FLOORS.get(name, 0.0)) for name in FEATURES])
    weights[used] = ascend(counts[:, used] / spread[used], major, share / share.sum(), floors) / spread[used]
    return weights


def ascend(counts, major, share, floors):
    """Maximise the likelihood coordinate by coordinate with Newton's steps; it is concave in the weights."""
    weights = np.maximum(floors, 0.03)
    expected = counts @ weights + BASE
    for _sweep in range(SWEEPS):
        for index in range(len(weights)):
            column = counts[:, index]
            none = np.exp(-expected)
            slope = major * none / (1 - none) - (1 - major)
            bend = major * none / (1 - none) ** 2
            gradient = (share * slope) @ column - 2 * RIDGE * weights[index]
            curvature = (share * bend) @ column**2 + 2 * RIDGE
            new = max(floors[index], weights[index] + gradient / curvature)
            expected += (new - weights[index]) * column
            weights[index] = new
    return weights


def points(weights, rows, penalties):
    """Give the MQM points that go with one expected major error."""
    paid = sum(np.minimum(part, WORST).sum() for part in penalties)
    return paid / sum((part[:, HEAD:] @ weights).sum() for part in rows)


def model_of(rows, penalties):
    weights = learn(rows, penalties)
    return replace(
        shipped(), weights=weights, points=points(weights, rows, penalties), evidence=EVIDENCE, scale=SCALE
    )


REMARKS = """\
# Written by tests/bench/train_fidelity.py --write from professional MQM judgements; to be read, not edited.
# Data: amazon-science/bio-mqm-dataset and google/wmt-mqm-human-evaluation, both Apache-2.0. {rows} segments.
# A weight is what one difference adds to the number of major errors to expect in a pair.

"""
EXPLAINED = {
    "points": "MQM points that go with one expected major error, its minor ones included",
    "evidence": "words that are added to the reference's before a penalty is divided by them",
    "scale": "penalty per 100 words that leaves a fidelity of 100/e, 37",
}


def coefficients(model, count):
    """Write a model as TOML."""
    constants = "".join(f"{name} = {getattr(model, name):.4g}  # {why}\n" for name, why in EXPLAINED.items())
    weights = "".join(
        f"{name} = {weight:.4f}\n" for name, weight in zip(FEATURES, model.weights, strict=True)
    )
    return REMARKS.format(rows=count) + f"[constants]\n{constants}\n[weights]\n{weights}"


def word_list(words):
    """Write words, a line for each first letter, after the remark on where they come from."""
    lines = (" ".join(group) for _, group in itertools.groupby(sorted(words), key=lambda word: word[0]))
    return "# Words in small letters in the references of the sets that coefficients.toml names.\n" + "".join(
        line + "\n" for line in lines
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the files of the package")
    arguments = parser.parse_args()
    files = load_all()
    rows = all_rows(files)
    model = model_of(list(rows.values()), [file.penalties for file in files.values()])
    table = coefficients(model, sum(map(len, rows.values())))
    print(table)
    if arguments.write:
        (PACKAGE / "coefficients.toml").write_text(table, encoding="utf-8")
        (PACKAGE / "familiar.txt").write_text(word_list(familiar(files.values())), encoding="utf-8")


if __name__ == "__main__":
    main()
