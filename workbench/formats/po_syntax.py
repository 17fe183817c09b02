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
# A whole entry as gettext's own tools lay it out: one blank behind a keyword, every string on a line of its
# own, no blank line within. Others are read statement by statement, which says what is wrong with them.
_LINES = rf"{_STRING}(?:\r?\n{_STRING})*+"
_PLAIN = re.compile(
    rf"[\r\n]*+((?:#(?!~)[^\n]*+\n)*+)(?:msgctxt ({_LINES})\r?\n)?+msgid ({_LINES})\r?\n"
    rf"(?:msgstr ({_LINES})|msgid_plural ({_LINES})\r?\nmsgstr\[0\] ({_LINES})"
    rf"((?:\r?\nmsgstr\[\d{{1,3}}\] {_LINES})*+))(?=[\r\n]++(?:#|msgid |msgctxt )|[\r\n]*+\Z)"
)
_FORM = re.compile(rf"(msgstr\[\d{{1,3}}\]) ({_LINES})")
_ABSENT = (-1, -1)  # the span of a group that matched nothing
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
    group, position = Group(text), 0
    while True:
        if group.is_empty:
            yield from group.plain(position)
            position = max(position, group.end)
        found = _STATEMENT.match(text, position)
        if found is None:
            break
        kind = found.lastgroup
        if group.is_complete and (kind != "strings" or found["keyword"] in _BEGINNINGS):
            yield group.entry()
            continue
        group.take(found)
        position = found.end()
    if group.blocks:
        yield group.entry()


class Group:
    """The lines of the entry that is being read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[tuple[str, Span]] = []
        self.comments: list[Span] = []
        self.is_complete = False  # it has a translation, so that what comes next may begin another
        self.start = self.end = 0
        self.line, self._counted = 1, 0

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was read of the next entry."""
        return not self.blocks and not self.comments

    def plain(self, position: int) -> Iterator[Entry]:
        """Give entries from a position on, each at one go, while they are laid out as nearly all are.

        `end` is then behind the last of them.
        """
        text = self.text
        while found := _PLAIN.match(text, position):
            comments, context, source, translation, plural, form, more = found.regs[1:]
            blocks = {"msgid": source} if context == _ABSENT else {"msgctxt": context, "msgid": source}
            if plural == _ABSENT:
                blocks["msgstr"] = translation
            else:
                others = [(one[1], one.span(2)) for one in _FORM.finditer(text, *more)]
                if not are_in_order(["msgstr[0]", *(keyword for keyword, _span in others)]):
                    return
                blocks |= {"msgid_plural": plural, "msgstr[0]": form, **dict(others)}
            self.start, self.end = comments[0], (position := found.end())
            yield Entry(
                self.start, self.counted_line(), (comments,) if comments[0] < comments[1] else (), blocks
            )

    def take(self, found: re.Match[str]) -> None:
        """Take a statement."""
        kind = found.lastgroup
        if kind == "strings":
            self.add(found["keyword"], found.start("keyword"), found.span("strings"))
        elif kind == "comments":
            self.comment(found.span("comments"))
        elif kind == "junk":
            raise broken(self.text, found.start("junk"), found["junk"])
        elif self.blocks:
            raise misshapen(self.text, self.start)

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
        entry = Entry(self.start, self.counted_line(), tuple(self.comments), dict(self.blocks))
        self.blocks, self.comments, self.is_complete = [], [], False
        return entry

    def counted_line(self) -> int:
        """Give the line that the entry starts at."""
        self.line += self.text.count("\n", self._counted, self.start)
        self._counted = self.start
        return self.line


def is_shaped(keywords: Sequence[str]) -> bool:
    """Tell whether these keywords, in this order, are an entry."""
    if keywords == ["msgid", "msgstr"]:
        return True
    forms = [keyword for keyword in keywords if keyword.startswith("msgstr[")]
    return are_in_order(forms) and _SHAPE.fullmatch(" ".join(keywords)) is not None


def are_in_order(forms: Sequence[str]) -> bool:
    """Tell whether plural forms are numbered from 0 on."""
    return all(form == f"msgstr[{number}]" for number, form in enumerate(forms))


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
