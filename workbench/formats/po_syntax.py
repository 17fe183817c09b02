r"""The syntax of PO: entries with the spans of what an edit touches.

Strict where GNU gettext is: what msgfmt refuses for its form is refused here, with its line. The grammar is
that of gettext's po-gram-gen.y; obsolete entries (`#~`) are comments. Spans are [start, end) in characters.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.errors import WorkbenchError
from workbench.i18n import _

Span = tuple[int, int]

_WS = r"[ \t\r\n\f\v]*+"
_STRING = r'"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"'
_STRINGS = rf"{_STRING}(?:{_WS}{_STRING})*+"
STRINGS = re.compile(_STRINGS)
# One keyword with all its strings, or a run of comment lines, or what is neither; with the blank before it.
_STATEMENT = re.compile(
    rf"{_WS}(?:(?P<comments>(?:#[^\n]*+(?:\n|\Z){_WS})++)"
    rf"|(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d{{1,3}}\])?){_WS}(?P<strings>{_STRINGS})"
    rf"|(?P<domain>domain{_WS}{_STRING})|(?P<junk>[^\n]++))"
)
_LAST_OBSOLETE = re.compile(r"(?:\A|.*\n)[ \t\r\f\v]*+#~[^\n]*+(?:\n|\Z)", re.DOTALL)
_COMMENT = re.compile(r"#[^\n]*[^\s]|#")
_BEGINNINGS = frozenset({"msgctxt", "msgid"})
_CONFLICT = re.compile(r"(?:<{7}|>{7}|={7})(?: .*)?\r?")
_SHAPE = re.compile(r"(msgctxt )?msgid (msgstr|msgid_plural( msgstr\[\d+\])+)")


class Entry(NamedTuple):
    """An entry: the spans of its runs of comments, and of the strings of each keyword ("msgstr[0]")."""

    start: int
    line: int
    comments: tuple[Span, ...]
    blocks: Mapping[str, Span]

    @property
    def translations(self) -> list[Span]:
        """Give the strings of its translation, or of all its plural forms."""
        return [span for keyword, span in self.blocks.items() if keyword.startswith("msgstr")]

    def comment_lines(self, text: str) -> Iterator[tuple[Span, str]]:
        """Give each of its comments, with its "#" and without its line end."""
        for start, end in self.comments:
            for found in _COMMENT.finditer(text, start, end):
                yield found.span(), found[0]


def scannable(text: str) -> str:
    r"""Make line ends of the lone "\r" of old files; where there is "\n", "\r" is a blank as in gettext."""
    return text if "\n" in text else text.replace("\r", "\n")


def entries(text: str) -> Iterator[Entry]:
    """Parse a PO file's text, as `scannable` gives it."""
    group = Group(text)
    for found in _STATEMENT.finditer(text):
        kind = found.lastgroup
        if group.is_complete and (kind != "strings" or found["keyword"] in _BEGINNINGS):
            yield group.entry()
        if kind == "strings":
            group.add(found["keyword"], found.start("keyword"), found.span("strings"))
        elif kind == "comments":
            group.comment(found.span("comments"))
        elif kind == "junk":
            raise broken(text, found.start("junk"), found["junk"])
        elif group.blocks:
            raise misshapen(text, group.start)
    if group.blocks:
        yield group.entry()


class Group:
    """The lines of the entry that is being read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[tuple[str, Span]] = []
        self.comments: list[Span] = []
        self.is_complete = False  # it has a translation, so that what comes next may begin another
        self.start = 0
        self.line, self._counted = 1, 0

    def add(self, keyword: str, start: int, span: Span) -> None:
        """Take a keyword with its strings."""
        if not self.blocks and not self.comments:
            self.start = start
        self.blocks.append((keyword, span))
        self.is_complete = keyword.startswith("msgstr")

    def comment(self, span: Span) -> None:
        """Take a run of comments; those up to the last obsolete line belong to obsolete entries."""
        start, end = span
        if self.text.find("#~", start, end) >= 0 and (found := _LAST_OBSOLETE.match(self.text, start, end)):
            start = found.end()
            if self.blocks:
                raise misshapen(self.text, self.start)
        first = self.text.find("#", start, end)
        if first >= 0:
            if not self.blocks and not self.comments:
                self.start = first
            self.comments.append((start, end))

    def entry(self) -> Entry:
        """Give the entry, and begin another."""
        if not is_shaped([keyword for keyword, _span in self.blocks]):
            raise misshapen(self.text, self.blocks[0][1][0])
        self.line += self.text.count("\n", self._counted, self.start)
        self._counted = self.start
        entry = Entry(self.start, self.line, tuple(self.comments), dict(self.blocks))
        self.blocks, self.comments, self.is_complete = [], [], False
        return entry


def is_shaped(keywords: Sequence[str]) -> bool:
    """Tell whether these keywords, in this order, are an entry."""
    if keywords == ["msgid", "msgstr"]:
        return True
    forms = [keyword for keyword in keywords if keyword.startswith("msgstr[")]
    in_order = forms == [f"msgstr[{number}]" for number in range(len(forms))]
    return in_order and _SHAPE.fullmatch(" ".join(keywords)) is not None


def line_of(text: str, position: int) -> int:
    """Give the number of the line, from 1, that a position is on."""
    return text.count("\n", 0, position) + 1


def misshapen(text: str, position: int) -> WorkbenchError:
    """Say which entry is none."""
    return WorkbenchError(
        _("The entry at line %(line)d is not PO: it takes msgid and msgstr, or plural forms from 0 on.")
        % {"line": line_of(text, position)}
    )


def broken(text: str, position: int, line: str) -> WorkbenchError:
    """Say which line cannot be read."""
    if _CONFLICT.fullmatch(line):
        return WorkbenchError(
            _("Line %(line)d is the mark of an unresolved merge conflict.")
            % {"line": line_of(text, position)}
        )
    return WorkbenchError(_("Line %(line)s is not PO.") % {"line": line_of(text, position)})
