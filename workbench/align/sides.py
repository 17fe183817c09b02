"""Both texts ready for alignment: their features with weights, sentence by sentence."""

from collections.abc import Sequence
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
class Hints:
    """What a caller may give beside the texts: vectors of meaning, sentences that translate one another."""

    embed: Embed | None = None
    examples: Sequence[tuple[str, str]] = ()


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
    """Both texts and the weight of each feature id, in nats; `unit` is the mean weight of a sentence.

    `examples` are the words of sentences that are known to translate one another, one by one.
    """

    a: Side
    b: Side
    weights: Floats
    unit: float
    examples: tuple[Bag, Bag] | None = None

    @property
    def same(self) -> bool:
        """Tell whether both are in one language."""
        return self.a.words is None


def language(text: Text) -> str:
    """Give the language without script and region."""
    return text.language.replace("_", "-").split("-")[0].lower()


def prepare(a: Text, b: Text, hints: Hints, pool: Executor, tick: Tick) -> Sides:
    """Read two texts and weigh what they share; examples are of use only across languages."""
    same = language(a) == language(b)
    pairs = [] if same else hints.examples
    texts = (a, b, Text([one for one, _ in pairs], a.language), Text([two for _, two in pairs], b.language))
    mask = mask_for(sum(len(sentence) for text in texts for sentence in text.sentences))
    letters = alphabet([text.sentences for text in texts])
    scans = [
        read_text(text, Scanner(letters, mask, None if same else language(text)), pool, tick)
        for text in texts
    ]
    weights = common_weights(scans[0], scans[1], mask)
    one, words_one = side(scans[0], scans[2], weights, a, hints.embed)
    two, words_two = side(scans[1], scans[3], weights, b, hints.embed)
    unit = float(np.mean(np.concatenate([one.weight, two.weight])))
    examples = (words_one, words_two) if pairs and words_one and words_two else None
    return Sides(one, two, weights, max(unit, LEAST_UNIT), examples)


def common_weights(a: Scan, b: Scan, mask: int) -> Floats:
    """Weigh features by how rare they are in both texts together."""
    count = empty_count(mask)
    add_count(*a.features, count.sentences_a, count.kinds)
    add_count(*b.features, count.sentences_b, count.kinds)
    return rarity(count, len(a.lengths) + len(b.lengths))


def side(
    scan: Scan, example: Scan, weights: Floats, text: Text, embed: Embed | None
) -> tuple[Side, Bag | None]:
    """Put together what is known of one text, and the words of its examples in the numbers of its own.

    Across languages a sentence weighs what its words weigh.
    """
    words, rarities, examples = None, None, None
    if scan.words is None or example.words is None:
        weight = sentence_weights(scan.features.first, scan.features.ids, weights)
    else:
        words, examples, rarities = numbered(scan.words, example.words)
        weight = sentence_weights(words.first, words.ids, rarities)
    known = Side(
        scan.features.first, scan.features.ids, weight, scan.lengths.astype(np.float64), scan.ends,
        text.paragraphs is not None, words, rarities,
        None if embed is None else vectors(embed, text.sentences),
    )  # fmt: skip
    return known, examples


def numbered(words: Features, examples: Features) -> tuple[Bag, Bag, Floats]:
    """Give the words of a text and of its examples numbers from 0, and the rarity of each in the text."""
    known, numbers = np.unique(np.concatenate([words.ids, examples.ids]), return_inverse=True)
    ids, others = np.split(numbers.astype(np.int32), [len(words.ids)])
    found = np.zeros(len(known), np.int32)
    add_count(words.first, ids, words.kinds, found, np.zeros(len(known), np.uint8))
    rarities = np.log1p((len(words.first) - 1) / np.maximum(found, 1)).astype(np.float32)
    return plain(words.first, ids), plain(examples.first, others), rarities


def plain(first: NDArray[np.int64], ids: NDArray[np.int32]) -> Bag:
    """Count each word of sentences once for each place that it stands in."""
    return Bag(first, ids, np.ones(len(ids), np.float32))


__all__ = ["Hints", "Side", "Sides", "prepare"]
