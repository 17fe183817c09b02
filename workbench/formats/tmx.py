"""TMX 1.4b: pairs of segments as translation memories exchange them.

Source: TMX 1.4b Specification, LISA/OSCAR, 2005. Two texts of one language get two tags, the second with a
private subtag, since readers take a unit's variants apart by their language.
"""

import re
from collections.abc import Iterable
from importlib.metadata import version
from xml.sax.saxutils import escape, quoteattr

# What XML 1.0 cannot hold, even escaped (section 2.2, Char).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SAME = "-x-reference"


def tmx(languages: tuple[str, str], pairs: Iterable[tuple[str, str]]) -> bytes:
    """Write pairs as TMX; a pair with an empty side is no translation unit and is left out."""
    first, second = languages
    second = second + _SAME if second == first else second
    units = "".join(unit((first, a), (second, b)) for a, b in pairs if a and b)
    header = (
        f'<header creationtool="Translation Review Workbench" creationtoolversion={quoteattr(tool_version())}'
        f' segtype="sentence" o-tmf="text" adminlang="en" srclang={quoteattr(first)} datatype="plaintext"/>'
    )
    start = f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n{header}\n<body>\n'
    return f"{start}{units}</body>\n</tmx>\n".encode()


def tool_version() -> str:
    """Give this program's version."""
    return version("translation-review-workbench")


def unit(*variants: tuple[str, str]) -> str:
    """Write one translation unit."""
    inside = "".join(
        f"<tuv xml:lang={quoteattr(language)}><seg>{escape(storable(text))}</seg></tuv>"
        for language, text in variants
    )
    return f"<tu>{inside}</tu>\n"


def storable(text: str) -> str:
    """Put U+FFFD for what no XML file can hold."""
    return _NOT_XML.sub("\ufffd", text)
