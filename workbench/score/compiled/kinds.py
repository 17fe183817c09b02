"""What each code point is to the rules that cut words."""

import string

import numpy as np
from numpy.typing import NDArray

Kinds = NDArray[np.uint8]
CODES = 0x110000
OTHER, SPACE, MARK, POINT, DASH, APOSTROPHE, DIGIT = range(7)

# What str.split() splits at.
SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


def kinds() -> Kinds:
    """Make the table; marks are ASCII's, those that mteval-v13a treats apart have kinds of their own."""
    table = np.full(CODES, OTHER, np.uint8)
    letters = [(SPACE, SPACES), (MARK, string.punctuation), (DIGIT, string.digits)]
    for kind, some in [*letters, (POINT, ".,"), (DASH, "-"), (APOSTROPHE, "'")]:
        table[[ord(letter) for letter in some]] = kind
    return table


KINDS = kinds()
KINDS.flags.writeable = False
