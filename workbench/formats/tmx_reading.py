"""Translation memories read: pairs of segments in two languages, out of TMX of any version.

Source: TMX 1.4b Specification, LISA/OSCAR, 2005; before 1.4 the language stands in `lang`, not `xml:lang`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from workbench.errors import WorkbenchError
from workbench.i18n import _

# Elements of a segment that hold codes of the document's format, not text.
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})


@dataclass(slots=True)
class _Memory:
    """What was read so far: the variants of each unit, and where the parser stands."""

    units: list[list[tuple[str, str]]] = field(default_factory=list)
    language: str = ""
    text: list[str] | None = None
    codes: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element."""
        if name == "tu":
            self.units.append([])
        elif name == "tuv":
            self.language = attributes.get("xml:lang") or attributes.get("lang", "")
        elif name == "seg":
            self.text, self.codes = [], 0
        self.codes += name in _CODES

    def end(self, name: str) -> None:
        """Leave an element."""
        self.codes -= name in _CODES
        if name == "seg" and self.text is not None and self.units:
            self.units[-1].append((self.language, " ".join("".join(self.text).split())))
            self.text = None

    def characters(self, text: str) -> None:
        """Take text."""
        if self.text is not None and not self.codes:
            self.text.append(text)


def read_tmx(data: bytes, languages: tuple[str, str]) -> list[tuple[str, str]]:
    """Read the pairs of a translation memory that are in two languages (BCP 47), regions aside."""
    memory = _Memory()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = memory.start, memory.end
    parser.CharacterDataHandler = memory.characters
    parser.EntityDeclHandler = refuse_entity
    parser.buffer_text = True
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- expat takes no keywords
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise WorkbenchError(_("This is no TMX file: %(reason)s.") % {"reason": error}) from error
    return list(pairs_in(memory.units, languages))


def refuse_entity(*_declaration: object) -> None:
    """Refuse entities that a file declares: a few of them can stand for gigabytes."""
    raise WorkbenchError(_("This file declares entities of its own; they are not read."))


def pairs_in(
    units: Sequence[Sequence[tuple[str, str]]], languages: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    """Give of each unit its first text in either language, where it has both."""
    for variants in units:
        sides = [
            next((text for tag, text in variants if text and primary(tag) == primary(language)), None)
            for language in languages
        ]
        if sides[0] and sides[1]:
            yield sides[0], sides[1]


def primary(tag: str) -> str:
    """Give a language without script and region."""
    return tag.replace("_", "-").split("-")[0].lower()
