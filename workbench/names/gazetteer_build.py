"""Build the index of a gazetteer on disk: names, the words they are made of, a tree of the words' letters."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.names.gazetteer_file import Arrays, write_parts
from workbench.names.gazetteer_rows import Broken, names_of
from workbench.names.sounds.letters import SPACE, folded, packed, unmarked
from workbench.names.sounds.trie import planted
from workbench.names.sounds.writing import language_of, latin
from workbench.progress import Report, silent

T = TypeVar("T", bound=np.generic)

_REPORT_EVERY = 20_000
_PART = 1 << 20  # names of a part, which take half a gigabyte of memory while they are indexed
_LAST_LATIN = "\u024f"  # of the blocks that hold nothing but Latin; beyond, the script is looked up
# A short name, as Chinese and Korean ones are, may be written as one word: `Gimdongseon`, 김동선. Only such
# names get their joined form as one more word of the index (joined forms of all names make it four times as
# large).
_JOINED_WORDS, _JOINED_LETTERS, _FIRST_LETTERS = (2, 3), 16, 6
# What hyphens part in a name is a word of the index too (Jean-François), if it is long enough to be told
# apart.
_HYPHENS = re.compile("[-‐–]")
_PART_LETTERS = 3
_SEEN = 1 << 18  # parts whose words are remembered


@dataclass(frozen=True, slots=True)
class Imported:
    """How many names an index got, how many lines held none, and the first of those: number and fault."""

    names: int
    broken: int
    first_broken: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Draft:
    """An index while names are read: text and words of each name; a word's number is its first appearance."""

    text: bytearray = field(default_factory=bytearray)
    text_from: "array[int]" = field(default_factory=lambda: array("q", [0]))
    spelt: "array[int]" = field(default_factory=lambda: array("i"))
    spelt_from: "array[int]" = field(default_factory=lambda: array("q", [0]))
    more: "array[int]" = field(default_factory=lambda: array("i"))  # word, name, word, name …
    prints: bytearray = field(default_factory=bytearray)
    words: dict[str, int] = field(default_factory=dict)
    seen: dict[str, tuple[int, ...]] = field(default_factory=dict)


def build(names: Iterable[str] | Path, path: Path, report: Report = silent) -> Imported:
    """Build the index `path` from names, or from a list of them: UTF-8, one a line, first column.

    Lines that hold no name are skipped, counted and named. `report` gets names done and, as nothing tells how
    many will come, the same again. Of a list of any length no more than one part is held in memory.
    """
    broken = Broken()
    before: list[NDArray[np.int64]] = []
    listed = names_of(names, broken) if isinstance(names, Path) else names
    write_parts(parts_of(listed, before, report), path)
    return Imported(sum(prints.size for prints in before), broken.count, tuple(broken.first))


def parts_of(names: Iterable[str], before: list[NDArray[np.int64]], report: Report) -> Iterator[Arrays]:
    """Yield the parts of an index; `before` gets the prints of the names in each."""
    draft = Draft()
    for count, name in enumerate(names, 1):
        add(draft, name)
        if count % _REPORT_EVERY == 0:
            report(count, count)
        if count % _PART == 0:
            yield from indexed(draft, before)
            draft = Draft()
    if draft.prints:
        yield from indexed(draft, before)
    if not before:
        raise WorkbenchError(_("The list holds no name; one name a line is wanted, in UTF-8."))


def add(draft: Draft, name: str) -> None:
    """Enter a name."""
    text = " ".join(name.split())
    draft.text += text.encode()
    draft.text_from.append(len(draft.text))
    draft.prints += blake2b(text.encode(), digest_size=8).digest()
    written = list(parts(text))
    numbers = [number for part in written for number in words_of(draft, part)]
    draft.spelt.extend(numbers)
    draft.spelt_from.append(len(draft.spelt))
    order = len(draft.spelt_from) - 2
    for word in further(written, len(numbers)):
        draft.more.extend((draft.words.setdefault(word, len(draft.words)), order))


def parts(text: str) -> Iterable[str]:
    """Give what of a name is spelt by itself: its words, the whole of it in another script."""
    if text.isascii() or max(text) <= _LAST_LATIN or language_of(text) in {None, "la"}:
        return text.split()
    return latin(text).split(SPACE)


def words_of(draft: Draft, part: str) -> tuple[int, ...]:
    """Give the numbers of the words a part of a name is spelt with."""
    known = draft.seen.get(part)
    if known is None:
        if len(draft.seen) >= _SEEN:
            draft.seen.clear()
        spelt = [word for word in folded(part).split(SPACE) if word]
        known = tuple(draft.words.setdefault(word, len(draft.words)) for word in spelt)
        draft.seen[part] = known
    return known


def further(written: Sequence[str], count: int) -> Iterator[str]:
    """Yield what a name is found by beside its words: without marks, what hyphens part, its joined form."""
    for part in written:
        if not part.isascii():
            yield from (bare for bare in [unmarked(folded(part))] if bare != folded(part))
        if len(pieces := _HYPHENS.split(part)) > 1:
            yield from (piece for piece in map(folded, pieces) if len(piece) >= _PART_LETTERS)
    if count in _JOINED_WORDS and len(written[0]) <= _FIRST_LETTERS:
        whole = "".join(map(folded, written)).replace(SPACE, "")
        if len(whole) <= _JOINED_LETTERS:
            yield whole


def indexed(draft: Draft, before: list[NDArray[np.int64]]) -> Iterator[Arrays]:
    """Yield the arrays of a part, if it has names not in those before; the first of equals remains."""
    prints = np.frombuffer(draft.prints, np.int64)
    kept = np.sort(np.unique(prints, return_index=True)[1])
    for earlier in before:
        kept = kept[~np.isin(prints[kept], earlier, assume_unique=True)]
    if kept.size:
        before.append(prints[kept])
        yield arrays_of(draft, kept)


def arrays_of(draft: Draft, kept: NDArray[np.int64]) -> Arrays:
    """Give the arrays of a part of the names kept."""
    spelt_words = list(map(packed, draft.words))
    order = sorted(range(len(spelt_words)), key=spelt_words.__getitem__)
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    prints = np.frombuffer(draft.prints, np.int64)
    spelt, spelt_from = chosen(
        np.frombuffer(draft.spelt, np.int32), np.frombuffer(draft.spelt_from, np.int64), kept
    )
    text, text_from = chosen(
        np.frombuffer(draft.text, np.uint8), np.frombuffer(draft.text_from, np.int64), kept
    )
    spelt = rank[spelt]
    names = np.repeat(np.arange(kept.size), np.diff(spelt_from))
    more = renumbered(np.frombuffer(draft.more, np.int32).reshape(-1, 2), kept, prints.size)
    name_of, name_from = posted(
        np.concatenate([spelt, rank[more[:, 0]]]), np.concatenate([names, more[:, 1]]), len(order)
    )
    flat = np.frombuffer(b"".join(spelt_words[number] for number in order), np.uint8)
    letter_from = np.cumsum([0, *(len(spelt_words[number]) for number in order)])
    printed = np.argsort(prints[kept])
    tree = planted(flat, letter_from)
    return {
        "text": text, "text_from": text_from, "spelt": spelt, "spelt_from": spelt_from,
        "letters": flat, "letter_from": letter_from, "name_of": name_of, "name_from": name_from,
        "label": tree.label, "first": tree.first, "word": tree.word,
        "prints": prints[kept][printed], "printed": printed.astype(np.int32),
    }  # fmt: skip


def chosen(
    flat: NDArray[T], start: NDArray[np.int64], kept: NDArray[np.int64]
) -> tuple[NDArray[T], NDArray[np.int64]]:
    """Keep some runs of a flat array."""
    sizes = np.diff(start)
    mask = np.zeros(sizes.size, bool)
    mask[kept] = True
    return flat[np.repeat(mask, sizes)], np.concatenate([[0], np.cumsum(sizes[kept])])


def renumbered(more: NDArray[np.int32], kept: NDArray[np.int64], count: int) -> NDArray[np.int32]:
    """Give (word, name) pairs of the names kept their new numbers."""
    number = np.full(count, -1, np.int32)
    number[kept] = np.arange(kept.size, dtype=np.int32)
    rows = np.stack([more[:, 0], number[more[:, 1]]], axis=1)
    return rows[rows[:, 1] >= 0]


def posted(
    words: NDArray[np.int32], names: NDArray[np.int64], count: int
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Give, for each word, the names that hold it."""
    order = np.argsort(words, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(words, minlength=count))])
    return names[order].astype(np.int32), starts
