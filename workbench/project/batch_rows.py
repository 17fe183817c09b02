"""Rows of several files side by side: by order, or by id where the formats have ids."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from workbench.errors import WorkbenchError
from workbench.formats.segment_rows import Broken, Row
from workbench.i18n import _
from workbench.project.batch_inputs import Side, expect_equal

Rows = tuple[Row, ...]  # a row of each side
_ID = "id"


def side_by_side(sides: Sequence[Side]) -> Iterator[Rows]:
    """Give the rows that belong together."""
    if len(sides) > 1 and all(side.table.keyed for side in sides):
        return by_id(sides)
    return by_order(sides)


def by_order(sides: Sequence[Side]) -> Iterator[Rows]:
    """Give the n-th rows of all sides; where one ends before another, that is said."""
    iterators = [side.rows() for side in sides]
    for number, rows in enumerate(zip_longest(*iterators)):
        if None in rows:
            lengths = [
                number + (row is not None) + sum(1 for _row in iterator)
                for row, iterator in zip(rows, iterators, strict=True)
            ]
            for side, length in zip(sides[1:], lengths[1:], strict=True):
                expect_equal(sides[0].path, lengths[0], side.path, length)
        yield rows


def by_id(sides: Sequence[Side]) -> Iterator[Rows]:
    """Find each row of the first side in the others, which are taken into memory."""
    others = [{cells[-1]: (line, cells[:-1]) for line, cells in whole(side)} for side in sides[1:]]
    for row in sides[0].rows():
        line, cells = row
        if isinstance(cells, Broken):
            yield (row, *((line, cells) for _other in others))
            continue
        key = cells[-1]  # "id" is the last of the translation's roles
        absent = next((side for side, other in zip(sides[1:], others, strict=True) if key not in other), None)
        if absent:
            broken = Broken(
                _("Line %(line)d has no counterpart in %(path)s.") % {"line": line, "path": absent.path}
            )
            yield (line, broken), *((line, broken) for _other in others)
        else:
            yield row, *(other[key] for other in others)


def whole(side: Side) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give all rows of a side with their ids; one that is broken or comes twice is refused."""
    seen = set()
    for line, cells in side.rows(_ID):
        if isinstance(cells, Broken):
            raise WorkbenchError(_("%(path)s: %(message)s") % {"path": side.path, "message": cells.message})
        if cells[-1] in seen:
            raise twice(cells[-1], str(side.path), line)
        seen.add(cells[-1])
        yield line, cells


def twice(key: str, path: str, line: int) -> WorkbenchError:
    """Say which id comes a second time, and where."""
    return WorkbenchError(
        _("%(path)s, line %(line)d: the id “%(id)s” was there before; ids name one segment each.")
        % {"path": path, "line": line, "id": key}
    )
