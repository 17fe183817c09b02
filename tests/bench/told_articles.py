"""Articles that are kept a bead a line, laid out as files that `bench_checks.py` reads.

A line of `tests/data/rewordings/*through-korean.jsonl.gz` has a bead's paragraph, reference, Korean text, and
what two machines made of that, each with its errors.
"""

import gzip
import json
from itertools import groupby

SUFFIXES = {"ref": ".en-ref.txt", "ko": ".ko.txt"}


def laid_out(path, folder):
    """Write each article, as each machine gives it, into a folder; give their stems."""
    with gzip.open(path, "rt", encoding="utf-8") as stored:
        rows = [json.loads(line) for line in stored]
    stems = []
    for article, beads in groupby(rows, key=lambda row: row["article"]):
        given = list(beads)
        for machine in range(len(given[0]["mt"])):
            stems.append(folder / f"{article}-{'ab'[machine]}")
            write(stems[-1], given, machine)
    return [str(stem) for stem in stems]


def write(stem, beads, machine):
    """Write the texts of one article and its key."""
    texts = {suffix: [bead[side] for bead in beads] for side, suffix in SUFFIXES.items()}
    texts[".en-mt.txt"] = [bead["mt"][machine] for bead in beads]
    for suffix, sentences in texts.items():
        stem.with_name(stem.name + suffix).write_text(paragraphs(beads, sentences), encoding="utf-8")
    sides = {
        "translation": texts[".en-mt.txt"],
        "reference": texts[".en-ref.txt"],
        "source": texts[".ko.txt"],
    }
    key = {
        "beads": [{side: [said[at]] for side, said in sides.items()} for at in range(len(beads))],
        "errors": [
            {"bead": at, **error} for at, bead in enumerate(beads) for error in bead["errors"][machine]
        ],
    }
    text = json.dumps(key, ensure_ascii=False)
    stem.with_name(stem.name + ".gold.json").write_text(text, encoding="utf-8")


def paragraphs(beads, sentences):
    """Join the sentences of each paragraph by spaces, and paragraphs by lines."""
    told = zip((bead["paragraph"] for bead in beads), sentences, strict=True)
    lines = (" ".join(each[1] for each in group) for _, group in groupby(told, key=lambda each: each[0]))
    return "\n".join(lines) + "\n"
