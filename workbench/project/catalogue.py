"""A large catalogue becomes a review part by part: its first entries are worked on while the rest arrive.

Its file is in the review from the beginning, so that an import that was stopped is finished at the next
opening.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from workbench.formats import read_in_parts
from workbench.model.document import Document, Role, Unit
from workbench.project import queries
from workbench.project.entry_rows import Part, part
from workbench.project.importing import DOCUMENT, IMPORT, document_row
from workbench.project.intake import Inputs, TextRead, guess, source_within, stated
from workbench.store import Batch, Store

_ARRIVING = "arriving"  # said in the review's meta while entries are missing
AT_ONCE = 800  # entries in a part: some 10 ms to store


def entries(data: bytes, path: Path, charset: str | None) -> tuple[Document, Iterator[Unit]]:
    """Give the first part of a file, and all its entries one by one."""
    documents = read_in_parts(data, path, charset)
    head = next(documents)
    return head, chain(head.units, (unit for document in documents for unit in document.units))


def texts_of(path: Path, data: bytes, head: Document, inputs: Inputs) -> dict[Role, TextRead]:
    """Give the two texts of a catalogue as an import takes them, by its first entries."""
    language = inputs.languages.get(Role.TRANSLATION) or stated(head.language) or guess(head, path)
    translation = TextRead(path, data, head, language, ())
    return {
        Role.TRANSLATION: translation,
        Role.SOURCE: source_within(translation, inputs.languages.get(Role.SOURCE)),
    }


def begin(store: Store, texts: dict[Role, TextRead], first: Sequence[Unit]) -> None:
    """Fill an empty review with a catalogue's file and its first entries."""
    rows = [document_row(number, role, text) for number, (role, text) in enumerate(texts.items(), start=1)]
    store.set_meta(_ARRIVING, "1")
    store.fill([Batch("document", DOCUMENT, rows)], IMPORT, packed=part(first, 0).rows)


def parts(found: Iterator[Unit], start: int) -> Iterator[Part]:
    """Give the rows of the entries from a number on, some at a time."""
    while some := list(islice(found, AT_ONCE)):
        yield part(some, start)
        start += len(some)


def arrive(store: Store, some: Part | None) -> None:
    """Store one part, which waits in the log until the store settles; None says that all were there."""
    if some is not None:
        store.fill([], packed=some.rows, durable=False)  # the file itself is in the review
    else:
        store.set_meta(_ARRIVING, "")


def finish(store: Store) -> None:
    """Store what is missing of a catalogue whose import was stopped."""
    if not store.meta(_ARRIVING):
        return
    info = queries.documents(store)[Role.TRANSLATION]
    _head, found = entries(queries.content(store, Role.TRANSLATION), Path(info.path), info.charset)
    ((there,),) = store.query("SELECT count(*) FROM unit WHERE document = ?", (info.id,))
    for some in parts(islice(found, there, None), there):
        arrive(store, some)
        store.settle()
    arrive(store, None)
