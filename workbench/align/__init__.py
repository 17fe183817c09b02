"""Alignment: which sentences of one text say what which sentences of another say.

How it goes: both texts are read into weighted features (`scanning`, `features`, `cognates`); landmarks cut
long texts and give a band (`landmarks`, `blocks`); a coarse pass finds a rough way, a fine pass the best one
beside it (`coarse`, `fine`, `programme`), with beads up to 6 on a side and swapped neighbours. Each pass
teaches the next what lengths and boundaries are worth and, across languages, a dictionary (`pricing`,
`boundaries`, `lexicon`). At the end beads that share no more than chance come apart, moved text is matched
(`relocation`, `moved`), and each bead says how sure it is (`posterior`).

What was tried, on all sets together (mean strict F1 of the cross-lingual sets, both directions, unless said):

| tried                                                                  | kept | effect                     |
|------------------------------------------------------------------------|------|----------------------------|
| costs across languages with a floor of 18 nats, in proportion else    | yes  | ko articles .72 -> .88     |
| merging as dear as leaving alone in the first pass (.6, not .05)       | yes  | ko articles .28 -> .85     |
| the variance of lengths learned from the 1:1 beads (median)            | yes  | +.005, far texts +.02      |
| ends of sentences (mark, small letter next, paragraph) learned         | yes  | is .911 -> .93, mono +.006 |
| consonant skeletons of names, at a quarter of a word                   | yes  | +.002; at a half -.005     |
| square root of the dictionary's trust as weight                        | yes  | +.004                      |
| words that occur once left out of the dictionary                       | yes  | +.004, four times as fast  |
| swapped neighbours as a step of the programme, not found afterwards    | yes  | mono .900 -> .941          |
| beads that share no more than strangers come apart, moved text matched | yes  | mono .941 -> .98           |
| swaps of up to 4:3 instead of 3:3 sentences                            | no   | mono +.002, 40 % slower    |
| the fine pass twice within one language                                | no   | mono +.002, 60 % slower    |
| three dictionary rounds                                                | no   | -.000 to -.003             |
| strictness .1 to .4 within one language, for translations              | no   | mono +.005, free text -.02 |
| strictness above .02 across languages                                  | no   | -.01 at .04, -.1 at .08    |
| stems alone, or words alone, for the dictionary                        | no   | -.010, -.006               |
| doubt about a bead's share as part of how sure it is                   | no   | AUC is .884 -> .862        |
| cheaper mergers within one language (.08 to .15)                       | no   | mono -.025 to -.04         |
"""

from typing import TYPE_CHECKING

from workbench.align.joining import join_beads
from workbench.align.text import Text

if TYPE_CHECKING:
    from workbench.align.aligner import align

__all__ = ["Text", "align", "join_beads"]


def __getattr__(name: str) -> object:
    """Import what runs as machine code when it is asked for: a third of a second, and 74 MB for numba."""
    if name == "align":
        from workbench.align.aligner import align  # noqa: PLC0415 -- see above

        return align
    raise AttributeError(name)
