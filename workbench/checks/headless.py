"""Sentences that are a noun with what belongs to it and no verb: A photo taken that day. It shows smoke."""

from workbench.checks.article import Row
from workbench.checks.clauses import is_adverb, is_passive
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, Form, finite, form
from workbench.lang.grammar import grammar_words
from workbench.lang.wordnet import base_forms, parts_of_speech

_SHORTEST = 4  # words
_RELATIVES = frozenset(["that", "which", "who", "whose", "where", "when"])
_ANEW = frozenset(["it", "he", "she", "they"])
_OPEN = frozenset({Form.PAST, Form.PAST_OR_PARTICIPLE})


def is_subject(row: Row, here: range, there: range, before: int, after: int) -> bool:
    """Tell whether a sentence is but the subject of the verb that the reference has at the seam.

    The reference goes on from the word `before` to `after`; a pronoun takes the subject up beside a verb.
    """
    side, other = row.translation, row.reference
    if len(here) < _SHORTEST or not is_nominal(side, here):
        return False
    anew = there.start + 1 if side.words[there.start].folded in _ANEW else NONE
    if anew != NONE and row.links.forward[anew] == after == before + 1:
        begins = finite(side.words, anew) is Finite.SURE
    else:
        begins = after > before + 1 and is_verb(other, before + 1)
    if not begins:
        return False
    inside = of_relatives(side, here)
    return not any(carries(side, at) and not is_same(row, at, before) for at in here if at not in inside)


def is_unfinished(row: Row, words: range, before: int, after: int) -> bool:
    """Tell whether a sentence has but participles for a relative clause in the passive."""
    side, forward, other = row.translation, row.links.forward, row.reference
    if len(words) < _SHORTEST or not is_nominal(side, words):
        return False
    if not any(other.words[at].folded in _RELATIVES for at in range(before + 1, after)):
        return False
    verbs = [at for at in words[1:] if is_verb(side, at)]
    passive = any(forward[at] != NONE and is_passive(other, forward[at]) for at in verbs)
    return passive and not any(carries(side, at) for at in verbs)


def is_same(row: Row, at: int, before: int) -> bool:
    """Tell whether the reference has the very word with its verb after it: so it is none here."""
    side, other, there = row.translation, row.reference, row.links.forward[at]
    if finite(side.words, at) is not Finite.MAYBE or there == NONE:
        return False
    if other.words[there].folded != side.words[at].folded or not (is_open(side, at) or is_open(side, at + 1)):
        return False
    return not any(word.folded in _RELATIVES for word in other.words[there:before])


def is_open(side: Side, at: int) -> bool:
    """Tell whether a word may be a past or a participle, also beside a verb of its own: found, bound."""
    if at >= len(side.words):
        return False
    word = side.words[at].folded
    return form(word) in _OPEN or len(base_forms(word, "v")) > 1


def is_nominal(side: Side, words: range) -> bool:
    """Tell whether a sentence may begin with a noun and what belongs to it: no pronoun, no clause."""
    known, first = grammar_words("en"), side.words[words.start].folded
    if first in known["adverbs"]:
        first = side.words[words.start + 1].folded
    begins = known["articles"] | known["possessives"] | known["determiners"]
    return first in begins or first not in side.known.grammar


def of_relatives(side: Side, words: range) -> frozenset[int]:
    """Give the verbs of relative clauses: the first group of verbs behind each pronoun."""
    inside = set[int]()
    for start in (at for at in words[1:] if side.words[at].folded in _RELATIVES):
        verb = next((at for at in range(start + 1, words.stop) if finite(side.words, at)), words.stop)
        while verb < words.stop and is_of_group(side, verb):
            inside.add(verb)
            verb += 1
    return frozenset(inside)


def is_of_group(side: Side, at: int) -> bool:
    """Tell whether a word may go on with a group of verbs: had not been paid."""
    word = side.words[at].folded
    return form(word) is not Form.NONE or word == "not" or is_adverb(word)


def carries(side: Side, at: int) -> bool:
    """Tell whether a word is a finite verb; what may be a participle before a preposition is none."""
    return is_verb(side, at) and (
        finite(side.words, at) is Finite.SURE or not is_before_preposition(side, at)
    )


def is_before_preposition(side: Side, at: int) -> bool:
    """Tell whether a form that may be a participle stands before a preposition: loaded on a plane."""
    if not is_open(side, at) or at + 1 >= len(side.words):
        return False
    return side.words[at + 1].folded in grammar_words("en")["prepositions"]


def is_verb(side: Side, at: int) -> bool:
    """Tell whether a word may be a finite verb; a plain form is one that is a verb more often than a noun."""
    known, made = finite(side.words, at), form(side.words[at].folded)
    if known is Finite.NO:
        return False
    noun, verb, *_others = parts_of_speech(side.words[at].folded)
    return known is Finite.SURE or made in _OPEN or verb > noun
