"""Words of the source that the reference translates and the translation does not: navy for coast guard.

The lexicon knows what English may say for a word of the source; where the reference says one of these and the
translation none, nor any kin of them, what stands in its place is something else. Likewise where translation
and reference have two senses of one homonym.
"""

from collections.abc import Iterator, Mapping, Sequence

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit, Span
from workbench.checks.homonyms import misread_homonyms
from workbench.checks.kinds import other_kinds
from workbench.checks.links import NONE, by_form
from workbench.checks.roles import is_same_deed
from workbench.checks.sense_places import is_phrasal
from workbench.checks.side import Side
from workbench.checks.strayed import strayed_senses
from workbench.checks.weight import is_heavy
from workbench.checks.worded_elsewhere import is_worded_elsewhere
from workbench.checks.wording import is_part, like
from workbench.checks.words import Kind
from workbench.i18n import N_, _
from workbench.lang.denial import opposed
from workbench.lang.grammar import grammar_words
from workbench.lang.kinship import Kin, kinship
from workbench.lang.lexicon import Entry, entries_in
from workbench.lang.wordings import bases, said_as
from workbench.lang.wordnet import parts_of_speech
from workbench.model.finding import Severity

_SURE = 0.7  # three witnesses, but a lexicon of few meanings
_OFTEN = 0.1  # of the places where a word is tagged
_MOST_WORDS = 1  # of the translation in a word's place: in more the sentence is built otherwise
Places = Mapping[str, Sequence[int]]


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield what stands in the translation where the source's word and the reference's agree on another."""
    del article
    if not row.translation or row.translation.known.language != "en":
        return
    told: set[Span] = set()
    compared = (*misread_homonyms(row), *other_kinds(row), *misread_words(row)) if row.reference else ()
    for hit in (*compared, *strayed_senses(row)):
        if not any(hit.span[0] < end and start < hit.span[1] for start, end in told) and not is_converse(
            row, hit
        ):
            told.add(hit.span)
            yield hit


def is_converse(row: Row, hit: Hit) -> bool:
    """Tell whether a verb tells of the same deed from its other side: sold it to her, she bought it."""
    here = row.translation.words_in(hit.span)
    there = row.links.forward[here.start] if len(here) == 1 and row.reference else NONE
    return there != NONE and is_same_deed(row, here.start, there)


def misread_words(row: Row) -> Iterator[Hit]:
    """Yield what stands for a word of the source that the lexicon knows otherwise."""
    if not row.source:
        return
    ours, theirs = by_form(row.translation), by_form(row.reference)
    for _at, entry in entries_in(row.source.text, row.source.known.language):
        place = translated(row, entry, ours, theirs)
        hit = None if place is None else misread(row, entry, place)
        if hit is not None:
            yield hit


def translated(row: Row, entry: Entry, ours: Places, theirs: Places) -> tuple[int, ...] | None:
    """Give the reference's words for an entry; None where the translation has any, or the reference none."""
    if any(standing(meaning, ours) for meaning in entry.meanings):
        return None
    found = next((places for meaning in entry.meanings if (places := standing(meaning, theirs))), None)
    return None if found is None or is_akin(row.translation, entry) else found


def standing(meaning: tuple[str, ...], places: Places) -> tuple[int, ...]:
    """Give where the words of a meaning stand, one place for each; nothing where one of them is missing."""
    found = [places.get(word) for word in meaning]
    return tuple(sorted(each[0] for each in found if each)) if all(found) else ()


def is_akin(side: Side, entry: Entry) -> bool:
    """Tell whether some word of content is kin to what the entry means."""
    words = [meaning[0] for meaning in entry.meanings if len(meaning) == 1]
    return any(
        kinship(side.words[index].folded, word) >= Kin.NEAR or is_part(side.words[index].folded, word)
        for index, says in enumerate(side.content)
        if says
        for word in words
    )


def misread(row: Row, entry: Entry, places: tuple[int, ...]) -> Hit | None:
    """Say what stands in the place of the reference's words; None where it cannot be told."""
    ours = in_place_of(row, places)
    if not 0 < len(ours) <= _MOST_WORDS or any(row.translation.words[index].is_capital for index in ours):
        return None
    words, others = row.translation.words, row.reference.words
    one, other = words[ours[-1]].folded, others[places[-1]].folded
    if not is_heavy(row.translation, ours[-1]) or is_worded_elsewhere(row, ours[-1], places[-1]):
        return None
    if is_phrasal(row.translation, ours[-1]) or is_in_preposition(row.translation, ours[-1]):
        return None
    if opposed(one, other) or not of_one_part(one, other) or is_worded(row, ours, places):
        return None
    evidence = row.reference.text[others[places[0]].start : others[places[-1]].end]
    span = (words[ours[0]].start, words[ours[-1]].end)
    message = _("The source has “%(source)s”, the reference “%(reference)s”.") % {
        "source": entry.form,
        "reference": evidence,
    }
    fix = like(row.translation.text[slice(*span)], evidence) if len(ours) == len(places) == 1 else None
    return Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _SURE, evidence, fix)


def is_in_preposition(side: Side, at: int) -> bool:
    """Tell whether a word is the noun of a preposition of several words: in charge of."""
    known = grammar_words(side.known.language).get("prepositions", frozenset())
    around = side.words[max(0, at - 1) : at] + side.words[at + 1 : at + 2]
    return len(around) > 1 and all(word.folded in known for word in around)


def is_worded(row: Row, ours: Sequence[int], places: Sequence[int]) -> bool:
    """Tell whether translators write one of the words for one of the reference's, or one counts."""
    words, others = row.translation.words, row.reference.words
    theirs = frozenset().union(*(bases(others[place].folded) for place in places))
    return any(
        words[at].kind is Kind.NUMBER or not said_as(words[at].folded).isdisjoint(theirs) for at in ours
    )


def of_one_part(word: str, other: str) -> bool:
    """Tell whether both words are often of one part of speech; what is not stands for something else."""
    mine, yours = parts_of_speech(word), parts_of_speech(other)
    if not any(mine) or not any(yours):
        return True
    return any(
        one >= _OFTEN * sum(mine) and another >= _OFTEN * sum(yours)
        for one, another in zip(mine, yours, strict=True)
    )


def in_place_of(row: Row, places: tuple[int, ...]) -> list[int]:
    """Give the words that stand for the reference's: those linked to them, or alone in their gap."""
    linked = [row.links.backward[place] for place in places]
    others = {index for index in linked if index != NONE and differ(row, index)}
    if others:
        return sorted(others)
    lost = [place for place, index in zip(places, linked, strict=True) if index == NONE]
    gap = next((gap for gap in row.gaps if lost and lost[0] in gap.theirs), None)
    return [index for index in gap.ours if row.translation.content[index]] if gap else []


def differ(row: Row, index: int) -> bool:
    """Tell whether a word and its counterpart are different words."""
    other = row.reference.words[row.links.forward[index]].folded
    return kinship(row.translation.words[index].folded, other) is not Kin.SAME


CHECK = Check(
    "terms",
    N_("Words of the source"),
    N_(
        "A word in another sense than that of the reference or the source: navy for coast guard, a"
        " doctor for an intention, which Korean writes alike, or another thing of the same kind, a neck"
        " for a leg. This rests on a lexicon, on lists of words that are written alike, and on WordNet."
    ),
    find,
)
