"""What sentences of two texts share, weighed by how rare it is."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.align.bags import own_features, shared_features, tokens
from workbench.align.text import Text

Bag = dict[str, float]
Matrix = NDArray[np.float64]
Embed = Callable[[Sequence[str]], Matrix]

NO_FEATURES = 1.0  # weight of a sentence without any, so that lengths still divide


@dataclass(frozen=True, slots=True)
class Side:
    """One text as the programme sees it: weighted bags, weights, lengths, starts of paragraphs."""

    bags: Sequence[Counter[str]]
    weights: Matrix
    lengths: Matrix
    starts: NDArray[np.bool_] | None


@dataclass(frozen=True, slots=True)
class Sides:
    """Both texts, the weight of each feature, and whether they are in one language."""

    a: Side
    b: Side
    idf: Bag
    same: bool
    similar: Matrix | None = None


def prepare(a: Text, b: Text, embed: Embed | None) -> Sides:
    """Turn two texts into bags over common features; weights are in units of the mean sentence weight."""
    same = language(a) == language(b)
    count = own_features if same else shared_features
    raw_a, raw_b = ([count(tokens(sentence)) for sentence in text.sentences] for text in (a, b))
    seen = Counter(key for bag in [*raw_a, *raw_b] for key in bag)
    total = len(raw_a) + len(raw_b)
    idf = {name: kind * math.log(1 + total / df) for (name, kind), df in seen.items()}
    one, two = side(a, raw_a, idf), side(b, raw_b, idf)
    unit = float(np.mean(np.concatenate([one.weights, two.weights])))
    one, two = (Side(x.bags, x.weights / unit, x.lengths, x.starts) for x in (one, two))
    similar = None if embed is None else closeness(embed, a, b)
    return Sides(one, two, {name: weight / unit for name, weight in idf.items()}, same, similar)


def language(text: Text) -> str:
    """Give the language without its region."""
    return text.language.replace("_", "-").split("-")[0].lower()


def side(text: Text, raw: Sequence[Counter[tuple[str, float]]], idf: Bag) -> Side:
    """Collect what is known about one text."""
    bags = [Counter({name: n for (name, _), n in bag.items()}) for bag in raw]
    weights = [sum(idf[name] * n for name, n in bag.items()) or NO_FEATURES for bag in bags]
    lengths = np.array([len(sentence) + 1 for sentence in text.sentences], float)
    starts = None
    if text.paragraphs is not None and len(text.paragraphs):
        starts = np.diff(np.asarray(text.paragraphs), prepend=-1) != 0
    return Side(bags, np.array(weights, float), lengths, starts)


def closeness(embed: Embed, a: Text, b: Text) -> Matrix:
    """Compare the embeddings of sentences: cosine above what strangers have, 0 to 1."""
    one, two = (np.asarray(embed(list(text.sentences)), float) for text in (a, b))
    cosine = unit_rows(one) @ unit_rows(two).T
    chance = float(cosine.mean())
    return np.clip((cosine - chance) / max(1e-9, 1 - chance), 0, 1)


def unit_rows(matrix: Matrix) -> Matrix:
    """Scale each row to length one."""
    scaled: Matrix = matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-12)
    return scaled


def additive(sides: Sides, rows: range, columns: range) -> Matrix:
    """Give the overlap of each sentence of `rows` with each of `columns`, as if no word could repeat."""
    matrix = np.zeros((len(rows), len(columns)))
    where: dict[str, list[tuple[int, int]]] = {}
    for j in columns:
        for name, n in sides.b.bags[j].items():
            where.setdefault(name, []).append((j - columns.start, n))
    for i in rows:
        for name, n in sides.a.bags[i].items():
            for j, m in where.get(name, ()):
                matrix[i - rows.start, j] += sides.idf[name] * min(n, m)
    return (
        matrix
        if sides.similar is None
        else matrix + sides.similar[rows.start : rows.stop, columns.start : columns.stop]
    )


def clipped(sides: Sides, rows: range, columns: range) -> float:
    """Give the overlap of merged sentences: a word counts as often as both sides have it."""
    one = sum((sides.a.bags[i] for i in rows), Counter())
    two = sum((sides.b.bags[j] for j in columns), Counter())
    mass = sum(sides.idf[name] * min(n, two[name]) for name, n in one.items() if name in two)
    if sides.similar is not None:
        mass += float(sides.similar[rows.start : rows.stop, columns.start : columns.stop].max(axis=0).sum())
    return mass
