"""The passes over both texts: each goes by what the one before taught."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import replace

import numpy as np

from workbench.align.areas import Found, Task, align_area
from workbench.align.block import Area, Bag
from workbench.align.blocks import near
from workbench.align.boundaries import learn_worth
from workbench.align.coarse import Path
from workbench.align.lexicon import Lexicon
from workbench.align.lexicon import learn as learn_lexicon
from workbench.align.passing import Guide
from workbench.align.pricing import costs, first_guess, learn
from workbench.align.sides import Sides
from workbench.align.watching import Tick

FAITH_SAME, FAITH_OTHER = 4.5, 2.5  # what boundaries count for; more where a word counts many times over
WARMTH = 0.35  # of the posterior, in costs of a merger
ENOUGH = 16  # blocks of one language that teach enough about all
ROUNDS = 2  # of the dictionary

Runner = Callable[[Callable[[Area], "Found"], Sequence[Area]], list["Found"]]


def align_areas(task: Task, run: Runner) -> tuple[Found, Guide]:
    """Align all areas; give the beads and what the last pass went by."""
    sides = task.sides
    guide = first_guide(task)
    if sides.same and len(task.areas) > ENOUGH:
        taught = one_pass(task, guide, task.areas[:: len(task.areas) // ENOUGH], None, run)
        return last_pass(task, taught_guide(task, guide, taught), None, run)
    found = one_pass(task, guide, task.areas, None, run)
    for turn in range(0 if sides.same else ROUNDS):
        if turn:
            found = one_pass(task, guide, task.areas, found.path, run)
        guide = taught_guide(task, replace(guide, lexicon=dictionary(sides, found.path)), found)
    if sides.same:
        guide = taught_guide(task, guide, found)
    return last_pass(task, guide, found.path, run)


def first_guide(task: Task) -> Guide:
    """Know nothing but the texts."""
    sides = task.sides
    closed = [np.zeros(len(side), np.bool_) for side in (sides.a, sides.b)]
    for side, pins in zip(closed, task.pins.T, strict=True):
        side[pins[pins > 0] - 1] = True
    worth = learn_worth(sides.a.ends, sides.b.ends, None)
    faith = FAITH_SAME if sides.same else FAITH_OTHER
    lexicon = dictionary(sides, np.empty((0, 4), np.int64)) if sides.examples else None
    return Guide(
        costs(sides, first_guess(sides), task.strictness), worth, faith, lexicon, (closed[0], closed[1])
    )


def taught_guide(task: Task, guide: Guide, found: Found) -> Guide:
    """Learn from a pass what beads cost and what boundaries are worth."""
    sides = task.sides
    known = learn(sides, found.path, shared(found))
    worth = learn_worth(sides.a.ends, sides.b.ends, found.path)
    return replace(guide, costs=costs(sides, known, task.strictness), worth=worth)


def last_pass(task: Task, guide: Guide, path: Path | None, run: Runner) -> tuple[Found, Guide]:
    """Align for good, and say how sure each bead is."""
    return one_pass(task, guide, task.areas, path, run, WARMTH * guide.costs.merge), guide


def dictionary(sides: Sides, path: Path) -> Lexicon | None:
    """Learn a dictionary from the examples and the beads so far."""
    a, b = sides.a, sides.b
    if a.words is None or b.words is None or a.rarities is None or b.rarities is None:
        return None
    one, two = a.words, b.words
    if sides.examples:
        first = np.array([len(a), len(a), len(b), len(b)]) + np.array([0, 1, 0, 1])
        ones = np.arange(len(sides.examples[0].first) - 1)[:, None]
        one, two = after(one, sides.examples[0]), after(two, sides.examples[1])
        path = np.concatenate([path, ones + first])
    lexicon = learn_lexicon(repeated(one), repeated(two), (len(a.rarities), len(b.rarities)), path)
    return lexicon._replace(trust=np.sqrt(lexicon.trust))


def after(words: Bag, more: Bag) -> Bag:
    """Put the sentences of one bag after those of another."""
    return Bag(
        np.concatenate([words.first, more.first[1:] + words.first[-1]]),
        np.concatenate([words.ids, more.ids]),
        np.concatenate([words.counts, more.counts]),
    )


def repeated(words: Bag) -> Bag:
    """Drop the words that occur once: they teach nothing, and they are most."""
    kept = np.bincount(words.ids)[words.ids] > 1
    before = np.concatenate([[0], np.cumsum(kept)])
    return Bag(before[words.first], words.ids[kept], words.counts[kept])


def shared(found: Found) -> float | None:
    """Give what a sentence and its only counterpart share on average."""
    path = found.path
    ones = (path[:, 1] - path[:, 0] == 1) & (path[:, 3] - path[:, 2] == 1)
    return float(found.mass[ones].mean()) if ones.any() else None


def one_pass(
    task: Task, guide: Guide, areas: Sequence[Area], path: Path | None, run: Runner, warmth: float = 0.0
) -> Found:
    """Align areas, the first time in a band around the landmarks, then near the way before."""

    def work(area: Area) -> Found:
        return align_area(task, guide, area, None if path is None else near(path, area), warmth)

    parts = run(work, areas)
    return Found(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in ("path", "mass", "sure"))
    )


def threaded(pool: Executor, tick: Tick) -> Runner:
    """Run areas on the threads of a pool, in order, and tell of each that is done."""

    def run(work: Callable[[Area], Found], areas: Sequence[Area]) -> list[Found]:
        found: list[Found] = []
        if len(areas) == 1:  # no thread is worth its start
            found.append(work(areas[0]))
            tick(areas[0][1] - areas[0][0] + areas[0][3] - areas[0][2])
            return found
        for area, part in zip(areas, pool.map(work, areas), strict=True):
            found.append(part)
            tick(area[1] - area[0] + area[3] - area[2])
        return found

    return run
