"""HTML as values: what is not `Html` yet is text, and text is always escaped."""

import html
from collections.abc import Iterable
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


def table(
    caption: str, heads: Iterable[Html], rows: Iterable[Iterable[Html]], **attributes: str | None
) -> Html:
    """Write a table of cells (`th` or `td`) with its caption for those who hear it."""
    body = together(element("tr", *row) for row in rows)
    return element(
        "div",
        element(
            "table",
            element("caption", text(caption)),
            element("thead", element("tr", *heads)),
            element("tbody", body),
            **attributes,
        ),
        class_="scroll",
    )


def head(said: str, class_: str | None = None) -> Html:
    """Write the head of a column."""
    return element("th", text(said), scope="col", class_=class_)


def row_head(*children: Html, class_: str | None = None) -> Html:
    """Write the head of a row."""
    return element("th", *children, scope="row", class_=class_)


def cell(*children: Html, class_: str | None = None) -> Html:
    """Write a cell."""
    return element("td", *children, class_=class_)
