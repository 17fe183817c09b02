"""Phrases whose counterpart says something else, while all around it agrees."""

from collections.abc import Iterator, Sequence

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.gaps import Gap
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.lone_nouns import lone_nouns
from workbench.checks.side import Side
from workbench.checks.unanswered import unanswered_words
from workbench.checks.weight import is_heavy, text_of
from workbench.checks.wording import are_akin
from workbench.i18n import N_, _
from workbench.lang.spelled_numbers import spelled_numbers
from workbench.lang.wordnet import Kin, kinship, parts_of_speech
from workbench.model.finding import Severity

# Words of weight: one more often has a synonym that no list knows, more of them are mostly worded anew.
_EXPRESSION = 2
_SURE = 0.5  # kept low: measured on articles with keys, nearly half are only other wordings
_HEAD = 0.6  # eleven in 5,600 good pairs, none of them in news
_LONGEST_FIX = 6  # words
_BRIEF = 6  # words of a question that has no room for much besides what it asks


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the phrases of the translation that nothing in their place in the reference answers."""
    if not row.translation or not row.reference or row.translation.known.language != "en":
        return
    yield from other_heads(row)
    yield from other_questions(row)
    found = list(other_expressions(row))
    for each in (*unanswered_words(row, article), *lone_nouns(row, article)):
        if not any(one.span[0] <= each.span[0] < one.span[1] for one in found):
            found.append(each)
    yield from found


def other_expressions(row: Row) -> Iterator[Hit]:
    """Yield two words side by side in whose place the reference has words without anything in common."""
    for gap in row.gaps:
        heavy = [index for index in gap.ours if is_heavy(row.translation, index)]
        heavy = [index for index in heavy if not is_answered(row, index, gap)]
        if is_expression(row, heavy) and any(row.reference.content[at] for at in gap.theirs):
            yield hit(row, gap, heavy)


def is_expression(row: Row, heavy: Sequence[int]) -> bool:
    """Tell whether words of weight are two, side by side, and no numbers."""
    if len(heavy) != _EXPRESSION or heavy[-1] - heavy[0] != _EXPRESSION - 1:
        return False
    return not all(row.translation.words[at].folded in spelled_numbers("en") for at in heavy)


def other_questions(row: Row) -> Iterator[Hit]:
    """Yield short questions that ask for something else than the reference's."""
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
    if not linked and not any(
        are_akin(words[at].folded, others[each].folded) for at in heavy for each in free
    ):
        evidence = row.reference.text[others[there.start].start : others[there.stop - 1].end]
        message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
        span = (words[heavy[0]].start, words[heavy[-1]].end)
        yield Hit(span, "accuracy/mistranslation", Severity.MINOR, message, _SURE, evidence)


def short_questions(side: Side) -> Iterator[range]:
    """Yield the words of each question of a few words."""
    for start, end in side.sentences:
        words = side.words_in((start, end))
        if side.text[start:end].rstrip('”"’').endswith("?") and 1 < len(words) <= _BRIEF:
            yield words


def other_heads(row: Row) -> Iterator[Hit]:
    """Yield nouns that are kin to what only describes the reference's noun: temperatures, warming ties."""
    ours, theirs, links = row.translation.words, row.reference.words, row.links
    for one, other in enumerate(links.forward):
        noun = other + 1
        if (
            other == NONE
            or noun >= len(theirs)
            or links.backward[noun] != NONE
            or not follow_alike(row, one, noun)
        ):
            continue
        words = ours[one].folded, theirs[other].folded, theirs[noun].folded
        if follow_alike(row, one, noun) and kinship(*words[:2]) < Kin.SYNONYMS and is_other_head(*words):
            first = (
                one - 1
                if one and row.translation.content[one - 1] and links.forward[one - 1] == NONE
                else one
            )
            span = (ours[first].start, ours[one].end)
            evidence = row.reference.text[theirs[other].start : theirs[noun].end]
            message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
            yield Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _HEAD, evidence, evidence)


def follow_alike(row: Row, one: int, noun: int) -> bool:
    """Tell whether the same word stands behind both nouns, so that both end there."""
    after, behind = row.translation.words[one + 1 : one + 2], row.reference.words[noun + 1 : noun + 2]
    return bool(after and behind) and after[0].folded == behind[0].folded


def is_other_head(word: str, describing: str, noun: str) -> bool:
    """Tell whether a noun is kin to a word that describes another noun; not highway, high way."""
    nouns, verbs, adjectives, _adverbs = parts_of_speech(word)
    kinds, heads = parts_of_speech(describing), parts_of_speech(noun)
    is_noun, describes = nouns > verbs + adjectives, kinds[1] + kinds[2] > kinds[0]
    return is_noun and describes and heads[0] > 0 and describing + noun != word


def hit(row: Row, gap: Gap, heavy: list[int]) -> Hit:
    """Say what stands in the phrase's place."""
    words = row.translation.words
    span = (words[heavy[0]].start, words[heavy[-1]].end)
    evidence = text_of(row.reference, gap.theirs)
    message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
    return Hit(span, "accuracy/mistranslation", Severity.MINOR, message, _SURE, evidence, fix(row, gap, span))


def is_answered(row: Row, index: int, gap: Gap) -> bool:
    """Tell whether a word has some kin among the reference's words in its place."""
    word = row.translation.words[index].folded
    return any(are_akin(word, row.reference.words[other].folded) for other in gap.theirs)


def fix(row: Row, gap: Gap, span: Span) -> str | None:
    """Give the reference's words where they fill the same place between the same neighbours."""
    words = row.translation.words
    whole = (words[gap.start].start, words[gap.end - 1].end)
    text = text_of(row.reference, gap.theirs)
    return text if gap.anchored and whole == span and text and len(gap.theirs) <= _LONGEST_FIX else None


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
)
