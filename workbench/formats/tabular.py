"""Tables as formats: told by their names, since any text is a table of one column; Parquet by its mark."""

from workbench.formats.deferred import Deferred
from workbench.model.format import Format


def told_by_name(head: bytes) -> bool:
    """Tell nothing by the content."""
    del head
    return False


def is_parquet(head: bytes) -> bool:
    """Tell Parquet by its first bytes."""
    return head.startswith(b"PAR1")


def text_table(name: str, *suffixes: str) -> Format:
    """Make the format of a table that is a text."""
    functions = (Deferred("table_formats", what, (name,)) for what in ("read", "write", "parts"))
    read, write, parts = functions
    return Format(name, suffixes, told_by_name, read, write, parts=parts)


TSV = text_table("tsv", ".tsv", ".tab")
CSV = text_table("csv", ".csv")
JSONL = text_table("jsonl", ".jsonl", ".ndjson")
PARQUET = Format(
    "parquet",
    (".parquet",),
    is_parquet,
    Deferred("parquet_document", "read"),
    Deferred("parquet_document", "write"),
)
