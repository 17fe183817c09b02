"""Bags of features of any sentences, gathered from their texts."""

import numpy as np
from numpy.typing import NDArray

from workbench.align.block import Bag, Ids
from workbench.align.kernel import kernel
from workbench.align.sides import Side
from workbench.align.tokens import Offsets

Places = NDArray[np.int64]  # numbers of sentences


def features(side: Side, places: Places) -> Bag:
    """Give the features of some sentences."""
    first, ids = gathered(side.first, side.ids, places)
    return Bag(first, ids, np.ones(len(ids), np.float32))


def taken(words: Bag, places: Places) -> Bag:
    """Give the words of some sentences."""
    first, ids = gathered(words.first, words.ids, places)
    return Bag(first, ids, np.ones(len(ids), np.float32))


@kernel
def gathered(first: Offsets, ids: Ids, places: Places) -> tuple[Offsets, Ids]:
    """Copy the ids of some sentences."""
    begin = np.zeros(len(places) + 1, np.int64)
    for k in range(len(places)):
        begin[k + 1] = begin[k] + first[places[k] + 1] - first[places[k]]
    result = np.empty(begin[-1], np.int32)
    for k in range(len(places)):
        result[begin[k] : begin[k + 1]] = ids[first[places[k]] : first[places[k] + 1]]
    return begin, result


def beside(one: Bag, two: Bag) -> Bag:
    """Put two bags of the same sentences together."""
    sentence = [np.repeat(np.arange(len(bag.first) - 1), np.diff(bag.first)) for bag in (one, two)]
    order = np.argsort(np.concatenate(sentence), kind="stable")
    ids, counts = np.concatenate([one.ids, two.ids]), np.concatenate([one.counts, two.counts])
    return Bag(one.first + two.first, ids[order], counts[order])
