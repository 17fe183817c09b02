"""Phrases whose counterpart says something else, while all around it agrees."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.expressions import expression, is_worded, other_expressions
from workbench.checks.free_wordings import is_free_wording
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.lone_nouns import lone_nouns
from workbench.checks.side import Side
from workbench.checks.unanswered import unanswered_words
from workbench.checks.weight import heavy_among, is_heavy
from workbench.checks.wording import are_akin
from workbench.i18n import N_, _
from workbench.lang.kinship import Kin, is_kind_of, kinship
from workbench.lang.wordings import bases, said_as
from workbench.lang.wordnet import parts_of_speech
from workbench.model.finding import Severity

_SURE = 0.5
_HEAD = 0.6  # eleven in 5,600 good pairs, none of them in news
_TRUSTED = 0.2  # doubt of the reader: of 102 findings left out in articles new to it 19 were errors
_BRIEF = 6  # words of a question that has no room for much besides what it asks


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the phrases of the translation that nothing in their place in the reference answers."""
    if not row.translation or not row.reference or row.translation.known.language != "en":
        return
    yield from other_heads(row)
    yield from other_questions(row)
    told: list[range] = []
    places = [(gap, heavy) for gap in row.gaps if (heavy := heavy_among(row.translation, gap.ours))]
    for gap, heavy in other_expressions(row, places):
        told.append(range(heavy[0], heavy[-1] + 1))
        if not is_worded(row, gap, heavy):
            yield expression(row, gap, heavy)
    for at, hit in (*unanswered_words(row, article, places), *lone_nouns(row, article)):
        if not any(at in words for words in told):
            told.append(range(at, at + 1))
            yield hit


def other_questions(row: Row) -> Iterator[Hit]:
    """Yield short questions that ask for something else than the reference's."""
    if "?" not in row.translation.text or "?" not in row.reference.text:
        return
    ours, theirs = list(short_questions(row.translation)), list(short_questions(row.reference))
    if len(ours) != 1 or len(theirs) != 1:
        return
    here, there = ours[0], theirs[0]
    words, others = row.translation.words, row.reference.words
    heavy = [at for at in here if is_heavy(row.translation, at)]
    free = [at for at in there if row.reference.content[at]]
    if words[here.start].folded != others[there.start].folded or not heavy or not free:
        return
    linked = any(row.links.forward[at] != NONE for at in here if row.translation.content[at])
    if not linked and not any(is_asked(row, at, free) for at in heavy):
        evidence = row.reference.text[others[there.start].start : others[there.stop - 1].end]
        message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
        span = (words[heavy[0]].start, words[heavy[-1]].end)
        yield Hit(span, "accuracy/mistranslation", Severity.MINOR, message, _SURE, evidence)


def is_asked(row: Row, at: int, there: Sequence[int]) -> bool:
    """Tell whether some of the reference's words may ask for what a word asks for."""
    word, others = row.translation.words[at].folded, [row.reference.words[each].folded for each in there]
    if any(are_akin(word, other) or not said_as(word).isdisjoint(bases(other)) for other in others):
        return True
    return is_free_wording(row, at, there)


def short_questions(side: Side) -> Iterator[range]:
    """Yield the words of each question of a few words."""
    for start, end in side.sentences:
        words = side.words_in((start, end))
        if side.text[start:end].rstrip('”"’').endswith("?") and 1 < len(words) <= _BRIEF:
            yield words


def other_heads(row: Row) -> Iterator[Hit]:
    """Yield nouns that are kin to what only describes the reference's noun: temperatures, warming ties."""
    ours, theirs, links = row.translation.words, row.reference.words, row.links
    for one, noun in free_nouns(row):
        other = noun - 1
        words = ours[one].folded, theirs[other].folded, theirs[noun].folded
        if kinship(*words[:2]) < Kin.SYNONYMS and is_other_head(*words):
            first = (
                one - 1
                if one and row.translation.content[one - 1] and links.forward[one - 1] == NONE
                else one
            )
            span = (ours[first].start, ours[one].end)
            evidence = row.reference.text[theirs[other].start : theirs[noun].end]
            message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
            yield Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _HEAD, evidence, evidence)


def free_nouns(row: Row) -> list[tuple[int, int]]:
    """Give the reference's unlinked words behind a linked one, with the word linked to that.

    The same word stands behind both, so that both phrases end there.
    """
    ours, theirs = row.translation.small, row.reference.small
    behind = enumerate(pairwise(row.links.backward), 1)
    free = [(one, noun) for noun, (one, linked) in behind if linked == NONE != one]
    return sorted(
        (one, noun) for one, noun in free if ours[one + 1 : one + 2] == theirs[noun + 1 : noun + 2] != []
    )


def is_other_head(word: str, describing: str, noun: str) -> bool:
    """Tell whether a noun is kin to a word that describes another noun; not highway, high way.

    Nor is a cannery another thing than a canning plant.
    """
    nouns, verbs, adjectives, _adverbs = parts_of_speech(word)
    kinds, heads = parts_of_speech(describing), parts_of_speech(noun)
    is_noun, describes = nouns > verbs + adjectives, kinds[1] + kinds[2] > kinds[0]
    return is_noun and describes and heads[0] > 0 and describing + noun != word and not is_kind_of(word, noun)


CHECK = Check(
    "phrases",
    N_("Phrases"),
    N_(
        "A word, or two side by side, that nothing in the reference may stand for, in a place where the"
        " reference says something else; or a noun without counterpart where one noun of the reference has"
        " none. A list knows what translators write for one another. Some four in ten of them are only other"
        " wordings: such findings are minor and rank low."
    ),
    find,
    least_doubt=_TRUSTED,
)
