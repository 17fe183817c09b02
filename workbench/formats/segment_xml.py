"""Segments in TMX and XLIFF, unit by unit: what was read is thrown away, so that memory stays flat.

A DOCTYPE is accepted (three TMX files of five have one), an entity is not: none was found in 1,151 files,
and it is how XML reads other files or blows up.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, cast

from lxml import etree

from workbench.errors import WorkbenchError
from workbench.formats.segment_rows import Row, Table, lacking, no_columns
from workbench.formats.streams import Stream
from workbench.i18n import _

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Elements whose content is codes of the file that was translated, not text (TMX 1.4b, XLIFF 1.2).
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})

Unit = tuple[int, Mapping[str, str]]  # its line, and its texts by column


def read_tmx(stream: Stream, _charset: str | None) -> Table:
    """Read translation units; the columns are the languages of the first, in its order."""
    return table_of(map(variants, elements(stream, ["tu"])), keyed=False)


def read_xliff(stream: Stream, _charset: str | None) -> Table:
    """Read XLIFF 1.2 and 2: source, target, and another's translation of the unit as the reference."""
    units = (unit for element in elements(stream, ["trans-unit", "unit"]) for unit in segments(element))
    return table_of(units, keyed=True)


def table_of(units: Iterator[Unit], *, keyed: bool) -> Table:
    """Make a table of units; the columns are those of the first."""
    first = next(units, None)
    if first is None:
        raise WorkbenchError(_("The file holds no segments."))
    columns = tuple(first[1])

    def picked(names: Sequence[str]) -> Iterator[Row]:
        missing = [name for name in names if name not in columns]
        if missing:
            raise no_columns(missing, columns)
        for line, texts in chain([first], units):
            missing = [name for name in names if name not in texts]
            yield line, lacking(missing[0], line) if missing else tuple(texts[name] for name in names)

    return Table(columns, picked, keyed)


def elements(stream: Stream, names: Iterable[str]) -> Iterator[Any]:
    """Give the elements of these names as they are complete; what is not XML is the user's to mend."""
    events = etree.iterparse(
        cast("Any", stream),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    wanted, first = set(names), True
    try:
        for event, element in events:
            if first:
                expect_no_entities(element)
                first = False
            elif event == "end" and local(element) in wanted:
                yield element
                forget(element)
    except etree.XMLSyntaxError as error:
        raise WorkbenchError(
            _("This is not XML that can be read: %(reason)s.") % {"reason": error.msg}
        ) from error


def expect_no_entities(root: Any) -> None:  # noqa: ANN401 -- lxml has no types
    """Refuse a file that declares entities."""
    subset = root.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _entity in subset.iterentities()):
        raise WorkbenchError(_("It declares entities (<!ENTITY), which are not read for safety's sake."))


def forget(element: Any) -> None:  # noqa: ANN401 -- as above
    """Free an element and what stands before it."""
    element.clear()
    while (before := element.getprevious()) is not None:
        element.getparent().remove(before)


def local(element: Any) -> str:  # noqa: ANN401 -- as above
    """Give a name without its namespace; comments have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def variants(element: Any) -> Unit:  # noqa: ANN401 -- as above
    """Give the segments of a translation unit by language; `lang` is TMX 1.1's attribute."""
    texts = {}
    for variant in element.iterfind("{*}tuv"):
        language = (variant.get(_LANGUAGE) or variant.get("lang") or "").lower()
        segment = variant.find("{*}seg")
        if segment is not None and language not in texts:
            texts[language] = text_of(segment)
    return element.sourceline, texts


def segments(element: Any) -> Iterator[Unit]:  # noqa: ANN401 -- as above
    """Give the segments of a unit: itself in XLIFF 1.2, its parts in XLIFF 2."""
    parts = list(element.iterfind("{*}segment")) or [element]
    name = ids_above(element)
    for number, part in enumerate(parts):
        texts = {"id": name + (f"/{part.get('id') or number}" if part is not element else "")}
        for column, find in _XLIFF.items():
            found = find(part, element)
            if found is not None:
                texts[column] = text_of(found)
        yield part.sourceline, texts


def ids_above(element: Any) -> str:  # noqa: ANN401 -- as above
    """Name a unit by its file and its id, which is unique in its file alone."""
    file = next(element.iterancestors("{*}file"), None)
    name = "" if file is None else file.get("original") or file.get("id") or ""
    return f"{name}#{element.get('id')}"


# The part is a segment of XLIFF 2, or the unit itself; another's translation hangs on the unit.
_XLIFF: Mapping[str, Callable[[Any, Any], Any]] = {
    "source": lambda part, _unit: part.find("{*}source"),
    "translation": lambda part, _unit: part.find("{*}target"),
    "reference": lambda _part, unit: next(
        chain(unit.iterfind("{*}alt-trans/{*}target"), unit.iterfind("{*}matches/{*}match/{*}target")), None
    ),
}


def text_of(element: Any) -> str:  # noqa: ANN401 -- as above
    """Give the text of a segment without the codes in it."""
    pieces = [element.text or ""]
    for child in element:
        pieces += ["" if local(child) in _CODES else text_of(child), child.tail or ""]
    return "".join(pieces)
