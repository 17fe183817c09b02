"""Elements of an XML text and where their tags are, record by record: what a file is made of many times."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

from workbench.errors import WorkbenchError
from workbench.figures import count
from workbench.formats.splicing import Edit
from workbench.formats.xml_tokens import Token, attributes, expect_no_entities, tokens, unreadable
from workbench.i18n import ngettext


@dataclass(slots=True)
class Node:
    """An element: where its tags are in the text, and what is in it; `local` is its name without prefix.

    [start, inner) is its start tag and [inner_end, end) its end tag; both end behind an empty-element tag.
    """

    name: str
    local: str
    inside: str
    start: int
    inner: int
    inner_end: int = 0
    end: int = 0
    children: list[Self | Token] = field(default_factory=list)
    known: dict[str, str] | None = None

    @property
    def is_empty_tag(self) -> bool:
        """Tell <x/> from <x></x>."""
        return self.inside.endswith("/")

    @property
    def attributes(self) -> dict[str, str]:
        """Give its attributes, by name with prefix; what many units stand in is asked for them many times."""
        if self.known is None:
            self.known = attributes(self.inside)
        return self.known

    def elements(self, local: str = "") -> list[Self]:
        """Give its child elements, all or those of a name."""
        return [
            child
            for child in self.children
            if not isinstance(child, Token) and (not local or child.local == local)
        ]

    def own(self, local: str) -> Self | None:
        """Give the first child of a name that has its own prefix, so is of its own vocabulary."""
        prefix = self.name.removesuffix(self.local)
        return next((child for child in self.elements(local) if child.name == prefix + local), None)

    def descendants(self, local: str) -> Iterator[Self]:
        """Give all elements of a name below it, in order."""
        waiting = self.elements()[::-1]
        while waiting:
            node = waiting.pop()
            if node.local == local:
                yield node
            waiting += node.elements()[::-1]


_DEPTH = 256  # lxml's own limit for a tree
Record = tuple[Node, Sequence[Node]]  # an element, and those it stands in, the outermost first


def records(
    text: str, names: Collection[str], above: Sequence[Node], *, final: bool = True
) -> tuple[list[Record], int, Sequence[Node]]:
    """Give each element of these names, with all that is in it; what stands between them is not kept.

    `above` are the elements that are open where the text begins. Where it may be cut, behind the last record
    that is whole, is given too, with the elements open there; what follows is to be read again with more.
    """
    above = list(above)
    found: list[Record] = []
    kept = cut = 0  # how many of the open elements belong to a record; where the last one that is whole ends
    depth = len(above)
    for token in tokens(text, final=final):
        parent = above[-1] if kept else None
        if token.kind == "end":
            closed(text, token, above)
            kept = max(0, kept - 1)
            node = above.pop()
        elif token.kind == "start":
            node = opened(token, parent)
            if not node.is_empty_tag:
                above.append(node)
                expect_shallow(above)
                kept += bool(kept or node.local in names)
                continue
        elif parent:
            parent.children.append(token)
            continue
        else:
            expect_no_entities(token)
            cut, depth = token.end, len(above)
            continue
        if not kept:
            cut, depth = token.end, len(above)
            if node.local in names:
                found.append((node, tuple(above)))
    return found, cut, above[:depth]


def closed(text: str, token: Token, above: Sequence[Node]) -> None:
    """Close the innermost open element by its end tag."""
    if not above or above[-1].name != token.name:
        raise unreadable(text, token.start)
    above[-1].inner_end, above[-1].end = token.start, token.end


def opened(token: Token, parent: Node | None) -> Node:
    """Make an element of its start tag, and put it into the one it stands in."""
    _kind, start, end, name, inside = token
    node = Node(name, name.rpartition(":")[2] if ":" in name else name, inside, start, end, end, end)
    if parent:
        parent.children.append(node)
    return node


def expect_shallow(above: Sequence[Node]) -> None:
    """Refuse what is nested deeper than any file for people."""
    if len(above) > _DEPTH:
        raise WorkbenchError(
            ngettext(
                "<%(name)s> stands in %(count)s other element; files as deep as this are not read.",
                "<%(name)s> stands in %(count)s other elements; files as deep as this are not read.",
                _DEPTH,
            )
            % {"name": above[-1].name, "count": count(_DEPTH)}
        )


def inherited(name: str, record: Record) -> str | None:
    """Give an attribute of an element, or of the nearest that it stands in."""
    node, above = record
    values = (one.attributes.get(name) for one in (node, *reversed(above)))
    return next((value for value in values if value is not None), None)


def attribute_edits(text: str, node: Node, name: str, value: str | None) -> Iterator[Edit]:
    """Give an attribute a value of plain letters, in the quotes it has; None takes it away."""
    pattern = re.compile(rf"(\s+{re.escape(name)}\s*=\s*)(\"[^\"]*\"|'[^']*')")
    found = pattern.search(text, node.start, node.inner)
    if found and value is None:
        yield Edit(*found.span(), "")
    elif found and value is not None:
        quote = found[2][0]
        yield Edit(*found.span(2), f"{quote}{value}{quote}")
    elif value is not None:
        place = tag_end(text, node)
        yield Edit(place, place, f' {name}="{value}"')


def tag_end(text: str, node: Node) -> int:
    """Give where a start tag's closing bracket begins, with the blank and the slash before it."""
    end = node.inner - (2 if node.is_empty_tag else 1)
    while text[end - 1].isspace():
        end -= 1
    return end
