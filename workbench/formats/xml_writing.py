"""Text and attributes as XML has them; the standard library's `saxutils` brings half its network along."""

import re

# What XML 1.0 cannot hold, even escaped (section 2.2, Char).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_BLANK = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def storable(text: str) -> str:
    """Put U+FFFD for what no XML file can hold."""
    return _NOT_XML.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Write a text as XML; a lone carriage return would be read back as a line end."""
    return storable(text).translate(_TEXT)


def quoted(text: str) -> str:
    """Write the value of an attribute, quotes included; blank in it would be read back as spaces."""
    return f'"{storable(text).translate(_ATTRIBUTE).translate(_BLANK)}"'
