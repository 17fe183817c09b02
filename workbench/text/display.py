"""Text from files made harmless to look at: what a terminal or a person would not see is written out."""

import unicodedata

_KEPT = "\t\n"


def printable(name: str) -> str:
    """Give a file's name as text that can be stored: bytes that are no Unicode become escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def visible(text: str) -> str:
    r"""Write control characters as \x1b and directional marks as <U+202E>; lone surrogates as \udc80."""
    return "".join(char if char in _KEPT or not is_hidden(char) else written_out(char) for char in text)


def is_hidden(char: str) -> bool:
    """Tell control characters, directional marks and surrogates from what is shown."""
    category = unicodedata.category(char)
    return category in {"Cc", "Cs"} or (
        category == "Cf" and unicodedata.bidirectional(char) not in {"BN", "AN"}
    )


def written_out(char: str) -> str:
    """Write one hidden character so that it can be read."""
    if unicodedata.category(char) == "Cf":
        return f"<U+{ord(char):04X}>"
    return char.encode("unicode_escape").decode("ascii")
