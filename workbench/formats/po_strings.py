r"""Strings of PO: their escapes resolved, and texts written as strings in the style of their neighbours.

Numbers in escapes are bytes of the file's charset, as in gettext; unknown escapes stay.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import combining, east_asian_width

_INSIDE = re.compile(r'"([^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+)"')
# Strings are joined with a line end between them, since "\1" and "01" beside each other are not "\101".
_ESCAPE = re.compile(r"(?P<codes>(?:\\(?:x[0-9A-Fa-f]+|[0-7]{1,3})\n*)+)|\\(?P<letter>.)|\n")
_CODE = re.compile(r"\\(?:x([0-9A-Fa-f]+)|([0-7]{1,3}))")
_LETTERS = {
    "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", '"': '"', "\\": "\\",
}  # fmt: skip
_RARE = re.compile(r"(?<!\\)(?:\\\\)*+\\([abfv])")
# Other control characters stand as they are: that, msgfmt, polib and translate-toolkit read alike, while
# \v, \001 and \x01 are each unknown to one of them (measured with gettext 0.21).
_QUOTING = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"})
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
# Where a line may end, after Unicode's UAX 14 in what concerns prose: behind blank, behind a hyphen or slash
# before a letter, and about characters of full width, but not before closing marks nor behind opening ones.
_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3"
    "\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\U00020000-\U0003fffd"
)
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
_CLOSING = f"、。，．・：；？！゛゜々ー」』）］｝〕〉》】〟!?.,:;)\\]}}%…’”{_SMALL_KANA}"
_OPENING = "「『（［｛〔〈《【〝(\\[{‘“"
_BREAK = re.compile(
    rf"(?<= )(?! )|(?<=[-/])(?=[^\W\d])"
    rf"|(?<=[{_WIDE}])(?<![{_OPENING}])(?![{_CLOSING}\s])|(?<![\s{_OPENING}\\])(?=[{_WIDE}])(?![{_CLOSING}])"
)
GETTEXT_WIDTH = 79  # columns of a line as gettext's tools wrap (write-po.c)


@dataclass(frozen=True, slots=True)
class Style:
    r"""How strings are laid out: `width` in columns, None where lines are not wrapped.

    `empty_first` puts "" before a text of several lines; `by_line` begins a line behind each line end;
    `indent` stands before each line but the first; `room` is what the keyword and quotes before it take.
    `letters` are those of the rarer escapes that the entry has, such as the "a" of "\a".
    """

    width: int | None = None
    empty_first: bool = True
    by_line: bool = True
    indent: str = ""
    room: int = len('msgstr ""')
    letters: str = ""


def text_of(strings: str, codec: str = "utf-8") -> str:
    """Give the text of one or more strings as they stand in the file."""
    plain = strings[1:-1].replace('"\n"', "")
    if "\\" not in plain and '"' not in plain:  # nearly all
        return plain
    pieces = _INSIDE.findall(strings)
    inside: str = pieces[0] if len(pieces) == 1 else "\n".join(pieces)
    if "\\" in inside:
        return _ESCAPE.sub(lambda escape: meaning(escape, codec), inside)
    return inside.replace("\n", "")


def meaning(escape: re.Match[str], codec: str) -> str:
    """Give what one escape, or a run of numbers, stands for."""
    if escape["codes"]:
        numbers = (int(hexa, 16) if hexa else int(octal, 8) for hexa, octal in _CODE.findall(escape[0]))
        return bytes(number & 0xFF for number in numbers).decode(byte_codec(codec), "replace")
    return _LETTERS.get(escape["letter"], escape[0]) if escape["letter"] else ""


def byte_codec(codec: str) -> str:
    """Choose what numbers are bytes of: no single byte says anything in UTF-16."""
    return "utf-8" if codec.startswith("utf") else codec


def quoted(text: str, newline: str = "\n", style: Style | None = None) -> str:
    """Write a text as strings in a style, one line of the file for each line of the text by default."""
    style = style or Style()
    quoting = _QUOTING | {ord(_LETTERS[letter]): f"\\{letter}" for letter in style.letters}
    lines = [line.translate(quoting) for line in (_LINES.findall(text) if style.by_line else [text])] or [""]
    first, *others = lines
    if not others and (style.width is None or columns(first) + style.room <= style.width):
        return f'"{first}"'
    pieces = [piece for line in lines for piece in wrapped(line, style.width)]
    if style.empty_first:
        pieces.insert(0, "")
    return f"{newline}{style.indent}".join(f'"{piece}"' for piece in pieces)


def wrapped(line: str, width: int | None) -> list[str]:
    """Break an escaped line where it may be broken, so that it fits into the columns between its quotes."""
    if width is None or columns(line) + 2 <= width:
        return [line]
    pieces, current = [], ""
    taken = 0
    for word in _BREAK.split(line):
        if current and taken + columns(word) + 2 > width:
            pieces.append(current)
            current, taken = "", 0
        current += word
        taken += columns(word)
    return [*pieces, current]


def columns(text: str) -> int:
    """Give the columns a text takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def style_of(strings: str, default: Style) -> Style:
    """Tell the layout of some strings; what one line does not show is the default's."""
    pieces = _INSIDE.findall(strings)
    inner = [piece for piece in pieces if piece]
    default = replace(default, letters="".join(sorted({*default.letters, *_RARE.findall(strings)})))
    if len(inner) == 1 and r"\n" in inner[0].replace(r"\\", "").removesuffix(r"\n"):
        return replace(default, by_line=False, width=None)
    style = default
    if "\n" not in strings:
        inner = inner[:1]  # strings beside each other on a line show no layout
    else:
        second = strings.split("\n")[1]
        indent = second[: len(second) - len(second.lstrip())]
        style = replace(style, empty_first=not pieces[0], by_line=True, indent=indent)
    if any(not piece.endswith(r"\n") for piece in inner[:-1]):
        width = max([GETTEXT_WIDTH if default.width is None else default.width, *map(line_width, inner)])
        return replace(style, width=width)
    if any(line_width(piece) > (default.width or 0) + 1 and " " in piece.rstrip(" ") for piece in inner):
        return replace(style, width=None)
    return style


def line_width(piece: str) -> int:
    """Give the columns of a line that holds this string."""
    return columns(piece) + 2


def file_style(strings: Sequence[str]) -> Style:
    """Tell how a file wraps: as wide as its widest line that was wrapped; not at all where none was."""
    widths = [
        line_width(piece)
        for one in strings
        for piece in _INSIDE.findall(one)[:-1]
        if piece and not piece.endswith(r"\n")
    ]
    inner = [line_width(piece) for one in strings for piece in _INSIDE.findall(one)]
    wide = max(inner, default=0) > GETTEXT_WIDTH + 1
    return Style(width=max(widths) if widths else None if wide else GETTEXT_WIDTH)
