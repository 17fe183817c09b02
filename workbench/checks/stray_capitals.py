"""Capitals in mid-sentence that no name explains: what is left where sentences were run together."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.checks.article import Article, Row
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.checks.verbs import Form, form
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.lang.verbs import verb_forms
from workbench.model.finding import Severity

# A capital that no name explains, after a word in small letters and before another.
_CAPITALS = (
    r"He|She|They|We|The|This|That|These|Those|But|And|However|Because|Although|Meanwhile|In|At|When|While"
    r"|There|His|Her|Their|Its|It"
)
_CAPITAL = re.compile(rf"(?<![\w’'-])(?P<before>[a-z]{{2,}}) (?P<capital>{_CAPITALS}),? (?P<after>[a-z]+)\b")
_BEGINNINGS = frozenset(_CAPITALS.split("|"))
# What stands before a title: an article, "of The Hague", "called The Beast".
_INTO = frozenset(
    ["of", "the", "a", "an", "called", "titled", "named", "entitled", "song", "film", "book", "novel"]
)
_FIRST = ("And ", "But ", "Or ", "So ", "Also ")
_SECOND = re.compile(
    r"(?:(?<=^)|(?<=[.!?] ))(?P<first>And|But|Or|So|Also) (?P<second>[A-Z][a-z]+)\b(?! [A-Z])"
)
# Verbs that go on with the subject of the sentence before.
_ON = frozenset({Form.PAST, Form.PAST_OR_PARTICIPLE})
_REVERENT = 3  # times that an article writes He in mid-sentence before it is a custom and no slip
_PRONOUNS = frozenset(["He", "She", "They", "We"])


def capitals(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the words that begin a sentence in the middle of another."""
    side = row.translation
    if not any(at and side.words[at].text in _BEGINNINGS for at in side.capitals):
        return
    for match in _CAPITAL.finditer(side.text):
        word, before = match["capital"], match["before"]
        if (
            before in _INTO
            or match[0].lower() in row.reference.text.lower()
            or not (word in _PRONOUNS or is_running(match))
        ):
            continue
        if word in _PRONOUNS and article.fact(reverent) >= _REVERENT:
            continue
        dangling = is_dangling(before)
        start = match.start("before") if dangling else match.end("before")
        yield Hit(
            (start, match.end("capital")),
            "fluency/grammar",
            Severity.MAJOR,
            _("Two sentences are run together at “%(word)s”.") % {"word": word},
            0.85 if word in _PRONOUNS else 0.7,
            fix=None if dangling else f". {word}",
        )


def is_running(match: "re.Match[str]") -> bool:
    """Tell whether what stands around a capital is running text: two more words in small letters follow."""
    rest = match.string[match.end() :]
    return match["before"] not in _INTO and bool(re.match(r",? [a-z’']+\b(?! [A-Z])", rest))


def second_capitals(row: Row, article: Article) -> Iterator[Hit]:
    """Yield a conjunction at the start of a sentence whose second word has the capital of another start."""
    side = row.translation
    if not any(first in side.text for first in _FIRST):
        return
    for match in _SECOND.finditer(side.text):
        word, small = match["second"], match["second"].lower()
        if word in row.reference.text or not (is_start(side, small) or small in article.fact(written_small)):
            continue
        before = side.text[: match.start()].rstrip()
        joins = before.endswith(".") and form(small) in _ON
        yield Hit(
            (len(before) - 1, match.end()) if joins else match.span(),
            "fluency/grammar",
            Severity.MINOR,
            _("A capital stands in mid-sentence: “%(word)s”.") % {"word": word},
            0.85,
            fix=f" {match['first'].lower()} {small}" if joins else word,
        )


def is_start(side: Side, word: str) -> bool:
    """Tell whether a word in small letters begins clauses and is no name: a word of grammar, a past."""
    return (word in side.known.grammar and word != "i") or form(word) in _ON


def written_small(article: Article) -> frozenset[str]:
    """Give the words that the article writes small too, of which a capital is no name's."""
    pieces: set[str] = set()
    for row in article.rows:
        pieces.update(row.translation.text.split(), row.reference.text.split())
    return frozenset(re.findall(r"\b[a-z]{4,}\b", " ".join(pieces)))


@cache
def is_dangling(word: str) -> bool:
    """Tell whether a word wants another after it: an auxiliary, a preposition, an article, a conjunction."""
    kinds = grammar_words("en")
    return (
        word in kinds["prepositions"] | kinds["articles"] | kinds["conjunctions"] | verb_forms("en")["finite"]
    )


def reverent(article: Article) -> int:
    """Count the capital pronouns in mid-sentence."""
    count = 0
    for row in article.rows:
        count += sum(match["capital"] in _PRONOUNS for match in _CAPITAL.finditer(row.translation.text))
    return count
