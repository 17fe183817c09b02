"""Stock phrases that machines make of another language's, and one stem twice: recruit new recruits."""

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.checks.verbs import Form, form
from workbench.i18n import N_, _
from workbench.lang.grammar import grammar_words
from workbench.lang.translationese import any_stock, cognates, stock_phrases
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_BETWEEN = 2  # words between a verb and an object of its stem
_SHORTEST = 4  # letters of a stem


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the phrases of a pair's translation that the reference does not have."""
    del article
    yield from stock(row)
    if row.translation.known.language == "en":
        yield from repetitions(row)


def stock(row: Row) -> Iterator[Hit]:
    """Yield the stock phrases."""
    side = row.translation
    anywhere = any_stock(side.known.language)
    if anywhere is None or not anywhere.search(side.text):
        return
    for phrase in stock_phrases(side.known.language):
        for match in phrase.pattern.finditer(side.text):
            if match[0].lower() in row.reference.text.lower():
                continue
            fix = match.expand(phrase.write) if phrase.write is not None else None
            if fix and match[0][0].isupper():
                fix = fix[0].upper() + fix[1:]
            message = _("A phrase that machines make of “%(origin)s”.") % {"origin": phrase.origin}
            yield Hit(match.span(), "style/awkward", Severity.MINOR, message, 0.7, phrase.origin, fix)


def repetitions(row: Row) -> Iterator[Hit]:
    """Yield a verb and an object of one stem."""
    side = row.translation
    there = {word.folded for word in row.reference.words}
    for at in range(len(side.words) - 1):
        if not side.content[at]:
            continue
        place = next_content(side, at)
        if place is None:
            continue
        one, other = side.words[at].folded, side.words[place].folded
        if not is_repetition(one, other) or {one, other} <= there:
            continue
        span = side.words[at].start, side.words[place].end
        message = _("One stem stands twice: “%(one)s” and “%(other)s”.") % {"one": one, "other": other}
        fix = of_reference(row, at, place)
        yield Hit(span, "fluency/repetition", Severity.MINOR, message, 0.7, fix or "", fix)


def of_reference(row: Row, at: int, place: int) -> str | None:
    """Give the reference's verb and noun in place of a verb and its object, where the noun is linked."""
    other, noun = row.reference, row.links.forward[place]
    for verb in range(noun - 1, max(-1, noun - 2 - _BETWEEN), -1):
        if form(other.words[verb].folded) is form(row.translation.words[at].folded) is not Form.NONE:
            return other.text[other.words[verb].start : other.words[noun].end]
        if not is_between(other.words[verb].folded):
            break
    return None


def next_content(side: Side, at: int) -> int | None:
    """Give the noun that a verb has after it with no mark and few other words between; None if none."""
    for place in range(at + 1, min(len(side.words), at + 2 + _BETWEEN)):
        if side.text[side.words[place - 1].end : side.words[place].start] != " ":
            return None
        if side.words[place].folded[:3] == side.words[at].folded[:3]:
            return place
        if not is_between(side.words[place].folded):
            return None
    return None


@lru_cache(maxsize=1 << 14)
def is_between(word: str) -> bool:
    """Tell whether a word may stand between a verb and its object: an article, a possessive, an adjective."""
    if word in grammar_words("en")["articles"] or word in {"his", "her", "its", "their", "our", "my"}:
        return True
    noun, verb, adjective, _adverb = parts_of_speech(word)
    return adjective > noun + verb


@lru_cache(maxsize=1 << 14)
def is_repetition(verb: str, noun: str) -> bool:
    """Tell whether a verb and a noun are of one stem, and say it twice."""
    shared = {stem for stem in {*base_forms(verb, "v")} & {*base_forms(noun, "n")} if len(stem) >= _SHORTEST}
    if verb == noun or not shared or shared & cognates("en"):
        return False
    return parts_of_speech(verb)[1] > 0 and parts_of_speech(noun)[0] > 0


CHECK = Check(
    "translationese",
    N_("Translationese"),
    N_(
        "Stock phrases that machines make of Korean, Chinese or Japanese (“the input of human resources”),"
        " and a verb with an object of its own stem (“recruit new recruits”). What the reference has as well"
        " is left alone."
    ),
    find,
)
