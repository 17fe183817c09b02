"""An import into an empty review: documents, units, sentences and pairs in one operation."""

from collections.abc import Iterator, Mapping, Sequence

from workbench.i18n import N_
from workbench.model.bead import ReviewBead
from workbench.model.document import Role, Unit
from workbench.model.status import together
from workbench.project.intake import TextRead
from workbench.project.kept_columns import keep_columns
from workbench.store import Batch, Store
from workbench.text.display import printable

Row = tuple[int | float | str | bytes | None, ...]
IMPORT = N_("Import")
DOCUMENT = ("id", "role", "name", "path", "format", "charset", "language", "content")
UNIT = ("id", "document", "position", "place", "source", "context")
PAIR = ("id", "position", "status", "confirmed", "confidence")
SENTENCE = ("id", "unit", "pair", "position", "start", "end", "text", "original")


def import_texts(store: Store, texts: Mapping[Role, TextRead], beads: Sequence[ReviewBead]) -> None:
    """Fill an empty review."""
    store.fill(batches(texts, beads), IMPORT)
    keep_columns(store, {role.value: text.document.columns for role, text in texts.items()})


def batches(texts: Mapping[Role, TextRead], beads: Sequence[ReviewBead]) -> Iterator[Batch]:
    """Give the rows of a review, those that others refer to first."""
    yield Batch("pair", PAIR, pair_rows(beads, texts[Role.TRANSLATION]))
    next_unit = next_sentence = 1
    for document, (role, text) in enumerate(texts.items(), start=1):
        yield Batch("document", DOCUMENT, [document_row(document, role, text)])
        yield Batch("unit", UNIT, unit_rows(document, next_unit, text))
        pairs = pair_of_sentence(beads, role)
        yield Batch("sentence", SENTENCE, sentence_rows(text, pairs, next_sentence, next_unit))
        next_unit += len(text.document.units)
        next_sentence += len(text.cuts)


def pair_rows(beads: Sequence[ReviewBead], translation: TextRead) -> Iterator[Row]:
    """Give a pair for each bead, in order; what the translation's file says of its texts is decided."""
    units = translation.document.units
    for number, bead in enumerate(beads):
        cuts = (translation.cuts[sentence] for sentence in bead.sentences.get(Role.TRANSLATION, ()))
        status = together(units[cut.unit].status for cut in cuts)
        yield number + 1, float(number), status.value, 0, float(bead.score)


def document_row(number: int, role: Role, text: TextRead) -> Row:
    """Keep the file as it was read, byte for byte: an export splices into it."""
    document = text.document
    return (
        number,
        role.value,
        printable(text.path.name),
        printable(str(text.path.absolute())),
        document.format,
        document.charset,
        text.language,
        text.data,
    )


def unit_rows(document: int, first: int, text: TextRead) -> Iterator[Row]:
    """Keep where each paragraph or entry stands."""
    for number, unit in enumerate(text.document.units):
        yield first + number, document, number, unit.place, unit.source, context_of(unit)


def context_of(unit: Unit) -> str | None:
    """Keep what a file says about a text beside it: its context and the notes to the translator."""
    return "\n".join([*([unit.context] if unit.context else []), *unit.notes]) or None


def pair_of_sentence(beads: Sequence[ReviewBead], role: Role) -> dict[int, int]:
    """Give the pair's id for each sentence index of a text."""
    return {
        sentence: number
        for number, bead in enumerate(beads, start=1)
        for sentence in bead.sentences.get(role, ())
    }


def sentence_rows(text: TextRead, pairs: Mapping[int, int], first: int, first_unit: int) -> Iterator[Row]:
    """Give a text's sentences; the position is the index, so that one added later fits between two."""
    for number, (cut, sentence) in enumerate(zip(text.cuts, text.sentences(), strict=True)):
        unit = first_unit + cut.unit
        yield first + number, unit, pairs[number], float(number), cut.start, cut.end, sentence, sentence
