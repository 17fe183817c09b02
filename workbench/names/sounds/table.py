"""What was learnt about one script, as a small file: its units, its chunks, how often each was needed."""

from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.names.sounds.lattice import SIDE, Floats, Keys

# Counts are kept as whole steps of the logarithm: 256 steps to a factor of e is finer than they are sure.
_STEPS = 256
_LEAST = np.log(0.005)


@dataclass(frozen=True, slots=True)
class Table:
    """Chunks (see `lattice`) and their expected counts; `units[k]` has the code k + 1."""

    units: tuple[str, ...]
    chunks: Keys
    counts: Floats


def save(table: Table, path: Path) -> None:
    """Write a table, sorted so that it packs well."""
    order = np.argsort(table.chunks)
    chunks = table.chunks[order]
    logs = np.maximum(0, (np.log(table.counts[order]) - _LEAST) * _STEPS).astype(np.uint16)
    letters = (chunks & 0xFFFFFFFF).astype(np.uint32)
    sides = np.diff(chunks >> SIDE, prepend=0).astype(np.uint32)
    text = np.frombuffer("\n".join(table.units).encode(), np.uint8)
    with path.open("wb") as file:
        np.savez_compressed(file, units=text, sides=sides, letters=letters, logs=logs)


def load(file: IO[bytes] | Path) -> Table:
    """Read a table."""
    try:
        with np.load(file, allow_pickle=False) as arrays:
            return unpacked(*(arrays[name] for name in ("units", "sides", "letters", "logs")))
    except (OSError, ValueError, KeyError) as error:
        raise WorkbenchError(_("%(name)s is no table of sounds.") % {"name": file}) from error


def unpacked(
    units: NDArray[np.uint8], sides: NDArray[np.uint32], letters: NDArray[np.uint32], logs: NDArray[np.uint16]
) -> Table:
    """Give the table that `save` packed."""
    chunks = (np.cumsum(sides.astype(np.int64)) << SIDE) | letters
    counts = np.exp(logs / _STEPS + _LEAST)
    return Table(tuple(units.tobytes().decode().split("\n")), chunks, counts)
