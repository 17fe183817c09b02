"""Markdown as a format: told by its name alone, since any text is Markdown."""

from workbench.formats.deferred import Deferred
from workbench.model.format import Format


def recognises(head: bytes) -> bool:
    """Tell nothing by the content."""
    del head
    return False


MARKDOWN = Format(
    name="markdown",
    suffixes=(".md", ".markdown", ".mkd"),
    recognises=recognises,
    read=Deferred("markdown_blocks", "read"),
    write=Deferred("markdown_blocks", "write"),
)
