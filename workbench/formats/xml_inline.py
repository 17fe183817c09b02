"""Inline codes in new files: as the elements that XLIFF 2 and TMX have for them, without what they stood for.

Sources: XLIFF 2.1, 4.2.3 (inline elements: ph, pc); TMX 1.4b (bpt, ept, ph), whose numbers pair the sides of
a unit.
"""

from collections.abc import Callable

from workbench.formats.xml_writing import escaped, quoted
from workbench.model.code import is_balanced, parts

Write = Callable[[str], str]


def with_codes(text: str, written: Write) -> str:
    """Write a text in `model.code`'s notation, its codes by `written`."""
    return "".join(written(piece[1:-1]) if is_code else escaped(piece) for piece, is_code in parts(text))


def in_xliff(text: str) -> str:
    """Write the inside of a source or target of XLIFF 2; codes that cross become points."""
    return with_codes(text, paired if is_balanced(text) else point)


def paired(name: str) -> str:
    """Write a code that encloses as an element that does."""
    if name.startswith("/"):
        return "</pc>"
    return point(name) if name.endswith("/") else f"<pc id={quoted(name)}>"


def point(name: str) -> str:
    """Write a code as a point in the text; a closing one is told from the one it closes."""
    own = f"{name[1:]}-end" if name.startswith("/") else name.removesuffix("/")
    return f"<ph id={quoted(own)}/>"


def in_tmx(text: str, numbers: dict[str, int]) -> str:
    """Write the inside of a segment of TMX; `numbers` are those of the unit's codes, and grow."""
    closes = is_balanced(text)

    def written(name: str) -> str:
        label = name.strip("/")
        number = numbers.setdefault(label, len(numbers) + 1)
        if name.endswith("/") or not closes:
            return f'<ph x="{number}"/>'
        return f'<ept i="{number}"/>' if name.startswith("/") else f'<bpt i="{number}" x="{number}"/>'

    return with_codes(text, written)
