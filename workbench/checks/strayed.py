"""A word of a sense that the source's word never has: a doctor where a will was shown, rice for one house.

The line of the data that holds the source's word says that it does not mean this; nothing else in the source
does, nor any word of the reference.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.checks.homonyms import in_its_form
from workbench.checks.links import NONE
from workbench.checks.sense_places import Place, forms, known_senses, told
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.homonyms import Sense, senses
from workbench.lang.kinship import Kin, kinship
from workbench.lang.lexicon import entries_in
from workbench.model.finding import Severity

_WITH_BOTH, _WITH_REFERENCE, _SOURCE_ALONE = 0.85, 0.8, 0.7
_SHORTEST = 2  # syllables of a form that may bear out what the reference does not say
_LONG = 3  # syllables without which a form is too rare a sense of a common word to go by the source alone
_KNOWN_FORMS = 1 << 13  # how many of the data are kept as patterns
_CATEGORY = "accuracy/mistranslation"
Span = tuple[int, int]


def strayed_senses(row: Row) -> Iterator[Hit]:
    """Yield the words that say what the source's word never means, and nothing else in the pair says."""
    if not row.source:
        return
    language = row.source.known.language
    for place in places(row.translation, language):
        for sense in () if is_answered(row, place, (), Kin.SAME) else meant_by(place, language):
            at = held(row.source.text, sense) if sense.never else None
            if at is not None and is_alone(row, place, sense, at):
                yield hit(row, place, sense, at)
                break


def places(side: Side, language: str) -> Iterator[Place]:
    """Yield what stands for a sense of a homonym, of a phrase its words, too: workers in rescue workers."""
    for place in told(side, language):
        yield place
        for at in range(place.start, place.stop) if place.stop > place.start + 1 else ():
            if side.content[at]:
                yield Place(at, at + 1, side.words[at].folded, frozenset())


def meant_by(place: Place, language: str) -> Iterator[Sense]:
    """Give the senses that words may stand for."""
    return known_senses(language, place.words, is_phrase=place.stop > place.start + 1)


def held(text: str, sense: Sense) -> Span | None:
    """Give where a word stands that never has a sense; None where another form of its line has it."""
    if any(form in text for form in sense.forms if form not in sense.never):
        return None
    return next((span for form in sense.never for span in begun(text, form)), None)


def begun(text: str, form: str) -> Iterator[Span]:
    """Yield where a form stands at the beginning of a word; one word may stand between two of its own."""
    if form[:2] in text:  # most are not there at all
        yield from (match.span() for match in pattern(form).finditer(text))


@lru_cache(maxsize=_KNOWN_FORMS)
def pattern(form: str) -> re.Pattern[str]:
    """Give what finds a form."""
    return re.compile(r"(?<![^\W\d_])" + r"\s(?:\S+\s)?".join(map(re.escape, form.split(" "))))


def is_alone(row: Row, place: Place, sense: Sense, at: Span) -> bool:
    """Tell whether nothing bears a word out: neither the reference, nor what else the source holds."""
    language = row.source.known.language
    if not row.reference and (at[1] - at[0] < _LONG or any(rightly_said(row.translation, sense, language))):
        return False
    right = {
        index for one in rightly_said(row.reference, sense, language) for index in range(one.start, one.stop)
    }
    return not (
        is_answered(row, place, right, Kin.NEAR)
        or is_said(row.reference, place, right)
        or is_meant(row.source, place, at, _SHORTEST if row.reference else 1)
    )


def rightly_said(side: Side, sense: Sense, language: str) -> Iterator[Place]:
    """Yield what a side says for another sense of a homonym."""
    for place in told(side, language):
        if any(
            other.forms == sense.forms and other.number != sense.number for other in meant_by(place, language)
        ):
            yield place


def is_answered(row: Row, place: Place, right: Collection[int], least: Kin) -> bool:
    """Tell whether one of the words is linked to one so near to it that is not of the right sense."""
    words, others, forward = row.translation.words, row.reference.words, row.links.forward
    return any(
        row.translation.content[index]
        and forward[index] not in (NONE, *right)
        and kinship(words[index].folded, others[forward[index]].folded) >= least
        for index in range(place.start, place.stop)
    )


def is_said(side: Side, place: Place, right: Collection[int]) -> bool:
    """Tell whether a side has the other side's word, or one near to it, beside those of the right sense."""
    head = place.words.split()[-1]
    least = Kin.SYNONYMS if right else Kin.NEAR
    return any(
        side.content[index] and index not in right and kinship(word.folded, head) >= least
        for index, word in enumerate(side.words)
    )


def is_meant(source: Side, place: Place, at: Span, shortest: int) -> bool:
    """Tell whether something else in the source, or a longer word in this place, is said so in English.

    Forms of fewer syllables than the `shortest` are no witness: they begin many words.
    """
    language, text = source.known.language, source.text
    of_words = forms(place.words) if place.stop == place.start + 1 else frozenset((place.words,))
    likely = [each for form in of_words for each in senses(language).get(form, ()) if not each.never]
    if any(is_elsewhere(text, form, at) for each in likely for form in each.forms if len(form) >= shortest):
        return True
    last = of_words | forms(place.words.split()[-1])
    return any(
        not last.isdisjoint((" ".join(meaning), meaning[-1]))
        for start, entry in entries_in(text, language)
        if is_other((start, start + len(entry.form)), at)
        for meaning in entry.meanings
    )


def is_elsewhere(text: str, form: str, at: Span) -> bool:
    """Tell whether a form stands in a text as another word than that in a place."""
    return any(is_other(span, at) for span in begun(text, form))


def is_other(one: Span, at: Span) -> bool:
    """Tell whether a span lies beside another, or has it within."""
    return one[1] <= at[0] or at[1] <= one[0] or (one[0] <= at[0] and at[1] <= one[1])


def hit(row: Row, place: Place, sense: Sense, at: Span) -> Hit:
    """Mark the words, with the reference's for another sense of the source's word where it has one."""
    span = span_of(row.translation, place)
    source = row.source.text[slice(*at)]
    right = next(rightly_said(row.reference, sense, row.source.known.language), None)
    if right is None:
        message = _("It differs from the source’s “%(source)s”.") % {"source": source}
        sure = _WITH_REFERENCE if row.reference else _SOURCE_ALONE
        return Hit(span, _CATEGORY, Severity.MAJOR, message, sure, source)
    reference = row.reference.text[slice(*span_of(row.reference, right))]
    message = _("The source has “%(source)s”, the reference “%(reference)s”.") % {
        "source": source,
        "reference": reference,
    }
    fix = in_its_form(row.translation.text[slice(*span)], reference)
    return Hit(span, _CATEGORY, Severity.MAJOR, message, _WITH_BOTH, reference, fix)


def span_of(side: Side, place: Place) -> Span:
    """Give the characters of a place."""
    return side.words[place.start].start, side.words[place.stop - 1].end
