"""Texts whose lines are their segments already, as aligners and scorers exchange them."""

from workbench.formats.reading import decode


def read_lines(data: bytes, charset: str | None = None) -> list[str]:
    r"""Give the lines of a text, blank ones included, so that an index is a line; split at "\n" alone."""
    text, _codec = decode(data, charset)
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
