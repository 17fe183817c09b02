"""The flags of a PO entry: what they say of its review, and how they are set and cleared.

`#=` lines are flags too since gettext 0.26: whoever adds a flag adds it to `#,`, whoever removes one removes
it where it stands, and no line is moved (manual, "Evolution of the PO File Format").
"""

import re
from collections.abc import Iterable, Iterator

from workbench.formats.po_syntax import Entry, Span
from workbench.formats.splicing import Edit
from workbench.model.status import Status

FUZZY = "fuzzy"
# No name is fixed before 2027; these two are what the manual calls the steps, "review or approval".
_APPROVALS = frozenset({"approved", "reviewed"})
_MARKS = ("#,", "#=")
_SAID = re.compile("|".join([FUZZY, *sorted(_APPROVALS)]))


def status_of(entry: Entry, text: str, ignoring: str = "") -> Status:
    """Give what an entry's flags say, or would say without one of them."""
    if not [1 for start, end in entry.comments if _SAID.search(text, start, end)]:
        return Status.UNREVIEWED
    flags = {flag for _span, line in flag_lines(entry, text) for flag in flags_of(line)} - {ignoring}
    if FUZZY in flags:
        return Status.NEEDS_WORK
    return Status.APPROVED if flags & _APPROVALS else Status.UNREVIEWED


def flag_lines(entry: Entry, text: str) -> list[tuple[Span, str]]:
    """Give the lines of an entry's flags."""
    return [(span, line) for span, line in entry.comment_lines(text) if line.startswith(_MARKS)]


def flags_of(line: str) -> list[str]:
    """Name the flags of a line."""
    return [flag.strip() for flag in line[2:].split(",") if flag.strip()]


def flag_edits(entry: Entry, text: str, newline: str, status: Status) -> Iterator[Edit]:
    """Make an entry's flags say this: fuzzy and not approved when it needs work, not fuzzy when approved."""
    lines = flag_lines(entry, text)
    if status is Status.NEEDS_WORK:
        yield from removed(lines, text, _APPROVALS)
        if not any(FUZZY in flags_of(line) for _span, line in lines):
            yield added(entry, text, newline, lines)
    else:
        gone = {FUZZY} if status is Status.APPROVED else {FUZZY, *_APPROVALS}
        yield from removed(lines, text, gone)
        # The previous msgid explains the fuzziness; gettext drops it with the flag.
        yield from (
            Edit(*whole_line(span, text), "")
            for span, line in entry.comment_lines(text)
            if line.startswith("#|")
        )


def added(entry: Entry, text: str, newline: str, lines: Iterable[tuple[Span, str]]) -> Edit:
    """Write the flag first in its `#,` line, or on a line of its own where gettext has it."""
    for (start, _end), line in lines:
        if line.startswith("#,") and flags_of(line):
            return Edit(start + 2, start + 2, " fuzzy,")
    comments = entry.comment_lines(text)
    previous = [start for (start, _end), line in comments if line.startswith("#|")]
    first = next(iter(entry.blocks.values()))[0]
    start = min([line_start(text, first), *previous])
    return Edit(start, start, f"#, fuzzy{newline}")


def line_start(text: str, position: int) -> int:
    """Give where the keyword before these strings stands."""
    return max(text.rfind(word, 0, position) for word in ("msgctxt", "msgid"))


def removed(lines: Iterable[tuple[Span, str]], text: str, gone: Iterable[str]) -> Iterator[Edit]:
    """Take flags out of their lines, and a line with them where it held no other."""
    for span, line in lines:
        flags = flags_of(line)
        rest = [flag for flag in flags if flag not in gone]
        if rest and rest != flags:
            yield Edit(*span, f"{line[:2]} {', '.join(rest)}")
        elif rest != flags:
            yield Edit(*whole_line(span, text), "")


def whole_line(span: Span, text: str) -> Span:
    """Give the span of a comment with the blank about it and its line end."""
    start, end = span
    start = text.rfind("\n", 0, start) + 1
    newline = text.find("\n", end)
    return start, newline + 1 if newline >= 0 else len(text)
