"""A document part by part, so that its beginning can be shown before its end is read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from workbench.model.document import Document, Unit

_FIRST = 200  # units: more than a window shows
_LATER = 5_000  # units: a tenth of a second


def batches(units: Iterator[Unit]) -> Iterator[tuple[Unit, ...]]:
    """Cut units into batches, the first of them small."""
    size = _FIRST
    while batch := tuple(islice(units, size)):
        yield batch
        size = _LATER


def whole(parts: Iterable[Document]) -> Document:
    """Put the parts of a document together."""
    there = list(parts)
    return replace(
        there[0],
        units=tuple(chain.from_iterable(part.units for part in there)),
        warnings=tuple(chain.from_iterable(part.warnings for part in there)),
        unread=tuple(chain.from_iterable(part.unread for part in there)),
    )
