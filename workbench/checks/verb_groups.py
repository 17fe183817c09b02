"""A verb with its auxiliaries in an English clause, and what they make of its form."""

from functools import cache
from typing import NamedTuple

from workbench.checks.clauses import adjoins, is_adverb
from workbench.checks.side import Side
from workbench.checks.verbs import Form, form
from workbench.checks.words import Kind
from workbench.lang.grammar import grammar_words
from workbench.lang.roles import role_words
from workbench.lang.verbs import verb_forms

PARTICIPLES = frozenset({Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE})
PASTS = frozenset({Form.PAST, Form.PAST_OR_PARTICIPLE})
_SHORT = {"re": "are", "m": "am", "ve": "have", "d": "had", "s": "'s"}  # she's: is or has


class Group(NamedTuple):
    """A verb with its auxiliaries: where it starts, those from the nearest on, whether after "to", denied."""

    start: int
    auxiliaries: tuple[str, ...]
    infinitive: bool
    denied: bool


@cache
def group_words() -> frozenset[str]:
    """Give the auxiliaries."""
    return verb_forms("en")["finite"] | grammar_words("en")["auxiliaries"] | role_words("be")


def group(side: Side, verb: int) -> Group:
    """Give the group of a verb: what stands between it and its subject."""
    at, found, denied = verb, [], False
    while at and adjoins(side, at - 1):
        word = side.words[at - 1].straight
        denied = denied or word in {"not", "never"} or word.endswith("n't")
        if word in group_words():
            found.append(word)
        elif not is_between(word):
            when = time_before(side, at - 1)
            if when is None:
                break
            at = when + 1
        at -= 1
    infinitive = at > 0 and adjoins(side, at - 1) and side.words[at - 1].folded == "to"
    return Group(at, tuple(found), infinitive, denied)


def is_between(word: str) -> bool:
    """Tell whether a word in small letters may stand between auxiliaries and their verb."""
    return word in role_words("between") or (is_adverb(word) and word not in role_words("times"))


def time_before(side: Side, at: int) -> int | None:
    """Give the first index of what tells when and ends with a word: on Tuesday, last year."""
    if side.words[at].folded not in role_words("times"):
        return None
    while at and adjoins(side, at - 1) and tells_when(side, at - 1):
        at -= 1
    return at


def tells_when(side: Side, at: int) -> bool:
    """Tell whether a word may belong to what tells when."""
    word = side.words[at]
    return word.kind is Kind.NUMBER or word.folded in role_words("time_words") | role_words("times")


def short(side: Side, start: int) -> str:
    """Give the auxiliary that is written as the end of the word before a verb: they’ve."""
    _word, mark, end = side.words[start - 1].straight.rpartition("'") if start else ("", "", "")
    return _SHORT.get(end, "") if mark else ""


def made_of(word: str, nearest: str) -> Form:
    """Tell a verb's form; one that is spelled like its participle is one after be and have."""
    helped = nearest in role_words("be") or nearest in role_words("have")
    return Form.PAST_OR_PARTICIPLE if helped and word in role_words("invariant") else form(word)


def is_active(made: Form, nearest: str, found: Group) -> bool:
    """Tell whether a form and the auxiliary before it make the active voice."""
    if made is Form.PLAIN:
        return nearest not in role_words("be") | role_words("have")
    if made is Form.PRESENT_PARTICIPLE:
        return nearest in role_words("be")
    if nearest and nearest != "'s":
        return made in PARTICIPLES and nearest in role_words("have")
    return made in PASTS and not found.infinitive


def gap(side: Side, at: int) -> str:
    """Give the text between a word and the one before it."""
    return side.text[side.words[at - 1].end : side.words[at].start] if at else ""
