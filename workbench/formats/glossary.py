"""A glossary in any format it is exchanged in: CSV and TBX, told apart by what is in the file."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats.glossary_csv import read_csv, write_csv
from workbench.formats.reading import naming_file
from workbench.formats.tbx import read_tbx, write_tbx
from workbench.i18n import _
from workbench.model.glossary import GlossaryEntry

_XML = (b"<?xml", b"<tbx", b"<martif", b"<!DOCTYPE martif", b"<!DOCTYPE tbx", b"<!--")
_MARKS = b"\xef\xbb\xbf\xff\xfe"
_WRITERS: Mapping[str, Callable[[Sequence[GlossaryEntry]], bytes]] = {
    ".csv": write_csv,
    ".tbx": write_tbx,
    ".xml": write_tbx,
}


def read_glossary(data: bytes, path: Path, language: str, charset: str | None = None) -> list[GlossaryEntry]:
    """Read a glossary file; `language` is that of the forms where a CSV file does not say it."""
    head = data[:200].replace(b"\0", b"").lstrip(_MARKS).lstrip()
    with naming_file(path):
        return read_tbx(data) if head.startswith(_XML) else read_csv(data, language, charset)


def write_glossary(entries: Sequence[GlossaryEntry], path: Path, edition: int | None = None) -> bytes:
    """Write a glossary in the format its file's suffix names; `edition` is of TBX, 2 or 3."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise WorkbenchError(
            _("%(path)s: a glossary can be written as %(suffixes)s.")
            % {"path": path, "suffixes": ", ".join(_WRITERS)}
        )
    if writer is write_tbx and edition is not None:
        writer = partial(write_tbx, edition=edition)
    return writer(entries)
