"""Words that a trained reader doubts beside the reference, where no other check has anything to say."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.doubt import is_read, word_doubts
from workbench.checks.hit import Hit
from workbench.i18n import N_, _
from workbench.model.finding import Severity

# What a word counts is its doubt less _LITTLE: a right word between doubted ones costs a stretch something
# and does not end it. Of one that is told the words count _TOGETHER, one of them is doubted by _PEAK, and the
# first and the last by _EDGE. In articles that were new to it some three in seven of them were errors.
_LITTLE, _EDGE, _PEAK, _TOGETHER = 0.2, 0.4, 0.7, 1.0
_SURE = 0.5  # the least that is shown


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the doubted stretches of a translation."""
    for words in doubted(word_doubts(row)) if is_read(row, article) else ():
        yield told(row, words)


def doubted(doubts: Sequence[float]) -> Iterator[range]:
    """Yield the doubted stretches, by the indices of their words."""
    counts = [doubt - _LITTLE for doubt in doubts]
    for words in heaviest(counts, range(len(counts))):
        weighty = [at for at in words if doubts[at] >= _EDGE]
        if sum(counts[at] for at in words) >= _TOGETHER and max(doubts[at] for at in words) >= _PEAK:
            yield range(weighty[0], weighty[-1] + 1)


def heaviest(counts: Sequence[float], within: range) -> Iterator[range]:
    """Yield the stretch whose words count most together, then those before and behind it in the same way.

    That is how Ruzzo and Tompa (1999) define the maximal scoring subsequences of a row of numbers.
    """
    totals = list(accumulate(counts[within.start : within.stop], initial=0.0))
    lowest, best, words = 0, 0.0, range(0)
    for at, total in enumerate(totals):
        if total < totals[lowest]:
            lowest = at
        if total - totals[lowest] > best:
            best, words = total - totals[lowest], range(within.start + lowest, within.start + at)
    if words:
        yield from heaviest(counts, range(within.start, words.start))
        yield words
        yield from heaviest(counts, range(words.stop, within.stop))


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
        " they may say something else, or say it of somebody else. It gives no reasons, and more than half of"
        " them are only other wordings, so such findings are minor and rank lowest. It reads up to 500 pairs,"
        " and marks only what no other check has marked."
    ),
    find,
    gives_way=True,
)
