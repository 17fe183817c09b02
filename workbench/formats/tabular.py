"""Tables as formats: told by their names, since any text is a table of one column; Parquet by its mark."""

from collections.abc import Mapping

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

    def by_columns(asked: Mapping[str, str]) -> Format:
        read, parts = (Deferred("table_formats", what, (name, asked)) for what in ("read", "parts"))
        write = Deferred("table_formats", "write", (name,))
        return Format(name, suffixes, told_by_name, read, write, parts=parts, by_columns=by_columns)

    return by_columns({})


def parquet(asked: Mapping[str, str]) -> Format:
    """Make the format of Parquet."""
    read, write = Deferred("parquet_document", "read", (asked,)), Deferred("parquet_document", "write")
    return Format("parquet", (".parquet",), is_parquet, read, write, by_columns=parquet)


TSV = text_table("tsv", ".tsv", ".tab")
CSV = text_table("csv", ".csv")
JSONL = text_table("jsonl", ".jsonl", ".ndjson")
PARQUET = parquet({})
