"""Phrases whose counterpart says something else, while all around it agrees."""

from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.gaps import Gap
from workbench.checks.hit import Hit, Span
from workbench.checks.side import Side
from workbench.checks.wording import are_akin
from workbench.checks.words import Kind
from workbench.i18n import N_, _
from workbench.lang.vague import is_vague
from workbench.model.finding import Severity

_FEWEST = 2  # words of weight: one word more often has a synonym that no list knows
_SURE, _SURER = 0.5, 0.6  # kept low: measured on articles with keys, more than half are only other wordings
_MANY = 3
_LONGEST_FIX = 6  # words


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the phrases of the translation that nothing in their place in the reference answers."""
    del article
    if not row.translation or not row.reference or row.translation.known.language != "en":
        return
    for gap in row.gaps:
        heavy = [index for index in gap.ours if is_heavy(row.translation, index)]
        heavy = [index for index in heavy if not is_answered(row, index, gap)]
        if len(heavy) >= _FEWEST and heavy[-1] - heavy[0] <= 2 * len(heavy):
            yield hit(row, gap, heavy)


def hit(row: Row, gap: Gap, heavy: list[int]) -> Hit:
    """Say what stands in the phrase's place."""
    words = row.translation.words
    span = (words[heavy[0]].start, words[heavy[-1]].end)
    evidence = text_of(row.reference, gap.theirs)
    message = (
        _("The reference has “%(text)s” in its place.") % {"text": evidence}
        if evidence
        else _("Nothing in the reference says this.")
    )
    sure = _SURER if len(heavy) >= _MANY else _SURE
    return Hit(span, "accuracy/mistranslation", Severity.MINOR, message, sure, evidence, fix(row, gap, span))


def is_heavy(side: Side, index: int) -> bool:
    """Tell whether a word says something that another wording would have to say too."""
    word = side.words[index]
    if word.kind is not Kind.WORD or not side.content[index] or is_vague(word.folded, side.known.language):
        return False
    return not word.is_capital


def is_answered(row: Row, index: int, gap: Gap) -> bool:
    """Tell whether a word has some kin among the reference's words in its place."""
    word = row.translation.words[index].folded
    return any(are_akin(word, row.reference.words[other].folded) for other in gap.theirs)


def text_of(side: Side, indices: tuple[int, ...]) -> str:
    """Give the text from the first to the last of some words; none where no word of content is among them."""
    if not any(side.content[index] for index in indices):
        return ""
    return side.text[side.words[indices[0]].start : side.words[indices[-1]].end]


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
        "A phrase of two words or more whose place in the reference is taken by words that have nothing in"
        " common with it, while the words around it agree. More than half of them are only other wordings:"
        " such findings are minor and rank low."
    ),
    find,
)
