"""Stretches of a text that are not prose: addresses, e-mail, code. No name is sought or changed in them."""

import re

Span = tuple[int, int]
_BLANK = "\ue000"  # a private character: neither letter nor space, so that nothing is joined across it

_OPAQUE = re.compile(
    r"""
      (?<![\w.+-])[a-z][a-z0-9+.-]*://\S+         # https://…
    | \bwww\.\S+
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+               # e-mail
    | (?<![\w])[@\#][\w-]+                       # @handle, #tag
    | `[^`\n]*`                                  # code in backticks
    | \b\w*_\w*                                  # foo_bar
    | (?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b(?:/\S*)?   # example.org/page, notes.txt
    | (?<![\w/])/(?:[\w.-]+/)+[\w.-]*            # /a/path
    | \b\w+\(\)                                  # call()
    """,
    re.VERBOSE,
)


def prose(text: str) -> str:
    """Blank out what is not prose; every other character keeps its place."""
    return _OPAQUE.sub(lambda match: _BLANK * len(match.group()), text)


def overlaps(span: Span, others: list[Span]) -> bool:
    """Tell whether a span shares a character with one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def inside(span: Span, others: list[Span]) -> bool:
    """Tell whether a span lies wholly within one of the others."""
    return any(start <= span[0] and span[1] <= end for start, end in others)
