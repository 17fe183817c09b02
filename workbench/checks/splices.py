"""Clauses run together: a capital in mid-sentence, two conjunctions for one, a verb or two too many."""

import re
from collections.abc import Iterator
from itertools import product

from workbench.checks.article import Article, Row
from workbench.checks.broken_verbs import broken_verbs
from workbench.checks.check import Check
from workbench.checks.comma_splices import comma_splices
from workbench.checks.doubled_conjunctions import conjunctions, side_by_side
from workbench.checks.hit import Hit
from workbench.checks.lost_relatives import lost_relatives
from workbench.checks.quoting import quoting
from workbench.checks.side import Side
from workbench.checks.stray_capitals import capitals, second_capitals
from workbench.i18n import N_, _
from workbench.lang.abbreviations import abbreviations
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import meaning
from workbench.model.finding import Severity

_SMALL = re.compile(r"(?<![\w.’'-])(?P<last>[A-Za-z][a-z]{3,})(?P<stop>\.) (?P<first>[a-z]+)\b")
_MODALS = ("will", "would", "can", "could", "may", "might", "must", "shall", "should")
_FINITE = ("is", "are", "was", "were", "has", "does", "did")
_AUXILIARIES = frozenset(
    [
        *product(_MODALS, (*_MODALS, *_FINITE, "had")),
        *product((*_FINITE, "have", "had"), (*_FINITE, *_MODALS)),
    ]
)
_TOGETHER = re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(' '.join, sorted(_AUXILIARIES)))})(?![\w’'-])")
_RELATIVE = re.compile(
    r"\b(?:what|who|whom|that|which|where|how|why|all|as|those|it|than|if|whether|thing)\b", re.IGNORECASE
)


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the seams of a pair's translation."""
    side = row.translation
    yield from conjunctions(row)
    yield from side_by_side(row)
    if side.known.language == "en":
        yield from capitals(row, article)
        yield from second_capitals(row, article)
        yield from auxiliaries(row)
        yield from lost_relatives(row)
        yield from small_letters(row)
        yield from comma_splices(row)
        yield from broken_verbs(row)


def auxiliaries(row: Row) -> Iterator[Hit]:
    """Yield two auxiliaries of which one is too many."""
    side = row.translation
    if _AUXILIARIES.isdisjoint(side.pairs):
        return
    for match in _TOGETHER.finditer(side.text):
        before = side.text[max(0, match.start() - 60) : match.start()]
        clause = re.split(r"[.,;:!?]", before)[-1]
        if _RELATIVE.search(clause) or match[0] in row.reference.text or is_noun(clause, match[0]):
            continue
        yield Hit(
            match.span(),
            "fluency/grammar",
            Severity.MAJOR,
            _("Two verbs stand together where one is enough: “%(words)s”.") % {"words": match[0]},
            0.8,
        )


def is_noun(before: str, words: str) -> bool:
    """Tell whether the first of two is a noun: God's will is, the free will is."""
    known = verb_forms("en")
    if words.split(maxsplit=1)[0] not in known["nouns_too"]:
        return False
    last = before.split()[-2:]
    return not last or any(word.lower() in known["nominal"] or word.endswith(("’s", "'s")) for word in last)


def small_letters(row: Row) -> Iterator[Hit]:
    """Yield the sentences that begin with a small letter."""
    side = row.translation
    for match in _SMALL.finditer(side.text) if ". " in side.text else ():
        known = abbreviations("en")
        last, first = match["last"].lower(), match["first"]
        short = match["last"] in known.joins | known.numbered | known.may_end | known.ends
        if short or match[0] in row.reference.text or not (is_word(side, first) and is_word(side, last)):
            continue
        if quoting(side.text, side.language).holds(match.start("first")):
            continue
        yield Hit(
            match.span("first"),
            "fluency/typography",
            Severity.MINOR,
            _("A sentence begins with a small letter."),
            0.8,
            fix=first[0].upper() + first[1:],
        )


def is_word(side: Side, word: str) -> bool:
    """Tell whether a word in small letters is an English one."""
    return word in side.known.grammar or meaning(word) is not None


CHECK = Check(
    "splices",
    N_("Sentences run together"),
    N_(
        "A capital in mid-sentence where two sentences were run together, two conjunctions for one"
        " (“although … but”), two auxiliaries side by side, a relative clause without its pronoun, and"
        " sentences that begin with a small letter."
    ),
    find,
    wide=True,
)
