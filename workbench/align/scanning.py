"""Both texts read into numbers: features, words for the dictionary, lengths and boundaries."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Classes
from workbench.align.boundaries import classes
from workbench.align.cognates import shared_features
from workbench.align.features import PREFIX, WORD, Features, own_features
from workbench.align.letters import Alphabet
from workbench.align.numerals import numerals
from workbench.align.text import Text
from workbench.align.tokens import codes_of, tokenise
from workbench.align.watching import Tick

CHUNK = 1 << 13  # sentences read in one go: a few hundredths of a second


class Scan(NamedTuple):
    """What was read of some sentences; `words` is None where the texts share a language."""

    features: Features
    words: Features | None
    lengths: NDArray[np.int64]
    ends: Classes


@dataclass(frozen=True, slots=True)
class Scanner:
    """How to read a text: with which letters, up to which id, in which language (None: both in one)."""

    letters: Alphabet
    mask: int
    language: str | None

    def read(self, sentences: Sequence[str], paragraphs: NDArray[np.int64] | None) -> Scan:
        """Read some sentences."""
        codes, offsets = codes_of(sentences)
        tokens = tokenise(codes, offsets, self.letters)
        own = own_features(codes, self.letters.fold, tokens, self.mask)
        ends = classes(codes, self.letters, tokens, paragraphs)
        lengths = np.diff(offsets) + 1
        if self.language is None:
            return Scan(own, None, lengths, ends)
        shared = shared_features(codes, self.letters, tokens, numerals(self.language), self.mask)
        return Scan(shared, only_words(own), lengths, ends)


def only_words(own: Features) -> Features:
    """Keep words and their stems, which a dictionary can know."""
    kept = (own.kinds == WORD) | (own.kinds == PREFIX)
    before = np.concatenate([[0], np.cumsum(kept)])
    return Features(before[own.first], own.ids[kept], own.kinds[kept])


def read_text(text: Text, scanner: Scanner, pool: Executor, tick: Tick) -> Scan:
    """Read a whole text, chunk by chunk on the threads of `pool`."""
    paragraphs = None if text.paragraphs is None else np.asarray(text.paragraphs, np.int64)
    starts = range(0, max(1, len(text.sentences)), CHUNK)

    def read(start: int) -> Scan:
        part = slice(start, start + CHUNK)
        return scanner.read(text.sentences[part], None if paragraphs is None else paragraphs[part])

    scans = []
    for scan in pool.map(read, starts) if len(starts) > 1 else map(read, starts):
        scans.append(scan)
        tick(len(scan.lengths))
    return scans[0] if len(scans) == 1 else joined(scans)


def joined(scans: Sequence[Scan]) -> Scan:
    """Put the scans of chunks together."""
    words = [scan.words for scan in scans if scan.words is not None]
    return Scan(
        joined_features([scan.features for scan in scans]),
        joined_features(words) if words else None,
        np.concatenate([scan.lengths for scan in scans]),
        np.concatenate([scan.ends for scan in scans]),
    )


def joined_features(parts: Sequence[Features]) -> Features:
    """Put features together; the places of sentences go on where the part before ended."""
    ends = np.cumsum([0, *(part.first[-1] for part in parts)])
    first = [part.first[:-1] + end for part, end in zip(parts, ends, strict=False)]
    return Features(
        np.concatenate([*first, ends[-1:]]),
        np.concatenate([part.ids for part in parts]),
        np.concatenate([part.kinds for part in parts]),
    )
