"""A glossary as TBX: read in both editions (ISO 30042:2008 and 2019, any dialect), written as TBX-Basic.

Edition 2 is `martif/text/body/termEntry/langSet/(tig|ntig)/term`, edition 3
`tbx/text/body/conceptEntry/langSec/termSec/term`; a term's standing is `administrativeStatus`, either as
`termNote type=…` (style DCA) or as an element of that name (style DCT). Source: TBX-Basic dialect, https://www.tbxinfo.net.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from workbench.errors import WorkbenchError
from workbench.formats.xml_writing import escaped, quoted
from workbench.i18n import _
from workbench.model.glossary import GlossaryEntry, Standing, Term

_CONCEPTS = ("termEntry", "conceptEntry")
_LANGUAGES = ("langSet", "langSec")
_TERMS = ("tig", "ntig", "termSec")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Values of administrativeStatus, with and without the ending that edition 2 gives them.
_STANDINGS = {
    "preferredterm": Standing.PREFERRED,
    "admittedterm": Standing.ADMITTED,
    "deprecatedterm": Standing.FORBIDDEN,
    "supersededterm": Standing.FORBIDDEN,
    "notrecommended": Standing.FORBIDDEN,
}
_STATUS = {
    Standing.PREFERRED: "preferredTerm-admn-sts",
    Standing.ADMITTED: "admittedTerm-admn-sts",
    Standing.FORBIDDEN: "deprecatedTerm-admn-sts",
}


def read_tbx(data: bytes) -> list[GlossaryEntry]:
    """Read the concepts of a TBX file; what is around them (header, back matter) says nothing of forms."""
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise WorkbenchError(_("The file declares entities, which are not read."))
    try:
        root = ET.fromstring(data)  # noqa: S314 -- as at the import
    except (ET.ParseError, ValueError, LookupError) as error:
        raise WorkbenchError(_("This is not well-formed XML: %(reason)s.") % {"reason": error}) from error
    if local(root) not in {"martif", "tbx"}:
        raise WorkbenchError(_("This is XML but not TBX: its root is “%(root)s”.") % {"root": local(root)})
    concepts = [node for node in root.iter() if local(node) in _CONCEPTS]
    entries = [entry_of(node, number) for number, node in enumerate(concepts, start=1)]
    return [entry for entry in entries if entry.terms]


def local(node: ET.Element) -> str:
    """Give an element's name without its namespace; comments and instructions have none."""
    tag: object = node.tag  # a function for comments, whatever the stubs say
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def entry_of(concept: ET.Element, number: int) -> GlossaryEntry:
    """Read one concept."""
    terms = tuple(
        term
        for section in concept
        if local(section) in _LANGUAGES
        for group in section
        if local(group) in _TERMS
        for term in terms_of(group, section.get(_XML_LANG) or section.get("lang") or "und")
    )
    notes = [text_of(node) for node in concept.iter() if local(node) == "note"]
    place = _("concept %s") % (concept.get("id") or number)
    return GlossaryEntry(terms, category(concept, "subjectField").casefold(), " ".join(notes), place)


def terms_of(group: ET.Element, language: str) -> Iterator[Term]:
    """Read the term of a group and its standing."""
    status = category(group, "administrativeStatus").casefold().removesuffix("-admn-sts")
    for node in group.iter():
        if local(node) == "term" and text_of(node):
            yield Term(text_of(node), language, _STANDINGS.get(status, Standing.PREFERRED))


def category(node: ET.Element, name: str) -> str:
    """Give the value of a data category, as the value of an attribute `type` or of an element's name."""
    found = (text_of(inner) for inner in node.iter() if name in {inner.get("type"), local(inner)})
    return next(found, "")


def text_of(node: ET.Element) -> str:
    """Give an element's text, white space made single."""
    return " ".join("".join(node.itertext()).split())


def write_tbx(entries: Sequence[GlossaryEntry], edition: int = 3) -> bytes:
    """Write a glossary as TBX-Basic, of edition 2 or 3 (style DCA)."""
    body = "".join(concept(entry, number, edition) for number, entry in enumerate(entries, start=1))
    start, end = _FRAMES[edition]
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{start}{body}{end}'.encode()


_HEADER = "<fileDesc><sourceDesc><p>Translation Review Workbench</p></sourceDesc></fileDesc>"
_HEAD_2 = (
    f'<martif type="TBX-Basic" xml:lang="en">\n<martifHeader>{_HEADER}<encodingDesc>'
    '<p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n<text><body>\n'
)
_HEAD_3 = (
    '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n'
    f"<tbxHeader>{_HEADER}</tbxHeader>\n<text><body>\n"
)
_FRAMES = {
    2: (_HEAD_2, "</body></text>\n</martif>\n"),
    3: (_HEAD_3, "</body></text>\n</tbx>\n"),
}


def concept(entry: GlossaryEntry, number: int, edition: int) -> str:
    """Write one concept."""
    outer, section = (_CONCEPTS[edition - 2], _LANGUAGES[edition - 2])
    kind = f'<descrip type="subjectField">{escaped(entry.kind)}</descrip>' if entry.kind else ""
    note = f"<note>{escaped(entry.note)}</note>" if entry.note else ""
    ordered = sorted(entry.terms, key=lambda term: entry.languages().index(term.language))
    sections = "".join(
        f"<{section} xml:lang={quoted(tag)}>{term_groups(group, edition)}</{section}>"
        for tag, group in groupby(ordered, key=lambda term: term.language)
    )
    # Edition 3 wants what is said of the concept before its languages, with the note last.
    return f'<{outer} id="c{number}">{kind}{note}{sections}</{outer}>\n'


def term_groups(terms: Iterable[Term], edition: int) -> str:
    """Write the terms of one language."""
    return "".join(term_group(term, edition) for term in terms)


def term_group(term: Term, edition: int) -> str:
    """Write one term with its standing."""
    outer = "tig" if edition == min(_FRAMES) else "termSec"
    return (
        f"<{outer}><term>{escaped(term.form)}</term>"
        f'<termNote type="administrativeStatus">{_STATUS[term.standing]}</termNote></{outer}>'
    )
