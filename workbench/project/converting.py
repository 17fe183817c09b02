"""A file as if it were a review nobody has touched, so that converting it is an export like any other."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.model.document import Role, Unit
from workbench.model.pair import Pair, Sentence
from workbench.project.exporting import Snapshot
from workbench.project.intake import TextRead, read_text, source_within
from workbench.project.queries import DocumentInfo, Placed
from workbench.text.display import printable


@dataclass(frozen=True, slots=True)
class Converted:
    """A file ready to be exported, and what its reader has to say."""

    snapshot: Snapshot
    warnings: tuple[str, ...]


def file_snapshot(
    path: Path, language: str | None = None, source_language: str | None = None, charset: str | None = None
) -> Converted:
    """Read a file: each unit is a pair, with the source a bilingual file brings."""
    text = read_text(path, language, charset)
    texts = {Role.TRANSLATION: text}
    if text.document.is_bilingual:
        texts[Role.SOURCE] = source_within(text, source_language)
    units = text.document.units
    snapshot = Snapshot(
        title=printable(path.stem),
        infos={role: info(number, role, each) for number, (role, each) in enumerate(texts.items(), start=1)},
        content=text.data,
        pairs=list(pairs(units)),
        sentences=[Placed(number, unit.text, unit.text, unit.status) for number, unit in enumerate(units)],
        revised=path.stat().st_mtime,
        is_reviewed=False,
    )
    return Converted(snapshot, text.document.warnings)


def info(number: int, role: Role, text: TextRead) -> DocumentInfo:
    """Say what a review would say of a text."""
    document = text.document
    return DocumentInfo(
        number,
        role,
        printable(text.path.name),
        printable(str(text.path.absolute())),
        document.format,
        document.charset,
        text.language,
    )


def pairs(units: tuple[Unit, ...]) -> Iterator[Pair]:
    """Make a pair of each unit."""
    for number, unit in enumerate(units):
        translation = Sentence(number, number, number, unit.text, unit.text)
        source = () if unit.source is None else (Sentence(number, number, number, unit.source, unit.source),)
        yield Pair(
            number, unit.status, confirmed=False, confidence=1.0, translation=(translation,), source=source
        )
