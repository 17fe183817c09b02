"""Single words that nothing in the reference may stand for, however freely it words the sentence."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.checks.article import Article, Row
from workbench.checks.free_wordings import is_used_alike
from workbench.checks.gaps import Gap
from workbench.checks.hit import Hit
from workbench.checks.places import is_mostly_noun
from workbench.checks.said import is_said
from workbench.checks.weight import heavy_among, text_of
from workbench.i18n import _
from workbench.lang.kinship import is_person
from workbench.lang.remembered import remembered
from workbench.lang.spelled_numbers import spelled_numbers
from workbench.lang.wordings import bases, said_as
from workbench.model.finding import Severity

_SURE = 0.5
_EXPRESSION = 2  # words of weight in one place: a phrase that was taken for another
_SHORT = 2  # words without counterparts in one place: the noun, and an article or preposition
_AROUND = 15  # pairs whose references may say the word: a translator moves it, or names a thing again


def unanswered_words(
    row: Row, article: Article, places: Iterable[tuple[Gap, Sequence[int]]]
) -> Iterator[tuple[int, Hit]]:
    """Yield the words without counterpart whose meaning no word of the reference may carry, or the reverse.

    `places` are the gaps with their words of weight. Each word comes with its index.
    Of single such words a quarter was right, in articles with keys; of two side by side, or where the
    reference has a word in their place that nothing here may stand for, it was more than half of nouns, and
    less of other words.
    """
    for gap, heavy in places:
        others = heavy_among(row.reference, gap.theirs) if len(heavy) <= _EXPRESSION else []
        if not others and len(heavy) != _EXPRESSION:
            continue
        theirs = [row.reference.small[at] for at in others]
        for at in heavy:
            word = row.translation.small[at]
            if is_said(word, row.reference):
                alone = len(heavy) == 1 and not is_said_here(row, gap, word)
                found = alone and any(is_lost(row, other) for other in theirs if is_mostly_noun(other))
            else:
                instead = is_mostly_noun(word) and is_instead(gap, heavy, theirs)
                found = instead or any(is_lost(row, other) for other in theirs)
            if found and not is_near(row, article, word) and not is_used_alike(word, theirs):
                yield at, hit(row, gap, at)


def is_lost(row: Row, word: str) -> bool:
    """Tell whether nothing in the translation may stand for a word of the reference that is no number."""
    return word not in spelled_numbers("en") and not is_said(word, row.translation)


def is_said_here(row: Row, gap: Gap, word: str) -> bool:
    """Tell whether one of a word's wordings stands in its very place, or beside it: pump house, its station.

    Not of persons: the board of directors is not that of governors.
    """
    first, last = (gap.theirs[0], gap.theirs[-1]) if gap.theirs else (0, -1)
    near = row.reference.words[max(0, first - 1) : last + 2]
    said = any(not said_as(word).isdisjoint(bases(other.folded)) for other in near)
    return said and not is_person(word)


def is_instead(gap: Gap, heavy: Sequence[int], theirs: Sequence[str]) -> bool:
    """Tell whether a noun is one of two words of weight in its place, or all but alone in another's."""
    return len(heavy) == _EXPRESSION or (bool(theirs) and len(gap.ours) <= _SHORT)


def is_near(row: Row, article: Article, word: str) -> bool:
    """Tell whether the references of the pairs around have a word, in any regular form."""
    at, mine = row.passage.row, inflections(word)
    near = article.rows[max(0, at - _AROUND) : at + _AROUND + 1]
    return any(not mine.isdisjoint(each.reference.vocabulary) for each in near)


@remembered
def inflections(word: str) -> frozenset[str]:
    """Give a word's base forms and their regular forms."""
    return frozenset(
        stem + ending for base in bases(word) for stem, endings in stems(base) for ending in endings
    )


def stems(base: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what regular forms begin with, and how they go on: load-s, leav-ing, carri-ed."""
    yield base, ("", "s", "es", "d", "ed", "ing")
    if base.endswith("e"):
        yield base[:-1], ("ing",)
    elif base.endswith("y"):
        yield base[:-1] + "i", ("es", "ed")


def hit(row: Row, gap: Gap, at: int) -> Hit:
    """Say what stands in the word's place."""
    word = row.translation.words[at]
    evidence = text_of(row.reference, gap.theirs)
    message = (
        _("The reference has “%(text)s” in its place.") % {"text": evidence}
        if evidence
        else _("Nothing in the reference says this.")
    )
    return Hit((word.start, word.end), "accuracy/mistranslation", Severity.MINOR, message, _SURE, evidence)
