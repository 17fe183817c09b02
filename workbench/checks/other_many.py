"""Some for all, the other for another: how many of the things are meant that both texts speak of."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.words import Kind
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.lang.how_many import HowMany, how_many
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_CATEGORY = "accuracy/mistranslation"
_SURE = 0.7
_WHICH = frozenset(["another", "other", "remaining"])
_REACH = 5  # words before a noun: all of the three new bridges


def other_many(row: Row) -> Iterator[Hit]:
    """Yield the words before a noun that cannot be true together with those before its counterpart."""
    known = how_many(row.translation.known.language)
    if any(known.words.isdisjoint(side.vocabulary) for side in (row.translation, row.reference)):
        return
    found: set[int] = set()
    for noun in nouns(row.translation, known):
        there = row.links.forward[noun]
        at = before(row.translation, noun, known, row.reference) if there != NONE else None
        right = None if at is None or at in found else before(row.reference, there, known, row.translation)
        if at is None or right is None:
            continue
        if are_apart(row, at, right, known) and (is_of_several(row, at) or is_one_form(row, noun, there)):
            found.add(at)
            yield hit(row, (at, noun), (right, there))


def nouns(side: Side, known: HowMany) -> list[int]:
    """Give the words of content in reach of those that say how many, in order."""
    places = [at for at, word in enumerate(side.small) if word in known.words]
    near = {noun for at in places for noun in range(at + 1, min(at + 1 + _REACH, len(side.words)))}
    return sorted(noun for noun in near if side.content[noun])


def is_of_several(row: Row, at: int) -> bool:
    """Tell whether a word says how many, not which: every teacher for several teachers."""
    return row.translation.words[at].folded not in _WHICH


def is_one_form(row: Row, noun: int, there: int) -> bool:
    """Tell whether two nouns are not a word's singular and plural: the other plants, another plant."""
    word, right = row.translation.words[noun].folded, row.reference.words[there].folded
    return word == right or base_forms(word, "n")[:1] != base_forms(right, "n")[:1]


def before(side: Side, noun: int, known: HowMany, other: Side) -> int | None:
    """Give the word before a noun that says how many are meant, as the other side shows; else None."""
    if not is_noun(side.words[noun].folded):
        return None
    for at in range(noun - 1, max(-1, noun - 1 - _REACH), -1):
        word, after = side.words[at], side.words[at + 1]
        if side.text[word.end : after.start] != " ":
            return None
        if word.folded in known.words:
            return at if is_meant(side, at, known, other) else None
        if not (is_modifier(word.folded) or is_joint(word.folded) or word.kind is Kind.NUMBER):
            return None
    return None


def is_noun(word: str) -> bool:
    """Tell whether a word may well be a noun."""
    noun, *others = parts_of_speech(word)
    return noun * 2 > sum(others)


def is_modifier(word: str) -> bool:
    """Tell whether a word is an adjective more often than a noun or a verb."""
    noun, verb, adjective, _adverb = parts_of_speech(word)
    return adjective > max(noun, verb)


def is_joint(word: str) -> bool:
    """Tell whether a word may stand between: all of the bridges, both their sons."""
    kinds = grammar_words("en")
    return word == "of" or word in kinds["articles"] or word in kinds["possessives"]


def is_meant(side: Side, at: int, known: HowMany, other: Side) -> bool:
    """Tell whether "one" is one of several, or faces none, "other" the other one, "few" more than none."""
    word = side.words[at].folded
    behind = side.words[at + 1].folded
    ahead = side.words[at - 1].folded if at else ""
    if word in {"one", "either"}:
        return behind == "of" or (word == "one" and ahead not in {"no", "not"} and has_none(other, known))
    if word in _WHICH - {"another"}:
        return ahead == "the"
    if word == "few":
        return ahead == "a"
    return ahead not in {"not", "at", "than", "almost", "nearly"} and word != behind


def has_none(side: Side, known: HowMany) -> bool:
    """Tell whether a side says of something that there is none: neither company."""
    return any("none" in known.kinds.get(word, ()) for word in side.vocabulary)


def are_apart(row: Row, at: int, right: int, known: HowMany) -> bool:
    """Tell whether two words exclude one another, and neither side has the other's kind besides."""
    ours, theirs = row.translation.words, row.reference.words
    mine, yours = known.kinds[ours[at].folded], known.kinds[theirs[right].folded]
    if "of" == ours[at + 1].folded == theirs[right + 1].folded:
        return False  # see `exclusives`
    if not any(theirs[right].folded in known.apart[kind] for kind in mine):
        return False
    return not (mine & yours or says(row.translation, known, yours) or says(row.reference, known, mine))


def says(side: Side, known: HowMany, kinds: frozenset[str]) -> bool:
    """Tell whether a side has a word of some kinds anywhere."""
    return any(known.kinds.get(word, frozenset()) & kinds for word in side.vocabulary)


def hit(row: Row, here: tuple[int, int], there: tuple[int, int]) -> Hit:
    """Mark the word up to its noun, and give the reference's."""
    words, others = row.translation.words, row.reference.words
    evidence = row.reference.text[others[there[0]].start : others[there[1]].end]
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    first = here[0] - (here[0] > 0 and words[here[0] - 1].folded == "the")
    span = words[first].start, words[here[1]].end
    return Hit(span, _CATEGORY, Severity.MAJOR, message, _SURE, evidence)
