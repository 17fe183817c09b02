"""Scores as Parquet: blocks are Arrow messages, which can be appended; the file is made of them at the end.

A Parquet file has its index behind its rows, so that half of one is none; an Arrow stream is good up to
whatever message was written last.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # as above

from workbench.project.batch_layout import Block, Form, Layout, Meta

_GROUP = 65_536  # rows of a row group, which is held in memory while it is written: some megabytes
_PIECE = 1 << 20
META = b"workbench"  # the key of the schema's metadata


def schema(layout: Layout) -> pa.Schema:
    """Give the columns with their types."""
    kinds = {"file": pa.string(), "id": pa.int64(), "key": pa.string()}
    fields = [pa.field(name, kinds.get(name, pa.float64())) for name in layout.names]
    rows = [
        pa.field(f"{name}_statistics", pa.list_(pa.float64(), width)) for name, width in layout.statistics
    ]
    return pa.schema(fields + rows)


def head(layout: Layout) -> bytes:
    """Begin an Arrow stream."""
    return bytes(schema(layout).serialize())


def encode(layout: Layout, block: Block) -> bytes:
    """Write a block as one message."""
    columns = [*block.labels(layout), *block.scores]
    rows = [
        pa.FixedSizeListArray.from_arrays(pa.array(np.ascontiguousarray(one).reshape(-1)), one.shape[1])
        for one in block.statistics
    ]
    kinds = schema(layout)
    arrays = [pa.array(column, kinds.field(place).type) for place, column in enumerate(columns)]
    return bytes(pa.RecordBatch.from_arrays(arrays + rows, schema=kinds).serialize())


def finish(layout: Layout, part: IO[bytes], meta: Meta) -> Iterator[bytes]:
    """Make a Parquet file of the messages, with what is said of the whole in its metadata."""
    about = {META: json.dumps(meta, ensure_ascii=False, sort_keys=True).encode()}
    about |= {f"signature.{name}".encode(): text.encode() for name, text in meta["signature"].items()}
    with tempfile.TemporaryFile() as file:
        kinds = schema(layout).with_metadata(about)
        with pq.ParquetWriter(file, kinds, compression="zstd") as writer:
            for group in groups(part):
                writer.write_table(group.replace_schema_metadata(about), row_group_size=_GROUP)
        file.seek(0, os.SEEK_SET)
        yield from iter(lambda: file.read(_PIECE), b"")


def said(path: Path) -> Meta:
    """Read what a file says of its rows."""
    meta: Meta = json.loads((pq.read_schema(path).metadata or {})[META])
    return meta


def groups(part: IO[bytes]) -> Iterator[pa.Table]:
    """Give the rows in groups of one size, however the blocks were cut."""
    batches, held = [], 0
    with pa.ipc.open_stream(part) as stream:
        for batch in stream:
            batches.append(batch)
            held += len(batch)
            while held >= _GROUP:
                table = pa.Table.from_batches(batches)
                yield table.slice(0, _GROUP).combine_chunks()
                batches, held = table.slice(_GROUP).to_batches(), held - _GROUP
    if batches:
        yield pa.Table.from_batches(batches).combine_chunks()


PARQUET = Form(head, encode, finish)
