"""Relative clauses without their pronoun: the blast injured six workers was an accident."""

from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.clauses import adjoins, is_in_ly, is_passive
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.verbs import Finite, Form, finite, form
from workbench.checks.words import Kind
from workbench.i18n import _
from workbench.lang.grammar import grammar_words
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import parts_of_speech
from workbench.model.finding import Severity

_RELATIVES = frozenset(["that", "which", "who"])
_JOINTS = _RELATIVES | {"where", "when", "whom", "whose", "what", "as", "if", "because", "and", "or", "but"}
_SURE = 0.8
_REACH = 12  # words from the verb of a relative clause to the verb of its sentence
_BEFORE = 4  # words from a preposition to the noun that a relative clause follows


def lost_relatives(row: Row) -> Iterator[Hit]:
    """Yield the verbs whose subject is a relative pronoun in the reference and nothing in the translation."""
    side, other = row.translation, row.reference
    theirs, mine = other.vocabulary & _RELATIVES, side.vocabulary
    if not theirs or theirs <= mine:
        return
    for at in [at for at, word in enumerate(other.small[:-1]) if at and word in _RELATIVES]:
        word = other.words[at]
        if is_noun(other, at - 1) and adjoins(other, at):
            verb = counterpart(row, at)
            if verb is not None and is_without_subject(row, verb, at):
                text = f"{word.folded} {side.words[verb].text}"
                yield Hit(
                    (side.words[verb].start, side.words[verb].end),
                    "fluency/grammar",
                    Severity.MINOR,
                    _("A clause has lost the pronoun that joins it; the reference has “%(words)s”.")
                    % {"words": other.text[word.start : other.words[at + 1].end]},
                    _SURE,
                    other.text,
                    text,
                )


def is_noun(side: Side, at: int) -> bool:
    """Tell whether a word is a noun that the next goes on from: the patrol that, not said that."""
    word = side.words[at].folded
    is_one = side.words[at].kind is Kind.NUMBER or side.words[at].is_capital or parts_of_speech(word)[0] > 0
    return adjoins(side, at) and is_one and word not in verb_forms("en")["speech"]


def counterpart(row: Row, relative: int) -> int | None:
    """Give the verb of a relative clause of the reference: the linked one, or what follows its noun."""
    side, backward = row.translation, row.links.backward
    if finite(row.reference.words, relative + 1) is Finite.NO:
        return None
    verb, noun = backward[relative + 1], backward[relative - 1]
    if verb == NONE and noun != NONE:
        verb = noun + 1
    return verb if 0 < verb < len(side.words) - 1 else None


def is_without_subject(row: Row, verb: int, relative: int) -> bool:
    """Tell whether a verb right after a noun makes a second clause of one that has its verb already."""
    side, before, after = row.translation, verb - 1, verb + 1
    if not adjoins(side, before) or not adjoins(side, verb) or finite(side.words, verb) is Finite.NO:
        return False
    if not side.content[before] or finite(side.words, before) is Finite.SURE:
        return False
    if any(word.folded in _JOINTS for word in side.words[max(0, verb - _BEFORE) : verb]):
        return False
    made = form(side.words[verb].folded)
    if made is Form.PAST_OR_PARTICIPLE and (is_passive_there(row, relative) or not is_object(side, after)):
        return False
    return goes_on(row, verb, relative) or is_governed(side, before)


def is_passive_there(row: Row, relative: int) -> bool:
    """Tell whether the reference's relative clause is passive, so that a participle alone would do."""
    return any(
        is_passive(row.reference, at)
        for at in range(relative + 1, min(relative + 4, len(row.reference.words)))
    )


def is_object(side: Side, at: int) -> bool:
    """Tell whether an object begins at a word: an article, a number, a noun; a participle has none."""
    known, word = grammar_words("en"), side.words[at].folded
    if (
        word in known["articles"] | known["possessives"] | known["determiners"]
        or word in verb_forms("en")["objects"]
    ):
        return True
    return side.words[at].kind is Kind.NUMBER or (side.content[at] and not is_in_ly(word))


def goes_on(row: Row, verb: int, relative: int) -> bool:
    """Tell whether the clause has another verb, which stands after the relative clause there too."""
    side, at = row.translation, verb + 1
    while at < len(side.words) and finite(side.words, at) is not Finite.NO:
        at += 1  # has been
    for place in range(at + 1, min(at + _REACH, len(side.words))):
        if not adjoins(side, place - 1) or is_border(side, place):
            return False
        if finite(side.words, place) is Finite.SURE or is_past(side, place):
            there = row.links.forward[place]
            return there == NONE or there > relative + 1
    return False


def is_past(side: Side, at: int) -> bool:
    """Tell whether a word is a past that no noun of its own stands before: broke, went."""
    return form(side.words[at].folded) is Form.PAST


def is_border(side: Side, at: int) -> bool:
    """Tell whether a word begins another clause."""
    word, known = side.words[at].folded, grammar_words("en")
    return word in known["conjunctions"] or word in _RELATIVES or word in verb_forms("en")["doers"]


def is_governed(side: Side, noun: int) -> bool:
    """Tell whether a noun belongs to a preposition: looking for a man shot the mayor."""
    for at in range(noun - 1, max(-1, noun - _BEFORE), -1):
        if not adjoins(side, at):
            return False
        if side.words[at].folded in grammar_words("en")["prepositions"]:
            start = side.words_in(side.sentences[side.sentence_of(side.words[at].start)]).start
            return any(finite(side.words, place) is Finite.SURE for place in range(start, at))
        if finite(side.words, at) is not Finite.NO:
            return False
    return False
