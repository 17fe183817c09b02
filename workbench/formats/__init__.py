"""Files in, files out: one module per format, written out in FORMATS."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from workbench.formats.deferred import Deferred
from workbench.formats.lines import read_lines
from workbench.formats.reading import naming_file, read_file
from workbench.formats.registry import (
    COMPOSERS,
    FORMATS,
    identify,
    read_document,
    read_in_parts,
    recoded,
    write_back,
)
from workbench.formats.writing import FileChangedError, expect_unchanged, make_folder, replace_file

tsv: Callable[[Sequence[str], Iterable[Sequence[object]]], bytes] = Deferred("tables", "tsv")
tmx: Callable[[tuple[str, str], Iterable[tuple[str, str]]], bytes] = Deferred("tmx_export", "tmx")
read_tmx: Callable[[Iterable[bytes], tuple[str, str]], Iterator[tuple[str, str]]] = Deferred(
    "tmx_pairs", "read_tmx"
)

__all__ = [
    "COMPOSERS",
    "FORMATS",
    "FileChangedError",
    "expect_unchanged",
    "identify",
    "make_folder",
    "naming_file",
    "read_document",
    "read_file",
    "read_in_parts",
    "read_lines",
    "read_tmx",
    "recoded",
    "replace_file",
    "tmx",
    "tsv",
    "write_back",
]
