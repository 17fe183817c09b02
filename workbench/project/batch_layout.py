"""Segments' scores as rows of a file: which columns there are, and each format's way to write them.

A format encodes block after block, in any process; the blocks are joined behind its head, and `finish` makes
the file of them. So a run that is stopped has lost nothing, and what there is can be made a whole file.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from workbench.formats.tables import tsv
from workbench.project.rounding import DECIMALS

Numbers = NDArray[np.float64]
Meta = Mapping[str, Any]  # what is said of the whole: signatures, corpus scores, how many segments
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns there are besides the row's number: its file, its own id, scores, statistics."""

    scores: tuple[str, ...]
    file: bool = False
    key: bool = False
    statistics: tuple[tuple[str, int], ...] = ()  # a metric and how many numbers its rows have

    @property
    def names(self) -> tuple[str, ...]:
        """Name the columns without the statistics, which are Parquet's alone."""
        return (*(["file"] if self.file else []), "id", *(["key"] if self.key else []), *self.scores)


@dataclass(frozen=True, slots=True)
class Block:
    """Segments in the order of their file, column by column."""

    file: str
    numbers: Sequence[int]
    keys: Sequence[str] | None
    scores: Sequence[Numbers]
    statistics: Sequence[Numbers] = ()

    def labels(self, layout: Layout) -> list[Sequence[object]]:
        """Give the columns before the scores."""
        size = len(self.numbers)
        file = [[self.file] * size] if layout.file else []
        return [*file, self.numbers, *([self.keys or [""] * size] if layout.key else [])]


@dataclass(frozen=True, slots=True)
class Form:
    """A format of scores."""

    head: Callable[[Layout], bytes]
    encode: Callable[[Layout, Block], bytes]
    finish: Callable[[Layout, IO[bytes], Meta], Iterator[bytes]]


def as_it_is(_layout: Layout, part: IO[bytes], _meta: Meta) -> Iterator[bytes]:
    """Give what was written as the whole file."""
    return iter(lambda: part.read(_PIECE), b"")


def tsv_block(layout: Layout, block: Block) -> bytes:
    """Write a line a segment."""
    scores = [[f"{value:.{DECIMALS}f}" for value in column.tolist()] for column in block.scores]
    return tsv((), zip(*block.labels(layout), *scores, strict=True)).removeprefix(b"\n")


def objects(layout: Layout, block: Block) -> Iterator[dict[str, object]]:
    """Give an object a segment."""
    scores = [[round(value, DECIMALS) for value in column.tolist()] for column in block.scores]
    for row in zip(*block.labels(layout), *scores, strict=True):
        yield dict(zip(layout.names, row, strict=True))


def json_line_block(layout: Layout, block: Block) -> bytes:
    """Write an object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in objects(layout, block)).encode()


def json_block(layout: Layout, block: Block) -> bytes:
    """Write objects as members of the design's list "segments", each behind a comma."""
    rows = (json.dumps(row, ensure_ascii=False, indent=1) for row in objects(layout, block))
    return "".join(",\n  " + row.replace("\n", "\n  ") for row in rows).encode("utf-8", "surrogatepass")


def json_finish(_layout: Layout, part: IO[bytes], meta: Meta) -> Iterator[bytes]:
    """Put the members into the design's shape: signatures and corpus scores stand before them."""
    shape = {"signature": meta["signature"], "corpus": meta["corpus"], "segments": []}
    more = {name: meta[name] for name in ("intervals", "broken") if meta.get(name)}
    whole = json.dumps(shape | more, ensure_ascii=False, indent=1)
    before, _between, after = whole.partition('"segments": []')
    part.read(1)  # the first comma
    rows = as_it_is(_layout, part, meta)
    first = next(rows, b"")
    yield f'{before}"segments": ['.encode() + first
    yield from rows
    yield (("\n ]" if first else "]") + after + "\n").encode()


def parquet() -> Form:
    """Give Parquet, whose library is imported when it is used."""

    def form() -> Form:
        found: Form = import_module("workbench.project.batch_parquet").PARQUET
        return found

    return Form(
        lambda layout: form().head(layout),
        lambda layout, block: form().encode(layout, block),
        lambda layout, part, meta: form().finish(layout, part, meta),
    )


def no_head(_layout: Layout) -> bytes:
    """Begin with the first segment."""
    return b""


FORMS: Mapping[str, Form] = {
    ".tsv": Form(lambda layout: tsv(layout.names, ()), tsv_block, as_it_is),
    ".jsonl": Form(no_head, json_line_block, as_it_is),
    ".json": Form(no_head, json_block, json_finish),
    ".parquet": parquet(),
}


def form_of(path: Path) -> str:
    """Name the form of a file by its suffix."""
    return path.suffix.lower()
