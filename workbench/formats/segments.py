"""Every format that segments are read from, by suffix, and how the right one is found."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from workbench.formats.deferred import Deferred
from workbench.formats.line_stream import lines
from workbench.formats.reading import naming_file
from workbench.formats.segment_rows import TEXT, Broken, Row, Table
from workbench.formats.streams import STANDARD_INPUT, Stream, opened

Reader = Callable[[Stream, str | None], Table]


def read_text(stream: Stream, charset: str | None) -> Table:
    """Read a text whose lines are its segments."""
    rows: Iterator[Row] = (
        (number, line if isinstance(line, Broken) else (line,)) for number, line in lines(stream, charset)
    )
    return Table((TEXT,), lambda names: rows if tuple(names) == (TEXT,) else repeated(rows, len(names)))


def repeated(rows: Iterator[Row], times: int) -> Iterator[Row]:
    """Give a text's one column as often as it is asked for."""
    for number, cells in rows:
        yield number, cells if isinstance(cells, Broken) else cells * times


# What is none of these is a text whose lines are segments.
TABLES: Mapping[str, Reader] = {
    ".tsv": Deferred("segment_tables", "read_tsv"),
    ".csv": Deferred("segment_tables", "read_csv"),
    ".jsonl": Deferred("segment_tables", "read_jsonl"),
    ".ndjson": Deferred("segment_tables", "read_jsonl"),
    ".parquet": Deferred("parquet", "read"),
    ".tmx": Deferred("segment_xml", "read_tmx"),
    ".xlf": Deferred("segment_xml", "read_xliff"),
    ".xliff": Deferred("segment_xml", "read_xliff"),
    ".po": Deferred("segment_po", "read_po"),
    ".pot": Deferred("segment_po", "read_po"),
}
COMPRESSED = (".gz", ".xz", ".zst")


def suffix_of(path: Path) -> str:
    """Give the suffix that names the format, below that of a compression."""
    name = path.name.lower()
    inner = next((name.removesuffix(end) for end in COMPRESSED if name.endswith(end)), name)
    return Path(inner).suffix


def is_table(path: Path) -> bool:
    """Tell by its name whether a file has columns."""
    return suffix_of(path) in TABLES


@contextmanager
def open_table(
    path: Path, charset: str | None = None, *, alone: bool = False
) -> Iterator[tuple[Stream, Table]]:
    """Open a file of segments; what is wrong with its beginning is said with its name.

    A file that stands `alone` has both columns, whatever it is called.
    """
    with opened(path) as stream:
        with naming_file(path):
            suffix = suffix_of(path)
            if alone and suffix not in TABLES:
                suffix = told_by_content(stream.head)
            if not alone and suffix in {".tsv", ".csv"} and is_one_column(stream.head):
                suffix = ".txt"
            table = TABLES.get(suffix, read_text)(stream, charset)
        yield stream, table


def told_by_content(head: bytes) -> str:
    """Tell the format of a table whose name does not, as that of standard input."""
    for start, suffix in ((b"PAR1", ".parquet"), (b"{", ".jsonl")):
        if head.startswith(start):
            return suffix
    first = head.partition(b"\n")[0]
    if b"<" in first[:4]:
        return ".tmx" if b"<tmx" in head else ".xlf"
    return ".csv" if b"," in first and b"\t" not in first else ".tsv"


def is_one_column(head: bytes) -> bool:
    """Tell a text that is called a table by its first line; its lines are segments."""
    first = head.partition(b"\n")[0]
    return not any(separator in first for separator in (b"\t", b",", b";"))


__all__ = ["COMPRESSED", "STANDARD_INPUT", "TABLES", "TEXT", "is_table", "open_table", "suffix_of"]
