"""One stem twice in one phrase: recruit new recruits, a firm founded as a firm, a meeting to meet."""

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.side import Side
from workbench.checks.verbs import Form, form
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.lang.remembered import remembered
from workbench.lang.translationese import cognates, echoes
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_BETWEEN = 2  # words between a verb and an object of its stem
_FARTHEST = 7  # words from a word to the same again: the Hanoi talks, which are to be held in Hanoi
_SHORTEST = 4  # letters of a stem
_ALIKE = 3  # letters in which words of one stem begin alike
_POSSESSIVES = frozenset(["his", "her", "its", "their", "our", "my"])


def repetitions(row: Row) -> Iterator[Hit]:
    """Yield two words of one stem in one phrase, unless the reference has both."""
    side = row.translation
    last: dict[str, int] = {}
    for at, (word, says) in enumerate(zip(side.small, side.content, strict=True)):
        if not says or len(word) < _SHORTEST:
            continue
        stem = word[:_ALIKE]
        before = last.get(stem, -_FARTHEST)
        last[stem] = at
        near = at - before < _FARTHEST
        if near and (is_object(side, before, at) or (row.reference and is_echo(side, before, at))):
            yield from repetition(row, before, at)


def repetition(row: Row, at: int, place: int) -> Iterator[Hit]:
    """Yield a hit for two words of one stem, unless the reference says both, or one of them twice."""
    side = row.translation
    one, other = side.words[at].folded, side.words[place].folded
    theirs = [word.folded for word in row.reference.words]
    if theirs.count(one) > 1 or (one != other and {one, other} <= set(theirs)):
        return
    span = side.words[at].start, side.words[place].end
    message = _("One stem stands twice: “%(one)s” and “%(other)s”.") % {"one": one, "other": other}
    fix = of_reference(row, at, place) if is_object(side, at, place) else without_echo(side, at, place)
    yield Hit(span, "fluency/repetition", Severity.MINOR, message, 0.7, fix or "", fix)


def without_echo(side: Side, at: int, place: int) -> str | None:
    """Give a phrase without "as a firm" at its end, if it ends so."""
    joint = place - _BETWEEN
    if side.words[joint].folded != "as" or joint <= at or side.words[at].folded != side.words[place].folded:
        return None
    return side.text[side.words[at].start : side.words[joint - 1].end]


def of_reference(row: Row, at: int, place: int) -> str | None:
    """Give the reference's verb and noun in place of a verb and its object, where the noun is linked."""
    other, noun = row.reference, row.links.forward[place]
    for verb in range(noun - 1, max(-1, noun - 2 - _BETWEEN), -1):
        if form(other.words[verb].folded) is form(row.translation.words[at].folded) is not Form.NONE:
            return other.text[other.words[verb].start : other.words[noun].end]
        if not is_between(other.words[verb].folded):
            break
    return None


def is_object(side: Side, verb: int, noun: int) -> bool:
    """Tell whether two words are a verb and an object of its stem: planning a plan."""
    between = side.words[verb + 1 : noun]
    if noun - verb - 1 > _BETWEEN or has_mark(side, verb, noun):
        return False
    near = all(is_between(word.folded) for word in between)
    return near and is_verb_of(side.words[verb].folded, side.words[noun].folded)


def is_echo(side: Side, one: int, other: int) -> bool:
    """Tell whether a word says another one before it again: a meeting to meet, a firm founded as a firm."""
    first, second = side.words[one].folded, side.words[other].folded
    between = [word.folded for word in side.words[one + 1 : other]]
    if first != second:
        return not has_mark(side, one, other) and between in ([], ["to"]) and is_noun_of(first, second)
    again = is_again(side, one, other, between) or is_superlative(side, one, other, between)
    return again or is_held_there(side, one, other, between)


def is_again(side: Side, one: int, other: int, between: list[str]) -> bool:
    """Tell whether a word is said to be itself; "a deal is a deal" ends with that."""
    *rest, joint, article = ["", "", *between]
    if article not in grammar_words("en")["articles"] or has_mark(side, one, other):
        return False
    if joint == "as":
        return form(rest[-1]) is not Form.NONE and rest[-1] not in echoes("en")["equals"]
    ends = side.text[side.words[other].end : side.words[other].end + 1] != " "
    return joint in echoes("en")["equals"] and len(between) == _BETWEEN and not ends


def is_superlative(side: Side, one: int, other: int, between: list[str]) -> bool:
    """Tell whether a word is said to be the most of itself: the dispute has become the worst dispute."""
    joint = next((at for at, word in enumerate(between) if word in echoes("en")["equals"]), None)
    if joint is None or has_mark(side, one, other):
        return False
    article, *rest = [*between[joint + 1 :], ""]
    return article in {"the", "a", "an"} and len(rest) > 1 and all(map(is_degree, rest[:-1]))


def is_degree(word: str) -> bool:
    """Tell whether a word stands between an article and its noun: most, second, serious."""
    return word in {"most", "least", "more", "very"} or is_between(word) or word.endswith("est")


def is_held_there(side: Side, one: int, other: int, between: list[str]) -> bool:
    """Tell whether an event with the name of a place is said to be held there."""
    named = side.words[one].is_capital and side.words[other].is_capital
    inside = bool(between) and between[-1] in {"in", "at"}
    return named and inside and not echoes("en")["events"].isdisjoint(between) and "and" not in between


def has_mark(side: Side, one: int, other: int) -> bool:
    """Tell whether a mark stands between two words."""
    apart = side.text[side.words[one].end : side.words[other].start].split()
    return len(apart) != other - one - 1 or not all(word[-1].isalnum() for word in apart)


@remembered
def is_between(word: str) -> bool:
    """Tell whether a word may stand between a verb and its object: an article, a possessive, an adjective."""
    if word in grammar_words("en")["articles"] or word in _POSSESSIVES:
        return True
    noun, verb, adjective, _adverb = parts_of_speech(word)
    return adjective > noun + verb


@lru_cache(maxsize=1 << 14)
def is_verb_of(verb: str, noun: str) -> bool:
    """Tell whether a verb and a noun are of one stem, and say it twice."""
    shared = {*base_forms(verb, "v")} & {*base_forms(noun, "n")}
    if verb == noun or not is_doubled(shared):
        return False
    return parts_of_speech(verb)[1] > 0 and parts_of_speech(noun)[0] > 0


@lru_cache(maxsize=1 << 14)
def is_noun_of(noun: str, verb: str) -> bool:
    """Tell whether a noun and a verb after it are of one stem: the report reported, a meeting to meet."""
    shared = {*base_forms(noun, "n"), *base_forms(noun, "v")} & {*base_forms(verb, "v")}
    return is_doubled(shared) and parts_of_speech(noun)[0] > 0 and form(verb) is not Form.NONE


def is_doubled(shared: set[str]) -> bool:
    """Tell whether words that share these base forms say one thing twice, and are no idiom."""
    return any(len(stem) >= _SHORTEST for stem in shared) and not shared & cognates("en")
