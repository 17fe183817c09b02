"""Two conjunctions where English has one: although … but."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, finite
from workbench.i18n import _
from workbench.lang.conjunctions import Doubled, adjacent_conjunctions, doubled_conjunctions
from workbench.model.finding import Severity

_LONGEST_CLAUSE = 200  # characters between the two conjunctions: farther apart they are of different clauses


def conjunctions(row: Row) -> Iterator[Hit]:
    """Yield the clauses with two conjunctions for one."""
    side = row.translation
    for doubled in doubled_conjunctions(side.known.language):
        if f", {doubled.second} " not in side.text:
            continue
        for match in pattern(doubled).finditer(side.text):
            if is_one_clause(side, match) and not pattern(doubled).search(row.reference.text):
                yield both(side, match)


def side_by_side(row: Row) -> Iterator[Hit]:
    """Yield two conjunctions side by side for one: since after they left."""
    side = row.translation
    language = side.known.language
    known = together(language)
    if known is None or joints(language).isdisjoint(side.pairs):
        return
    for match in known.finditer(side.text):
        if match[0].lower() in row.reference.text.lower():
            continue
        pair = match[0][: match.end("joint") - match.start()].strip(), match["second"]
        there = [word for word in pair if re.search(rf"\b{word}\b", row.reference.text, re.IGNORECASE)]
        message = _("“%(first)s” and “%(second)s” say the same; one is enough.") % {
            "first": pair[0],
            "second": pair[1],
        }
        fix = there[0] if len(there) == 1 else None
        yield Hit(match.span(), "fluency/grammar", Severity.MINOR, message, 0.85, row.reference.text, fix)


@cache
def joints(language: str) -> frozenset[tuple[str, str]]:
    """Give the two words that stand side by side in each pair: time whenever, of every time, whenever."""
    pairs = adjacent_conjunctions(language)
    return frozenset((first.split()[-1], second.split()[0]) for first, second in pairs)


@cache
def together(language: str) -> "re.Pattern[str] | None":
    """Give what finds two conjunctions side by side; None where a language has none."""
    pairs = adjacent_conjunctions(language)
    joined = "|".join(rf"{re.escape(first)}(?= {re.escape(second)}\b)" for first, second in pairs)
    seconds = "|".join(sorted({re.escape(second) for _first, second in pairs}, key=len, reverse=True))
    whole = rf"(?<![\w’'-])(?:{joined})(?P<joint> )(?P<second>{seconds})(?![\w’'-])"
    return re.compile(whole, re.IGNORECASE) if pairs else None


@cache
def pattern(doubled: Doubled) -> "re.Pattern[str]":
    """Give what finds both conjunctions; the first begins a sentence or follows a mark."""
    first = "|".join(map(re.escape, doubled.first))
    after = "".join(rf"(?!{re.escape(word)}\b)" for word in sorted(doubled.not_after))
    return re.compile(
        rf"(?:(?<=^)|(?<=[.!?;:,“\"] )|(?<=[“\"]))(?P<first>(?:{first}) )"
        rf"(?P<clause>(?:[^.!?;:“”\"]|\.(?= ?[\da-z,])){{3,{_LONGEST_CLAUSE}}}?)"
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
