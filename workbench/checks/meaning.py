"""Words that a trained reader doubts beside the reference, where no other check has anything to say."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.doubted import is_read, suspicion
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.unconfirmed import unconfirmed_words
from workbench.i18n import N_, _
from workbench.model.finding import Severity

# What a word counts is its doubt less _LITTLE: a right word between doubted ones costs a stretch something
# and does not end it. What is told begins and ends with words that are doubted by _EDGE, its words count
# _TOGETHER, and one of them is doubted by one of _PEAK: the first in an article that is suspect by _GOOD, the
# second by _POOR. In articles that were new to it some two in five of what it told were errors.
_LITTLE, _EDGE, _TOGETHER = 0.15, 0.3, 1.3
_GOOD, _POOR, _PEAK = 0.1, 0.2, (0.8, 0.6)
_WIDER = 2  # times as many words of the reference, and it is no counterpart that a reader would see at once
_SURE = 0.5  # the least that is shown


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the doubted stretches of a translation, none beyond the end of a sentence."""
    found = row.doubts if is_read(row, article) else ()
    known: set[int] = set()
    least = peak(article) if found else 1.0
    for sentence in row.translation.sentences if found else ():
        for words in doubted(found, row.translation.words_in(sentence), least):
            known.update(words)
            yield told(row, words)
    for words in unconfirmed_words(row, article) if found else ():
        if known.isdisjoint(words):
            known.update(words)
            yield told(row, words)


def peak(article: Article) -> float:
    """Give the doubt that some word of what is told must have: less in an article that is much doubted."""
    share = (article.fact(suspicion) - _GOOD) / (_POOR - _GOOD)
    return _PEAK[0] + (_PEAK[1] - _PEAK[0]) * min(1.0, max(0.0, share))


def doubted(doubts: Sequence[float], within: range, least: float) -> Iterator[range]:
    """Yield the doubted stretches among some words, by their indices."""
    counts = [doubt - _LITTLE for doubt in doubts]
    for stretch in heaviest(counts, within):
        edges = [at for at in stretch if doubts[at] >= _EDGE]
        words = range(edges[0], edges[-1] + 1) if edges else range(0)
        is_told = sum(counts[at] for at in words) >= _TOGETHER
        if is_told and max(doubts[at] for at in words) >= least:
            yield words


def heaviest(counts: Sequence[float], within: range) -> Iterator[range]:
    """Yield, in order, the stretch whose words count most, and those found alike before and behind it.

    These are the maximal scoring subsequences of Ruzzo and Tompa (1999), but for ties, where they cut more.
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
    """Give what the reference has in the place of some words: without counterpart, or linked to one of them.

    Nothing where all is linked, or what is linked lies far apart.
    """
    here = [gap for gap in row.gaps if gap.start < words.stop and words.start < gap.end]
    free = [at for gap in here for at in gap.theirs]
    theirs = [*free, *(there for at in words if (there := row.links.forward[at]) != NONE)]
    if not free or max(theirs) - min(theirs) >= _WIDER * len(words):
        return ""
    return row.reference.text[row.reference.words[min(theirs)].start : row.reference.words[max(theirs)].end]


CHECK = Check(
    "meaning",
    N_("Meaning"),
    N_(
        "English words that a small reader, trained with right and wrong pairs, doubts: beside the reference"
        " they may say something else, or say it of somebody else. It gives no reasons, and more than half of"
        " them are only other wordings, so such findings are minor and rank lowest. It reads up to 500 pairs,"
        " and marks only what no other check has marked. Where it doubts many pairs of an article, less doubt"
        " is enough."
    ),
    find,
    varies=True,
    gives_way=True,
)
