"""Words as stretches of code points, cut as TER, chrF and BLEU's 13a cut them.

All rules only part what stands in the text, so a word is its start and its end. The kernels put the words
of `codes[first:last]` after the n that `start` and `end` hold, and give how many there are then.
"""

from workbench.score.compiled.codes import Codes, Places
from workbench.score.compiled.kernel import inlined, kernel
from workbench.score.compiled.kinds import DASH, DIGIT, MARK, POINT, SPACE, Kinds


@kernel
def cut_spaces(codes: Codes, first: int, last: int, kinds: Kinds, start: Places, end: Places, n: int) -> int:
    """Cut at spaces, as str.split()."""
    inside = False
    for k in range(first, last):
        if kinds[codes[k]] == SPACE:
            if inside:
                end[n] = k
                n += 1
            inside = False
        elif not inside:
            start[n] = k
            inside = True
    if inside:
        end[n] = last
        n += 1
    return n


@kernel
def cut_marks(codes: Codes, first: int, last: int, kinds: Kinds, start: Places, end: Places, n: int) -> int:
    """Cut at spaces and part one ASCII mark from a word, at its end or else at its start.

    "(hi)" becomes "(hi" and ")", as in sacreBLEU's chrF++.
    """
    at = first
    for k in range(first, last):
        if kinds[codes[k]] == SPACE:
            if at < k:
                n = put(codes, at, k, kinds, start, end, n)
            at = k + 1
    return put(codes, at, last, kinds, start, end, n) if at < last else n


@inlined
def put(codes: Codes, first: int, last: int, kinds: Kinds, start: Places, end: Places, n: int) -> int:
    """Note a word and the mark that parts from it."""
    several = last - first > 1
    tail = several & is_mark(kinds[codes[last - 1]])
    head = several & is_mark(kinds[codes[first]])
    half = last - 1 if tail else (first + 1 if head else last)
    start[n], end[n] = first, half
    start[n + 1], end[n + 1] = half, last  # of no account if empty: so there is no jump to mispredict
    return n + 1 + (half < last)


@inlined
def is_mark(kind: int) -> bool:
    """Tell ASCII's marks."""
    return (kind > SPACE) & (kind < DIGIT)


@kernel
def cut_letters(codes: Codes, first: int, last: int, kinds: Kinds, start: Places, end: Places, n: int) -> int:
    """Cut into single characters, without the spaces."""
    for k in range(first, last):
        if kinds[codes[k]] != SPACE:
            start[n], end[n] = k, k + 1
            n += 1
    return n


@kernel
def cut_mteval(  # noqa: C901 -- one pass over the text, with all rules at once
    codes: Codes, first: int, last: int, kinds: Kinds, start: Places, end: Places, n: int
) -> int:
    """Cut as mteval-v13a, once its entities are characters.

    Its four substitutions part marks; then points (full stops and commas) not after a digit; points not
    before a digit; and a dash after a digit. Each goes from left to right over what the one before left,
    consuming what it matches, so in a run of points every second one matches: at the run's end a digit
    stays with the last point when the run is even after another character, odd after a digit.
    """
    inside, before, run, after_digit, parted = False, SPACE, 0, False, False
    for k in range(first, last):
        kind = kinds[codes[k]]
        if kind == SPACE:
            if inside:
                end[n] = k
                n += 1
            inside, before = False, SPACE
            continue
        cut = kind == MARK or before == MARK  # noqa: PLR1714 -- a set is slow in machine code
        if before == POINT and kind != POINT:
            cut = cut or kind != DIGIT or (run % 2 == 0) == after_digit
        elif before == DASH:
            cut = cut or parted
        if kind == POINT:
            if before == POINT:
                run += 1
            else:
                run, after_digit = 1, before == DIGIT
            followed = k + 1 < last and kinds[codes[k + 1]] == DIGIT
            cut = cut or run > 1 or not (after_digit and followed)
        elif kind == DASH:
            parted = before == DIGIT
            cut = cut or parted
        if inside and cut:
            end[n] = k
            n += 1
        if cut or not inside:
            start[n] = k
        inside, before = True, kind
    if inside:
        end[n] = last
        n += 1
    return n
