"""Where long texts may be cut: sentences that recognise each other without doubt."""

from bisect import bisect_left
from collections import Counter, defaultdict

from workbench.align.overlap import Sides

BLOCK = 250  # sentences of a block, about: its programme is a square of them
FIRM = 3  # unique features a landmark must share


def cuts(sides: Sides, start: tuple[int, int], stop: tuple[int, int]) -> list[tuple[int, int]]:
    """Give the cells to cut at, `start` and `stop` included, so that blocks stay small."""
    marks = [*chain(votes(sides, start, stop)), stop]
    result = [start]
    for i, j in marks:
        if max(i - result[-1][0], j - result[-1][1]) >= BLOCK or (i, j) == stop:
            result += between(result[-1], (i, j))
    return result


def between(one: tuple[int, int], two: tuple[int, int]) -> list[tuple[int, int]]:
    """Cut a stretch without landmarks in proportion; the last cell is `two` itself."""
    pieces = max(1, round(max(two[0] - one[0], two[1] - one[1]) / (4 * BLOCK)))
    return [
        (one[0] + (two[0] - one[0]) * k // pieces, one[1] + (two[1] - one[1]) * k // pieces)
        for k in range(1, pieces + 1)
    ]


def votes(sides: Sides, start: tuple[int, int], stop: tuple[int, int]) -> list[tuple[int, int]]:
    """Find the pairs of sentences that share features found once on either side, in order."""
    places = []
    for side, first, last in zip((sides.a, sides.b), start, stop, strict=True):
        count = Counter(name for bag in side.bags[first:last] for name in bag)
        places.append({name: k for k in range(first, last) for name in side.bags[k] if count[name] == 1})
    pairs: defaultdict[tuple[int, int], int] = defaultdict(int)
    for name, i in places[0].items():
        if name in places[1]:
            pairs[i, places[1][name]] += 1
    return sorted(pair for pair, n in pairs.items() if n >= FIRM)


def chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest sequence of pairs that rises on both sides (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(sorted(pairs, key=lambda pair: (pair[0], -pair[1]))):
        place = bisect_left(tails, j)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1], ends[place : place + 1] = [j], [index]
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    result, index = [], ends[-1] if ends else -1
    while index >= 0:
        result.append(ordered[index])
        index = before[index]
    return result[::-1]
