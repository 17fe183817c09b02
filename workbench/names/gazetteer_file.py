"""Arrays in one file, mapped into memory when it is opened: nothing is read before it is looked at.

The arrays of each part lie one behind the other; a line of JSON behind them says what they are, and the last
eight bytes of the file say where that line begins.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from workbench.errors import WorkbenchError
from workbench.i18n import _

Arrays = Mapping[str, NDArray[Any]]
Table = list[dict[str, tuple[str, int, int]]]  # for each part: kind, size and start of each array

_MAGIC = b"names of the workbench 2\n"
_ALIGNED = 64  # bytes, so that machine code may read every array as it lies
_END = 8  # bytes of the number at the end


def write_parts(parts: Iterable[Arrays], path: Path) -> None:
    """Write parts one by one as they come; the file appears when it is whole."""
    beside = path.with_name(path.name + ".part")
    try:
        with beside.open("wb") as file:
            file.write(_MAGIC)
            table = [write_arrays(arrays, file) for arrays in parts]
            start = file.tell()
            file.write(json.dumps(table).encode() + start.to_bytes(_END, "little"))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_arrays(arrays: Arrays, file: BinaryIO) -> dict[str, tuple[str, int, int]]:
    """Write the arrays of a part; give the kind, the size and the start of each."""
    table = {}
    for name, array in arrays.items():
        file.write(bytes(-file.tell() % _ALIGNED))
        table[name] = (array.dtype.str, array.size, file.tell())
        file.write(np.ascontiguousarray(array).data)
    return table


def open_arrays(path: Path) -> list[Arrays]:
    """Map the arrays of each part of a file; they cannot be written to."""
    try:
        data = np.memmap(path, np.uint8, mode="r").view(np.ndarray)
        return [
            {
                name: data[start : start + size * np.dtype(kind).itemsize].view(kind)
                for name, (kind, size, start) in part.items()
            }
            for part in contents(data)
        ]
    except (OSError, ValueError, TypeError) as error:
        raise WorkbenchError(
            _("The gazetteer %(path)s cannot be opened; build it anew from its list of names.")
            % {"path": path}
        ) from error


def contents(data: NDArray[np.uint8]) -> Table:
    """Give what the arrays of each part are; ValueError if the file is not whole."""
    if bytes(data[: len(_MAGIC)]) != _MAGIC:
        raise ValueError(_MAGIC)
    start = int.from_bytes(bytes(data[-_END:]), "little")
    table: Table = json.loads(bytes(data[start:-_END]))
    return table
