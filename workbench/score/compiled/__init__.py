"""The counting of n-grams and edits as machine code; `plain` counts the same in Python.

Importing this loads numba. The kernels read texts as code points in one buffer and let go of the GIL.
"""

from workbench.score.compiled.bleu import bleu_rows
from workbench.score.compiled.chrf import chrf_rows
from workbench.score.compiled.drawing import shuffle, tally
from workbench.score.compiled.ter import ter_rows

__all__ = ["bleu_rows", "chrf_rows", "shuffle", "tally", "ter_rows"]
