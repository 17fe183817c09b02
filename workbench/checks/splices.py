"""Sentences run together: a capital in mid-sentence, two conjunctions for one, doubled auxiliaries."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.checks.quoting import quoting
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, finite
from workbench.i18n import N_, _
from workbench.lang.abbreviations import abbreviations
from workbench.lang.conjunctions import Doubled, doubled_conjunctions
from workbench.lang.grammar import grammar_words
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import meaning
from workbench.model.finding import Severity

# A capital that no name explains, after a word in small letters and before another.
_CAPITAL = re.compile(
    r"(?<![\w’'-])(?P<before>[a-z]{2,}) (?P<capital>He|She|They|We|The|This|That|These|Those|But|And|However"
    r"|Because|Although|Meanwhile|In|At|When|While|There|His|Her|Their|Its|It) (?P<after>[a-z]+)\b"
)
# What stands before a title: an article, "of The Hague", "called The Beast".
_INTO = frozenset(
    ["of", "the", "a", "an", "called", "titled", "named", "entitled", "song", "film", "book", "novel"]
)
_REVERENT = 3  # times that an article writes He in mid-sentence before it is a custom and no slip
_PRONOUNS = frozenset(["He", "She", "They", "We"])
_SMALL = re.compile(r"(?<![\w.’'-])(?P<last>[A-Za-z][a-z]{3,})(?P<stop>\.) (?P<first>[a-z]+)\b")
_LONGEST_CLAUSE = 200  # characters between the two conjunctions: farther apart they are of different clauses
_MODALS = r"will|would|can|could|may|might|must|shall|should"
_AUXILIARIES = re.compile(
    rf"(?<![\w’'-])(?:(?:{_MODALS}) (?:{_MODALS}|is|are|was|were|has|had|does|did)"
    rf"|(?:is|are|was|were|has|have|had|does|did) (?:is|are|was|were|has|does|did|{_MODALS}))(?![\w’'-])"
)
_RELATIVE = re.compile(
    r"\b(?:what|who|whom|that|which|where|how|why|all|as|those|it|than|if|whether|thing)\b", re.IGNORECASE
)


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the seams of a pair's translation."""
    side = row.translation
    yield from conjunctions(row)
    if side.known.language == "en":
        yield from capitals(row, article)
        yield from auxiliaries(row)
        yield from small_letters(row)


def capitals(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the words that begin a sentence in the middle of another."""
    side = row.translation
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


def conjunctions(row: Row) -> Iterator[Hit]:
    """Yield the clauses with two conjunctions for one."""
    side = row.translation
    for doubled in doubled_conjunctions(side.known.language):
        if f", {doubled.second} " not in side.text:
            continue
        for match in pattern(doubled).finditer(side.text):
            if is_one_clause(side, match) and not pattern(doubled).search(row.reference.text):
                yield both(side, match)


@cache
def pattern(doubled: Doubled) -> "re.Pattern[str]":
    """Give what finds both conjunctions; the first begins a sentence or follows a mark."""
    first = "|".join(map(re.escape, doubled.first))
    after = "".join(rf"(?!{re.escape(word)}\b)" for word in sorted(doubled.not_after))
    return re.compile(
        rf"(?:(?<=^)|(?<=[.!?;:,“\"] )|(?<=[“\"]))(?P<first>(?:{first}) )"
        rf"(?P<clause>[^.!?;:“”\"]{{3,{_LONGEST_CLAUSE}}}?)"
        rf"(?P<second>, {re.escape(doubled.second)} )(?={after}(?P<after>[\w’']+))",
        re.IGNORECASE,
    )


def is_one_clause(side: Side, match: "re.Match[str]") -> bool:
    """Tell whether the second conjunction follows the first one's own clause."""
    head, *rest = match["clause"].split(", ")
    if side.known.language != "en":
        return not rest
    words = side.words_in(match.span("clause"))
    commas = [match.start("clause") + len(head)] if rest else []
    before = [at for at in words if not commas or side.words[at].start < commas[0]]
    if not any(finite(side.words, at) for at in words):
        return False
    return not rest or not any(finite(side.words, at) for at in before)


def both(side: Side, match: "re.Match[str]") -> Hit:
    """Make a hit: the second conjunction goes where a subject follows it, else the first one does."""
    message = _("“%(first)s” and “%(second)s” say the same; one is enough.") % {
        "first": match["first"].strip(),
        "second": match["second"].strip(" ,"),
    }
    at = side.words_in((match.end("second"), match.end("second") + 1)).start
    carried = side.known.language == "en" and follows_subject(side, at)
    if not carried:
        span = match.end("clause") + 1, match.end("second") - 1
        return Hit(span, "fluency/grammar", Severity.MINOR, message, 0.85, fix="")
    span = match.start("first"), match.end("second") - 1
    clause, capital = match["clause"], match["first"][0].isupper()
    text = (clause[0].upper() if capital else clause[0]) + clause[1:]
    fix = text + match["second"].strip(",").rstrip()
    return Hit(span, "fluency/grammar", Severity.MINOR, message, 0.9, fix=fix)


def follows_subject(side: Side, at: int) -> bool:
    """Tell whether a word goes on with the subject before it: a verb, not the subject of its own."""
    return finite(side.words, at) > Finite.NO


def auxiliaries(row: Row) -> Iterator[Hit]:
    """Yield two auxiliaries of which one is too many."""
    side = row.translation
    for match in _AUXILIARIES.finditer(side.text):
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
    for match in _SMALL.finditer(side.text):
        known = abbreviations("en")
        last, first = match["last"].lower(), match["first"]
        if (
            last in known.words
            or match[0] in row.reference.text
            or not (is_word(side, first) and is_word(side, last))
        ):
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
        " (“although … but”), two auxiliaries side by side, and sentences that begin with a small letter."
    ),
    find,
)
