"""The root of an XML file, by which its format is told, found without a parser."""

import re

# How "<?" begins a file in UTF-16 without a mark.
WIDE = {b"<\0?\0": "utf-16-le", b"\0<\0?": "utf-16-be"}
DECLARATION = re.compile(r"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_ROOT = re.compile(
    r"\s*+(?:<(?:\?(?s:.*?)\?|!--(?s:.*?)--|![^>\[]*+(?:\[(?s:.*?)\]\s*+)?)>\s*+)*+<([^\s<>/!?]++)"
)


def root_name(head: bytes) -> str:
    """Give the name, without prefix, of the element that a file is; empty where the head shows none."""
    mark = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(head[:2])
    text = head.decode(WIDE.get(head[:4]) or mark or "utf-8", "ignore").removeprefix("\ufeff")
    found = _ROOT.match(text)
    return found[1].rpartition(":")[2] if found else ""
