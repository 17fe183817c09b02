"""The header of a PO file: what it says of the file, and fields of it brought up to date when asked."""

import re
from collections.abc import Iterator, Mapping

from workbench.errors import WorkbenchError
from workbench.formats.po_entries import is_header
from workbench.formats.po_strings import quoted, text_of
from workbench.formats.po_syntax import Span, entries, scannable
from workbench.formats.reading import codec_name
from workbench.formats.splicing import Edit, FileText, file_text, spliced
from workbench.i18n import _

_CHARSET = re.compile(rb'"Content-Type:[^"\n]*charset=([\w.:-]+)', re.IGNORECASE)
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)
_SOURCE_LANGUAGE = re.compile(r"^X-Source-Language:[ \t]*(\S+)", re.MULTILINE)


def declared_charset(data: bytes) -> str | None:
    """Give the charset of the header's Content-Type; the template's word CHARSET is none."""
    found = _CHARSET.search(data)
    name = found[1].decode("ascii", "replace") if found else None
    return None if name == "CHARSET" else name


def header_of(text: str) -> Span | None:
    """Give the strings of the header's translation; it is the first entry or there is none."""
    first = next(entries(scannable(text)), None)
    return first.translations[0] if first and is_header(first, text) else None


def languages(text: str) -> tuple[str | None, str | None]:
    """Give the language that the header names, and the one of the msgids."""
    span = header_of(text)
    header = text_of(text[slice(*span)]) if span else ""
    found = _LANGUAGE.search(header), _SOURCE_LANGUAGE.search(header)
    return found[0] and found[0][1], found[1] and found[1][1]


def charset_warning(data: bytes, codec: str) -> str | None:
    """Say that a file is not in the charset it says it is in."""
    declared = declared_charset(data)
    if declared is None or data.isascii():
        return None
    try:
        same = codec_name(declared) in {codec, codec.removesuffix("-sig")}
    except WorkbenchError:
        same = False
    if same or codec.startswith("utf-16"):
        return None
    return _(
        "The header says %(declared)s, but the file is in %(charset)s; other programs may show other letters."
    ) % {"declared": declared, "charset": codec}


def stamped(data: bytes, charset: str, fields: Mapping[str, str]) -> bytes:
    """Give header fields such as PO-Revision-Date new values; a file without a header stays as it is."""
    file = file_text(data, charset)
    span = header_of(file.text)
    return spliced(file, field_edits(file, span, fields)) if span else data


def field_edits(file: FileText, span: Span, fields: Mapping[str, str]) -> Iterator[Edit]:
    """Replace each field's line, or write it behind the others."""
    added = ""
    for name, value in fields.items():
        string = quoted(f"{name}: {' '.join(value.split())}\n")
        old = re.compile(rf'"{re.escape(name)}:[^"\\\n]*+(?:\\[^n\n][^"\\\n]*+)*+\\n"')
        found = old.search(file.text, *span)
        if found:
            yield Edit(*found.span(), string, name)
        else:
            added += file.newline + string
    yield Edit(span[1], span[1], added, ", ".join(fields))
