"""TMX 1.4b: pairs of segments as translation memories exchange them.

Source: TMX 1.4b Specification, LISA/OSCAR, 2005. Two texts of one language get two tags, the second with a
private subtag, since readers take a unit's variants apart by their language.
"""

from collections.abc import Iterable
from importlib.metadata import version

from workbench.formats.xml_inline import in_tmx
from workbench.formats.xml_writing import escaped, quoted
from workbench.model.bitext import Bitext, BitextPair
from workbench.model.code import escaped as coded
from workbench.model.code import without_codes
from workbench.model.document import Role
from workbench.model.status import Status

_SAME = "-x-reference"
CONTEXT_PROPERTY = "x-context"
STATUS_PROPERTY = "x-status"  # properties of one's own begin with "x-"


def tmx(languages: tuple[str, str], pairs: Iterable[tuple[str, str]]) -> bytes:
    """Write pairs as TMX; a pair with an empty side is no translation unit and is left out."""
    tags = distinct(languages)
    texts = ((coded(first), coded(second)) for first, second in pairs)
    return memory(tags[0], (unit("", *zip(tags, pair, strict=True)) for pair in texts if all(pair)))


def compose(bitext: Bitext) -> bytes:
    """Write a review as TMX: the translation with its source, or where there is none with its reference."""
    other = Role.SOURCE if Role.SOURCE in bitext.languages else Role.REFERENCE
    spoken = bitext.languages[Role.TRANSLATION]
    first, second = distinct((bitext.languages.get(other, spoken), spoken))
    sides = ((pair, pair.source if other is Role.SOURCE else pair.reference) for pair in bitext.pairs)
    units = (
        unit(properties(pair), (first, text or pair.original), (second, pair.translation))
        for pair, text in sides
        if (text or pair.original) and pair.translation
    )
    return memory(first, units)


def distinct(languages: tuple[str, str]) -> tuple[str, str]:
    """Tell two texts of one language apart."""
    first, second = languages
    return first, second + _SAME if second == first else second


def memory(source: str, units: Iterable[str]) -> bytes:
    """Write the file about its units."""
    header = (
        f'<header creationtool="Translation Review Workbench" creationtoolversion={quoted(tool_version())}'
        f' segtype="sentence" o-tmf="text" adminlang="en" srclang={quoted(source)} datatype="plaintext"/>'
    )
    start = f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n{header}\n<body>\n'
    return f"{start}{''.join(units)}</body>\n</tmx>\n".encode()


def tool_version() -> str:
    """Give this program's version."""
    return version("translation-review-workbench")


def properties(pair: BitextPair) -> str:
    """Write notes, context, and what was decided where somebody decided."""
    said = {CONTEXT_PROPERTY: pair.context or ""}
    said |= {STATUS_PROPERTY: pair.status.value} if pair.status is not Status.UNREVIEWED else {}
    notes = "".join(f"<note>{escaped(without_codes(note))}</note>" for note in pair.notes)
    return notes + "".join(
        f'<prop type="{name}">{escaped(value)}</prop>' for name, value in said.items() if value
    )


def unit(head: str, *variants: tuple[str, str]) -> str:
    """Write one translation unit; its texts have their codes as `model.code` writes them."""
    numbers: dict[str, int] = {}
    inside = "".join(
        f"<tuv xml:lang={quoted(language)}><seg>{in_tmx(text, numbers)}</seg></tuv>\n"
        for language, text in variants
    )
    return f"<tu>{head}\n{inside}</tu>\n"
