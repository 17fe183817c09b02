"""Texts of the article in the page: escaped, isolated, what is hidden written out."""

import unicodedata
from collections.abc import Iterator, Sequence

from workbench.figures import count, direction
from workbench.i18n import ngettext
from workbench.report.data import Span
from workbench.report.markup import NOTHING, Html, element, text, together

# Overrides, embeddings and isolates turn a line around without being seen; marks like U+200F do no harm.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KEPT = frozenset("\t\n")
# What a reader takes in at a glance; the whole text stands in report.json.
LONGEST = 1_500
_TITLE = 200  # characters that a window's title or a tab has room for


def passage(
    said: str,
    language: str,
    reader: str,
    spans: Sequence[Span] = (),
    mark: str = "mark",
    class_: str | None = None,
) -> Html:
    """Write one text, its marked spans one behind the other, as an element that nothing leaks out of."""
    shown = said[:LONGEST]
    rest = len(said) - len(shown)
    more = element("span", text(left_out(rest, reader)), class_="more", lang=reader) if rest else NOTHING
    body = together(pieces(shown, spans, mark))
    return element("bdi", body, more, lang=language, dir=direction(language), class_=class_)


def foreign(said: str, reader: str) -> Html:
    """Write a text from outside that is no text of the article: a name, a note, a file."""
    shown = said[:LONGEST]
    rest = len(said) - len(shown)
    return element("bdi", written(shown), text(left_out(rest, reader)) if rest else NOTHING)


def left_out(rest: int, reader: str) -> str:
    """Say how much is left out."""
    return " " + ngettext("… (%(count)s more character)", "… (%(count)s more characters)", rest) % {
        "count": count(rest, reader)
    }


def pieces(said: str, spans: Sequence[Span], mark: str) -> Iterator[Html]:
    """Cut a text at its marked spans."""
    done = 0
    for start, end in spans:
        yield written(said[done:start])
        if said[start:end]:
            yield element(mark, written(said[start:end]))
        done = max(done, min(end, len(said)))
    yield written(said[done:])


def written(said: str) -> Html:
    """Write characters; those that would not be seen stand there by their number."""
    if not any(is_hidden(char) for char in said):
        return text(said)
    return together(code_point(char) if is_hidden(char) else text(char) for char in said)


def plain(said: str) -> str:
    """Give a text where no element can stand: a window's title."""
    return "".join("\ufffd" if is_hidden(char) else char for char in said[:_TITLE])


def is_hidden(char: str) -> bool:
    """Tell the characters that a page cannot hold or that turn a line around."""
    return char in _TURNING or (char not in _KEPT and unicodedata.category(char) in {"Cc", "Cs"})


def code_point(char: str) -> Html:
    """Write a character by its number."""
    return element("span", text(f"U+{ord(char):04X}"), class_="code-point")
