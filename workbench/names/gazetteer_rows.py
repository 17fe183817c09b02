"""Names read from a list of any length, one a line; lines that hold none are counted and named."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from workbench.errors import WorkbenchError
from workbench.i18n import _

_MOST_BYTES = 1 << 16  # of a line that are looked at
_LONGEST = 150  # characters of a name; the longest title of a person in Wikidata's labels has 120
_MARK = b"\xef\xbb\xbf"  # some editors begin a file with it
_NAMED = 20  # broken lines that are named


@dataclass(slots=True)
class Broken:
    """How many lines held no name, and the first of them: number from 1 and what is wrong."""

    count: int = 0
    first: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, why: str) -> None:
        """Count a line."""
        self.count += 1
        if len(self.first) < _NAMED:
            self.first.append((line, why))


def names_of(path: Path, broken: Broken) -> Iterator[str]:
    """Yield the first column of each line that holds a name; empty lines are passed over."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(lines_of(file), 1):
                name = name_in(line, number, broken)
                if name:
                    yield name
    except OSError as error:
        raise WorkbenchError(_("The list of names %(path)s cannot be read.") % {"path": path}) from error


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file, no more of one than can hold a name: a file may be a single line."""
    while line := file.readline(_MOST_BYTES):
        rest = line
        while not rest.endswith(b"\n") and rest:
            rest = file.readline(_MOST_BYTES)
        yield line


def name_in(line: bytes, number: int, broken: Broken) -> str:
    """Give the name in a line, nothing when there is none."""
    cell = line.removeprefix(_MARK).partition(b"\t")[0].strip()
    if not cell:
        if line.strip():
            broken.add(number, _("no name in the first column"))
        return ""
    try:
        name = cell.decode()
    except UnicodeDecodeError:
        broken.add(number, _("not UTF-8"))
        return ""
    why = fault(name)
    if why:
        broken.add(number, why)
        return ""
    return name


def fault(name: str) -> str:
    """Say what is wrong with a name, nothing when it is in order."""
    if len(name) > _LONGEST:
        return _("longer than a name")
    if not name.isprintable():
        return _("characters that cannot be shown")
    if not any(map(str.isalpha, name)):
        return _("no letter")
    return ""
