"""Which English words carry a sentence: finite verbs told from participles, infinitives and nouns.

Spelling, WordNet's counts and the neighbours decide; what they leave open is MAYBE, and a check acts on
what is sure.
"""

from collections.abc import Sequence
from enum import IntEnum

from workbench.checks.words import Kind, Word
from workbench.lang.grammar import grammar_words
from workbench.lang.remembered import remembered
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import base_forms, parts_of_speech

_SHORT = ("n't", "'re", "'ve", "'ll", "'m", "'d")
_SHARE = 0.1  # of a word's uses: a verb that is a noun nine times of ten is taken for the noun
# Words after a participle within which "by" shows that it is one: released on Tuesday by the bureau.
_REACH = 3
_MORE = 3  # times as often a noun: radio, time


class Finite(IntEnum):
    """Whether a word is a finite verb."""

    NO = 0
    MAYBE = 1
    SURE = 2


class Form(IntEnum):
    """What a word's spelling makes of it as a verb."""

    NONE = 0
    PLAIN = 1
    PAST = 2
    PARTICIPLE = 3
    PAST_OR_PARTICIPLE = 4
    PRESENT_PARTICIPLE = 5
    AUXILIARY = 6


_NEVER = frozenset({Form.NONE, Form.PARTICIPLE, Form.PRESENT_PARTICIPLE})


@remembered
def form(word: str) -> Form:
    """Tell what form of a verb a word in small letters may be."""
    known = verb_forms("en")
    if word in known["finite"] or word.endswith(_SHORT):
        return Form.AUXILIARY
    if word.endswith("'s"):
        return Form.AUXILIARY if word[:-2] in known["subjects"] else Form.NONE
    if word in known["rarely"]:
        return Form.NONE
    if word in known["pasts"]:
        return Form.PAST
    if word in known["participles"]:
        return Form.PARTICIPLE
    return by_spelling(word)


def by_spelling(word: str) -> Form:
    """Tell a regular verb's form by its ending, if WordNet has the verb."""
    counts = parts_of_speech(word)
    if word.endswith("ed") and (counts[1] or not any(counts)) and base_forms(word, "v") != (word,):
        return Form.PAST_OR_PARTICIPLE
    if not counts[1] or counts[1] < _SHARE * sum(counts):
        return Form.NONE
    if word.endswith("ing") and base_forms(word, "v") != (word,):
        return Form.PRESENT_PARTICIPLE
    if word.endswith("s") or word in base_forms(word, "v"):
        return Form.PLAIN
    return Form.PAST_OR_PARTICIPLE


def finite(words: Sequence[Word], at: int) -> Finite:
    """Tell whether the word at an index of an English side's words is a finite verb."""
    word = words[at].straight
    made = form(word)
    if made in _NEVER:
        return Finite.MAYBE if word.endswith("'s") and is_short(neighbour(words, at + 1, at)) else Finite.NO
    before = neighbour(words, at - 1, at)
    named = bool(before) and words[at].is_capital
    if made is Form.AUXILIARY:
        noun = word in verb_forms("en")["nouns_too"] and (named or before in verb_forms("en")["nominal"])
        return Finite.NO if noun or before == "to" else Finite.SURE
    if named or before == "to":
        return Finite.NO
    return Finite.SURE if made is Form.PAST else of_either(words, at, before, made)


def neighbour(words: Sequence[Word], at: int, of: int) -> str:
    """Give the word at an index in small letters; "" where a mark stands between it and the one at `of`."""
    if not 0 <= at < len(words):
        return ""
    first, second = words[min(at, of)], words[max(at, of)]
    return words[at].straight if second.start - first.end <= 1 else ""


def of_either(words: Sequence[Word], at: int, before: str, made: Form) -> Finite:
    """Tell whether a form that may be a noun or a participle too is a finite verb."""
    known, word = verb_forms("en"), words[at].straight
    if before in known["doers"]:
        return Finite.SURE
    if before in known["nominal"] or before.endswith("'s") or is_of_noun(word, before, made):
        return Finite.NO
    if made is Form.PAST_OR_PARTICIPLE and has_agent(words, at):
        return Finite.NO
    object_follows = neighbour(words, at + 1, at) in known["objects"]
    return Finite.SURE if before and object_follows and not before.endswith("ly") else Finite.MAYBE


def has_agent(words: Sequence[Word], at: int) -> bool:
    """Tell whether "by" and who did it follow a participle; not by how much, nor by doing what."""
    for place, word in enumerate(words[at + 1 : at + 1 + _REACH], at + 2):
        if word.folded == "by" and place < len(words):
            by = words[place]
            return by.kind is Kind.WORD and form(by.straight) is not Form.PRESENT_PARTICIPLE
    return False


def is_of_noun(word: str, before: str, made: Form) -> bool:
    """Tell whether a plain form is a noun by the word before it; a command begins with its verb."""
    if made is not Form.PLAIN:
        return False
    counts = parts_of_speech(word)
    if not before:
        return counts[0] > _MORE * counts[1]
    return (
        before in grammar_words("en")["prepositions"] or before.isdecimal() or counts[0] > _MORE * counts[1]
    )


def is_short(after: str) -> bool:
    """Tell whether 's is a verb by the word after it: the market's crashing, the bank's not."""
    return after in {"a", "an", "the", "not"} or form(after) is Form.PRESENT_PARTICIPLE
