"""How a text is laid out and painted in a cell: one layout gives both its height and its picture."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine

from ui.theme import Tokens, font, text_option
from workbench.project.marks import Mark, Marked

_LONGEST = 20_000  # characters: Qt's layout of one paragraph is quadratic; the rest is elided
_ELIDED = " …"
_BASIC = "\uffff"  # the last letter that is one unit of UTF-16


def text_layout(
    text: str, language: str, width: float, formats: Sequence[QTextLayout.FormatRange]
) -> QTextLayout:
    """Lay a text out in lines of a width, from the side the language begins at."""
    shown = text if len(text) <= _LONGEST else text[:_LONGEST] + _ELIDED
    layout = QTextLayout(shown.replace("\n", "\u2028"), font(language))
    layout.setTextOption(text_option(language))
    layout.setFormats(list(formats))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def height_of(layout: QTextLayout) -> float:
    """Give the height of a layout's lines."""
    last = layout.lineAt(layout.lineCount() - 1)
    return last.y() + last.height() if layout.lineCount() else 0.0


def formats_for(
    text: str, marks: Sequence[Marked], colours: Tokens, *, reference: bool
) -> list[QTextLayout.FormatRange]:
    """Give Qt's formats for marks: shape as well as colour tells them apart."""
    offsets = utf16_offsets(text) if marks else ()
    ranges = []
    for marked in sorted(marks, key=lambda item: item.mark is not Mark.DIFFERS):
        if marked.end < len(offsets):
            made = QTextLayout.FormatRange()
            made.start = offsets[marked.start]
            made.length = offsets[marked.end] - made.start
            made.format = format_for(marked.mark, colours, reference=reference)
            ranges.append(made)
    return ranges


def format_for(mark: Mark, colours: Tokens, *, reference: bool) -> QTextCharFormat:
    """Give the look of one kind of mark."""
    made = QTextCharFormat()
    if mark is Mark.DIFFERS:
        made.setBackground(QColor(colours.added_bg if reference else colours.fair_bg))
        return made
    if mark is Mark.ERROR:
        made.setBackground(QColor(colours.bad_bg))
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made.setUnderlineColor(QColor(colours.bad))
        return made
    if mark is Mark.MARKED:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(QColor(colours.accent))
        made.setBackground(QColor(colours.current))
        return made
    if mark is Mark.NOTE:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        made.setUnderlineColor(QColor(colours.fair))
        return made
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setUnderlineColor(QColor(colours.name))
    return made


def utf16_offsets(text: str) -> Sequence[int]:
    """Give, for each code point and the end, its offset in the UTF-16 that Qt counts in."""
    if not text or max(text) <= _BASIC:
        return range(len(text) + 1)
    offsets, offset = [], 0
    for char in text:
        offsets.append(offset)
        offset += 1 if char <= _BASIC else 2
    return [*offsets, offset]


def place_in(layout: QTextLayout, x: float, y: float) -> int | None:
    """Give the character at a point, as Qt counts; None where no line is."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if line.naturalTextRect().contains(QPointF(x, y)):
            return line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
    return None


def labels_at(text: str, marks: Sequence[Marked], place: int) -> str:
    """Say what is wrong at a character, as Qt counts: a label a paragraph, a reviewer's own first."""
    offsets = utf16_offsets(text)
    there = [
        marked
        for marked in marks
        if marked.label
        and marked.end < len(offsets)
        and offsets[marked.start] <= place < max(offsets[marked.end], offsets[marked.start] + 1)
    ]
    return "\n\n".join(one.label for one in sorted(there, key=lambda one: one.mark is not Mark.MARKED))


def paint_layout(painter: QPainter, layout: QTextLayout, x: float, y: float, colour: str) -> None:
    """Paint a layout in a colour."""
    painter.setPen(QColor(colour))
    layout.draw(painter, QPointF(x, y))
