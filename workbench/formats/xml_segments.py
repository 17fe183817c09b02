"""The two sides of a segment in XML: where they are, or where a target will be that is not there yet."""

import re
from collections.abc import Iterator

from workbench.formats.xml_codes import Content, content
from workbench.formats.xml_tree import Node, Record, inherited, tag_end

_INDENT = re.compile(r"\r?\n?[ \t]*\Z")
_SPACE = "xml:space"


def is_exact(record: Record, *nodes: Node) -> bool:
    """Tell whether blank at the edges of a segment is text."""
    values = [node.attributes[_SPACE] for node in nodes if _SPACE in node.attributes]
    return (values[0] if values else inherited(_SPACE, record)) == "preserve"


def is_translated(record: Record) -> bool:
    """Tell what is to be translated from what is there for completeness."""
    return inherited("translate", record) != "no"


def sides(text: str, source: Node, target: Node, *, exact: bool) -> tuple[Content, Content, tuple[str, str]]:
    """Read both sides, and what must stand about the target's text."""
    before = content(text, source, is_exact=exact)
    if not target.is_empty_tag:
        return before, content(text, target, is_exact=exact), ("", "")
    start = tag_end(text, target)  # of <target/> the slash makes room
    return before, Content(start, target.end, is_exact=exact), (">", f"</{target.name}>")


def sides_without_target(
    text: str, source: Node, after: Node, *, exact: bool
) -> tuple[Content, Content, tuple[str, str]]:
    """Read the source, and find the place of a target behind an element, on a line of its own if that is."""
    name = source.name.removesuffix(source.local) + "target"
    found = _INDENT.search(text, max(0, source.start - 200), source.start)
    indent = found[0] if found and "\n" in found[0] else ""
    place = Content(after.end, after.end, is_exact=exact)
    return content(text, source, is_exact=exact), place, (f"{indent}<{name}>", f"</{name}>")


def notes_of(text: str, node: Node) -> tuple[str, ...]:
    """Give the notes among an element's children."""
    return tuple(content(text, note, is_exact=False).shown for note in node.elements("note"))


def marked(source: Node, target: Node) -> Iterator[tuple[Node, Node]]:
    """Pair the segments that `mrk` marks in both sides of a unit; none where one is not in both."""
    sources = {node.attributes.get("mid"): node for node in marks(source)}
    targets = list(marks(target))
    if all(node.attributes.get("mid") in sources for node in targets):
        yield from ((sources[node.attributes.get("mid")], node) for node in targets)


def marks(node: Node) -> Iterator[Node]:
    """Give the marks of segments, in order."""
    return (mark for mark in node.descendants("mrk") if mark.attributes.get("mtype") == "seg")
