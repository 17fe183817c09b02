"""Words that a trained reader doubts beside the reference, where no other check has anything to say."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.doubt import is_read, word_doubts
from workbench.checks.hit import Hit
from workbench.i18n import N_, _
from workbench.model.finding import Severity

# Doubts of a word that counts, of one word of a stretch at least, and of a stretch's words together: in
# articles that were new to it about every second stretch was wrong.
_LEAST, _PEAK, _TOGETHER = 0.4, 0.8, 1.0
_APART = 2  # from one word to the next of a stretch: one that is not doubted may stand between
_SURE = 0.5  # the least that is shown


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the doubted stretches of a translation."""
    for words in doubted(row) if is_read(row, article) else ():
        yield told(row, words)


def doubted(row: Row) -> Iterator[range]:
    """Yield the stretches of doubted words, by their indices."""
    found = word_doubts(row)
    for words in stretches([at for at, doubt in enumerate(found) if doubt >= _LEAST]):
        here = [found[at] for at in words]
        if max(here) >= _PEAK and sum(here) >= _TOGETHER:
            yield words


def stretches(at: Sequence[int]) -> Iterator[range]:
    """Yield the ranges of indices that stand side by side, or with one left out."""
    begins = [0, *(number for number, (one, other) in enumerate(pairwise(at), 1) if other - one > _APART)]
    for first, after in pairwise([*begins, len(at)] if at else ()):
        yield range(at[first], at[after - 1] + 1)


def told(row: Row, words: range) -> Hit:
    """Make a finding; its evidence is what the reference has in its place, if that is clear."""
    side, evidence = row.translation, instead(row, words)
    span = side.words[words.start].start, side.words[words.stop - 1].end
    if evidence:
        message = _("This may say something else than the reference, which has “%(text)s” here.")
        message %= {"text": evidence}
    else:
        message = _("This may say something else than the reference.")
    return Hit(span, "accuracy/mistranslation", Severity.MINOR, message, _SURE, evidence)


def instead(row: Row, words: range) -> str:
    """Give what the reference has, without counterpart, in the place of some words."""
    here = [gap for gap in row.gaps if gap.start < words.stop and words.start < gap.end]
    theirs = [row.reference.words[at] for gap in here for at in gap.theirs]
    if not theirs:
        return ""
    return row.reference.text[min(word.start for word in theirs) : max(word.end for word in theirs)]


CHECK = Check(
    "meaning",
    N_("Meaning"),
    N_(
        "English words that a small reader, trained with right and wrong pairs, doubts: beside the reference"
        " they may say something else, or say it of somebody else. It gives no reasons, and about half of"
        " them are only other wordings, so such findings are minor and rank lowest. It reads up to 500 pairs,"
        " and marks only what no other check has marked."
    ),
    find,
    gives_way=True,
)
