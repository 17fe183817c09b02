"""What a file format is to the program."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from re import Pattern
from typing import Self

from workbench.model.document import Document


@dataclass(frozen=True, slots=True)
class Format:
    """One file format: how it is recognised, read, and written back into its own bytes.

    `recognises(head)` looks at the first bytes; `read(data, charset)` raises WorkbenchError for what it
    cannot read; `write(document, original)` gives `original` with the document's texts in it.
    `rewrite(before, after, original)` does the same faster where the document that was read is at hand;
    `parts(data, charset)` gives what `read` gives part by part, where a file may be large;
    `has_codes`: inline codes stand in its texts, as `model.code` writes them;
    `declaration` finds, as its first group, the charset that a file says it is in;
    `by_columns(headings)` gives the format as it reads and writes a table whose columns are named, by what
    they hold; only tables have it;
    `stamp(data, charset, fields)` gives fields of a file's header new values, where a format has a header.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str | None], Document]
    write: Callable[[Document, bytes], bytes]
    rewrite: Callable[[Document, Document, bytes], bytes] | None = None
    parts: Callable[[bytes, str | None], Iterator[Document]] | None = None
    has_codes: bool = False
    declaration: Pattern[str] | None = None
    by_columns: Callable[[Mapping[str, str]], Self] | None = None
    stamp: Callable[[bytes, str, Mapping[str, str]], bytes] | None = None
