"""XML cut into tags and text with their places: what lxml does not tell, and a splice must know.

The cut is only made of text that lxml found well-formed; then XML's tags are a regular language.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbench.errors import WorkbenchError
from workbench.formats.reading import byte_order_mark, codec_name, decode, try_decode
from workbench.formats.xml_root import WIDE
from workbench.i18n import _

_NAME = r"[^\s<>/=\"'!?&]++"
_QUOTED = r"\"[^\"]*+\"|'[^']*+'"
_TOKEN = re.compile(
    rf"<(?P<start>{_NAME})(?P<attributes>(?:[^<>\"']++|{_QUOTED})*+)>"
    rf"|</(?P<end>{_NAME})\s*+>"
    r"|(?P<comment><!--(?s:.*?)-->)"
    r"|<!\[CDATA\[(?P<cdata>(?s:.*?))\]\]>"
    r"|(?P<instruction><\?(?s:.*?)\?>)"
    rf"|(?P<doctype><!DOCTYPE(?:[^\[\]<>\"']++|{_QUOTED}|\[(?P<subset>(?s:.*?))\]\s*+(?=>))*+>)"
    r"|(?P<text>[^<]++)"
)
_ATTRIBUTE = re.compile(rf"({_NAME})\s*+=\s*+({_QUOTED})")
_ENCODING = re.compile(rb"""\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_REFERENCE = re.compile(r"&(?:#(\d+)|#x([0-9A-Fa-f]+)|(amp|lt|gt|quot|apos));")
_PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_NOT_STORABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Token(NamedTuple):
    """A tag, a comment, a piece of text …: `kind` is the name of its group; `name` is a tag's."""

    kind: str
    start: int
    end: int
    name: str
    inside: str


def codec_of(data: bytes, charset: str | None = None) -> str:
    """Tell the codec of an XML file."""
    return decode(data, charset or WIDE.get(data[:4]), declared_charset(data))[1]


def stream_codec(head: bytes, charset: str | None) -> str:
    """Tell the codec of XML of which only the beginning is there."""
    if charset:
        return codec_name(charset)
    marked, _mark = byte_order_mark(head)
    declared = declared_charset(head) or "utf-8"
    # What begins with plain ASCII is not wide, whatever it declares.
    return marked or WIDE.get(head[:4]) or ("utf-8" if declared.startswith(("utf_", "utf-")) else declared)


def declared_charset(data: bytes) -> str | None:
    """Give the charset of the XML declaration, where Python has it."""
    found = _ENCODING.match(data)
    if found is None:
        return None
    try:
        return codec_name(found[1].decode("ascii"))
    except WorkbenchError:
        return None


def charset_warning(data: bytes, codec: str) -> str | None:
    """Say that a file is not in the charset it says it is in."""
    declared = declared_charset(data)
    if declared is None or data.isascii() or codec.startswith("utf-16"):
        return None
    if codec.removesuffix("-sig") == declared or try_decode(data, declared) is None:
        return None
    return _(
        "The file says it is in %(declared)s, but is in %(charset)s; other programs may show other letters."
    ) % {"declared": declared, "charset": codec}


def tokens(text: str, *, final: bool = True) -> Iterator[Token]:
    """Cut well-formed XML into its tokens; where it is not `final`, the last may not be whole and is left."""
    done, size, make = 0, len(text), Token._make
    for found in _TOKEN.finditer(text):
        (start, end), kind = found.span(), found.lastgroup
        if start != done or (end == size and kind == "text" and not final):
            break
        done = end
        if kind == "text":
            yield make(("text", start, end, "", found[0]))
        elif kind == "attributes":
            yield make(("start", start, end, *found.group("start", "attributes")))
        elif kind == "subset":
            yield make(("doctype", start, end, "", found[0]))
        else:
            yield make((kind or "", start, end, found["end"] or "", found[kind or 0]))
    if done != len(text) and final:
        raise unreadable(text, done)


def expect_no_entities(token: Token) -> None:
    """Refuse entities: they read other files and blow up; none was found in 1,151 files."""
    if token.kind == "doctype" and "<!ENTITY" in token.inside:
        raise WorkbenchError(
            _("The file declares entities (<!ENTITY), which are not read for safety's sake; remove them.")
        )


def unreadable(text: str, position: int) -> WorkbenchError:
    """Say which line is no XML."""
    line = text.count("\n", 0, position) + 1
    return WorkbenchError(_("Line %(line)d is not XML that can be read.") % {"line": line})


def attributes(inside: str) -> dict[str, str]:
    """Read the attributes of a tag; names keep their prefix."""
    return {name: plain(value[1:-1]) for name, value in _ATTRIBUTE.findall(inside)}


def plain(text: str) -> str:
    """Resolve the references of a piece of text, and its line ends as XML does."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _REFERENCE.sub(referred, text) if "&" in text else text


def referred(found: re.Match[str]) -> str:
    """Give the character of a reference."""
    decimal, hexadecimal, name = found.groups()
    return _PREDEFINED[name] if name else chr(int(decimal) if decimal else int(hexadecimal, 16))


def unstorable(text: str) -> str | None:
    """Give the first character that no XML file can hold, even escaped (XML 1.0, section 2.2)."""
    found = _NOT_STORABLE.search(text)
    return found[0] if found else None
