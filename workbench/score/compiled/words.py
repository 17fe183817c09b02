"""Words as stretches of code points: cut as chrF, TER and BLEU's 13a cut them, and numbered.

All rules only part what stands in the text, so a word is its start and its end.
"""

import string

import numpy as np
from numpy.typing import NDArray

from workbench.score.compiled.codes import CODES, Codes, Places
from workbench.score.compiled.kernel import inlined, kernel
from workbench.score.compiled.matching import EMPTY, NONE, ONE, Numbers, Table, slot, width

Kinds = NDArray[np.uint8]
OTHER, SPACE, MARK, POINT, DASH, APOSTROPHE, DIGIT = range(7)
SEED, PRIME = np.uint64(0xCBF29CE484222325), np.uint64(0x100000001B3)  # FNV-1a, 64 bits


def kinds() -> Kinds:
    """Tell of each code point what it is to the rules that cut."""
    table = np.full(CODES, OTHER, np.uint8)
    for kind, letters in (
        (SPACE, "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"),
        (SPACE, "".join(map(chr, range(0x2000, 0x200B)))),
        (MARK, string.punctuation),
        (POINT, ".,"),
        (DASH, "-"),
        (APOSTROPHE, "'"),
        (DIGIT, string.digits),
    ):
        table[[ord(letter) for letter in letters]] = kind
    return table


KINDS = kinds()


@kernel
def cut(codes: Codes, kinds: Kinds, start: Places, end: Places) -> int:
    """Cut a text at its spaces; give the number of words."""
    n, inside = 0, False
    for k in range(len(codes)):
        space = kinds[codes[k]] == SPACE
        if inside == space:
            if space:
                end[n] = k
                n += 1
            else:
                start[n] = k
            inside = not space
    if inside:
        end[n] = len(codes)
        n += 1
    return n
