"""Names of bodies in a text: runs of words with capitals, joined by "of" and the like."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.checks.article import Row
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.words import Kind
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
    if bodies.isdisjoint(side.vocabulary) or not any(words[at].folded in bodies for at in side.capitals):
        return found
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


def raw_runs(side: Side) -> list[list[int]]:
    """Cut the words into runs of capitals with joining words between them."""
    runs: list[list[int]] = [[]]
    last = NONE
    for index, word in enumerate(side.words):
        joined = last == index - 1 and is_close(side, index)
        if word.kind is Kind.WORD and word.is_capital and side.content[index]:
            if not joined:
                runs.append([])
            runs[-1].append(index)
            last = index
        elif joined and word.folded in _JOINING:
            last = index
    return [run for run in runs if run]


def is_close(side: Side, index: int) -> bool:
    """Tell whether only a space or a hyphen, and no possessive, parts a word from the one before."""
    before = side.words[index - 1]
    possessive = before.text.endswith(("’s", "'s", "s’"))
    return not possessive and side.text[before.end : side.words[index].start] in {" ", "-"}


def counterpart(row: Row, ours: Run, theirs: Sequence[Run]) -> Run | None:
    """Give the one run of the reference that a run's linked words stand in; None if they disagree."""
    linked = [row.links.forward[index] for index in ours.capitals]
    there = [run for run in theirs if not set(run.capitals).isdisjoint(linked)]
    if len(there) != 1 or any(index not in there[0].capitals for index in linked if index != NONE):
        return None
    return there[0]
