"""What checks say of good human texts, and whether they see a pronoun's gender swapped.

python tests/bench/bench_good_texts.py BIBLES MQM [CHECK …]: BIBLES is a folder with kjv.txt and web.txt
(one verse a line, after a tab), MQM one with *.jsonl.gz of judged translations and their references.
Prints, by set of pairs, findings of major or above and of any weight per 1,000 words; then the share of
sentences in which one swapped pronoun is found, and of untouched ones in which something is.
"""

import gzip
import json
import random
import re
import sys
from pathlib import Path

from workbench.checks import CHECKS, Passage, find, read
from workbench.model.document import Role
from workbench.model.finding import Severity
from workbench.segment import sentence_spans

MOST = 3000  # pairs of a set
SWAPPED = {
    "he": "she",
    "she": "he",
    "him": "her",
    "his": "her",
    "her": "his",
    "himself": "herself",
    "herself": "himself",
}
PRONOUN = re.compile(rf"\b(?:{'|'.join(SWAPPED)})\b", re.IGNORECASE)


def findings(pairs, checks):
    """Run checks over pairs of English texts that have nothing to do with one another."""
    passages = [Passage(row, cut(one), cut(other)) for row, (one, other) in enumerate(pairs)]
    return find(read(passages, {Role.TRANSLATION: "en"}), checks)


def cut(text):
    """Cut a text into its sentences."""
    return tuple(text[start:end] for start, end in sentence_spans(text, "en"))


def verses(folder):
    """Pair the verses of two Bibles, both ways."""
    sides = [(folder / name).read_text(encoding="utf-8").split("\n") for name in ("kjv.txt", "web.txt")]
    pairs = [tuple(line.rpartition("\t")[2] for line in lines) for lines in zip(*sides, strict=False)]
    chosen = random.Random(4).sample(pairs, min(MOST, len(pairs)))
    return {"kjv, web beside": chosen, "web, kjv beside": [(two, one) for one, two in chosen]}


def references(folder):
    """Pair references with themselves, with one another, and with human translations."""
    rows = [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl.gz"))
        for line in gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
        if line
    ]
    texts = {(row["set"], row["lp"], row["doc"], row["seg"]): list(row["refs"].values()) for row in rows}
    human = [
        (row["hyp"], ref)
        for row in rows
        if row["is_human"]
        for ref in row["refs"].values()
        if row["hyp"] != ref
    ]
    sets = {
        "reference, itself beside": [(refs[0], refs[0]) for refs in texts.values() if refs],
        "reference, another beside": [(refs[0], refs[1]) for refs in texts.values() if len(refs) > 1],
        "human, reference beside": human,
        "reference alone": [(refs[0], "") for refs in texts.values() if refs],
    }
    return {name: random.Random(4).sample(pairs, min(MOST, len(pairs))) for name, pairs in sets.items()}


def swapped(text, draw):
    """Swap the gender of one pronoun."""
    match = draw.choice(list(PRONOUN.finditer(text)))
    word = SWAPPED[match[0].lower()]
    return (
        text[: match.start()] + (word.capitalize() if match[0][0].isupper() else word) + text[match.end() :]
    )


def main(bibles, mqm, *names):
    """Print the rates."""
    checks = [check for check in CHECKS if not names or check.name in names]
    sets = verses(Path(bibles)) | references(Path(mqm))
    print("Findings per 1,000 words of good texts: major or above, any")
    for name, pairs in sets.items():
        found = findings(pairs, checks)
        words = sum(len(one.split()) for one, _other in pairs) / 1000
        grave = sum(finding.severity.rank >= Severity.MAJOR.rank for finding in found)
        print(f"  {name:28} {grave / words:6.3f} {len(found) / words:6.3f}   ({len(pairs)} pairs)")
    draw = random.Random(1)
    clean = [one for name in ("web, kjv beside", "reference alone") for one, _other in sets[name]]
    clean = [text for text in clean if PRONOUN.search(text)]
    probes = {
        "swapped": [(swapped(text, draw), text) for text in clean],
        "untouched": [(text, text) for text in clean],
    }
    print("Sentences with a pronoun in which its gender is called wrong")
    for name, pairs in probes.items():
        found = {finding.pair for finding in findings(pairs, checks) if finding.check == "pronouns"}
        print(f"  {name:28} {len(found) / len(pairs):6.3f}   ({len(pairs)} pairs)")


if __name__ == "__main__":
    main(*sys.argv[1:])
