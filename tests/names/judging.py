"""How names are judged: each mention that a key says is wrong must read right after."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from workbench.names import Passage, mention_spans
from workbench.names.plan import dressed

HERE = Path(__file__).parent
GOLD = HERE.parent / "data" / "north-korean-troops.gold.json"
SIDES = ("translation", "reference", "source")


@dataclass(frozen=True)
class Score:
    wanted: int
    right: int
    proposed: int
    proposed_right: int
    missed: tuple
    spurious: tuple

    @property
    def recall(self):
        return self.right / max(1, self.wanted)

    @property
    def precision(self):
        return self.proposed_right / max(1, self.proposed)

    def __add__(self, other):
        return Score(*(getattr(self, key) + getattr(other, key) for key in self.__dataclass_fields__))


NOTHING = Score(0, 0, 0, 0, (), ())


def load(path, sides=SIDES):
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    passages = [
        Passage(i, *(pair.get(side) if side in sides else None for side in SIDES))
        for i, pair in enumerate(table["pair"])
    ]
    return passages, [tuple(row) for row in table["wrong"]]


def sample(sides=SIDES):
    """Give the sample's pairs and its marked names, as (pair, form, right form)."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    passages = [
        Passage(bead["id"], *(" ".join(bead[side]) if side in sides else None for side in SIDES))
        for bead in gold["beads"]
    ]
    marked = [error for error in gold["errors"] if error["category"] == "terminology/name"]
    return passages, [(error["bead"], error["span"], error["correction"]) for error in marked]


def key_edits(passages, wrong):
    """Give {pair: [(start, end, new)]} of a key's rows (form, right) or (pair, form, right)."""
    edits = {}
    for row in sorted(wrong, key=lambda row: -len(row[-2])):
        for passage in passages:
            if len(row) > 2 and row[0] != passage.pair:
                continue
            taken = edits.setdefault(passage.pair, [])
            for start, end in mention_spans(passage.translation, row[-2]):
                if not any(a < end and start < b for a, b, _ in taken):
                    taken.append((start, end, dressed(passage.translation[start:end], row[-2], row[-1])))
    return edits


def proposed_edits(passages, names):
    edits, texts = {}, {passage.pair: passage.translation for passage in passages}
    for name in names:
        for mention in name.mentions if name.proposal else ():
            new = dressed(texts[mention.pair][slice(*mention.span)], name.form, name.proposal)
            edits.setdefault(mention.pair, []).append((*mention.span, new))
    return edits


def rewritten(text, hull, edits):
    for start, end, new in sorted(edits, reverse=True):
        if hull[0] <= start and end <= hull[1]:
            text = text[:start] + new + text[end:]
            hull = hull[0], hull[1] + len(new) - (end - start)
    return text[slice(*hull)]


def hull_of(edit, others):
    spans = [(a, b) for a, b, _ in others if a < edit[1] and edit[0] < b] + [edit[:2]]
    return min(a for a, _ in spans), max(b for _, b in spans)


def judge(passages, wrong, names):
    """Count the mentions put right, and the proposed edits that put one right."""
    key, given = key_edits(passages, wrong), proposed_edits(passages, names)
    texts = {passage.pair: passage.translation for passage in passages}
    missed, spurious, wanted, proposed = [], [], 0, 0
    for pair, text in texts.items():
        ours, theirs = key.get(pair, []), given.get(pair, [])
        wanted, proposed = wanted + len(ours), proposed + len(theirs)
        for these, others, bad in ((ours, theirs, missed), (theirs, ours, spurious)):
            for edit in these:
                hull = hull_of(edit, others)
                if rewritten(text, hull, ours) != rewritten(text, hull, theirs):
                    bad.append((pair, text[edit[0] : edit[1]], edit[2]))
    return Score(
        wanted, wanted - len(missed), proposed, proposed - len(spurious), tuple(missed), tuple(spurious)
    )
