"""What words have in common if they are kin or opposites, against what asks of each pair of them."""

from itertools import product

from workbench.checks.likeness import alike, in_english, in_letters
from workbench.lang.denial import opposed
from workbench.lang.kinship import Kin, kinship
from workbench.lang.nearness import marks, marks_sought
from workbench.lang.wordings import wordings

WORDS = sorted(wordings("en"))[::40]
MORE = ["rose", "falling", "boats", "ship", "Kyiv", "won", "lost", "denied", "children", "kid", "", "x"]


def test_words_without_a_common_mark_are_neither_kin_nor_opposites():
    for one, other in product([*WORDS, *MORE], repeat=2):
        if marks_sought(one).isdisjoint(marks(other)):
            assert kinship(one, other) is Kin.NONE, (one, other)
            assert not opposed(one, other), (one, other)


def test_words_are_as_alike_as_each_pair_of_them_is():
    ours = list(enumerate(WORDS[::2]))
    theirs = list(enumerate(filter(None, [*WORDS[1::2], *MORE])))
    for language, likeness in (("en", in_english), ("uk", in_letters)):
        pairs = [(one, other, likeness(word, another)) for one, word in ours for other, another in theirs]
        assert list(alike(ours, theirs, language)) == [pair for pair in pairs if pair[2]]
