"""Full stops and commas beside quotation marks."""

import re
from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.attribution import attribution
from workbench.checks.hit import Hit
from workbench.checks.quoting import CATEGORY
from workbench.i18n import _
from workbench.lang.abbreviations import abbreviations
from workbench.model.finding import Severity

_SHARE, _LEAST = 0.8, 4  # of an article's closing marks, and how many, until where it puts stops is a custom
# A stop after a closing mark; a stop before one where the sentence goes on.
_AFTER = re.compile(r"(?<=[.!?…,][”\"]) ?\.(?=\s|$)|(?<=[”\"]) \.(?=\s|$)")
_BEFORE = re.compile(r"(?P<word>[\w’'-]+)\.(?P<mark>[”\"]) (?P<next>[a-z]+)\b")


def stops(row: Row) -> Iterator[Hit]:
    """Yield the stops that a closing mark leaves behind or keeps from their sentence."""
    side = row.translation
    if side.known.language != "en":
        return
    for match in _AFTER.finditer(side.text):
        stopped = side.text[match.start() - 2] in ".!?…,"
        fix = "" if stopped else "."
        message = (
            _("A full stop is left over after a quotation.") if stopped else _("A space before a full stop.")
        )
        yield Hit(match.span(), CATEGORY, Severity.MINOR, message, 0.95, fix=fix)
    for match in _BEFORE.finditer(side.text):
        if is_short(match["word"]):
            continue
        start = match.end("word")
        speaks = attribution().match(side.text, match.start("next"))
        fix = ("," if speaks else "") + match["mark"]
        message = _("A full stop ends the quotation, but its sentence goes on.")
        yield Hit((start, start + 2), CATEGORY, Severity.MINOR, message, 0.9 if speaks else 0.7, fix=fix)


def is_short(word: str) -> bool:
    """Tell whether a stop belongs to the word: an initial, an abbreviation."""
    known = abbreviations("en")
    return len(word) == 1 or word in known.joins | known.numbered | known.may_end | known.ends


def custom(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the stops outside closing marks in an article that keeps them inside."""
    side = row.translation
    if side.known.language != "en" or not article.fact(keeps_inside):
        return
    for match in re.finditer(r"(?<=[\w%])”(?P<stop>[.,])(?=\s|$)", side.text):
        if match[0] not in row.reference.text:
            message = _("Elsewhere the article puts the stop before the closing quotation mark.")
            yield Hit(
                match.span(), "style/consistency", Severity.MINOR, message, 0.75, fix=f"{match['stop']}”"
            )


def keeps_inside(article: Article) -> bool:
    """Tell whether an article puts stops before closing marks as a custom."""
    texts = [row.translation.text for row in article.rows]
    inside = sum(len(re.findall(r"\w[.,]”", text)) for text in texts)
    outside = sum(len(re.findall(r"\w”[.,]", text)) for text in texts)
    return inside >= _LEAST and inside >= _SHARE * (inside + outside)
