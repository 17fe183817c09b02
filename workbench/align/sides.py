"""Both texts ready for alignment: their features with weights, sentence by sentence."""

from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Bag, Classes, Sums
from workbench.align.embedding import Embed, Vectors, vectors
from workbench.align.features import Features
from workbench.align.letters import alphabet
from workbench.align.scanning import Scan, Scanner, read_text
from workbench.align.text import Text
from workbench.align.watching import Tick
from workbench.align.weights import Floats, add_count, empty_count, mask_for, rarity, sentence_weights

LEAST_UNIT = 10.0  # nats: a sentence of two rare words; of less, nothing can be learned


@dataclass(frozen=True, slots=True)
class Side:
    """One text: its features, the weight and length of each sentence, the class of each boundary."""

    first: NDArray[np.int64]
    ids: NDArray[np.int32]
    weight: Sums
    length: Sums
    ends: Classes
    paragraphs: bool
    words: Bag | None = None
    rarities: Floats | None = None
    vectors: Vectors | None = None

    def __len__(self) -> int:
        return len(self.weight)


@dataclass(frozen=True, slots=True)
class Sides:
    """Both texts and the weight of each feature id, in nats; `unit` is the mean weight of a sentence."""

    a: Side
    b: Side
    weights: Floats
    unit: float

    @property
    def same(self) -> bool:
        """Tell whether both are in one language."""
        return self.a.words is None


def language(text: Text) -> str:
    """Give the language without script and region."""
    return text.language.replace("_", "-").split("-")[0].lower()


def prepare(a: Text, b: Text, embed: Embed | None, pool: Executor, tick: Tick) -> Sides:
    """Read two texts and weigh what they share."""
    same = language(a) == language(b)
    mask = mask_for(sum(map(len, a.sentences)) + sum(map(len, b.sentences)))
    letters = alphabet([a.sentences, b.sentences])
    scan_a, scan_b = (
        read_text(text, Scanner(letters, mask, None if same else language(text)), pool, tick)
        for text in (a, b)
    )
    weights = common_weights(scan_a, scan_b, mask)
    one, two = side(scan_a, weights, a, embed), side(scan_b, weights, b, embed)
    unit = float(np.mean(np.concatenate([one.weight, two.weight])))
    return Sides(one, two, weights, max(unit, LEAST_UNIT))


def common_weights(a: Scan, b: Scan, mask: int) -> Floats:
    """Weigh features by how rare they are in both texts together."""
    count = empty_count(mask)
    add_count(*a.features, count.sentences_a, count.kinds)
    add_count(*b.features, count.sentences_b, count.kinds)
    return rarity(count, len(a.lengths) + len(b.lengths))


def side(scan: Scan, weights: Floats, text: Text, embed: Embed | None) -> Side:
    """Put together what is known of one text; across languages a sentence weighs what its words weigh."""
    words, rarities = (None, None) if scan.words is None else numbered(scan.words)
    if words is None or rarities is None:
        weight = sentence_weights(scan.features.first, scan.features.ids, weights)
    else:
        weight = sentence_weights(words.first, words.ids, rarities)
    return Side(
        scan.features.first, scan.features.ids, weight, scan.lengths.astype(np.float64), scan.ends,
        text.paragraphs is not None, words, rarities,
        None if embed is None else vectors(embed, text.sentences),
    )  # fmt: skip


def numbered(words: Features) -> tuple[Bag, Floats]:
    """Give the words of a text numbers from 0, and the rarity of each."""
    known, numbers = np.unique(words.ids, return_inverse=True)
    ids = numbers.astype(np.int32)
    found = np.zeros(len(known), np.int32)
    add_count(words.first, ids, words.kinds, found, np.zeros(len(known), np.uint8))
    rarities = np.log1p((len(words.first) - 1) / np.maximum(found, 1)).astype(np.float32)
    return Bag(words.first, ids, np.ones(len(ids), np.float32)), rarities


__all__ = ["Side", "Sides", "prepare"]
