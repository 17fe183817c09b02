"""Stock phrases that machines make of another language's, and one stem twice: recruit new recruits."""

from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.checks.repeated_stems import repetitions
from workbench.i18n import N_, _
from workbench.lang.translationese import stock_phrases
from workbench.model.finding import Severity


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the phrases of a pair's translation that the reference does not have."""
    del article
    yield from stock(row)
    if row.translation.known.language == "en":
        yield from repetitions(row)


def stock(row: Row) -> Iterator[Hit]:
    """Yield the stock phrases."""
    side = row.translation
    for phrase in stock_phrases(side.known.language, side.text):
        for match in phrase.pattern.finditer(side.text):
            if match[0].lower() in row.reference.text.lower():
                continue
            fix = match.expand(phrase.write) if phrase.write is not None else None
            if fix and match[0][0].isupper():
                fix = fix[0].upper() + fix[1:]
            message = _("A phrase that machines make of “%(origin)s”.") % {"origin": phrase.origin}
            yield Hit(match.span(), "style/awkward", Severity.MINOR, message, 0.7, phrase.origin, fix)


CHECK = Check(
    "translationese",
    N_("Translationese"),
    N_(
        "Stock phrases that machines make of Korean, Chinese or Japanese (“the input of human"
        " resources”), a verb with an object of its own stem (“recruit new recruits”), and one thing"
        " said twice (“on average, an average of”). What the reference has as well is left alone."
    ),
    find,
)
