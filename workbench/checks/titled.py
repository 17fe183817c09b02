"""Names of bodies in a text: runs of words with capitals, joined by "of" and the like."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.checks.article import Row
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.words import Kind
from workbench.lang.grammar import grammar_words
from workbench.lang.posts import posts

_JOINING = frozenset(["of", "the", "for", "and", "on", "de", "du", "des", "la", "del", "der", "für"])
_SHORTEST = 2  # capitals: a single one is a name's or a sentence's


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words: its span in the text, and the indices in `Side.words` of those with capitals."""

    span: tuple[int, int]
    capitals: tuple[int, ...]


def capital_runs(side: Side) -> list[Run]:
    """Give the runs of two capitals and more that have a noun in them that bodies are named by."""
    bodies, words = posts(side.known.language).bodies, side.words
    found: list[Run] = []
    for run in raw_runs(side):
        nouns = [place for place, index in enumerate(run) if words[index].folded in bodies]
        # "Ann Lee of the Tax Office": what stands before "of" and is no body is a person.
        first = (
            next((place for place in range(nouns[0], 0, -1) if run[place] - run[place - 1] > 1), 0)
            if nouns
            else 0
        )
        kept = run[first:]
        if nouns and len(kept) >= _SHORTEST:
            found.append(Run((words[kept[0]].start, words[kept[-1]].end), tuple(kept)))
    return found


def names_body(side: Side) -> bool:
    """Tell whether one of the nouns that bodies are named by has a capital."""
    bodies, words = posts(side.known.language).bodies, side.words
    return not bodies.isdisjoint(side.vocabulary) and any(words[at].folded in bodies for at in side.capitals)


def raw_runs(side: Side) -> list[list[int]]:
    """Cut the words into runs of capitals with joining words between them."""
    runs: list[list[int]] = []
    for index in side.capitals:
        if side.words[index].kind is not Kind.WORD or not side.content[index]:
            continue
        if runs and are_joined(side, runs[-1][-1], index):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def are_joined(side: Side, first: int, last: int) -> bool:
    """Tell whether two words are close to one another, or to joining words between them."""
    for index in range(first + 1, last + 1):
        if not is_close(side, index) or (index < last and side.words[index].folded not in _JOINING):
            return False
    return True


def is_close(side: Side, index: int) -> bool:
    """Tell whether only a space or a hyphen, and no possessive, parts a word from the one before."""
    before = side.words[index - 1]
    possessive = before.text.endswith(("’s", "'s", "s’"))
    return not possessive and side.text[before.end : side.words[index].start] in {" ", "-"}


def is_preposition(side: Side, index: int) -> bool:
    """Tell whether a word stands before a post and is no part of it: under President Carter."""
    word, known = side.words[index], grammar_words(side.known.language).get("prepositions", frozenset())
    return not word.is_capital and side.words[index + 1].is_capital and word.folded in known


def counterpart(row: Row, ours: Run, theirs: Sequence[Run]) -> Run | None:
    """Give the one run of the reference that a run's linked words stand in; None if they disagree."""
    linked = [row.links.forward[index] for index in ours.capitals]
    there = [run for run in theirs if not set(run.capitals).isdisjoint(linked)]
    if len(there) != 1 or any(index not in there[0].capitals for index in linked if index != NONE):
        return None
    return there[0]
