"""The corrected translation as a new Word document: one paragraph a paragraph.

The least a Word document is made of: ECMA-376-1, 11.3.10 (main part), ECMA-376-2, 10 (content types and
relationships).
"""

import datetime as dt
import io
import re
import zipfile
from html import escape

from workbench.formats.characters import storable
from workbench.model.bitext import Bitext
from workbench.model.document import Role

_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first a ZIP file knows: equal reviews give equal files
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
# Six points behind a paragraph and lines 1.15 high, as Word's own new documents nearly have them.
_SPACING = '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>'
_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)


def compose(bitext: Bitext) -> bytes:
    """Write the corrected translation as a Word document."""
    language = bitext.languages[Role.TRANSLATION]
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": document(bitext, language),
        "docProps/core.xml": properties(bitext, language),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content.encode())
    return file.getvalue()


def document(bitext: Bitext, language: str) -> str:
    """Write the main part."""
    primary = language.partition("-")[0]
    kind = "bidi" if primary in _RIGHT_TO_LEFT else "eastAsia" if primary in _EAST_ASIAN else "val"
    is_reversed = kind == "bidi"
    before = f"<w:pPr>{'<w:bidi/>' if is_reversed else ''}{_SPACING}</w:pPr>"
    run = f'<w:rPr>{"<w:rtl/>" if is_reversed else ""}<w:lang w:{kind}="{escape(language)}"/></w:rPr>'
    body = "".join(
        f"<w:p>{before}<w:r>{run}{text_of(text)}</w:r></w:p>" for text in bitext.paragraphs if text
    )
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'{_XML}<w:document xmlns:w="{namespace}"><w:body>{body}<w:sectPr/></w:body></w:document>'


def text_of(text: str) -> str:
    """Write a paragraph's text; tabs and line ends are elements of their own."""
    return "".join(
        _BREAKS[piece] if piece in _BREAKS else f'<w:t xml:space="preserve">{letters(piece)}</w:t>'
        for piece in re.split("([\t\n])", text)
        if piece
    )


def letters(text: str) -> str:
    """Write letters as XML; a lone carriage return would be read as a line end."""
    return escape(storable(text), quote=False).replace("\r", "&#13;")


def properties(bitext: Bitext, language: str) -> str:
    """Write title, language and time of the last change."""
    revised = dt.datetime.fromtimestamp(bitext.revised, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{letters(bitext.title)}</dc:title><dc:language>{escape(language)}</dc:language>"
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{revised}</dcterms:modified></cp:coreProperties>'
    )
