"""The limits of TER's search, which sacreBLEU's `lib_ter` took from tercom or set itself."""

BEAM = 25  # how far from the diagonal the edit distance looks, in words to either side
LARGEST = 10  # the most words that one shift moves
FARTHEST = 50  # how far apart in the two texts shifted words may stand
CANDIDATES = 1000  # shifts tried for a segment, all in all
