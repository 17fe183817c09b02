"""What a screen reader finds in a window: every control, its name, and whether the keyboard reaches it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLineEdit, QScrollBar, QWidget

CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.ButtonDropDown,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.PageTabList,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
}


def controls(widget):
    """Give the accessible controls below a widget: (role, name, widget), those that can be seen."""
    waiting, found = [QAccessible.queryAccessibleInterface(widget)], []
    while waiting:
        interface = waiting.pop()
        if interface is None or not interface.isValid():
            continue
        thing = interface.object()
        if isinstance(thing, QWidget) and not thing.isVisible():
            continue
        role = interface.role()
        if role in CONTROLS and isinstance(thing, QWidget):
            found.append((role, interface.text(QAccessible.Text.Name), thing))
        if role not in {QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree}:
            waiting += [interface.child(number) for number in range(interface.childCount())]
    return found


def is_part(thing):
    """Tell what belongs to a control that has the focus itself, or only scrolls."""
    parent = thing.parentWidget()
    inside = isinstance(parent, QLineEdit | QComboBox) or isinstance(thing, QScrollBar)
    return inside or (
        isinstance(parent, QWidget) and isinstance(parent.parentWidget(), QAbstractScrollArea | QComboBox)
    )


def faults(widget):
    """Give what is wrong with the controls below a widget."""
    wrong = []
    for role, name, thing in controls(widget):
        if is_part(thing):
            continue
        if not name.strip():
            wrong.append(f"nameless {role} {thing.metaObject().className()} {thing.objectName()}")
        if thing.isEnabled() and not thing.focusPolicy() & Qt.FocusPolicy.TabFocus and not reached(thing):
            wrong.append(f"unreachable {name} {thing.metaObject().className()}")
    return wrong


def reached(thing):
    """Tell what a command goes to: the texts of the current pair, and the table they stand in."""
    return thing.objectName() in {"reading", "editor", "aligned"}
