"""Word documents (.docx): paragraphs of the text, of headers, footers, notes, comments and text boxes.

An edit changes the letters of the runs it touches, in the XML as it stands; every other byte of that part,
and every other part of the file, stays as it was.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from xml.parsers import expat

from workbench.errors import WorkbenchError
from workbench.formats import splicing
from workbench.formats.characters import expect_storable
from workbench.formats.docx_text import PartText, Run, expect_xml, part_text
from workbench.formats.package import Package, open_package, read_part, with_parts
from workbench.formats.passages import Passage, filled
from workbench.formats.pieces import Kind, edits
from workbench.formats.splicing import Edit, FileText, file_text
from workbench.i18n import _
from workbench.model.document import Document, Unit

_TYPES = "[Content_Types].xml"
_MAIN = re.compile(r"wordprocessingml\.document\.main\+xml")  # templates and macros are .dotx and .docm
_OTHERS = re.compile(r"wordprocessingml\.(footnotes|endnotes|comments|header|footer)\+xml")
_ORDER = ("main", "footnotes", "endnotes", "comments", "header", "footer")
_UNREAD = re.compile(r"word/(?:charts|diagrams|embeddings)/")
_BREAKS = {"\t": "tab", "\n": "br"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A part with text: its name, its bytes decoded, and what they hold."""

    name: str
    label: str
    file: FileText
    text: PartText

    @property
    def passages(self) -> list[Passage]:
        return filled(self.text.passages)


def read(data: bytes, charset: str | None = None) -> Document:
    """Read all paragraphs that hold text."""
    del charset  # XML says its own
    package = open_package(data)
    parts = list(text_parts(package))
    units = tuple(
        Unit(text=passage.text, place=place(part, passage)) for part in parts for passage in part.passages
    )
    if not units:
        raise WorkbenchError(_("The file holds no text."))
    return Document(format="docx", units=units, warnings=tuple(warnings(package, parts)))


def place(part: _Part, passage: Passage) -> str:
    """Say where a paragraph stands: its number, after the part where that is not the main text."""
    return f"{part.label} {passage.place}".strip()


def warnings(package: Package, parts: Sequence[_Part]) -> Iterator[str]:
    """Say what a reader may miss."""
    if any(part.text.is_revised for part in parts):
        yield _("Tracked changes are shown as if accepted; in the file they stay as they are.")
    if any(_UNREAD.match(name) for name in package.parts):
        yield _("Text in charts, diagrams and embedded files is not shown.")


def text_parts(package: Package) -> Iterator[_Part]:
    """Read the parts that hold text: the main text first, then notes, comments, headers and footers."""
    found = sorted((_ORDER.index(kind), name) for name, kind in kinds(package).items())
    if not found or found[0][0] != 0:
        raise WorkbenchError(_("This is an Office or ZIP file, but no Word document (.docx)."))
    for order, name in found:
        data = read_part(package, name)
        expect_xml(data, name)
        file = file_text(data, charset_of(data))
        label = "" if order == 0 else name.rpartition("/")[2].removesuffix(".xml")
        yield _Part(name, label, file, part_text(file.text))


def charset_of(data: bytes) -> str:
    """Give the charset of XML: UTF-16 begins with its mark, all else in Office files is UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"


def kinds(package: Package) -> dict[str, str]:
    """Tell by the table of content types which parts hold text, and what each is."""
    if _TYPES not in package.parts:
        return {}
    types = read_part(package, _TYPES)
    expect_xml(types, _TYPES)
    names = {name.lower(): name for name in package.parts}
    result: dict[str, str] = {}

    def start(element: str, attributes: Mapping[str, str]) -> None:
        content_type = attributes.get("ContentType", "")
        other = _OTHERS.search(content_type)
        kind = "main" if _MAIN.search(content_type) else other[1] if other else None
        name = names.get(attributes.get("PartName", "").lstrip("/").lower())
        if kind and name and element.endswith("Override"):
            result[name] = kind
        elif kind == "main" and element.endswith("Default"):
            result.update({each: kind for each in names.values() if each.endswith("document.xml")})

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(types, True)  # noqa: FBT003 -- expat takes no names
    return result


def write(document: Document, original: bytes) -> bytes:
    """Put the document's texts into the runs they come from."""
    package = open_package(original)
    units = iter(document.units)
    contents = {}
    for part in text_parts(package):
        wanted = [(passage, next(units)) for passage in part.passages]
        changed = [(passage, unit) for passage, unit in wanted if passage.text != unit.text]
        if changed:
            contents[part.name] = rewritten(part, changed)
            expect_said(contents[part.name], part, [unit for _passage, unit in wanted])
    return with_parts(package, contents) if contents else original


def rewritten(part: _Part, changed: Sequence[tuple[Passage, Unit]]) -> bytes:
    """Give a part with new texts for some of its paragraphs."""
    found: list[Edit] = []
    for passage, unit in changed:
        expect_storable(unit.text, passage.text, _("Paragraph %s") % unit.place)
        found += (
            Edit(*edit, unit.place)
            for edit in edits(passage.pieces, unit.text, partial(in_run, part.text.prefix))
        )
    return splicing.spliced(part.file, [*found, *preserving(part, sorted(found))])


def in_run(prefix: str, text: str, kind: Kind) -> str:
    """Write a text for the inside of a run: letters in <w:t>, tabs and line ends as elements of their own."""
    opening, closing = f'<{prefix}t xml:space="preserve">', f"</{prefix}t>"
    pieces = re.split("([\t\n])", text)
    if kind is not Kind.ELEMENT:
        marks = (f"{closing}<{prefix}{_BREAKS[each]}/>{opening}" for each in pieces[1::2])
        rest = (mark + letters(piece) for mark, piece in zip(marks, pieces[2::2], strict=True))
        return letters(pieces[0]) + "".join(rest)
    return "".join(
        f"<{prefix}{_BREAKS[each]}/>" if each in _BREAKS else f"{opening}{letters(each)}{closing}"
        for each in pieces
        if each
    )


def letters(text: str) -> str:
    """Write letters as XML; a lone carriage return would be read as a line end."""
    return escape(text, quote=False).replace("\r", "&#13;")


def preserving(part: _Part, found: Sequence[Edit]) -> Iterator[Edit]:
    """Ask for the white space to be kept that an edit leaves at an end of a run."""
    numbered = iter(found)
    edit = next(numbered, None)
    for run in part.text.runs:
        inside = []
        while edit is not None and edit.start <= run.end:
            if edit.start >= run.start:
                inside.append(edit)
            edit = next(numbered, None)
        if inside and not run.preserved and is_spaced(part.file.text, run, inside):
            yield Edit(run.start - 1, run.start - 1, ' xml:space="preserve"')


def is_spaced(text: str, run: Run, inside: Sequence[Edit]) -> bool:
    """Tell whether a run begins or ends with white space once it is edited."""
    content, done = "", run.start
    for edit in inside:
        content += text[done : edit.start] + edit.new
        done = edit.end
    content = (content + text[done : run.end]).partition("</")[0]
    return content != content.strip()


def expect_said(data: bytes, part: _Part, units: Sequence[Unit]) -> None:
    """See that a part that was written is XML, and says what it should and nothing else."""
    expect_xml(data, part.name)
    there = [passage.text for passage in filled(part_text(file_text(data, charset_of(data)).text).passages)]
    if there != [unit.text for unit in units if unit.text.strip()]:
        raise WorkbenchError(
            _("%(name)s would read back differently; nothing was written.") % {"name": part.name}
        )
