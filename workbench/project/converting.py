"""A file as if it were a review nobody has touched, so that converting it is an export like any other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.model.document import Role
from workbench.model.pair import Pair, Sentence
from workbench.project.exporting import Snapshot
from workbench.project.intake import TextRead, columns_in, read_text, reference_within, source_within
from workbench.project.queries import DocumentInfo, Placed
from workbench.text.display import printable


@dataclass(frozen=True, slots=True)
class Converted:
    """A file ready to be exported, and what its reader has to say."""

    snapshot: Snapshot
    warnings: tuple[str, ...]


def file_snapshot(
    path: Path,
    language: str | None = None,
    source_language: str | None = None,
    charset: str | None = None,
    columns: Mapping[Role, str] | None = None,
) -> Converted:
    """Read a file: each unit is a pair, with the source a bilingual file brings and a reference beside it."""
    columns = columns or {}
    text = read_text(path, language, charset, columns_in(Role.TRANSLATION, {}, columns))
    texts = {Role.TRANSLATION: text}
    if Role.REFERENCE in columns:
        texts[Role.REFERENCE] = reference_within(text, columns[Role.REFERENCE])
    if text.document.is_bilingual:
        texts[Role.SOURCE] = source_within(text, source_language)
    snapshot = Snapshot(
        title=printable(path.stem),
        infos={role: info(number, role, each) for number, (role, each) in enumerate(texts.items(), start=1)},
        content=text.data,
        pairs=list(pairs(texts)),
        sentences=[
            Placed(number, unit.text, unit.text, unit.status)
            for number, unit in enumerate(text.document.units)
        ],
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
        columns=document.columns,
    )


def pairs(texts: Mapping[Role, TextRead]) -> Iterator[Pair]:
    """Make a pair of each unit, with the same unit of the texts beside it."""
    for number, unit in enumerate(texts[Role.TRANSLATION].document.units):
        sides = {
            role.value: (Sentence(number, number, number, said.text, said.text),)
            for role, said in ((role, text.document.units[number]) for role, text in texts.items())
        }
        yield Pair(number, unit.status, confirmed=False, confidence=1.0, **sides)
