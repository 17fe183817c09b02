"""TER's edits in Python: words become single characters, so that RapidFuzz can count their distance.

The search and its limits are those of sacreBLEU's `lib_ter`, which follows tercom. Edit distance without
tercom's beam is never more than in it, and the same while the cheapest path stays inside: so only shifts
that promise something are counted in the beam.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil, floor

import numpy as np
from rapidfuzz.distance import Levenshtein

from workbench.score.metric import Statistics
from workbench.score.tercom import BEAM, CANDIDATES, FARTHEST, LARGEST

INFINITY = 1 << 30
# A path with d edits, of which the lengths' difference are insertions or deletions more than the others,
# strays from the diagonal by half of both at most; two places for rounding.
SURE = 2 * (BEAM - 2)
SHORT = 1024  # a longer reference is quicker in the beam
SURROGATES = range(0xD800, 0xE000)
Row = tuple[int, list[int]]  # costs, from this place of the reference on
Shift = tuple[int, int, int]  # stretches that change over: from, middle, up to


def ter_rows(hypotheses: Sequence[str], references: Sequence[Sequence[str]]) -> Statistics:
    """Count the fewest edits to a reference, and the mean length of the references; case does not count."""
    rows = np.empty((len(hypotheses), 2))
    for k, (hypothesis, some) in enumerate(zip(hypotheses, references, strict=True)):
        ours, *theirs = as_letters([hypothesis, *some])
        rows[k] = min(edits(ours, other) for other in theirs), sum(map(len, theirs)) / len(theirs)
    return rows


def as_letters(texts: Sequence[str]) -> list[str]:
    """Write a character for each word, the same for the same word."""
    letters: dict[str, str] = {}
    return [
        "".join(letters.setdefault(word, letter(len(letters))) for word in text.lower().split())
        for text in texts
    ]


def letter(number: int) -> str:
    """Give a character for a number."""
    return chr(number if number < SURROGATES.start else number + len(SURROGATES))


def edits(a: str, b: str) -> int:
    """Count shifts and the edits that remain."""
    if not b:
        return len(a)
    beam = beam_of(len(a), len(b))
    rows: list[Row] = [(0, list(range(len(b) + 1)))]
    shifts = tried = 0
    while True:
        fill(rows, a, b, beam)
        score = rows[-1][1][-1]
        gain, (low, middle, high), tried = best_shift(a, b, rows, beam, tried)
        if tried >= CANDIDATES or gain <= 0:
            return shifts + score
        shifts += 1
        a = changed(a, low, middle, high)
        del rows[low + 1 :]


def beam_of(size_a: int, size_b: int) -> list[range]:
    """Give the places of the reference that each row looks at."""
    ratio = size_b / size_a if size_a else 1.0
    # Where lengths differ so much that the rows would not overlap, the beam is wider.
    width = ceil(ratio / 2 + BEAM) if ratio / 2 > BEAM else BEAM
    middles = [floor(i * ratio) for i in range(size_a + 1)]
    beam = [range(max(0, j - width), min(size_b + 1, j + width)) for j in middles]
    return (
        [range(size_b + 1), *beam[1:-1], range(beam[-1].start, size_b + 1)] if size_a else [range(size_b + 1)]
    )


def fill(rows: list[Row], a: str, b: str, beam: Sequence[range]) -> None:
    """Fill the rows after those there are: costs of turning the first words of a into the first of b."""
    for i in range(len(rows), len(a) + 1):
        rows.append(next_row(rows[-1], a[i - 1], b, beam[i]))


def next_row(row: Row, word: str, b: str, places: range) -> Row:
    """Give the row of the next word at the places of the beam."""
    start, before = row
    left, costs = INFINITY, []
    for j in places:
        at = j - start
        left = min(left, before[at] if at < len(before) else INFINITY) + 1
        if 0 < at <= len(before):
            left = min(left, before[at - 1] + (word != b[j - 1]))
        costs.append(left)
    return places.start, costs


def aligned(a: str, b: str, rows: Sequence[Row]) -> tuple[list[int], list[int], list[int]]:
    """Go back along the cheapest edits: where each word of b stands in a, and how many words are wrong.

    Of equal ones tercom prefers no change or a substitution, then a deletion, then an insertion. A place
    is the last word of a up to there; the wrong words are counted up from the start, for either text.
    """
    places, wrong_a, wrong_b = [-1] * len(b), [0] * (len(a) + 1), [0] * (len(b) + 1)
    i, j = len(a), len(b)
    while i or j:
        cost = at(rows[i], j)
        wrong = int(i == 0 or j == 0 or a[i - 1] != b[j - 1])
        if i and j and cost == at(rows[i - 1], j - 1) + wrong:
            places[j - 1], wrong_a[i], wrong_b[j] = i - 1, wrong, wrong
            i, j = i - 1, j - 1
        elif i and cost == at(rows[i - 1], j) + 1:
            wrong_a[i] = 1
            i -= 1
        else:
            places[j - 1], wrong_b[j] = i - 1, 1
            j -= 1
    return places, list(accumulate(wrong_a)), list(accumulate(wrong_b))


def at(row: Row, j: int) -> int:
    """Give a cost, infinite outside the beam."""
    start, costs = row
    return costs[j - start] if 0 <= j - start < len(costs) else INFINITY


def best_shift(
    a: str, b: str, rows: Sequence[Row], beam: Sequence[range], tried: int
) -> tuple[int, Shift, int]:
    """Find the shift that saves most; of equal ones the longest, then the earliest, then to the first place.

    Gives what it saves, what changes over, and how many shifts were tried by then.
    """
    score = rows[-1][1][-1]
    best, found = (0, 0, 0, 0), (0, 0, 0)
    for i, length, targets in shifts_of(a, b, *aligned(a, b, rows)):
        for target in targets:
            shift = stretches(i, length, target, len(a))
            gain = score - distance(a, b, rows, beam, shift, score - max(best[0], 1))
            if gain > 0 and (gain, length, -i, -target) > best:
                best, found = (gain, length, -i, -target), shift
        tried += len(targets)
        if tried >= CANDIDATES:
            break
    return best[0], found, tried


def shifts_of(
    a: str, b: str, places: Sequence[int], wrong_a: Sequence[int], wrong_b: Sequence[int]
) -> Iterator[tuple[int, int, list[int]]]:
    """Find words of a that stand elsewhere in b: where they start, how many, before which places they may go.

    Both sides must be wrong where they are now, and the shift must leave its place.
    """
    where: dict[str, list[int]] = {}
    for j, word in enumerate(b):
        where.setdefault(word, []).append(j)
    for i, word in enumerate(a):
        for j in where.get(word, ()):
            if abs(i - j) > FARTHEST:
                continue
            for length in range(1, 1 + matching(a, b, i, j)):
                wrong = wrong_a[i + length] > wrong_a[i] and wrong_b[j + length] > wrong_b[j]
                if wrong and not i <= places[j] < i + length:
                    targets = [places[k] + 1 if k >= 0 else 0 for k in range(j - 1, j + length)]
                    yield (
                        i,
                        length,
                        [t for t, before in zip(targets, [-1, *targets], strict=False) if t != before],
                    )


def matching(a: str, b: str, i: int, j: int) -> int:
    """Count the words that are the same from here on, as far as a shift can move them."""
    most = min(LARGEST, len(a) - i, len(b) - j)
    return next((n for n in range(most) if a[i + n] != b[j + n]), most)


def stretches(start: int, length: int, target: int, size: int) -> Shift:
    """Tell a shift as two neighbouring stretches that change over."""
    if target < start:
        return target, start, start + length
    if target > start + length:
        return start, start + length, target
    return start, start + length, min(size, target + length)  # within itself


def changed(a: str, low: int, middle: int, high: int) -> str:
    """Change two neighbouring stretches over."""
    return a[:low] + a[middle:high] + a[low:middle] + a[high:]


def distance(
    a: str, b: str, rows: Sequence[Row], beam: Sequence[range], shift: Shift, enough: int
) -> int:  # fmt: skip
    """Give the distance after a shift; where it is more than enough, anything more than enough."""
    shifted = changed(a, *shift)
    if len(b) <= SHORT:
        least = Levenshtein.distance(shifted, b)
        if least > enough or least + abs(len(a) - len(b)) <= SURE:
            return least
    return distance_in_beam(shifted, b, rows, beam, shift)


def distance_in_beam(a: str, b: str, rows: Sequence[Row], beam: Sequence[range], shift: Shift) -> int:
    """Give the distance of a shifted text: from the last row that stays to the first that only adds."""
    low, _middle, high = shift
    row = rows[low]
    for i in range(low + 1, len(a) + 1):
        row = next_row(row, a[i - 1], b, beam[i])
        if i >= high and (more := difference(row[1], rows[i][1])) is not None:
            return rows[-1][1][-1] + more
    return row[1][-1]


def difference(costs: Sequence[int], others: Sequence[int]) -> int | None:
    """Give by how much all costs of a row are more than those of another, if by the same."""
    more = costs[-1] - others[-1]
    if costs[0] - others[0] != more or any(c - other != more for c, other in zip(costs, others, strict=True)):
        return None
    return more
