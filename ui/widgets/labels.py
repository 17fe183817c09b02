"""Labels that show text as it is: Qt would take a file's text for HTML and read local files for it."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit

_LONGEST = 1_000  # characters in a label; Qt lays long lines out in quadratic time

_CHOICE = 8  # characters of a choice that are shown even where there is no room for more
_CAPS = {"Down": "↓", "Up": "↑", "Left": "←", "Right": "→", "Return": "Enter"}


def plain_label(text: str, *, muted: bool = False, bold: bool = False, wrap: bool = False) -> QLabel:
    """Make a label of plain text."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
    label.setWordWrap(wrap)
    label.setProperty("muted", muted)
    if bold:
        made = label.font()
        made.setBold(True)
        label.setFont(made)
    return label


def key_caps(keys: QKeySequence) -> str:
    """Write a key as keyboards name it: "Ctrl ↓", "Ctrl Enter"; nothing for no key."""
    if keys.isEmpty():
        return ""
    name = keys.toString(QKeySequence.SequenceFormat.NativeText)
    last = _CAPS.get(keys.toString(QKeySequence.SequenceFormat.PortableText).rpartition("+")[2])
    if last is not None:
        name = name[: name.rindex("+") + 1] + last if "+" in name else last
    return name[:-1].replace("+", " ") + name[-1]


def with_key(text: str, key: str) -> str:
    """Write a key behind what it does."""
    return f"{text}   {key}" if key else text


def hint(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Say in an empty field what it is for; the tip says it, too, where the field is too short."""
    field.setPlaceholderText(text)
    field.setToolTip(plain_tip(text))


def choice_box() -> QComboBox:
    """Make a box of long choices; the tip says what is chosen, too, where the box is too narrow for it."""
    box = QComboBox()
    box.setMinimumContentsLength(_CHOICE)
    box.currentTextChanged.connect(lambda text: box.setToolTip(plain_tip(text)))
    return box


def arrow() -> str:
    """Give the arrow from what stands there to what should, in the direction the window is read."""
    return "←" if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft else "→"


def apart(text: str) -> str:
    """Let a text run its own way, whichever way the line around it runs (Unicode's FSI and PDI)."""
    return f"\u2068{text}\u2069"


def becoming(before: str, after: str) -> str:
    """Write what stands there and what should, in the direction the window is read whatever their scripts.

    Without Unicode's isolates (LRI, RLI) Qt takes the direction of the first strong letter instead.
    """
    way = "\u2067" if arrow() == "←" else "\u2066"
    return f"{way}{apart(before)} {arrow()} {apart(after)}\u2069"


def key_label(keys: str) -> QLabel:
    """Show a key like a key."""
    label = plain_label(keys)
    label.setProperty("key", True)
    return label


def plain_tip(text: str) -> str:
    """Write a text for a tool tip, which would guess HTML in it; lines stay lines."""
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return f"<qt>{escape(shown)}</qt>".replace("\n", "<br>") if shown else ""


def chip_label(name: str, value: str) -> QFrame:
    """Show a number with its name in a rounded frame."""
    frame = QFrame()
    frame.setProperty("chip", True)
    line = QHBoxLayout(frame)
    line.setContentsMargins(10, 4, 10, 4)
    line.setSpacing(5)
    line.addWidget(plain_label(name))
    line.addWidget(plain_label(value, bold=True))
    return frame
