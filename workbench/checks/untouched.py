"""Pairs that were approved as the machine wrote them while findings of weight are open."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.figures import count
from workbench.i18n import N_, ngettext
from workbench.model.finding import UNEDITED, Severity
from workbench.model.status import Status


def find(row: Row, article: Article) -> Iterable[Hit]:
    """Find nothing by itself."""
    del row, article
    return ()


def of_others(row: Row, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield one finding for a pair that was approved unchanged, as grave as the gravest that is open."""
    passage, text = row.passage, row.translation.text
    if passage.status is not Status.APPROVED or passage.original != text:
        return
    grave = [hit for hit in hits if hit.severity.rank >= Severity.MAJOR.rank]
    if not grave:
        return
    message = ngettext(
        "Approved as the machine wrote it, with %(count)s grave finding open.",
        "Approved as the machine wrote it, with %(count)s grave findings open.",
        len(grave),
    ) % {"count": count(len(grave))}
    worst = max(grave, key=lambda hit: hit.severity.rank)
    sure = max(hit.confidence for hit in grave)
    yield Hit((0, len(text)), UNEDITED, worst.severity, message, sure, worst.message)


CHECK = Check(
    "untouched",
    N_("Left as the machine wrote it"),
    N_("A pair that was approved without a change although findings of major or above are open in it."),
    find,
    of_others=of_others,
)
