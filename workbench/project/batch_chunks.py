"""Chunks of segments: as many as one worker takes at a time, cut off from the rows as they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats.segment_rows import Broken
from workbench.i18n import _
from workbench.project.batch_ids import SeenIds
from workbench.project.batch_inputs import Side
from workbench.project.batch_rows import Rows, side_by_side, twice

# Enough that handing them to another process costs little beside counting them, and few enough that a
# handful in flight are some megabytes and Ctrl+C is answered at once.
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that was left out: its file, and what is wrong with which line."""

    file: str
    message: str

    def __str__(self) -> str:
        """Say it in one line."""
        return _("%(path)s: %(message)s") % {"path": self.file, "message": self.message}


@dataclass(frozen=True, slots=True)
class Chunk:
    """Segments in the order of their file: `numbers` are their rows, from 0; `keys` their own ids.

    `rows` counts what was read, the problems included; `share` is how much of the files that makes.
    """

    file: str
    rows: int
    share: float | None
    numbers: Sequence[int]
    keys: Sequence[str] | None
    hypotheses: Sequence[str]
    references: Sequence[Sequence[str]]
    sources: Sequence[str] | None
    problems: Sequence[Problem]


def chunks(sides: Sequence[Side], skip: int = 0, size: int = CHUNK) -> Iterator[Chunk]:
    """Cut the rows of some files into chunks, without the first `skip` rows, which were scored before."""
    rows, first, seen = side_by_side(sides), 0, SeenIds()
    while some := list(islice(rows, size)):
        chunk = chunk_of(sides, some, first)
        if chunk.keys is not None:
            expect_new(seen, chunk, some, sides[0].path)
        first += len(some)
        if first > skip:
            yield chunk


def chunk_of(sides: Sequence[Side], some: Sequence[Rows], first: int) -> Chunk:
    """Sort rows into their roles and leave out the broken ones."""
    problems, numbers, good = [], [], []
    for number, rows in enumerate(some, first):
        broken = [
            (side.path, cells)
            for side, (_line, cells) in zip(sides, rows, strict=True)
            if isinstance(cells, Broken)
        ]
        if broken:
            path, what = broken[0]
            problems.append(Problem(str(path), what.message))
        else:
            numbers.append(number)
            good.append([cell for _line, cells in rows if not isinstance(cells, Broken) for cell in cells])
    columns = roles_of(sides, list(zip(*good, strict=True)))
    return Chunk(
        file=str(sides[0].path),
        rows=len(some),
        share=sides[0].stream.share(),
        numbers=numbers,
        keys=next(iter(columns["id"]), None),
        hypotheses=next(iter(columns["translation"]), ()),
        references=list(zip(*columns["reference"], strict=True)),
        sources=next(iter(columns["source"]), None),
        problems=problems,
    )


def roles_of(sides: Sequence[Side], columns: Sequence[Sequence[str]]) -> dict[str, list[Sequence[str]]]:
    """Give the columns of each role; none of any where no row was good."""
    found: dict[str, list[Sequence[str]]] = {"translation": [], "reference": [], "source": [], "id": []}
    names = [role for side in sides for role, taken in side.roles.items() for _name in taken]
    for role, column in zip(names, columns, strict=False):
        found[role].append(column)
    return found


def expect_new(seen: SeenIds, chunk: Chunk, some: Sequence[Rows], path: Path) -> None:
    """Refuse an id that was there before."""
    index = seen.repeated(chunk.keys or ())
    if index is not None:
        good = [rows for rows in some if not any(isinstance(cells, Broken) for _line, cells in rows)]
        raise twice((chunk.keys or ())[index], str(path), good[index][0][0])


def nothing_read(path: Path) -> WorkbenchError:
    """Say that a file holds no segments."""
    return WorkbenchError(_("%(path)s: The table holds no segments below its first line.") % {"path": path})
