"""Files read piece by piece, so that memory does not grow with them; gzip, xz and zstd are seen through."""

import gzip
import lzma
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, Protocol, cast

from workbench.errors import WorkbenchError
from workbench.formats.reading import expect_file, explained, naming_file, reason
from workbench.i18n import _

STANDARD_INPUT = Path("-")
PIECE = 1 << 20  # bytes read at a time
_HEAD = 65_536  # bytes to tell a format by
_GZIP, _XZ, _ZSTD = b"\x1f\x8b", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"


class Readable(Protocol):
    """What decompressors have in common."""

    def read(self, size: int, /) -> bytes:
        """Give at most so many bytes; none at the end."""
        ...


@dataclass(slots=True)
class Ahead:
    """A file whose first bytes were looked at and are given once more."""

    head: bytes
    data: Readable

    def read(self, size: int, /) -> bytes:
        """Give at most so many bytes."""
        if not self.head:
            return self.data.read(size)
        piece, self.head = self.head[:size], self.head[size:]
        return piece


@dataclass(frozen=True, slots=True)
class Stream:
    """An open file: `raw` is what the system gives, `data` what it holds, decompressed, `head` the beginning.

    `whole` says that the file on the disk is what is read: no pipe, and not compressed.
    """

    path: Path
    raw: BinaryIO
    data: Readable
    head: bytes
    whole: bool

    def read(self, size: int = PIECE) -> bytes:
        """Give the next bytes; a damaged archive is the user's to mend."""
        with damage_explained():
            return self.data.read(size)

    def rest(self) -> bytes:
        """Give everything that was not read yet."""
        return b"".join(iter(self.read, b""))

    def share(self) -> float | None:
        """Tell how much of the file is read, 0 to 1; None for a pipe, whose end nobody knows."""
        if not self.raw.seekable():
            return None
        return self.raw.tell() / max(1, os.fstat(self.raw.fileno()).st_size)


@contextmanager
def damage_explained() -> Iterator[None]:
    """Turn what a decompressor says into a sentence for the user."""
    try:
        yield
    except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
        raise WorkbenchError(_("It cannot be read: %(reason)s.") % {"reason": reason(error)}) from error


@contextmanager
def opened(path: Path) -> Iterator[Stream]:
    """Open a file, or standard input for "-"; an empty one is refused."""
    with source(path) as raw:
        data = decompressed(raw, raw.peek(len(_XZ))[: len(_XZ)])  # type: ignore[attr-defined]  # buffered readers have it, typeshed's BinaryIO does not
        with naming_file(path), damage_explained():
            head = data.read(_HEAD)
        if not head:
            raise WorkbenchError(_("%(path)s is empty.") % {"path": path})
        yield Stream(path, raw, Ahead(head, data), head, whole=data is raw and raw.seekable())


@contextmanager
def source(path: Path) -> Iterator[BinaryIO]:
    """Open what the system gives."""
    if path == STANDARD_INPUT:
        if sys.stdin is None or sys.stdin.closed:
            raise WorkbenchError(_("Standard input is closed."))
        yield cast("BinaryIO", sys.stdin.buffer)
        return
    with explained(path):
        expect_file(path)
        raw = path.open("rb")
    with raw:
        yield raw


def decompressed(raw: BinaryIO, head: bytes) -> Readable:
    """Choose the decompressor by the first bytes, whatever the file is called."""
    if head.startswith(_GZIP):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw))
    if head.startswith(_XZ):
        return lzma.LZMAFile(raw)
    if head.startswith(_ZSTD):
        import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415 -- a fifth of a second for zstd alone

        return cast("Readable", pa.CompressedInputStream(pa.PythonFile(raw, mode="r"), "zstd"))
    return raw
