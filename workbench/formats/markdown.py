"""Markdown as a format: told by its name alone, since any text is Markdown."""

from workbench.formats.deferred import deferred
from workbench.model.format import Format


def recognises(head: bytes) -> bool:
    """Tell nothing by the content."""
    del head
    return False


MARKDOWN = Format(
    name="markdown",
    suffixes=(".md", ".markdown", ".mkd"),
    recognises=recognises,
    read=deferred("markdown_blocks", "read"),
    write=deferred("markdown_blocks", "write"),
)
