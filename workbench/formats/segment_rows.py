"""What every reader of segments gives: a table's columns, and its rows one after the other."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workbench.errors import WorkbenchError
from workbench.figures import listed
from workbench.i18n import _

# What data frames write for a text that is not there (pandas' `to_csv(na_rep=…)`, R's and NumPy's names).
_NOT_A_TEXT = frozenset({"NaN", "nan"})
_SHOWN, _LONG = 20, 40  # headings in a message, and characters of each


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that cannot be read, and why, with its line; the rows around it can."""

    message: str


Cells = tuple[str, ...]
Row = tuple[int, Cells | Broken]  # with its line in the file, from 1 on


@dataclass(frozen=True, slots=True)
class Table:
    """A file of segments that is open: `rows(names)` gives the cells of those columns, once.

    `keyed` tables are paired by their column "id", all others by the order of their rows. A text without
    columns has one, TEXT.
    """

    columns: tuple[str, ...]
    rows: Callable[[Sequence[str]], Iterator[Row]]
    keyed: bool = False


TEXT = "text"


def cell(value: object, name: str, line: int) -> str | Broken:
    """Take a value as text; a number is one only as an id; what is missing stops the run."""
    if isinstance(value, str):
        return value
    if value is None or (isinstance(value, float) and math.isnan(value)):
        raise missing_text(name, line)
    if name == "id" and isinstance(value, int):
        return str(value)
    return Broken(_("Line %(line)d: “%(column)s” is not a text.") % {"line": line, "column": name})


def lacking(name: str, line: int) -> Broken:
    """Say which column a row lacks."""
    return Broken(_("Line %(line)d has no “%(column)s”.") % {"line": line, "column": name})


def undecodable(charset: str, line: int) -> Broken:
    """Say that a row is not in the charset of its file."""
    return Broken(_("Line %(line)d is not %(charset)s.") % {"line": line, "charset": charset})


def expect_texts(cells: Cells, names: Sequence[str], line: int) -> None:
    """Refuse what stands for a missing text in tables that hold nothing but text."""
    for name, value in zip(names, cells, strict=True):
        if value in _NOT_A_TEXT:
            raise missing_text(name, line)


def missing_text(name: str, line: int) -> WorkbenchError:
    """Say where a text is missing, and what to do."""
    return WorkbenchError(
        _("Line %(line)d: “%(column)s” is missing (NaN); leave the row out or give it an empty text.")
        % {"line": line, "column": name}
    )


def no_columns(missing: Sequence[str], there: Sequence[str]) -> WorkbenchError:
    """Say which columns are missing, and which there are."""
    return WorkbenchError(
        _("There is no column %(missing)s; the first line names: %(there)s.")
        % {"missing": listed(f"“{name}”" for name in missing), "there": shortened(there)}
    )


def shortened(headings: Sequence[str]) -> str:
    """Write headings as a message shows them."""
    shown = [f"“{heading.strip()[:_LONG]}”" for heading in headings[:_SHOWN]]
    return listed([*shown, _("others")] if len(headings) > _SHOWN else shown)
