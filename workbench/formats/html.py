"""HTML as a format: how a page is told, and who reads it."""

import re

from workbench.formats.deferred import Deferred
from workbench.model.format import Format

_RECOGNISED = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*+(?:<\?xml[^>]*+>\s*+|<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)


def recognises(head: bytes) -> bool:
    """Tell a page by its doctype or its first element, in any width of characters."""
    return bool(_RECOGNISED.match(head.replace(b"\0", b"")))


HTML = Format(
    name="html",
    suffixes=(".html", ".htm", ".xhtml"),
    recognises=recognises,
    read=Deferred("html_pages", "read"),
    write=Deferred("html_pages", "write"),
    declaration=re.compile(r"""<meta\b[^>]*?\bcharset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE),
)
