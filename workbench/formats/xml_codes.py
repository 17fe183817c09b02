"""What is inside a segment of XLIFF or TMX: text to read and edit, and codes that are carried along.

A code is shown as `model.code` writes it and written back as the very characters it had.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workbench.errors import WorkbenchError
from workbench.formats.xml_tokens import Token, plain, unstorable
from workbench.formats.xml_tree import Node
from workbench.i18n import _
from workbench.model.code import codes, escaped, is_balanced, parts

# Elements that enclose text: XLIFF 1.2 and 2, TMX 1.4b. All others are codes as a whole.
_ENCLOSING = frozenset({"g", "mrk", "pc", "hi"})
# Elements whose content is of the file that was translated, and no text (XLIFF 1.2, TMX 1.4b).
_FOREIGN = frozenset({"bpt", "ept", "ph", "it", "ut"})
# Codes that begin or end something without enclosing it: they get a letter before their number.
_HALVES = {"bpt": "b", "bx": "b", "sc": "b", "sm": "b", "ept": "e", "ex": "e", "ec": "e", "em": "e"}
_IDS = ("id", "mid", "i", "x", "rid", "startRef")
_LABEL = re.compile(r"[\w.-]{1,24}")
_UNKNOWN = re.compile(r"(&(?!#|amp;|lt;|gt;|quot;|apos;)[^;<&]+;)")  # of a DTD that is not read
_BLANK = " \t\r\n"
_MARKED = frozenset("<&\r⟦⟧")
_LINE_END = frozenset("\r\n")


@dataclass(frozen=True, slots=True)
class Content:
    """The inside of a segment: [start, end) of the text it takes; what is shown; each code as it is written.

    `is_cdata`: it is one section of CDATA. `is_exact`: blank at its edges is text and no layout.
    """

    start: int
    end: int
    shown: str = ""
    raw: Mapping[str, str] = field(default_factory=dict)
    is_cdata: bool = False
    is_exact: bool = True


def content(text: str, node: Node, *, is_exact: bool) -> Content:
    """Read the inside of an element."""
    span = (node.inner, node.inner_end)
    start, end = span if is_exact else trimmed(text, *span)
    inside = text[start:end]
    if _MARKED.isdisjoint(inside):  # most segments are nothing but text
        return Content(start, end, inside, {}, is_cdata=False, is_exact=is_exact)
    legend = Legend()
    shown = "".join(legend.pieces(text, node, (start, end)))
    kinds = ["element" if isinstance(one, Node) else one.kind for one in node.children if one.end > start]
    return Content(start, end, shown, legend.raw, kinds == ["cdata"], is_exact)


def plain_text(text: str, node: Node) -> str:
    """Give the text of a segment without the codes in it."""
    shown = text[node.inner : node.inner_end]
    if _MARKED.isdisjoint(shown):
        return shown
    return "".join(plain_pieces(node))


def plain_pieces(node: Node) -> Iterator[str]:
    """Give the text in an element piece by piece."""
    for child in node.children:
        if isinstance(child, Token):
            if child.kind in {"text", "cdata"}:
                yield child.inside if child.kind == "cdata" else plain(child.inside)
        elif child.local not in _FOREIGN:
            yield from plain_pieces(child)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out blank at either end that breaks the line."""
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip(_BLANK))
    right = len(inside.rstrip(_BLANK))
    if not _LINE_END.isdisjoint(inside[:left]):
        start += left
    if right > left and not _LINE_END.isdisjoint(inside[right:]):
        end -= len(inside) - right
    return start, end


class Legend:
    """The codes of a segment as they come, each under a name of its own."""

    def __init__(self) -> None:
        self.raw: dict[str, str] = {}
        self._times: Counter[str] = Counter()

    def pieces(self, text: str, node: Node, span: tuple[int, int]) -> Iterator[str]:
        """Give what is shown of each child, and remember how the codes are written."""
        for child in node.children:
            if child.end <= span[0] or child.start >= span[1]:
                continue
            if isinstance(child, Token):
                yield from self.token_pieces(text, child, span)
            elif child.local in _ENCLOSING and not child.is_empty_tag:
                label = self.label_of(child)
                yield self.noted(f"⟦{label}⟧", text[child.start : child.inner])
                yield from self.pieces(text, child, (child.inner, child.inner_end))
                yield self.noted(f"⟦/{label}⟧", text[child.inner_end : child.end])
            else:
                yield self.noted(f"⟦{self.label_of(child)}/⟧", text[child.start : child.end])

    def token_pieces(self, text: str, token: Token, span: tuple[int, int]) -> Iterator[str]:
        """Show a piece of text; a comment or a processing instruction is a code."""
        if token.kind == "cdata":
            yield escaped(token.inside.replace("\r\n", "\n").replace("\r", "\n"))
        elif token.kind == "text":
            inside = text[max(token.start, span[0]) : min(token.end, span[1])]
            for number, piece in enumerate(_UNKNOWN.split(inside)):
                is_code = number % 2
                yield self.noted(f"⟦{self.free('x')}/⟧", piece) if is_code else escaped(plain(piece))
        else:
            yield self.noted(f"⟦{self.free('x')}/⟧", text[token.start : token.end])

    def noted(self, shown: str, written: str) -> str:
        """Remember how a code is written."""
        self.raw[shown] = written
        return shown

    def label_of(self, node: Node) -> str:
        """Name a code by its id, so that source and target name it alike."""
        attributes = node.attributes
        found = next((attributes[name] for name in _IDS if name in attributes), node.local)
        label = found if _LABEL.fullmatch(found) else node.local
        return self.free(_HALVES.get(node.local, "") + label)

    def free(self, label: str) -> str:
        """Tell codes of one name apart: the second 3 is 3:2."""
        self._times[label] += 1
        return label if self._times[label] == 1 else f"{label}:{self._times[label]}"


def expect_codes(place: str, new: str, old: Content, source: Content) -> None:
    """Refuse a text whose codes are neither those it had nor those of its source, each just once."""
    found = codes(new)
    known = [codes(side.shown) for side in (old, source)]
    if found not in known:
        expected = known[0] or known[1]
        raise WorkbenchError(
            _("Segment %(place)s: its codes must be %(expected)s, but they are %(found)s; put them back.")
            % {"place": place, "expected": listed(expected), "found": listed(found)}
        )
    if not is_balanced(new) and is_balanced(old.shown):
        raise WorkbenchError(
            _("Segment %(place)s: a code is closed before it is opened, or crosses another; reorder them.")
            % {"place": place}
        )


def listed(found: Counter[str]) -> str:
    """Name codes for a message."""
    return " ".join(found.elements()) or _("none")


def written(place: str, new: str, old: Content, source: Content, newline: str) -> str:
    """Write a text as the inside of a segment."""
    expect_codes(place, new, old, source)
    if char := unstorable(new):
        raise WorkbenchError(
            _("Segment %(place)s: XML cannot hold %(character)s; remove it.")
            % {"place": place, "character": ascii(char)}
        )
    if old.is_cdata and "\r" not in new:
        inside = "".join(piece for piece, _is_code in parts(new)).replace("]]>", "]]]]><![CDATA[>")
        return "<![CDATA[" + inside.replace("\n", newline) + "]]>"
    raw = {**source.raw, **old.raw}
    text = "".join(raw[piece] if is_code else in_xml(piece) for piece, is_code in parts(new))
    return (text if old.is_exact else edges_kept(text)).replace("\n", newline)


def in_xml(text: str) -> str:
    """Escape characters that mean something in XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def edges_kept(text: str) -> str:
    """Write a line end at either edge as a reference: blank there that breaks the line would be layout."""
    left = len(text) - len(text.lstrip(_BLANK))
    right = max(left, len(text.rstrip(_BLANK)))
    edges = (text[:left].replace("\n", "&#10;"), text[right:].replace("\n", "&#10;"))
    return edges[0] + text[left:right] + edges[1]
