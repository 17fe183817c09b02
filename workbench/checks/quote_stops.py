"""Full stops and commas beside quotation marks: too many, missing, on the wrong side."""

import re
from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.attribution import attribution
from workbench.checks.hit import Hit
from workbench.checks.quoting import CATEGORY, quoting
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.abbreviations import abbreviations
from workbench.model.finding import Severity

_SHARE, _LEAST = 0.8, 4  # of an article's closing marks, and how many, until where it puts stops is a custom
# A stop after a closing mark; a stop before one where the sentence goes on.
_AFTER = re.compile(r"(?<=[.!?…,][”\"]) ?\.(?=\s|$)|(?<=[”\"]) \.(?=\s|$)")
_BEFORE = re.compile(r"(?P<word>[\w’'-]+)\.(?P<mark>[”\"]) (?P<next>[a-z]+)\b")
_STOP_OUTSIDE = re.compile(r"(?<=[\w%])”(?P<stop>[.,])(?=\s|$)")
_INSIDE, _OUTSIDE = re.compile(r"\w[.,]”"), re.compile(r"\w”[.,]")
# The last word of a quotation without a stop behind it, and the stop that the reference has before "he said".
_UNSTOPPED = re.compile(r"(?P<word>[\w’'-]+[%)]?)(?P<mark>[”\"]) (?=\w)")
_STOPPED = re.compile(r"(?P<stop>[.,!?])[”\"] (?=\w)")


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
    for match in _BEFORE.finditer(side.text) if ".” " in side.text or '." ' in side.text else ():
        if is_short(match["word"]):
            continue
        start = match.end("word")
        speaks = attribution().match(side.text, match.start("next"))
        fix = ("," if speaks else "") + match["mark"]
        message = _("A full stop ends the quotation, but its sentence goes on.")
        yield Hit((start, start + 2), CATEGORY, Severity.MINOR, message, 0.9 if speaks else 0.7, fix=fix)
    yield from unstopped(row)


def unstopped(row: Row) -> Iterator[Hit]:
    """Yield the ends of quotations without a comma or another mark before "he said"."""
    side, other = row.translation, row.reference
    if "” " not in side.text and '" ' not in side.text:
        return
    for match in _UNSTOPPED.finditer(side.text):
        if not attribution().match(side.text, match.end()):
            continue
        there = next((one["stop"] for one in stops_before_speakers(other)), None)
        if there is None and (other or not is_sentence(side, match.start("mark"))):
            continue
        stop = there if there in {"!", "?"} else ","
        message = _("A punctuation mark is missing before the closing quotation mark.")
        fix = f"{match['word']}{stop}{match['mark']}"
        yield Hit(
            (match.start("word"), match.end("mark")), CATEGORY, Severity.MINOR, message, 0.85, other.text, fix
        )


def stops_before_speakers(side: Side) -> Iterator["re.Match[str]"]:
    """Yield the stops of a side that stand before a closing mark and who spoke."""
    return (one for one in _STOPPED.finditer(side.text) if attribution().match(side.text, one.end()))


def is_sentence(side: Side, closing: int) -> bool:
    """Tell whether what a mark closes begins a sentence with a capital, and has several words."""
    start = next((start for start, end in quoting(side.text, side.language).spans if end == closing + 1), -1)
    begins = start >= 0 and not re.search(r"[^.!?:,] ?\Z", side.text[:start])
    return begins and side.text[start + 1].isupper() and " " in side.text[start:closing]


def is_short(word: str) -> bool:
    """Tell whether a stop belongs to the word: an initial, an abbreviation."""
    known = abbreviations("en")
    return len(word) == 1 or word in known.joins | known.numbered | known.may_end | known.ends


def custom(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the stops outside closing marks in an article that keeps them inside."""
    side = row.translation
    if side.known.language != "en" or not article.fact(keeps_inside):
        return
    for match in _STOP_OUTSIDE.finditer(side.text):
        if match[0] not in row.reference.text:
            message = _("Elsewhere the article puts the stop before the closing quotation mark.")
            yield Hit(
                match.span(), "style/consistency", Severity.MINOR, message, 0.75, fix=f"{match['stop']}”"
            )


def keeps_inside(article: Article) -> bool:
    """Tell whether an article puts stops before closing marks as a custom."""
    texts = [row.translation.text for row in article.rows if "”" in row.translation.text]
    inside = sum(len(_INSIDE.findall(text)) for text in texts)
    outside = sum(len(_OUTSIDE.findall(text)) for text in texts)
    return inside >= _LEAST and inside >= _SHARE * (inside + outside)
