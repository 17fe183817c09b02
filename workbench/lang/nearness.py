"""What two English words have in common if they are kin or opposites: most pairs of words have nothing.

Texts bring new pairs of words for ever, but few new words; so what is known of a word is gathered once, and
two sets without a common member tell that neither `kinship` nor `opposed` has anything to say.
"""

from workbench.lang.denial import listed_against
from workbench.lang.kinship import numbers_of, opposites_of, senses_of
from workbench.lang.remembered import remembered

Marks = frozenset[int | str]


@remembered
def marks(word: str) -> Marks:
    """Give the marks of a word as it stands in a text: base forms and their numbers, synonyms, neighbours."""
    known = senses_of(word)
    return frozenset[int | str]().union(known.bases, known.around, _as_lemmas(numbers_of(word)))


@remembered
def marks_sought(word: str) -> Marks:
    """Give the marks of which every word has one that is kin to this one or its opposite."""
    known = senses_of(word)
    opposites = listed_against(word), _as_lemmas(opposites_of(word))
    return frozenset[int | str]().union(known.bases, known.around, *opposites)


def _as_lemmas(numbers: frozenset[int]) -> frozenset[int]:
    """Tell the numbers of base forms from those of sets of synonyms: they are below nought."""
    return frozenset(-1 - number for number in numbers)
