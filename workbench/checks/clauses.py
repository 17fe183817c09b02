"""Who does what in an English sentence: the subject of a verb, by the words right before it."""

from functools import cache

from workbench.checks.side import Side
from workbench.checks.verbs import Form, form
from workbench.lang.grammar import grammar_words
from workbench.lang.kinship import is_person
from workbench.lang.remembered import remembered
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import parts_of_speech

SUBJECTS = frozenset(["i", "we", "you", "he", "she", "it", "they"])
_BE = frozenset(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"])
_OURS, _SPOKEN_OF = frozenset(["my", "our"]), frozenset(["he", "she", "they"])
_SHORT = 12  # words at most between a subject and its verb: auxiliaries and adverbs are few


@cache
def between_words() -> frozenset[str]:
    """Give the words that may stand between a subject and its verb."""
    return grammar_words("en")["auxiliaries"] | grammar_words("en")["adverbs"] | verb_forms("en")["finite"]


def person_of(side: Side, at: int) -> str:
    """Give the person of a pronoun ("he" for him, "i" for I'm); "" if it is none."""
    return side.pronouns.get(at, "")


def is_spoken_of(side: Side, at: int, subject: str) -> bool:
    """Tell whether a speaker's own may be the one that is spoken of: my father, of whom another says he."""
    if side.small[at] not in _OURS or subject not in _SPOKEN_OF:
        return False
    return any(is_person(word) for word in side.small[at + 1 : at + 3])


def subject_of(side: Side, verb: int) -> int | None:
    """Give the index of a verb's subject, a pronoun or a name's or noun's last word; None if unclear."""
    at = verb - 1
    while at >= 0 and verb - at < _SHORT and adjoins(side, at):
        word = side.words[at].folded
        if word == "to" or (word not in between_words() and not is_adverb(word)):
            break
        at -= 1
    if at < 0 or not adjoins(side, at) or side.words[at].folded == "to":
        return None
    known = grammar_words("en")
    if person_of(side, at):
        return at if side.words[at].straight.split("'")[0] in SUBJECTS else None
    return at if side.content[at] and side.words[at].folded not in known["prepositions"] else None


@remembered
def is_adverb(word: str) -> bool:
    """Tell whether a word is an adverb more often than anything else: soon, quickly, not rely."""
    *others, adverb = parts_of_speech(word)
    return adverb > sum(others) or (word.endswith("ly") and not any(others))


@remembered
def is_in_ly(word: str) -> bool:
    """Tell whether a word in -ly says how something is done, or is: quickly, likely, not fly or family."""
    noun, verb, adjective, adverb = parts_of_speech(word)
    return word.endswith("ly") and adjective + adverb >= noun + verb


def adjoins(side: Side, at: int) -> bool:
    """Tell whether nothing but a space stands between a word and the next."""
    return side.text[side.words[at].end : side.words[at + 1].start] == " "


def is_passive(side: Side, verb: int) -> bool:
    """Tell whether a verb is passive: a participle after a form of be."""
    if form(side.words[verb].folded) not in {Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE}:
        return False
    return any(word.folded in _BE for word in side.words[max(0, verb - 3) : verb])


def third_person(verb: str) -> str:
    """Give the form of a plain verb or auxiliary after he, she, it."""
    known = {"am": "is", "are": "is", "have": "has", "do": "does", "don't": "doesn't", "haven't": "hasn't"}
    if verb in known:
        return known[verb]
    if form(verb) is not Form.PLAIN or verb.endswith("s"):
        return verb
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
