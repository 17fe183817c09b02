"""What somebody asks, demands or promises, said otherwise: told him that it was, for asked whether."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.remembered import remembered
from workbench.lang.speech import exclusive_speech, speech_words
from workbench.lang.wordnet import base_forms, forms_of, parts_of_speech
from workbench.model.finding import Severity

_KNOWN_WORDS = 1 << 16  # how many words' answers are kept
_REACH = 7  # words from a verb to the question behind it
_SURE = 0.75


def other_speech(row: Row) -> Iterator[Hit]:
    """Yield the verbs that tell as a fact what the reference asks, and those that exclude the reference's."""
    place = lost_question(row)
    if place:
        yield hit(row, *place)
    ours = kinds(row.translation)
    theirs = kinds(row.reference) if ours else {}
    for group in ours.keys() & theirs.keys():
        here, there = ours[group], theirs[group]
        if len(here) == 1 == len(there) and here.keys() != there.keys():
            yield hit(row, *here.values(), *there.values())


def hit(row: Row, here: int, there: int) -> Hit:
    """Mark a verb, and give the reference's."""
    word, other = row.translation.words[here], row.reference.words[there].text
    message = _("The reference has “%(text)s” in its place.") % {"text": other}
    return Hit((word.start, word.end), "accuracy/mistranslation", Severity.MAJOR, message, _SURE, other)


def lost_question(row: Row) -> tuple[int, int] | None:
    """Give the verb in the place of the reference's that asks or leaves something open, and that one."""
    if speech_words("en", "questions").isdisjoint(row.reference.vocabulary) or "?" in row.translation.text:
        return None
    asked = verb_of_asking(row.reference)
    there = verb_before_whether(row) if asked is None else asked
    if there is None or any(keeps(word.folded, sure=asked is not None) for word in row.translation.words):
        return None
    here = row.links.backward[there]
    if asked is not None and (here == NONE or not is_any(row.translation.words[here].folded, "telling")):
        told = verb_of_telling(row, there)
        here = here if told == NONE else told
    return None if here == NONE else (here, there)


def verb_of_asking(side: Side) -> int | None:
    """Give the first verb of asking with a question behind it."""
    questions = speech_words("en", "questions")
    for at, word in enumerate(side.words):
        behind = side.words[at + 1 : at + 1 + _REACH]
        if is_any(word.folded, "asking") and any(each.folded in questions for each in behind):
            return at
    return None


def verb_before_whether(row: Row) -> int | None:
    """Give the linked verb of the reference that "whether" belongs to: say, or declined to say, whether."""
    words, linked = row.reference.words, row.links.backward
    end = next((at for at, word in enumerate(words) if word.folded == "whether"), 0)
    for at in range(end - 1, max(-1, end - _REACH), -1):
        noun, verb, *_others = parts_of_speech(words[at].folded)
        if linked[at] != NONE and row.reference.content[at] and verb > noun:
            return at
    return None


def verb_of_telling(row: Row, there: int) -> int:
    """Give the verb of telling that says what the reference asks: the nearest in place without a link."""
    links, words = row.links.forward, row.translation.words
    free = [at for at, word in enumerate(words) if links[at] == NONE and is_any(word.folded, "telling")]
    place = there / len(row.reference.words) * len(words)
    return min(free, key=lambda at: abs(at - place), default=NONE)


@lru_cache(maxsize=_KNOWN_WORDS)
def keeps(word: str, *, sure: bool) -> bool:
    """Tell whether a word keeps a question what it is, or else leaves something open."""
    return is_any(word, "kept") or not (sure or not is_any(word, "open"))


@lru_cache(maxsize=_KNOWN_WORDS)
def is_any(word: str, kind: str) -> bool:
    """Tell whether a word is a form of one of a kind."""
    return not speech_words("en", kind).isdisjoint((word, *base_forms(word)))


def kinds(side: Side) -> Mapping[int, Mapping[int, int]]:
    """Give what a side says of each group: the first word of each member."""
    found: dict[int, dict[int, int]] = {}
    if sought().isdisjoint(side.folded) or not any(map(members, side.vocabulary)):
        return found
    for at, word in enumerate(side.words):
        for group, member in members(word.folded):
            found.setdefault(group, {}).setdefault(member, at)
    return found


@cache
def sought() -> frozenset[str]:
    """Give all words that belong to a group, and some that do not."""
    return frozenset(form for word in exclusive_speech("en") for form in forms_of(word))


@remembered
def members(word: str) -> tuple[tuple[int, int], ...]:
    """Give the groups that a word belongs to in any of its forms, and as which member."""
    known = exclusive_speech("en")
    return tuple({place for form in (word, *base_forms(word)) for place in known.get(form, ())})
