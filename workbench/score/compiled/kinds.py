"""What each code point is to the rules that cut words."""

import string

import numpy as np
from numpy.typing import NDArray

Kinds = NDArray[np.uint8]
CODES = 0x110000
OTHER, SPACE, MARK, POINT, DASH, APOSTROPHE, DIGIT = range(7)

# What str.split() splits at.
SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


def kinds() -> Kinds:
    """Make the table; marks are ASCII's, those that mteval-v13a treats apart have kinds of their own."""
    table = np.full(CODES, OTHER, np.uint8)
    letters = [(SPACE, SPACES), (MARK, string.punctuation), (DIGIT, string.digits)]
    for kind, some in [*letters, (POINT, ".,"), (DASH, "-"), (APOSTROPHE, "'")]:
        table[[ord(letter) for letter in some]] = kind
    return table


KINDS = kinds()
KINDS.setflags(write=False)
