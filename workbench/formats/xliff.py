"""XLIFF as a format: how a file is told, and who reads it."""

from workbench.formats.deferred import Deferred
from workbench.formats.xml_root import DECLARATION, root_name
from workbench.model.format import Format


def recognises(head: bytes) -> bool:
    """Tell an XLIFF file by its root."""
    return root_name(head) == "xliff"


XLIFF = Format(
    name="xliff",
    suffixes=(".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
    recognises=recognises,
    read=Deferred("xliff_document", "read"),
    parts=Deferred("xliff_document", "parts"),
    write=Deferred("xliff_document", "write"),
    has_codes=True,
    declaration=DECLARATION,
)
