"""The grammars of tables by name."""

from collections.abc import Iterator, Mapping

from workbench.formats import table_document
from workbench.formats.delimited import CSV_GRAMMAR, TSV_GRAMMAR
from workbench.formats.json_lines import JSONL_GRAMMAR
from workbench.formats.table_document import Grammar
from workbench.model.document import Document

_GRAMMARS: Mapping[str, Grammar] = {
    grammar.name: grammar for grammar in (TSV_GRAMMAR, CSV_GRAMMAR, JSONL_GRAMMAR)
}


def read(name: str, asked: Mapping[str, str], data: bytes, charset: str | None = None) -> Document:
    """Read a table; `asked` are the headings of columns that the user names."""
    return table_document.read(data, charset, _GRAMMARS[name], asked)


def parts(name: str, asked: Mapping[str, str], data: bytes, charset: str | None = None) -> Iterator[Document]:
    """Read a table part by part."""
    return table_document.parts(data, charset, _GRAMMARS[name], asked)


def write(name: str, document: Document, original: bytes) -> bytes:
    """Put the document's texts and decisions into the cells of the file."""
    return table_document.write(document, original, _GRAMMARS[name])
