"""Sentences run together: a capital in mid-sentence, two conjunctions for one, doubled auxiliaries."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.checks.quoting import quoting
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, Form, finite, form
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
_SECOND = re.compile(
    r"(?:(?<=^)|(?<=[.!?] ))(?P<first>And|But|Or|So|Also) (?P<second>[A-Z][a-z]+)\b(?! [A-Z])"
)
# Verbs that go on with the subject of the sentence before.
_ON = frozenset({Form.PAST, Form.PAST_OR_PARTICIPLE})
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
        yield from second_capitals(row, article)
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


def second_capitals(row: Row, article: Article) -> Iterator[Hit]:
    """Yield a conjunction at the start of a sentence whose second word has the capital of another start."""
    side, known = row.translation, article.fact(written_small)
    for match in _SECOND.finditer(side.text):
        word = match["second"]
        if word in row.reference.text or not (word.lower() in known or is_start(side, word.lower())):
            continue
        before = side.text[: match.start()].rstrip()
        joins = before.endswith(".") and form(word.lower()) in _ON
        yield Hit(
            (len(before) - 1, match.end()) if joins else match.span(),
            "fluency/grammar",
            Severity.MINOR,
            _("A capital stands in mid-sentence: “%(word)s”.") % {"word": word},
            0.85,
            fix=f" {match['first'].lower()} {word.lower()}" if joins else word,
        )


def is_start(side: Side, word: str) -> bool:
    """Tell whether a word in small letters begins clauses and is no name: a word of grammar, a past."""
    return (word in side.known.grammar and word != "i") or form(word) in _ON


def written_small(article: Article) -> frozenset[str]:
    """Give the words that the article writes small too, of which a capital is no name's."""
    texts = [row.translation.text + " " + row.reference.text for row in article.rows]
    return frozenset(word for text in texts for word in re.findall(r"\b[a-z]{4,}\b", text))


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
    """Make a hit: the first conjunction goes, and the comma where the second carries its subject on."""
    message = _("“%(first)s” and “%(second)s” say the same; one is enough.") % {
        "first": match["first"].strip(),
        "second": match["second"].strip(" ,"),
    }
    clause = match["clause"]
    if match["first"][0].isupper():
        clause = clause[0].upper() + clause[1:]
    at = side.words_in((match.end("second"), match.end("second") + 1)).start
    if side.known.language == "en" and follows_subject(side, at):
        span = match.start("first"), match.end("second") - 1
        fix = clause + match["second"].strip(",").rstrip()
        return Hit(span, "fluency/grammar", Severity.MINOR, message, 0.9, fix=fix)
    word = clause.split(maxsplit=1)[0]
    span = match.start("first"), match.start("clause") + len(word)
    return Hit(span, "fluency/grammar", Severity.MINOR, message, 0.85, fix=word)


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
        " (“although … but”), two auxiliaries side by side, and sentences that begin with a small letter."
    ),
    find,
    wide=True,
)
