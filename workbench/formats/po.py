"""PO as a format: how a catalogue is told, and who reads it."""

import re

from workbench.formats.deferred import Deferred
from workbench.model.format import Format

_RECOGNISED = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[ \t\r\f\v]*+(?:#[^\n]*+)?\n)*+[ \t\r\f\v]*+"
    rb'(?:msgid|msgctxt|domain)[ \t\r\n\f\v]*+"'
)


def recognises(head: bytes) -> bool:
    """Tell a PO file by its first line that is not a comment."""
    return bool(_RECOGNISED.match(head))


PO = Format(
    name="po",
    suffixes=(".po", ".pot"),
    recognises=recognises,
    read=Deferred("po_document", "read"),
    parts=Deferred("po_document", "parts"),
    write=Deferred("po_document", "write"),
    rewrite=Deferred("po_writing", "rewrite"),
    declaration=re.compile(r'"Content-Type:[^"\n]*charset=([\w.:-]+)', re.IGNORECASE),
    stamp=Deferred("po_header", "stamped"),
)
