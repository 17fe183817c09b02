"""How far a deed is on one English side of a pair: done, tried, planned, by the words before its verb."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from workbench.checks.side import Side
from workbench.checks.verb_groups import PARTICIPLES, PASTS, gap, is_between
from workbench.checks.verbs import Form, form
from workbench.lang.denial import denial, denies
from workbench.lang.grammar import grammar_words
from workbench.lang.roles import role_words
from workbench.lang.standings import (
    Shape,
    Standing,
    Wording,
    markers,
    rare_pairs,
    standing_words,
    wordings_of,
)
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import base_forms, parts_of_speech

_REACH = 4  # words between a wording and its verb: will soon be
_SPLIT = 2  # adverbs within a wording: is now set to
_BEFORE = 3  # words before a wording among which it is denied
_SAID = 10  # words before "would" among which somebody says so
_DENYING = frozenset({Standing.MUST_NOT, Standing.NEED_NOT, Standing.CONDITIONAL})
_IS_TO = ("is", "to"), ("are", "to")


class Told(NamedTuple):
    """How far the deed of a verb is; `start` is the index of the first word that says so."""

    standing: Standing
    start: int
    verb: int


def marks_of(side: Side) -> frozenset[str]:
    """Give the words of a side by which wordings are sought: at little cost, as most sides have none."""
    found = markers() & side.vocabulary
    has_any = found or any(words in side.text for words in rare_pairs())
    return found | standing_words("beside") if has_any else found


def marked(side: Side, marks: frozenset[str]) -> Mapping[int, Told]:
    """Give the verbs whose standing some wording tells, by their places; of two wordings the nearer's."""
    found: dict[int, Told] = {}
    for at in [at for at, word in enumerate(side.small) if word in marks]:
        word = side.words[at]
        behind_to = at > 0 and side.small[at - 1] == "to"
        for wording in wordings_of(word.folded, is_capital=word.is_capital, behind_to=behind_to):
            told = told_by(side, at, wording)
            if told:
                found[told.verb] = told
                break
    return found


def told_by(side: Side, at: int, wording: Wording) -> Told | None:
    """Read a wording around its key; None where it is another, is denied, or has no verb behind it."""
    end = end_of(side, at, wording)
    start = None if end is None else start_of(side, at, wording)
    if start is None or end is None or not is_meant(side, start, wording):
        return None
    verb = verb_behind(side, end, wording.shape)
    if verb is None or (wording.standing not in _DENYING and is_denied(side, start, verb)):
        return None
    return Told(wording.standing, start, verb)


def start_of(side: Side, at: int, wording: Wording) -> int | None:
    """Give the first word of a wording, adverbs within it passed over."""
    for wanted in reversed(wording.words[: wording.key]):
        at -= 1
        for _adverb in range(_SPLIT):
            if at > 0 and not fits(side, at, wanted) and may_part(side.words[at].straight):
                at -= 1
        if at < 0 or not fits(side, at, wanted) or gap(side, at + 1) != " ":
            return None
    return at


def end_of(side: Side, at: int, wording: Wording) -> int | None:
    """Give the index behind a wording."""
    for wanted in wording.words[wording.key + 1 :]:
        at += 1
        if at >= len(side.words) or not fits(side, at, wanted) or gap(side, at) != " ":
            return None
    return at + 1


def fits(side: Side, at: int, wanted: str) -> bool:
    """Tell whether a word is the one that a wording has: any form of be, any denial."""
    word = side.words[at].straight
    if wanted == "be":
        return word in role_words("be") or word.endswith(("'s", "'re", "'m"))
    if wanted == "not":
        return word != "no" and denies(word, denial("en").negators)
    return word == wanted or wanted in base_forms(word, "v")


def may_part(word: str) -> bool:
    """Tell whether a word may stand between a wording and its verb, or within it: an adverb."""
    return word == "not" or (is_between(word) and word not in grammar_words("en")["prepositions"])


def is_meant(side: Side, start: int, wording: Wording) -> bool:
    """Tell whether "is to" gives a plan, "would" what was still to come; other wordings always do."""
    before = side.words[max(0, start - _SAID) : start]
    if wording.words in _IS_TO:
        return bool(before) and before[-1].folded not in standing_words("no_subjects")
    if wording.words != ("would",):
        return True
    around = {word.folded for word in side.words[max(0, start - _SAID) : start + _SAID]}
    return around.isdisjoint(standing_words("conditions")) and any(
        word.folded in promising_words() for word in before
    )


@cache
def promising_words() -> frozenset[str]:
    """Give the words behind which "would" says what was still to come."""
    return verb_forms("en")["speech"] | standing_words("promising")


@cache
def denying_words() -> frozenset[str]:
    """Give the words that deny what a wording says."""
    return denial("en").negators | standing_words("denying")


def verb_behind(side: Side, start: int, shape: Shape) -> int | None:
    """Give the verb that a wording stands before, if it has the form for it."""
    helped = False
    for at in range(start, min(start + _REACH, len(side.words))):
        word = side.words[at].straight
        if gap(side, at) != " ":
            return None
        if word in standing_words("light"):
            helped = True
        elif not may_part(word):
            return at if (helped and form(word) in PARTICIPLES) or has_shape(word, shape) else None
    return None


def has_shape(word: str, shape: Shape) -> bool:
    """Tell whether a word is a verb of the form that stands behind a wording."""
    made = form(word)
    if shape is Shape.BASE:
        return made is not Form.AUXILIARY and word in base_forms(word, "v") and parts_of_speech(word)[1] > 0
    if shape is Shape.ING:
        return made is Form.PRESENT_PARTICIPLE
    past = made in PARTICIPLES or word in role_words("invariant")
    return past or (shape is Shape.PAST and made in PASTS)


def is_denied(side: Side, start: int, verb: int) -> bool:
    """Tell whether a wording is denied: never tried to, no plans to."""
    known = denying_words()
    return any(denies(word.straight, known) for word in side.words[max(0, start - _BEFORE) : verb])
