"""Which part of speech a word is, as far as the words before it and its own form show it."""

from workbench.checks.side import Side
from workbench.lang.grammar import grammar_words
from workbench.lang.wordnet import parts_of_speech

NOUN, VERB = "noun", "verb"
_BEFORENOUNS = ("articles", "possessives", "determiners")


def part_in_place(side: Side, index: int) -> str | None:
    """Give "noun" or "verb" where that is clear; else None. English only."""
    nouns, verbs, others, adverbs = parts_of_speech(side.words[index].folded)
    if verbs and not nouns and not others and not adverbs:
        return VERB
    if nouns and not verbs and not others and not adverbs:
        return NOUN
    before = side.words[index - 1].folded if index else ""
    words = grammar_words("en")
    if nouns and any(before in words[kind] for kind in _BEFORENOUNS):
        return NOUN
    return VERB if verbs and (before in words["modals"] or before in {"to", "not"}) else None


def is_mostly_verb(word: str) -> bool:
    """Tell whether a form is never a noun and more often a verb than anything else: moved, not "calm"."""
    nouns, verbs, others, adverbs = parts_of_speech(word)
    return not nouns and verbs > others + adverbs


def is_mostly_noun(word: str) -> bool:
    """Tell whether a word is a noun more often than anything else."""
    noun, verb, adjective, adverb = parts_of_speech(word)
    return noun > verb + adjective + adverb
