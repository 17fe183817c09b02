"""Words that may be no more than other wordings: near in use to those in their place, or the source's own.

In articles with keys, and in pairs reworded by hand, ten of what is passed over here were other wordings for
each that was an error.
"""

from collections.abc import Iterable

from workbench.checks.article import Row
from workbench.checks.said import all_bases
from workbench.lang.kinship import is_person
from workbench.lang.lexicon import Entry, entries_in
from workbench.lang.wordings import bases, nearness

_NEAR = 0.1  # of their wordings: stance and line share .18, a ghost and a shell none


def is_free_wording(row: Row, at: int, there: Iterable[int]) -> bool:
    """Tell whether a word may stand for the reference's words in its place, though no list says so."""
    word = row.translation.words[at].folded
    others = (row.reference.words[each].folded for each in there)
    return is_used_alike(word, others) or is_from_source(row, word)


def is_used_alike(word: str, others: Iterable[str]) -> bool:
    """Tell whether words share wordings; all offices do, and one for another is an error all the same."""
    return not is_person(word) and any(nearness(word, other) >= _NEAR for other in others)


def is_from_source(row: Row, *words: str) -> bool:
    """Tell whether a word of the source means one of these, and the reference has none of its meanings.

    Where the reference has another meaning of that word, one of the two may have misread it.
    """
    if not row.source:
        return False
    mine = frozenset().union(*map(bases, words))
    entries = [entry for _at, entry in entries_in(row.source.text, row.source.known.language)]
    own = [entry for entry in entries if any(not mine.isdisjoint(said) for said in entry.meanings)]
    return bool(own) and not all(is_said(row, entry) for entry in own)


def is_said(row: Row, entry: Entry) -> bool:
    """Tell whether the reference has any of an entry's meanings."""
    there = all_bases(row.reference)
    return any(there.issuperset(said) for said in entry.meanings)
