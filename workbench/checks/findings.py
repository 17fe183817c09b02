"""Findings of hits: sure enough, each said once, with a fingerprint to dismiss it by."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.doubted import doubted_hits, read_ahead
from workbench.checks.hit import Hit
from workbench.model.finding import Finding
from workbench.progress import Report, silent

SURE = 0.5  # a finding that is as likely wrong as right costs a reviewer more than it gives
_BLOCK = 256  # characters: about as many as a sentence has, so that most pairs are one or two blocks
_FEW = 3  # times as long: a name of two or three words around one of them, not a clause
_CONTEXT = 3  # words on either side that tell two like places in one pair apart
_TWO = 2  # hits of which one may say the same as the other
_EVERY = 50  # pairs read ahead between two reports of progress
# Pairs over which a check is asked at once: what it knows of words is near at hand then. Pair by pair, with
# all checks by turns, the same work took a tenth longer.
_AT_ONCE = 128
_ON_AND_ON = partial(silent, 0, 0)


def find(
    article: Article,
    checks: Sequence[Check],
    report: Report = silent,
    *,
    sure: float = SURE,
) -> list[Finding]:
    """Run checks over an article; give what they are at least `sure` of, in the order of the text."""
    found: list[Finding] = []
    ahead = len(article.rows) if any(check.varies for check in checks) else 0
    steps = ahead + len(article.rows)
    for number, row in enumerate(article.rows[:ahead]):
        if number % _EVERY == 0:
            report(number, steps)
        read_ahead(row, article)
    for start in range(0, len(article.rows), _AT_ONCE):
        some = article.rows[start : start + _AT_ONCE]
        found += find_in(some, article, checks, partial(report, ahead + start, steps), sure=sure)
    report(steps, steps)
    return found


def find_in(
    rows: Sequence[Row],
    article: Article,
    checks: Sequence[Check],
    look_up: Callable[[], None] = _ON_AND_ON,
    *,
    sure: float = SURE,
) -> list[Finding]:
    """Run checks over some pairs of an article; `look_up` is called before each, and raises to stop."""
    said: list[list[Sequence[Hit]]] = []
    for check in checks:
        look_up()
        said.append([hits_of(row, article, check) for row in rows])
    found: list[Finding] = []
    for row, *told in zip(rows, *said, strict=True):
        hits = [
            (check, hit)
            for check, its_own in zip(checks, told, strict=True)
            for hit in its_own
            if hit.confidence >= sure and hit.fix != row.translation.text[slice(*hit.span)]
        ]
        found += findings_of(row, checks, hits)
    return found


def findings_of(row: Row, checks: Sequence[Check], hits: Sequence[tuple[Check, Hit]]) -> list[Finding]:
    """Make findings of what checks said of one pair, each thing once."""
    kept = list(settled([each for each in hits if not each[0].gives_way]))
    firm = [hit for _check, hit in kept]
    kept += [
        (check, hit) for check, hit in hits if check.gives_way and not any(meet(hit, one) for one in firm)
    ]
    found = [hit for _check, hit in kept]
    kept += [(check, hit) for check in checks if check.of_others for hit in check.of_others(row, found)]
    return [finding(row, check, hit) for check, hit in sorted(kept, key=lambda pair: pair[1].span)]


def hits_of(row: Row, article: Article, check: Check) -> Sequence[Hit]:
    """Ask a check, or give what it said of this pair before."""
    if check.wide or check.varies:
        return [*asked(row, article, check)]
    known = row.hits.get(check.name)
    if known is None:
        known = row.hits[check.name] = [*asked(row, article, check)]
    return known


def asked(row: Row, article: Article, check: Check) -> Iterable[Hit]:
    """Ask a check; leave out what the trained reader trusts, if it has a say there."""
    found = check.find(row, article)
    return doubted_hits(row, article, found, check.least_doubt) if check.least_doubt else found


def settled(hits: Sequence[tuple[Check, Hit]]) -> Iterator[tuple[Check, Hit]]:
    """Leave out what another check says better of the same words: the surer goes first.

    A longer finding is kept beside a shorter one inside it, unless it writes the same few words anew: then
    the shorter one's fix would break it. Two that overlap by half of the longer are one.
    """
    if len(hits) < _TWO:
        yield from hits
        return
    fixes, kept = Near(hit for _check, hit in hits if hit.fix is not None), Near()
    for check, hit in sorted(hits, key=lambda pair: standing(pair[1]), reverse=True):
        again = any(overlap(hit, other) for other in kept.at(hit))
        if not again and not any(rewrites(other, hit) for other in fixes.at(hit)):
            kept.add(hit)
            yield check, hit


class Near:
    """Hits by the blocks of text they stand in: a sentence of a hundred thousand characters has thousands."""

    def __init__(self, hits: Iterable[Hit] = ()) -> None:
        self._by_block: defaultdict[int, list[Hit]] = defaultdict(list)
        for hit in hits:
            self.add(hit)

    def add(self, hit: Hit) -> None:
        """Take one in."""
        for block in blocks(hit):
            self._by_block[block].append(hit)

    def at(self, hit: Hit) -> Iterator[Hit]:
        """Yield those that share a block with a hit, some of them several times."""
        return (other for block in blocks(hit) for other in self._by_block.get(block, ()))


def blocks(hit: Hit) -> range:
    """Give the blocks that a hit stands in."""
    return range(hit.span[0] // _BLOCK, hit.span[1] // _BLOCK + 1)


def standing(hit: Hit) -> tuple[float, int]:
    """Give what decides between findings about the same words."""
    return hit.confidence + (0.2 if hit.fix is not None else 0.0), hit.severity.rank


def overlap(one: Hit, other: Hit) -> bool:
    """Tell whether two hits share most of the longer one's words."""
    shared = min(one.span[1], other.span[1]) - max(one.span[0], other.span[0])
    longer = max(one.span[1] - one.span[0], other.span[1] - other.span[0])
    return one.span == other.span or shared * 2 > longer


def meet(one: Hit, other: Hit) -> bool:
    """Tell whether two hits share a place."""
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def rewrites(longer: Hit, hit: Hit) -> bool:
    """Tell whether a longer hit's fix writes the words of another fix anew, with few others."""
    (start, end), (first, last) = longer.span, hit.span
    if hit.fix is None or longer.span == hit.span or not start <= first < last <= end:
        return False
    return (last - first) * _FEW >= end - start


def finding(row: Row, check: Check, hit: Hit) -> Finding:
    """Make a finding of a hit."""
    text = row.translation.text[slice(*hit.span)]
    return Finding(
        row.passage.row, hit.span, text, check.name, hit.category, hit.severity, hit.message, hit.evidence,
        hit.fix, hit.confidence, fingerprint(row, check.name, hit),
    )  # fmt: skip


def fingerprint(row: Row, check: str, hit: Hit) -> str:
    """Give 16 hexadecimal digits that stay the same while what a finding rests on does.

    That is the check, the words and those around them, the evidence, and the pair's other texts; an edit
    elsewhere in the translation does not bring back what was dismissed.
    """
    side = row.translation
    inside = side.words_in(hit.span)
    around = side.words[max(0, inside.start - _CONTEXT) : inside.start], side.words[inside.stop :][:_CONTEXT]
    parts = [check, side.text[slice(*hit.span)], hit.evidence, row.reference.text, row.source.text]
    parts += [" ".join(word.folded for word in words) for words in around]
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
