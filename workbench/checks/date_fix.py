"""What to write in place of a time: the reference's, with long or short names as in the translation."""

import re
from collections.abc import Sequence

from workbench.checks.article import Row
from workbench.checks.hit import Span
from workbench.lang.moments import Moment, Part, calendar
from workbench.lang.relative_times import relative_phrases

Difference = Sequence[tuple[Moment, Moment]]
_SHORT = 4  # letters of the longest short form, "Sept"
_BEFORE = re.compile(r"\b(?:in|on|at|during|over|for|within)\s\Z", re.IGNORECASE)
_WINDOW = 8


def replacement(row: Row, wrong: Difference) -> tuple[Span, str, str]:
    """Give the span to replace, what the reference says, and what to write."""
    text, other = row.translation.text, row.reference.text
    start, end = wrong[0][0].start, max(one.end for one, _right in wrong)
    said = other[min(right.start for _one, right in wrong) : max(right.end for _one, right in wrong)]
    fix, at = "", start
    for one, right in wrong:
        fix += text[at : one.start] + part_text(row, one, right)
        at = one.end
    if len(wrong) == 1 and wrong[0][0].part is Part.RELATIVE:
        start, fix = with_preposition(row, *wrong[0], fix)
    if text[start].isupper() and not fix[:1].isupper():
        fix = fix[:1].upper() + fix[1:]
    return (start, end), said, fix


def part_text(row: Row, one: Moment, right: Moment) -> str:
    """Write one part as the reference does, a month or weekday in full where the translation does."""
    mine, theirs = row.translation.text[one.start : one.end], row.reference.text[right.start : right.end]
    if one.part not in {Part.MONTH, Part.WEEKDAY} or mine.isdecimal() or theirs.isdecimal():
        return theirs
    if len(mine) > _SHORT >= len(theirs):
        kind = "months" if one.part is Part.MONTH else "days"
        names = calendar(row.translation.known.language, kind).items()
        name = max((name for name, value in names if value == right.value), key=len)
        return name.capitalize() if mine[0].isupper() else name
    return theirs


def with_preposition(row: Row, one: Moment, right: Moment, fix: str) -> tuple[int, str]:
    """Take in or leave out "in" before "the last year": "later that year" has none."""
    mine = _BEFORE.search(row.translation.text, max(0, one.start - _WINDOW), one.start)
    theirs = _BEFORE.search(row.reference.text, max(0, right.start - _WINDOW), right.start)
    if mine and not theirs:
        return mine.start(), fix
    if theirs and not mine:
        return one.start, theirs[0].lower() + fix
    return one.start, fix


def translated(row: Row, one: Moment, said: Moment) -> str | None:
    """Write what the source says as the translation's language does; None of clock times and phases."""
    language = row.translation.known.language
    written = row.translation.text[one.start : one.end]
    if one.part in {Part.YEAR, Part.DAY}:
        return str(said.value)
    if one.part in {Part.MONTH, Part.WEEKDAY} and not written.isdecimal():
        names = calendar(language, "months" if one.part is Part.MONTH else "days").items()
        fitting = [name for name, value in names if value == said.value]
        name = max(fitting, key=len, default=None)
        return name.capitalize() if name and written[0].isupper() else name
    if one.part is Part.RELATIVE:
        phrases = [phrase for phrase, value in relative_phrases(language).items() if value == said.value]
        phrase = phrases[0] if phrases else None
        return phrase and (phrase.capitalize() if written[0].isupper() else phrase)
    return None
