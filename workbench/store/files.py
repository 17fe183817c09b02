"""The file of a review: what stands there before it is opened, and whether it is the same one later."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote_from_bytes

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store.schema import APPLICATION_ID

Identity = tuple[int, int]

# What SQLite keeps beside a file while it is open: https://sqlite.org/tempfiles.html
COMPANIONS = ("-wal", "-shm", "-journal")

# SQLite's header; a file of one byte would even be taken for a new database and filled.
SMALLEST = 100

# Where the header says whose file it is: https://sqlite.org/fileformat2.html#the_database_header
MAGIC = b"SQLite format 3\0"
APPLICATION = slice(68, 72)

# A copy that is being written is written to every moment.
STALE_SECONDS = 600


class EmptyReviewError(WorkbenchError):
    """A file of that name is there and nothing is in it: it was never made, or its making was stopped."""


def address(path: Path) -> str:
    """Write a path, whatever bytes its name has, as the URI that SQLite reads."""
    return "file:" + quote_from_bytes(bytes(path.absolute()))


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Say in a sentence what the system refused."""
    try:
        yield
    except OSError as error:
        message = _("%(path)s cannot be opened or written: %(reason)s.")
        raise WorkbenchError(message % {"path": path, "reason": error.strerror or error}) from error


def identity(path: Path) -> Identity:
    """Tell a file from any other that may come to stand under its name: its device and its inode."""
    status = path.stat()
    return status.st_dev, status.st_ino


def expect_same(path: Path, opened: Identity) -> None:
    """Refuse to go on when an open file was deleted or replaced: SQLite would write on into nowhere."""
    with suppress(OSError):
        if identity(path) == opened:
            return
    message = _(
        "%(path)s was moved, deleted or replaced while it was open: save the review under another name."
    )
    raise WorkbenchError(message % {"path": path})


def expect_file(path: Path) -> None:
    """Refuse what is not worth opening.

    Never by opening it: whenever a descriptor of a file is closed, POSIX drops all locks that this process
    has on it (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    if path.is_dir():
        raise WorkbenchError(_("%(path)s is a folder, not a review.") % {"path": path})
    if not path.is_file():
        raise WorkbenchError(_("There is no file %(path)s.") % {"path": path})
    size = path.stat().st_size
    if size == 0:
        raise EmptyReviewError(_("%(path)s is empty: it is not a review.") % {"path": path})
    if size < SMALLEST:
        raise WorkbenchError(_("%(path)s is not a review.") % {"path": path})
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)):
        message = _("%(path)s cannot be written: check that you may change it and its folder.")
        raise WorkbenchError(message % {"path": path})


def is_review(path: Path) -> bool:
    """Tell by its header whether a file is a review; never asked of one that this process has open."""
    try:
        with path.open("rb") as file:
            header = file.read(SMALLEST)
    except OSError:
        return False
    return header.startswith(MAGIC) and header[APPLICATION] == APPLICATION_ID.to_bytes(4, "big")


def expect_other(path: Path, review: Path) -> None:
    """Refuse to copy a review onto itself."""
    if path.exists() and path.samefile(review):
        raise WorkbenchError(_("%(path)s is the review itself: choose another name.") % {"path": path})


def reserve(path: Path) -> None:
    """Make an empty file where none is; what SQLite kept beside an older one it throws away itself.

    A name that leaves no room for SQLite's companions is refused by the system before anything is made.
    """
    for companion in COMPANIONS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + companion).lstat()
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except FileExistsError:
        raise WorkbenchError(_("%(path)s exists already: choose another name.") % {"path": path}) from None


def remove_companions(path: Path) -> None:
    """Remove what an older file of that name left behind; SQLite would replay it into the new one."""
    for companion in COMPANIONS:
        try:
            path.with_name(path.name + companion).unlink(missing_ok=True)
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:  # a name that is too long names no file
                raise


def part_of(target: Path) -> Path:
    """Name a file beside the target, to be written first; any length of name will do."""
    part = target.with_name(f".review-{os.getpid()}.part")
    remove_all(part)
    return part


def sweep(folder: Path) -> None:
    """Remove what copies left that were killed."""
    for part in folder.glob(".review-*.part*"):
        with suppress(OSError):  # another program may sweep, too
            if time.time() - part.stat().st_mtime > STALE_SECONDS:
                part.unlink()


def remove_all(path: Path) -> None:
    """Remove a file and what SQLite keeps beside it."""
    path.unlink(missing_ok=True)
    remove_companions(path)


def flush(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
