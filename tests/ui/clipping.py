"""What a user cannot read: texts that are cut, widgets outside their window, words that nobody translated."""

import re

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QFontComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from ui.widgets.header import Header

_SLACK = 1  # pixels that Qt rounds away
_ROWS = 20  # of a list, that are read


def visible(window):
    """Give what can be seen of a window, itself first."""
    return [window, *(widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window))]


def too_small(widget):
    """Tell how a widget has less room than its text needs; nothing where it has enough."""
    return next((look(widget) for kind, look in _LOOKS.items() if isinstance(widget, kind)), "")


def choice_too_small(box):
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    parts = QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField
    return short(box, box.currentText(), box.style().subControlRect(*parts, box).width())


def field_too_small(field):
    margins = field.textMargins()
    room = field.contentsRect().width() - margins.left() - margins.right()
    return "" if field.text() else short(field, field.placeholderText(), room)


def short(widget, text, room):
    """Tell that a line of text is cut, unless a tip shows all of it."""
    needed = widget.fontMetrics().horizontalAdvance(text)
    shown = widget.toolTip() or (widget.parentWidget() and widget.parentWidget().toolTip())
    return "" if needed <= room + _SLACK or shown else f"{needed} > {room} pixels for {text!r}"


def label_too_small(label):
    if not label.text():
        return ""
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        wide = label.minimumSizeHint().width() > label.width() + _SLACK  # its longest word
        return (
            f"{label.size()} < {needed}: {label.text()!r}" if needed > label.height() + _SLACK or wide else ""
        )
    hint = label.sizeHint()
    fits = label.width() + _SLACK >= hint.width() and label.height() + _SLACK >= hint.height()
    return "" if fits or label.toolTip() else f"{label.size()} < {hint}: {label.text()!r}"


def button_too_small(button):
    if button.property("listed") or not (
        text := button.title() if isinstance(button, QGroupBox) else button.text()
    ):
        return ""  # an excerpt is cut in any case
    hint = button.sizeHint()
    fits = button.width() + _SLACK >= hint.width() and button.height() + _SLACK >= hint.height()
    return "" if fits else f"{button.size()} < {hint}: {text!r}"


def tabs_too_small(bar):
    tabs = range(bar.count())
    cut = [
        bar.tabText(number)
        for number in tabs
        if bar.tabRect(number).width() + _SLACK < bar.tabSizeHint(number).width()
        and not bar.tabToolTip(number)
    ]
    beyond = [bar.tabText(number) for number in tabs if not bar.rect().contains(bar.tabRect(number))]
    return f"tabs cut: {cut}, beyond the edge: {beyond}" if cut or beyond else ""


def header_too_small(header):
    if header.orientation() == Qt.Orientation.Vertical:
        return ""
    there = [section for section in range(header.count()) if not header.isSectionHidden(section)]
    needed = {section: header.sectionSizeFromContents(section).width() for section in there}
    cut = [section for section in there if needed[section] > header.sectionSize(section) + _SLACK]
    return f"headings cut: {cut}" if cut else ""


def page_too_small(area):
    hidden = area.horizontalScrollBar().maximum()
    return f"{hidden} pixels to scroll sideways" if hidden else ""


_LOOKS = {
    QScrollArea: page_too_small,
    QLabel: label_too_small,
    QTabBar: tabs_too_small,
    Header: lambda _header: "",  # a tip shows a heading that is cut
    QHeaderView: header_too_small,
    QComboBox: choice_too_small,
    QLineEdit: field_too_small,
    (QAbstractButton, QGroupBox): button_too_small,
}


def clipped(window):
    """Give what has less room than its text needs."""
    looked = ((widget, too_small(widget)) for widget in visible(window))
    return [f"{widget.metaObject().className()} {reason}" for widget, reason in looked if reason]


def scrolls(widget, window):
    """Tell whether a widget lies in something that scrolls."""
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent.parentWidget(), QAbstractScrollArea | QTabBar):
            return True
        parent = parent.parentWidget()
    return False


def outside(window):
    """Give what lies, in part, beyond the edges of its window; what scrolls may."""
    found, within = [], window.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    for widget in visible(window)[1:]:
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if not widget.isWindow() and not scrolls(widget, window) and not within.contains(place):
            found.append(f"{widget.metaObject().className()} {widget.objectName()} {place}")
    return found


def words_of(widget):
    """Give the texts of a widget that somebody wrote for people."""
    for kind, texts in _WORDS.items():
        if isinstance(widget, kind):
            yield from texts(widget)
    yield from (widget.accessibleName(), re.sub(r"<[^>]*>", " ", widget.toolTip()))
    if widget.isWindow():
        yield widget.windowTitle()


def choices_of(box):
    """Give what a box offers; families of fonts have names of their own."""
    return [] if isinstance(box, QFontComboBox) else [box.itemText(number) for number in range(box.count())]


def cells_of(view):
    """Give the texts in the first rows of a list or table."""
    model = view.model()
    if model is None or isinstance(view, QHeaderView):
        return []
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    cells = [
        model.index(row, column).data()
        for row in range(model.rowCount())[:_ROWS]
        for column in range(columns)
    ]
    return [text for text in cells if isinstance(text, str)]


def headings_of(header):
    """Give the headings above columns; numbers beside rows are none."""
    return [header.heading(section) for section in range(header.count())]


_WORDS = {
    (QLabel, QAbstractButton): lambda widget: [widget.text()],
    QGroupBox: lambda box: [box.title()],
    (QLineEdit, QPlainTextEdit): lambda field: [field.placeholderText()],
    QTabBar: lambda bar: [bar.tabText(number) for number in range(bar.count())],
    QComboBox: choices_of,
    QAbstractItemView: cells_of,
    Header: headings_of,
}


def untranslated(window, known):
    """Give the texts with words outside the brackets that a translation puts around its messages."""
    found = set()
    for widget in visible(window):
        for text in words_of(widget):
            rest = text
            while (less := re.sub(r"\[[^\[\]]*\]", " ", rest)) != rest:
                rest = less
            if text.strip().startswith("/"):  # a path
                continue
            left = [word for word in re.findall(r"[^\W\d_]{2,}", rest) if word not in known]
            if left:
                found.add(f"{widget.metaObject().className()}: {text}")
    return sorted(found)
