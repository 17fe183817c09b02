"""Arrays in one file, mapped into memory when it is opened: nothing is read before it is looked at."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.errors import WorkbenchError
from workbench.i18n import _

Arrays = Mapping[str, NDArray[Any]]

_MAGIC = b"names of the workbench 1\n"
_HEAD = 1 << 13  # bytes in which the line of JSON ends
_ALIGNED = 64  # bytes, so that machine code may read every array as it lies


def write_arrays(arrays: Arrays, path: Path) -> None:
    """Write arrays behind a line of JSON that says what they are; the file appears when it is whole."""
    beside = path.with_name(path.name + ".part")
    start, table = 0, {}
    for name, array in arrays.items():
        table[name] = (array.dtype.str, array.size, start)
        start += array.nbytes + -array.nbytes % _ALIGNED
    head = _MAGIC + json.dumps(table).encode() + b"\n"
    with beside.open("wb") as file:
        file.write(head + b" " * (-len(head) % _ALIGNED))
        for array in arrays.values():
            file.write(np.ascontiguousarray(array).data)
            file.write(bytes(-array.nbytes % _ALIGNED))
    beside.replace(path)


def open_arrays(path: Path) -> Arrays:
    """Map the arrays of a file; they cannot be written to."""
    try:
        data = np.memmap(path, np.uint8, mode="r").view(np.ndarray)
        begin, table = contents(data)
        return {
            name: data[begin + start : begin + start + size * np.dtype(kind).itemsize].view(kind)
            for name, (kind, size, start) in table.items()
        }
    except (OSError, ValueError, TypeError) as error:
        raise WorkbenchError(
            _("The gazetteer %(path)s cannot be opened; build it anew from its list of names.")
            % {"path": path}
        ) from error


def contents(data: NDArray[np.uint8]) -> tuple[int, dict[str, tuple[str, int, int]]]:
    """Give where the arrays begin, and kind, size and start of each; ValueError if the file is not whole."""
    magic, line, _rest = bytes(data[:_HEAD]).split(b"\n", 2)
    if magic + b"\n" != _MAGIC:
        raise ValueError(magic)
    begin = len(_MAGIC) + len(line) + 1
    begin += -begin % _ALIGNED
    table: dict[str, tuple[str, int, int]] = json.loads(line)
    ends = [start + size * np.dtype(kind).itemsize for kind, size, start in table.values()]
    if begin + max(ends) > data.size:
        raise ValueError(data.size)
    return begin, table
