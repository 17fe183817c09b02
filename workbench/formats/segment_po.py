"""Segments in PO: msgid is the source, msgstr the translation; a reference is another PO of the same msgids.

A catalogue is read whole: the largest ones known are tens of megabytes.
"""

from collections.abc import Iterator, Sequence

from workbench.formats import po_document
from workbench.formats.segment_rows import Row, Table, no_columns
from workbench.formats.streams import Stream
from workbench.model.document import Unit

_COLUMNS = ("id", "source", "translation")


def read_po(stream: Stream, charset: str | None) -> Table:
    """Read the entries, untranslated and fuzzy ones too: a plural form each, named by context and msgid."""
    units = po_document.read(stream.rest(), charset).units

    def picked(names: Sequence[str]) -> Iterator[Row]:
        missing = [name for name in names if name not in _COLUMNS]
        if missing:
            raise no_columns(missing, _COLUMNS)
        for unit, name in named(units):
            cells = {"id": name, "source": unit.source or "", "translation": unit.text}
            yield int(unit.place), tuple(cells[column] for column in names)

    return Table(_COLUMNS, picked, keyed=True)


def named(units: Sequence[Unit]) -> Iterator[tuple[Unit, str]]:
    """Name the units: plural forms of one entry, which stand at one place, by their number too."""
    before, form = None, 0
    for unit in units:
        here = (unit.context, unit.source, unit.place)
        form = form + 1 if here == before else 0
        before = here
        name = f"{unit.context}|{unit.source}" if unit.context is not None else unit.source or ""
        yield unit, f"{name}[{form + 1}]" if form else name
