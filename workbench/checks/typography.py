"""Slips of the keyboard and of machines: spaces, repeated words and marks, broken characters."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import eq, itemgetter

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit, Span
from workbench.checks.mixed_scripts import mixed_scripts
from workbench.checks.mojibake import broken
from workbench.checks.separators import other_separators
from workbench.i18n import N_, _
from workbench.lang.print import printed
from workbench.lang.quotes import quotes
from workbench.model.finding import Severity

_DOUBLE_SPACE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_EDGE = re.compile(r"\A\s+|\s+\Z")
# "a=b,c=d" is written so in programs.
_JOINED_MARK, _SPACED = re.compile(r"[,;!?.][^\W\d_]"), re.compile(r" [,.;:!?%]")
_AFTER = re.compile(
    r"(?<=[^\W\d_]{2})(?P<mark>[,;!?])(?=[^\W\d_]{2})(?!\w+=)|(?<=[a-z]{2})\.(?=[A-Z][a-z]+\b[^.@/])"
)
_MARKS = re.compile(r"(?<!\.)\.\.(?!\.)|,,+|;;+|,\.")
_TWICE = re.compile(r"(?<![\w’'-])(?P<word>[^\W\d_]+) (?P<again>(?i:(?P=word)))(?![\w’'-])")
# Zero width space and joiners, byte order mark, soft hyphen, marks and overrides of direction.
_INVISIBLE = re.compile(
    "[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd\u0000-\u0008]+"
)
_JOINED = frozenset(["ar", "fa", "he", "hi", "ur"])  # languages that need marks of direction
_LINK = re.compile(r"(?<!\S)\S*(?:://|www\.|@|\.(?:com|org|net|gov|edu|io)\b)\S*")
_SURE = 0.9
_TEXTS = 64  # the slips of a pair are looked at before the next one's
_LEAST, _MOST = 3, 7  # words of a phrase that stands twice; of two, it may be for effect


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the slips in a pair's translation; what the reference repeats or writes so too is right."""
    del article
    text = row.translation.text
    yield from (hit for hit in of_spaces(row) if not in_link(text, hit.span))
    yield from of_marks(text)
    yield from of_words(row)
    yield from of_phrases(row)
    yield from of_characters(row)
    yield from of_locale(row)
    yield from (hit for hit in other_separators(row) if not in_link(text, hit.span))


def slip(
    span: Span, message: str, fix: str, confidence: float = _SURE, category: str = "fluency/typography"
) -> Hit:
    """Make a hit; a slip is minor."""
    return Hit(span, category, Severity.MINOR, message, confidence, fix=fix)


def in_link(text: str, span: Span) -> bool:
    """Tell whether a place is within an address; addresses stand in the order of the text."""
    links = addresses(text)
    at = bisect_right(links, span[0], key=itemgetter(0))
    return at > 0 and span[0] < links[at - 1][1]


@lru_cache(maxsize=_TEXTS)
def addresses(text: str) -> Sequence[Span]:
    """Give where the addresses of a text stand."""
    return [match.span() for match in _LINK.finditer(text)]


def of_spaces(row: Row) -> Iterator[Hit]:
    """Yield the spaces that are too many, and those that are missing after a mark."""
    text, language = row.translation.text, row.translation.known.language
    odd = not text.isascii()  # there are other spaces than the common one
    for match in _DOUBLE_SPACE.finditer(text) if odd or "  " in text else ():
        yield slip(match.span(), _("Several spaces stand together."), " ", 0.95)
    for match in _EDGE.finditer(text) if text != text.strip() else ():
        yield slip(match.span(), _("A space stands at the edge."), "")
    for match in before_mark(language).finditer(text) if odd or _SPACED.search(text) else ():
        yield slip(match.span(), _("A space stands before a punctuation mark."), match["mark"])
    if _JOINED_MARK.search(text) and (text[:1].isascii() or not row.translation.words[:1]):
        for match in _AFTER.finditer(text):
            yield slip(match.span(), _("A space is missing after a punctuation mark."), f"{match[0]} ", 0.8)


@cache
def before_mark(language: str) -> "re.Pattern[str]":
    """Give what finds a space before a mark in a language."""
    marks = "".join(mark for mark in ",.;:!?%" if mark not in printed(language).spaced)
    return re.compile(rf"(?<=[\w”’)\]\"])[ \u00a0\u202f]+(?P<mark>[{re.escape(marks)}])(?![\w.)(])")


def of_marks(text: str) -> Iterator[Hit]:
    """Yield the marks that stand twice."""
    if not any(twice in text for twice in ("..", ",,", ";;", ",.")):
        return
    for match in _MARKS.finditer(text):
        yield slip(match.span(), _("A punctuation mark stands twice."), match[0][0], 0.85)


def of_words(row: Row) -> Iterator[Hit]:
    """Yield the words that stand twice: the the."""
    side = row.translation
    text, doubled = side.text, printed(side.known.language).doubled
    if text.isascii() and not any(map(eq, side.small, side.small[1:])):
        return
    for match in _TWICE.finditer(text):
        word = match["word"]
        name = match["again"][0].isupper()
        if word.lower() in doubled or name or match[0].lower() in row.reference.text.lower():
            continue
        span = match.start("word") + len(word), match.end()
        yield slip(
            span, _("A word stands twice: “%(word)s”.") % {"word": word}, "", 0.85, "fluency/repetition"
        )


def of_phrases(row: Row) -> Iterator[Hit]:
    """Yield the phrases that stand twice in a row: for the first time for the first time."""
    side = row.translation
    words = side.small
    if len(words) - len(side.vocabulary) < _LEAST:
        return
    if len(words) - len(side.pairs) < _LEAST:  # no pair of words stands twice, or just one
        return
    last: dict[str, int] = {}
    for at, word in enumerate(words):
        size = at - last.get(word, at)
        last[word] = at
        first, second = at + 1 - 2 * size, at + 1 - size
        if not _LEAST <= size <= _MOST or words[first:second] != words[second : at + 1]:
            continue
        start, joint, end = side.words[first].start, side.words[second - 1].end, side.words[at].end
        text = side.text[start:joint]
        if f"{text} {text}" == side.text[start:end] and side.text[start:end] not in row.reference.text:
            message = _("A word stands twice: “%(word)s”.") % {"word": text}
            yield slip((joint, end), message, "", 0.85, "fluency/repetition")


def of_characters(row: Row) -> Iterator[Hit]:
    """Yield characters that were broken, cannot be seen, or are of another script."""
    text = row.translation.text
    if text.isascii():
        return
    for span, right in broken(text):
        yield slip(span, _("Characters were read in a wrong encoding."), right, 0.95)
    if row.translation.known.language not in _JOINED:
        for match in _INVISIBLE.finditer(text):
            yield slip(match.span(), _("A character that cannot be seen."), "")
    for span, right in mixed_scripts(text):
        yield slip(span, _("A word has letters of two scripts that look alike."), right)


def of_locale(row: Row) -> Iterator[Hit]:
    """Yield the quotation marks of another language's print."""
    side = row.translation
    if side.text.isascii():
        return
    pair = quotes(side.language).pairs[0]
    own = set("".join(quotes(side.language).pairs)) | {"’", "‘"}
    for match in re.finditer("[„«»「」『』“”]", side.text):
        if match[0] not in own and match[0] not in row.reference.text:
            fix = pair[0] if match[0] in "„«「『“" else pair[1]
            message = _("A quotation mark of another language’s print.")
            yield slip(match.span(), message, fix, 0.8)


CHECK = Check(
    "typography",
    N_("Typography"),
    N_(
        "Several spaces together, spaces before punctuation where the language has none, repeated words and"
        " marks, invisible or broken characters, letters of two scripts in one word, quotation marks and the"
        " points and commas of numbers as another language has them."
    ),
    find,
)
