"""A glossary in any format it is exchanged in: CSV and TBX, told apart by what is in the file."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import cast

from workbench.errors import WorkbenchError
from workbench.figures import either
from workbench.formats.deferred import Deferred
from workbench.formats.reading import naming_file
from workbench.i18n import _
from workbench.model.glossary import GlossaryEntry

_XML = (b"<?xml", b"<tbx", b"<martif", b"<!DOCTYPE martif", b"<!DOCTYPE tbx", b"<!--")
_MARKS = b"\xef\xbb\xbf\xff\xfe"
_READ_TBX, _READ_CSV = Deferred("tbx", "read_tbx"), Deferred("glossary_csv", "read_csv")
_WRITE_TBX, _WRITE_CSV = Deferred("tbx", "write_tbx"), Deferred("glossary_csv", "write_csv")
_WRITERS: Mapping[str, Callable[..., bytes]] = {".csv": _WRITE_CSV, ".tbx": _WRITE_TBX, ".xml": _WRITE_TBX}


def read_glossary(data: bytes, path: Path, language: str, charset: str | None = None) -> list[GlossaryEntry]:
    """Read a glossary file; `language` is that of the forms where a CSV file does not say it."""
    head = data[:200].replace(b"\0", b"").lstrip(_MARKS).lstrip()
    with naming_file(path):
        if head.startswith(_XML):
            return cast("list[GlossaryEntry]", _READ_TBX(data))
        return cast("list[GlossaryEntry]", _READ_CSV(data, language, charset))


def write_glossary(entries: Sequence[GlossaryEntry], path: Path, edition: int | None = None) -> bytes:
    """Write a glossary in the format its file's suffix names; `edition` is of TBX, 2 or 3."""
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise WorkbenchError(
            _("%(path)s: a glossary can be written as %(suffixes)s.")
            % {"path": path, "suffixes": either(_WRITERS)}
        )
    return writer(entries, edition) if edition and writer is _WRITE_TBX else writer(entries)
