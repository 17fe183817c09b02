"""Clauses run together at a comma: two sentences without a stop, a second verb without its subject."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.checks.article import Row
from workbench.checks.attribution import attribution
from workbench.checks.clauses import SUBJECTS, adjoins
from workbench.checks.headless import is_verb
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, Form, finite, form
from workbench.checks.words import Kind
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.lang.verbs import verb_forms
from workbench.model.finding import Severity

_SURE = 0.8
_SUBJECT = 5  # words of a subject before its verb
_APART = 6  # words of the reference between the last one linked before a comma and the first behind it
_BEFORE = 4  # words before a comma that may belong to the clause behind it: for the second time in Sagamihara
_BEHIND = 5  # and behind it: is a rise from
_BE = frozenset(["is", "are", "was", "were"])
_RELATIVES = frozenset(["that", "which", "who", "whom", "whose", "what", "where", "when", "how", "why"])
_OPEN = frozenset({Form.PRESENT_PARTICIPLE, Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE})
_COMMA = re.compile(r"(?<=\w), (?=\w)")
_BEFORE_BE = re.compile(r"(?<=\w), (?=(?:is|are|was|were) )")
_STOPS = (". ", "; ", ".” ", ";” ", ", and ", ", but ")
_STOP = re.compile(r"[.;]”? |(?<=,) (?:and|but) ")
# A quotation that goes on with a capital behind who spoke: “We wait,” she said, “When it rains we go.”
_ANEW = re.compile(r",[”\"] (?P<who>[^“”\".]{4,60})(?P<stop>,) (?P<mark>[“\"])(?P<word>[A-Z][a-z]+)\b")


def comma_splices(row: Row) -> Iterator[Hit]:
    """Yield the commas that join two clauses of the reference, or leave a verb without subject."""
    side = row.translation
    if ", " not in side.text or not row.reference:
        return
    yield from quoted_anew(side)
    commas = _COMMA if any(stop in row.reference.text for stop in _STOPS) else _BEFORE_BE
    for match in commas.finditer(side.text):
        at = side.words_in((match.end(), match.end() + 1)).start - 1
        if not 1 < at < len(side.words) - 2:
            continue
        if side.words[at + 1].folded in _BE:
            yield from ownerless(row, at)
        elif begins_clause(side, at + 1) and is_main(side, at):
            yield from spliced(row, at)


def quoted_anew(side: Side) -> Iterator[Hit]:
    """Yield the capitals with which a quotation goes on behind a comma and who spoke."""
    for match in _ANEW.finditer(side.text) if ",”" in side.text or ',"' in side.text else ():
        word = match["word"].lower()
        if word in side.known.grammar - {"i"} and attribution().fullmatch(match["who"]):
            message = _("Two sentences are run together at “%(word)s”.") % {"word": match["word"]}
            span = match.start("stop"), match.end()
            fix = f". {match['mark']}{match['word']}"
            yield Hit(span, "fluency/punctuation", Severity.MINOR, message, _SURE, fix=fix)


def is_main(side: Side, last: int) -> bool:
    """Tell whether what ends at a comma is a main clause: it has a verb, and no word that makes it less."""
    start = last
    while start and adjoins(side, start - 1):
        start -= 1
    first = side.words[start].folded
    known = grammar_words("en")
    if first in known["conjunctions"] | known["prepositions"] | _RELATIVES or form(first) in _OPEN:
        return False
    if side.words[start].start and side.text[side.words[start].start - 1] in '“"(—':
        return False
    return any(is_verb(side, at) for at in range(start + 1, last + 1))


@cache
def no_subjects() -> frozenset[str]:
    """Give the words that begin no subject; a pronoun may carry a row on: he came, he saw."""
    known = grammar_words("en")
    return known["conjunctions"] | known["prepositions"] | known["adverbs"] | _RELATIVES | SUBJECTS


def begins_clause(side: Side, start: int) -> bool:
    """Tell whether a subject and its verb begin at a word, and do not say who spoke."""
    first = side.small[start]
    if first in no_subjects():
        return False
    if form(first) is Form.AUXILIARY:
        return False
    for at in range(start + 1, min(start + 1 + _SUBJECT, len(side.words))):
        word = side.words[at].folded
        if not adjoins(side, at - 1) or word in _RELATIVES or form(word) is Form.PRESENT_PARTICIPLE:
            return False
        if word in verb_forms("en")["speech"]:
            more = at + 1 < len(side.words) and adjoins(side, at)
            return more and side.words[at + 1].folded in {"it", "that"}
        if finite(side.words, at) is Finite.SURE:
            return True
    return False


def spliced(row: Row, at: int) -> Iterator[Hit]:
    """Yield a comma for which the reference has a stop, or a conjunction beside it."""
    side = row.translation
    place, other = joint(row, at, _BEFORE), row.reference
    if place is None:
        return
    between = other.text[other.words[place[0]].end : other.words[place[1]].start]
    if not _STOP.search(between) or is_list(side, at):
        return
    word = side.words[at + 1]
    yield Hit(
        (side.words[at].end, word.end),
        "fluency/punctuation",
        Severity.MINOR,
        _("Two sentences are run together at “%(word)s”.") % {"word": word.text},
        _SURE,
        other.text,
    )


def is_list(side: Side, at: int) -> bool:
    """Tell whether another clause follows with a conjunction: he came, he saw, and he won."""
    stop = side.sentences[side.sentence_of(side.words[at].start)][1]
    return bool(re.search(r", (?:and|but|or) ", side.text[side.words[at].end : stop]))


def joint(row: Row, at: int, before: int) -> tuple[int, int] | None:
    """Give the reference's words for those around a comma; None if they are apart or crossed."""
    forward = row.links.forward
    after = next(
        (forward[to] for to in range(at + 1, min(at + _BEHIND, len(forward))) if forward[to] != NONE), NONE
    )
    first = min(
        (forward[to] for to in range(max(0, at + 1 - before), at + 1) if forward[to] != NONE), default=NONE
    )
    if NONE in (first, after) or not 0 < after - first <= _APART:
        return None
    return first, after


def is_predicate(side: Side, at: int) -> bool:
    """Tell whether what somebody is begins at a word: an article, a number, more, most."""
    known = grammar_words("en")
    return side.words[at].kind is Kind.NUMBER or side.words[at].folded in known["articles"] | known["adverbs"]


def ownerless(row: Row, at: int) -> Iterator[Hit]:
    """Yield a verb behind a comma without a subject, where the reference has no verb."""
    side, other, forward = row.translation, row.reference, row.links.forward
    verb = side.words[at + 1]
    if forward[at + 1] != NONE or not is_predicate(side, at + 2) or not is_main(side, at):
        return
    place = joint(row, at, 1)
    if place is None or any(finite(other.words, one) for one in range(place[0] + 1, place[1])):
        return
    first, after = place
    span = side.words[at].end, verb.end
    message = _("A clause has lost the pronoun that joins it; the reference has “%(words)s”.")
    message %= {"words": other.text[other.words[first].start : other.words[after].end]}
    yield Hit(span, "fluency/grammar", Severity.MINOR, message, _SURE, other.text, f", which {verb.text}")
