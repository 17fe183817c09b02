"""TMX as a format: how a memory is told, and who reads it."""

from workbench.formats.deferred import Deferred
from workbench.formats.xml_root import DECLARATION, root_name
from workbench.model.format import Format


def recognises(head: bytes) -> bool:
    """Tell a TMX file by its root."""
    return root_name(head) == "tmx"


TMX = Format(
    name="tmx",
    suffixes=(".tmx",),
    recognises=recognises,
    read=Deferred("tmx_document", "read"),
    parts=Deferred("tmx_document", "parts"),
    write=Deferred("tmx_document", "write"),
    has_codes=True,
    declaration=DECLARATION,
)
