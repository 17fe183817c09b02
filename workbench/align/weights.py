"""How much each feature weighs: the rarer in the two texts, the more."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from workbench.align.features import KIND_WEIGHTS, Features
from workbench.align.kernel import kernel
from workbench.align.tokens import Offsets

Floats = NDArray[np.float32]
SMALLEST, LARGEST = 1 << 12, 1 << 22  # slots for features; beyond, collisions cost less than memory
SLOTS_EACH = 2  # slots for each feature of the texts, so that few collide


class Count(NamedTuple):
    """How many sentences of each side have each id, and its kind."""

    sentences_a: NDArray[np.int32]
    sentences_b: NDArray[np.int32]
    kinds: NDArray[np.uint8]


def mask_for(characters: int) -> int:
    """Choose the largest id for texts of so many characters."""
    size = SMALLEST
    while size < min(LARGEST, SLOTS_EACH * characters):
        size *= 2
    return size - 1


def empty_count(mask: int) -> Count:
    """Start counting."""
    return Count(np.zeros(mask + 1, np.int32), np.zeros(mask + 1, np.int32), np.zeros(mask + 1, np.uint8))


@kernel
def add_count(
    first: Offsets,
    ids: NDArray[np.int32],
    kinds: NDArray[np.uint8],
    sentences: NDArray[np.int32],
    kind: NDArray[np.uint8],
) -> None:
    """Count the features of some sentences into the tables of a side."""
    seen = np.full(len(sentences), -1, np.int32)
    for sentence in range(len(first) - 1):
        for k in range(first[sentence], first[sentence + 1]):
            name = ids[k]
            kind[name] = kinds[k]
            if seen[name] != sentence:
                seen[name] = sentence
                sentences[name] += 1


def rarity(count: Count, sentences: int) -> Floats:
    """Weigh each id by log(1 + N/df) and by its kind; what does not occur weighs nothing."""
    found = count.sentences_a + count.sentences_b
    with np.errstate(divide="ignore"):
        weights = np.where(found, np.log1p(sentences / found), 0.0) * KIND_WEIGHTS[count.kinds]
    return weights.astype(np.float32)


@kernel
def sentence_weights(first: Offsets, ids: NDArray[np.int32], weights: Floats) -> NDArray[np.float64]:
    """Add up the weights of each sentence."""
    result = np.zeros(len(first) - 1)
    for sentence in range(len(first) - 1):
        for k in range(first[sentence], first[sentence + 1]):
            result[sentence] += weights[ids[k]]
    return result


__all__ = ["Count", "Features", "add_count", "empty_count", "mask_for", "rarity", "sentence_weights"]
