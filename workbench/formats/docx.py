"""Word documents as a format: how one is told, and who reads it."""

from workbench.formats.deferred import Deferred
from workbench.model.format import Format

_TYPES = b"[Content_Types].xml"


def recognises(head: bytes) -> bool:
    """Tell an Office file by the ZIP file around it and the names of its first parts."""
    return head.startswith(b"PK\x03\x04") and (_TYPES in head or b"word/" in head)


DOCX = Format(
    name="docx",
    suffixes=(".docx",),
    recognises=recognises,
    read=Deferred("docx_document", "read"),
    write=Deferred("docx_document", "write"),
)
