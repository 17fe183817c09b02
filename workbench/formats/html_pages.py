"""HTML: the text between block elements is a unit; tags, scripts, styles and attributes are never touched.

Inline tags stand between the pieces of a unit, invisible and out of an edit's reach; a line break is shown as
one. White space is shown as a browser shows it. Code listings, `<pre><code>`, are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape as escaped

from workbench.formats.html_tokens import Token, meaning, tokens
from workbench.formats.passages import Care, Passage, Syntax
from workbench.formats.passages import read as read_passages
from workbench.formats.passages import write as write_passages
from workbench.formats.pieces import Kind, Piece
from workbench.formats.reading import decode
from workbench.model.document import Document

_CHARSET = re.compile(rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_LANGUAGE = re.compile(
    r"""<html\b[^>]*?\s(?:xml:)?lang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)""", re.IGNORECASE
)
_HEAD = 65_536  # bytes in which a declaration is looked for; browsers look in 1,024
# What browsers take these labels for (Encoding Standard, 4.2), by the codec that knows more characters.
_LABELS = {
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "korean"), "cp949"),
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "chinese"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
}
# Elements that stand inside a line of text (phrasing content without form controls and embedded content).
_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt"
        " ruby s samp small span strike strong sub sup time tt u var wbr",
    )
)
_SPACE = " \t\n\f\r"
_GAP = re.compile(r"[\t\n\f\r ]+|&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{0,31});?")
_NEWLINE = re.compile(r"\n|\r\n?")
_SPACES = re.compile(r"[\t\f\r ]+")
_BREAK = re.compile(r" ?\n[\n ]*")
_LAID_OUT = " \n"  # what is shown of white space and line breaks
_RUBY = frozenset({"ruby", "rb", "rt", "rp"})


def read(data: bytes, charset: str | None = None) -> Document:
    """Read the passages of a page."""
    text, codec = decode(data, charset, declared_charset(data))
    document = read_passages(data, codec, SYNTAX)
    language = _LANGUAGE.search(text[:_HEAD])
    return replace(document, language=language[1] if language else None)


def declared_charset(data: bytes) -> str | None:
    """Give the charset the page declares, as browsers understand its name."""
    found = _XML_CHARSET.search(data[:_HEAD]) or _CHARSET.search(data[:_HEAD])
    name = found[1].decode("ascii").lower() if found else None
    return _LABELS.get(name, name) if name else None


def passages(text: str, begin: int = 0) -> Iterator[Passage]:
    """Give the passages of a page in order; `begin` is added to every offset."""
    page = _Page(text, begin)
    for token in tokens(text):
        yield from page.tag(token) if token.name else page.text(token)
    yield from page.flush()


class _Page:
    """What is open while a page is read."""

    def __init__(self, text: str, begin: int) -> None:
        self._text = text
        self._begin = begin
        self._pieces: list[Piece] = []
        self._line, self._counted = 1, 0
        self._pre = self._listing = self._gloss = False

    def tag(self, token: Token) -> Iterator[Passage]:
        """Take a tag in: it stands inside a passage, or ends one."""
        name = token.name.removeprefix("/")
        if name == "br":
            self._trim()
            if self._pieces:
                self._add(token.start, token.end, "\n", Kind.ELEMENT)
        elif name not in _INLINE and name != "!":
            yield from self.flush()
            self._gloss = False
        if name == "pre":
            self._pre, self._listing = name == token.name, False
        elif name == "code":
            self._listing = self._pre and name == token.name
        elif name in _RUBY:
            self._gloss = token.name in {"rt", "rp"}

    def text(self, token: Token) -> Iterator[Passage]:
        """Take a text in, unless it is none to read: a script, a listing, the small print over a word."""
        if token.within not in {"", "title"} or self._listing or self._gloss:
            return
        start = token.start
        if self._pre:  # a passage a line
            for newline in _NEWLINE.finditer(self._text, token.start, token.end):
                self._stretch(start, newline.start())
                yield from self.flush()
                start = newline.end()
        self._stretch(start, token.end)

    def _stretch(self, start: int, end: int) -> None:
        """Cut a text into pieces at references and at white space that is shown otherwise."""
        for gap in _GAP.finditer(self._text, start, end):
            shown = self._shown(gap[0], at_gap=gap.start() == start)
            if shown != gap[0]:
                self._add(start, gap.start(), self._text[start : gap.start()])
                self._add(gap.start(), gap.end(), shown, Kind.ATOM)
                start = gap.end()
        self._add(start, end, self._text[start:end])

    def _shown(self, raw: str, *, at_gap: bool) -> str:
        """Give what is shown of a reference, or of white space: none where a line begins or after a space."""
        if raw[0] not in _SPACE:
            return meaning(raw)
        if self._pre:
            return raw
        alone = at_gap and (not self._pieces or self._pieces[-1].shown[-1] in _LAID_OUT)
        return "" if alone else " "

    def _add(self, start: int, end: int, shown: str, kind: Kind = Kind.TEXT) -> None:
        if shown:
            self._pieces.append(Piece(self._begin + start, self._begin + end, shown, kind))

    def _trim(self) -> None:
        """Leave the space that ends a line to the file."""
        while self._pieces and not self._pre and self._pieces[-1].shown[-1] in _LAID_OUT:
            last = self._pieces.pop()
            if last.kind is Kind.TEXT:
                kept = last.shown.rstrip(_LAID_OUT)
                self._add(last.start - self._begin, last.start - self._begin + len(kept), kept)

    def flush(self) -> Iterator[Passage]:
        """End the passage that is open, if one is."""
        self._trim()
        if self._pieces:
            start, end = self._pieces[0].start, self._pieces[-1].end
            self._line += self._text.count("\n", self._counted, start - self._begin)
            self._counted = start - self._begin
            yield Passage(str(self._line), (start, end), tuple(self._pieces), exact=self._pre)
            self._pieces = []


def escape(text: str, kind: Kind, care: Care) -> str:
    """Write a text so that it is nothing but text."""
    del kind, care
    return escaped(text, quote=False).replace("\n", "<br/>")


def canonical(text: str) -> str:
    """Lay a text out as browsers do."""
    return _BREAK.sub("\n", _SPACES.sub(" ", text)).strip(_LAID_OUT)


def write(document: Document, original: bytes) -> bytes:
    """Splice the document's texts into the page."""
    return write_passages(document, original, SYNTAX)


SYNTAX = Syntax("html", passages, escape, canonical, references=True)
