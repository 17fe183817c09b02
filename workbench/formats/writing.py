"""Bytes to a path so that a good file is never replaced by half a one.

A temporary file in the same folder, every write counted, flushed, synced and read back, then one rename
and a sync of the folder. (QSaveFile's `commit()` reported success on a full disk and left the original
destroyed; plain writing truncates it before the first byte.)
"""

import contextlib
import os
import stat
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats.reading import reason
from workbench.i18n import _

_PIECE = 1 << 20  # bytes read back at a time
_NEW_FILE_MODE = 0o666  # before the user's umask, as every program creates files


def replace_file(path: Path, data: bytes) -> None:
    """Put these bytes in the place of a file, wholly or not at all; a link keeps pointing where it did."""
    replace_with_pieces(path, [data])


def replace_with_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Put bytes that come in pieces in the place of a file, wholly or not at all.

    A pipe or a character device (/dev/stdout, a shell's `>(command)`) is no file: it is written into.
    """
    with written_or_explained(path):
        mode = mode_of(path)
        if mode is None or stat.S_ISREG(mode):
            put_in_place(Path(os.path.realpath(path)), pieces)
        elif stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
            pour(path, pieces)
        elif stat.S_ISDIR(mode):
            raise WorkbenchError(_("%(path)s is a folder; name a file in it.") % {"path": path})
        else:
            raise WorkbenchError(_("%(path)s is a device, not a file.") % {"path": path})


class FileChangedError(WorkbenchError):
    """A file is no longer what it was when it was read: ask before it is replaced."""


def expect_unchanged(path: Path, is_known: Callable[[bytes], bool]) -> None:
    """Refuse to replace a file that holds something unknown; one that is gone is nobody's loss."""
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise WorkbenchError(
            _("%(path)s cannot be read: %(reason)s.") % {"path": path, "reason": reason(error)}
        ) from error
    if not is_known(there):
        raise FileChangedError(
            _(
                "%(path)s was changed by somebody since it was read; export under another name,"
                " or allow it to be replaced."
            )
            % {"path": path}
        )


def mode_of(path: Path) -> int | None:
    """Give the kind and the permissions of what a path leads to; None where there is nothing."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def put_in_place(target: Path, pieces: Iterable[bytes]) -> None:
    """Write a new file beside the target and rename it to the target's name."""
    with temporary_beside(target) as (handle, beside):
        written = 0
        for piece in pieces:
            write_all(handle, piece)
            written = zlib.crc32(piece, written)
        os.fsync(handle)
        os.fchmod(handle, mode_for(target))
        if checksum(beside) != written:
            raise OSError(_("what was written reads back differently"))
        beside.replace(target)
        sync_folder(target.parent)


def checksum(path: Path) -> int:
    """Sum up a file, piece by piece."""
    total = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            total = zlib.crc32(piece, total)
    return total


def pour(path: Path, pieces: Iterable[bytes]) -> None:
    """Write into a pipe or a device, whoever reads it."""
    handle = os.open(path, os.O_WRONLY)
    try:
        for piece in pieces:
            write_all(handle, piece)
    finally:
        os.close(handle)


@contextlib.contextmanager
def written_or_explained(path: Path) -> Iterator[None]:
    """Turn what the system refuses into a sentence for the user."""
    is_file = os.path.isfile(path)  # noqa: PTH113 -- Path.is_file raises on a name that is too long
    try:
        yield
    except (OSError, ValueError) as error:
        sentence = _("%(path)s cannot be written: %(reason)s.")
        if is_file:
            sentence = _("%(path)s cannot be written: %(reason)s. What was there before is unchanged.")
        raise WorkbenchError(sentence % {"path": path, "reason": reason(error)}) from error


@contextlib.contextmanager
def temporary_beside(target: Path) -> Iterator[tuple[int, Path]]:
    """Open a new file in the target's folder; it is gone afterwards unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:20]}.", suffix=".part", dir=target.parent)
    try:
        yield handle, Path(name)
    finally:
        os.close(handle)
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


def write_all(handle: int, data: bytes) -> None:
    """Write until everything is written: one call may take less than it was given."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def mode_for(target: Path) -> int:
    """Give the permissions the file has, or a new one would get."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return _NEW_FILE_MODE & ~mask


def sync_folder(folder: Path) -> None:
    """Make the rename itself durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(path: Path) -> None:
    """Make a folder for results, with its parents."""
    with written_or_explained(path):
        path.mkdir(parents=True, exist_ok=True)
