"""The text of one part of a Word document: paragraphs, with the place of every run of letters.

A part is first judged by a real XML parser (well-formed, no document type, hence no entities and nothing to
fetch); after that a `<` begins markup and nothing else, and the few elements that matter can be found by
name. Tracked changes are read as if accepted. Names: ECMA-376-1, 17.3 (paragraphs and runs), 17.13.5
(revisions); ECMA-376-3, 10 (alternate content, of which the fallback repeats the choice).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from workbench.errors import WorkbenchError
from workbench.formats.passages import Passage
from workbench.formats.pieces import Kind, Piece
from workbench.i18n import _

_WORD = r"http://(?:schemas\.openxmlformats\.org/wordprocessingml/2006|purl\.oclc\.org/ooxml/wordprocessingml)/main"
_ALTERNATES = r"http://schemas\.openxmlformats\.org/markup-compatibility/2006"
# Nothing in these is read: deleted and moved text, small print over letters, tab stops, the repeated choice.
_SKIPPED = ("del", "moveFrom", "rt", "tabs")
_REVISIONS = ("ins", "moveTo", "del", "moveFrom")
_SHOWN = {"tab": "\t", "ptab": "\t", "cr": "\n", "br": "\n", "noBreakHyphen": "\u2011"}
_PAGE = re.compile(r"""type\s*=\s*["'](?:page|column)["']""")
_REFERENCE = re.compile(
    r"&(?:#0*(?P<ten>[0-9]+)|#x0*(?P<sixteen>[0-9a-fA-F]+)|(?P<name>[a-z]+));|<!\[CDATA\[(?P<raw>.*?)\]\]>|<[^>]*>",
    re.DOTALL,
)
_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_PRESERVED = re.compile(r"""xml:space\s*=\s*["']preserve["']""")


@dataclass(frozen=True, slots=True)
class Run:
    """The letters between <w:t> and </w:t>: [start, end) of the part. `preserved`: its white space counts."""

    start: int
    end: int
    preserved: bool


@dataclass(frozen=True, slots=True)
class PartText:
    """What a part holds; `prefix` is what its element names begin with, as a rule "w:"."""

    passages: tuple[Passage, ...]
    runs: tuple[Run, ...]
    prefix: str
    is_revised: bool


def expect_xml(data: bytes, name: str) -> None:
    """Refuse what is no XML, and XML that brings a document type: no Office program writes one."""

    def refuse(*_arguments: object) -> None:
        raise WorkbenchError(
            _("Its part %(name)s declares a document type, which no Office file needs and which can do harm.")
            % {"name": name}
        )

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 -- expat takes no names
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise WorkbenchError(
            _("Its part %(name)s is not XML: %(reason)s.") % {"name": name, "reason": error}
        ) from error


def part_text(text: str) -> PartText:
    """Find the paragraphs of a part that is known to be XML."""
    prefix = prefix_of(_WORD, text)
    if prefix is None:
        return PartText((), (), "", is_revised=False)
    reader = _Reader(text)
    for token in elements(prefix, prefix_of(_ALTERNATES, text)).finditer(text):
        name = token["name"] or token["fallback"]
        if name:
            reader.element(name, token)
    filled = (pieces for pieces in reader.paragraphs if pieces)
    passages = (
        Passage(str(number), (pieces[0].start, pieces[-1].end), tuple(pieces), exact=True)
        for number, pieces in enumerate(filled, start=1)
    )
    return PartText(tuple(passages), tuple(reader.runs), prefix, reader.is_revised)


def prefix_of(namespace: str, text: str) -> str | None:
    """Give what the names of a namespace begin with here; None where there are none."""
    found = re.search(rf"""\sxmlns(?::([^\s=]+))?\s*=\s*["']{namespace}["']""", text)
    return None if found is None else f"{found[1]}:" if found[1] else ""


def elements(prefix: str, alternates: str | None) -> re.Pattern[str]:
    """Make the pattern of the elements that matter; it takes comments and the like whole, to pass over."""
    names = "|".join(dict.fromkeys(("p", "t", *_SKIPPED, *_REVISIONS, *_SHOWN)))
    fallback = (
        "(?P<fallback>(?!))" if alternates is None else rf"{re.escape(alternates)}(?P<fallback>Fallback)"
    )
    return re.compile(
        rf"<(?P<slash>/?)(?:{re.escape(prefix)}(?P<name>{names})|{fallback})(?=[\s/>])"
        r"""(?P<attributes>(?:[^>"'/]++|"[^"]*+"|'[^']*+'|/(?!>))*+)(?P<empty>/?)>"""
        r"|<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>",
        re.DOTALL,
    )


class _Reader:
    """What is open while a part is read."""

    def __init__(self, text: str) -> None:
        self.paragraphs: list[list[Piece]] = []
        self.runs: list[Run] = []
        self.is_revised = False
        self._text = text
        self._open: list[list[Piece]] = []
        self._skipped = 0  # how many elements are open whose text is not read
        self._letters: tuple[int, bool] | None = (
            None  # where an open <w:t> begins, and whether it is preserved
        )

    def element(self, name: str, token: re.Match[str]) -> None:
        """Take the start or the end of an element in."""
        is_start, is_empty = not token["slash"], bool(token["empty"])
        if name in _REVISIONS:
            self.is_revised = True
        if name == "Fallback" or name in _SKIPPED:
            self._skipped += 0 if is_empty else 1 if is_start else -1
        elif self._skipped:
            return
        elif name == "p" and not is_empty:
            self._paragraph(is_start=is_start)
        elif name == "t" and not is_empty:
            self._letter(token, is_start=is_start)
        elif name in _SHOWN and is_start and self._open and not _PAGE.search(token["attributes"]):
            end = token.end() if is_empty else self._text.index(">", token.end()) + 1
            self._open[-1].append(Piece(token.start(), end, _SHOWN[name], Kind.ELEMENT))

    def _paragraph(self, *, is_start: bool) -> None:
        """Open or close a paragraph; one may stand in another, in a text box."""
        if is_start:
            self._open.append([])
            self.paragraphs.append(self._open[-1])
        elif self._open:
            self._open.pop()

    def _letter(self, token: re.Match[str], *, is_start: bool) -> None:
        """Open or close a run's letters."""
        if is_start:
            self._letters = token.end(), bool(_PRESERVED.search(token["attributes"]))
        elif self._letters and self._open:
            start, preserved = self._letters
            self.runs.append(Run(start, token.start(), preserved))
            self._open[-1] += letters(self._text, start, token.start())


def letters(text: str, start: int, end: int) -> Iterator[Piece]:
    """Cut the content of an element into letters and references; comments in it show nothing."""
    for found in _REFERENCE.finditer(text, start, end):
        if found.start() > start:
            yield Piece(start, found.start(), text[start : found.start()])
        shown = meaning(found)
        if shown:
            yield Piece(*found.span(), shown, Kind.ATOM)
        start = found.end()
    if end > start:
        yield Piece(start, end, text[start:end])


def meaning(reference: re.Match[str]) -> str:
    """Give what a reference stands for."""
    if reference["ten"]:
        return chr(int(reference["ten"]))
    if reference["sixteen"]:
        return chr(int(reference["sixteen"], 16))
    return _NAMES[reference["name"]] if reference["name"] else reference["raw"] or ""
