"""HTML as values: what is not `Html` yet is text, and text is always escaped."""

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NewType

Html = NewType("Html", str)

_VOID = frozenset({"meta", "br", "col", "hr"})
NOTHING = Html("")


def text(said: str) -> Html:
    """Write a text of our own."""
    return Html(html.escape(said, quote=False))


def element(name: str, /, *children: Html, **attributes: str | None) -> Html:
    """Write an element; an attribute that is None is left out."""
    told = "".join(
        f' {attribute_name(key)}="{html.escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Html(f"<{name}{told}>")
    return Html(f"<{name}{told}>{''.join(children)}</{name}>")


def attribute_name(key: str) -> str:
    """Give the name of an attribute: class_ is class, aria_label is aria-label, viewBox stays."""
    return key.rstrip("_").replace("_", "-")


def together(parts: Iterable[Html]) -> Html:
    """Put parts one after the other."""
    return Html("".join(parts))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, and the class of its cells."""

    label: str
    class_: str | None = None


def table(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[Html]], class_: str = "") -> Html:
    """Write a table; the first cell of a row is its head.

    On a narrow screen rows are shown as blocks and every cell with its column's name. The roles say what a
    browser forgets when it lays a table out as something else.
    """
    heads = (
        element("th", text(one.label), scope="col", role="columnheader", class_=one.class_) for one in columns
    )
    body = (element("tr", *cells(columns, row), role="row") for row in rows)
    return element(
        "div",
        element(
            "table",
            element("caption", text(caption)),
            element("thead", element("tr", *heads, role="row"), role="rowgroup"),
            element("tbody", *body, role="rowgroup"),
            role="table",
            class_=class_ or None,
        ),
        class_="scroll",
    )


def cells(columns: Sequence[Column], row: Sequence[Html]) -> Iterator[Html]:
    """Write the cells of a row."""
    for place, (column, held) in enumerate(zip(columns, row, strict=True)):
        if place:
            yield element("td", held, role="cell", class_=column.class_, data_label=column.label)
        else:
            yield element(
                "th", held, scope="row", role="rowheader", class_=column.class_, data_label=column.label
            )
