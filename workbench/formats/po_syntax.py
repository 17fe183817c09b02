r"""The syntax of PO: entries with the spans of what an edit touches, and strings with their escapes.

Strict where GNU gettext is: what msgfmt refuses for its form is refused here, with its line. The grammar is
that of gettext's po-gram-gen.y; obsolete entries (`#~`) are comments. Spans are [start, end) in characters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.errors import WorkbenchError
from workbench.i18n import _

_STRING = r'"(?:[^"\\]|\\.)*"'
_KEYWORD = r"(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)"
_LINE = re.compile(
    rf"\s*(?:(?P<comment>#.*)|(?:{_KEYWORD}\s*)?(?P<strings>{_STRING}(?:\s*{_STRING})*))?\s*", re.DOTALL
)
_LINE_END = re.compile(r"\r\n|\n|\r|\Z")
_CONFLICT = re.compile(r"(?:<{7}|>{7}|={7})(?: .*)?")
_SHAPE = re.compile(r"(msgctxt )?msgid (msgstr|msgid_plural( msgstr\[\d+\])+)")
_INSIDE = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(r"(?P<codes>(?:\\(?:x[0-9A-Fa-f]+|[0-7]{1,3}))+)|\\(?P<letter>.)")
_CODE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]{1,3}))")
_LETTERS = {
    "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", '"': '"', "\\": "\\",
}  # fmt: skip
# Other control characters stand as they are: that, msgfmt, polib and translate-toolkit read alike, while
# \v, \001 and \x01 are each unknown to one of them (measured with gettext 0.21).
_QUOTING = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"})


@dataclass(frozen=True, slots=True)
class Token:
    """A line that is not blank, or a keyword's lines joined: `text` is the comment or the string."""

    keyword: str
    text: str
    line: int
    start: int
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: `comments` with their "#", `blocks` by keyword ("msgstr[0]"), in the order of the file."""

    comments: tuple[Token, ...]
    blocks: dict[str, Token]

    @property
    def flags(self) -> list[str]:
        """Name the flags of its `#,` lines."""
        lines = (token.text[2:] for token in self.comments if token.text.startswith("#,"))
        return [flag.strip() for line in lines for flag in line.split(",") if flag.strip()]

    @property
    def translations(self) -> list[Token]:
        """Give its translation, or all its plural forms."""
        return [token for keyword, token in self.blocks.items() if keyword.startswith("msgstr")]

    @property
    def is_header(self) -> bool:
        """Tell the header, whose msgid is empty."""
        return "msgctxt" not in self.blocks and not self.blocks["msgid"].text


def entries(text: str) -> Iterator[Entry]:
    """Parse a PO file's text."""
    group: list[Token] = []
    for token in tokens(text):
        obsolete = token.text.startswith("#~") and not token.keyword
        if obsolete or (begins(token) and any(one.keyword.startswith("msgstr") for one in group)):
            yield from grouped(group)
            group = []
        if not obsolete:
            group.append(token)
    yield from grouped(group)


def tokens(text: str) -> Iterator[Token]:
    """Cut the text into its lines, and join each keyword's."""
    last: Token | None = None
    for number, start, line in numbered(text):
        found = _LINE.fullmatch(line)
        if found is None or (found["strings"] and not found["keyword"] and not (last and last.keyword)):
            raise broken(number, line)
        token = token_of(found, number, start)
        if last and found["strings"] and not found["keyword"]:
            span = (last.span[0], token.span[1])
            last = Token(last.keyword, last.text + token.text, last.line, last.start, span)
        else:
            yield from [last] if last else []
            last = token
    yield from [last] if last else []


def numbered(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each line that is not blank with its number and where it starts."""
    start = 1 if text.startswith("\ufeff") else 0
    for number, end in enumerate(_LINE_END.finditer(text, start), start=1):
        if text[start : end.start()].strip():
            yield number, start, text[start : end.start()]
        start = end.end()


def token_of(found: re.Match[str], number: int, start: int) -> Token:
    """Make the token of a line."""
    part = "comment" if found["comment"] else "strings"
    text = found["comment"] or "".join(unescape(inside) for inside in _INSIDE.findall(found["strings"]))
    span = (start + found.start(part), start + found.end(part))
    return Token(found["keyword"] or "", text, number, start, span)


def broken(number: int, line: str) -> WorkbenchError:
    """Say which line cannot be read."""
    if _CONFLICT.fullmatch(line):
        return WorkbenchError(
            _("Line %(line)d is the mark of an unresolved merge conflict.") % {"line": number}
        )
    return WorkbenchError(_("Line %(line)s is not PO.") % {"line": number})


def begins(token: Token) -> bool:
    """Tell whether a line begins an entry, where the one before has its translation."""
    return token.keyword in {"", "msgctxt", "msgid"}


def grouped(group: Sequence[Token]) -> Iterator[Entry]:
    """Make an entry of its lines; comments at the end of the file are none."""
    words = [token for token in group if token.keyword]
    if not words:
        return
    blocks = {token.keyword: token for token in words}
    forms = [keyword for keyword in blocks if keyword.startswith("msgstr[")]
    if (
        not _SHAPE.fullmatch(" ".join(token.keyword for token in words))
        or forms != [f"msgstr[{number}]" for number in range(len(forms))]
    ):  # fmt: skip
        raise WorkbenchError(
            _("The entry at line %(line)d is not PO: it takes msgid and msgstr, or plural forms from 0 on.")
            % {"line": words[0].line}
        )
    yield Entry(tuple(token for token in group if not token.keyword), blocks)


def unescape(inside: str) -> str:
    """Resolve the escapes of a string; numbers are bytes of UTF-8; unknown ones stay."""
    return _ESCAPE.sub(meaning, inside)


def meaning(escape: re.Match[str]) -> str:
    """Give what one escape, or a run of numbers, stands for."""
    if escape["codes"]:
        numbers = (int(hexa, 16) if hexa else int(octal, 8) for hexa, octal in _CODE.findall(escape[0]))
        return bytes(number & 0xFF for number in numbers).decode("utf-8", "replace")
    return _LETTERS.get(escape["letter"], escape[0])


def quoted(text: str, newline: str = "\n") -> str:
    """Write a string, one line of the file for each line of the text."""
    pieces = re.findall(r"[^\n]*\n|[^\n]+", text)
    if len(pieces) > 1:
        pieces.insert(0, "")
    return newline.join(f'"{piece.translate(_QUOTING)}"' for piece in pieces or [""])
