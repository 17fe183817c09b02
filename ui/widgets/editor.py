"""The texts of the current pair: the translation as an editor, the others to read, select and copy."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from ui.theme import font, text_option
from ui.widgets.labels import plain_tip

_PARAGRAPH = "\u2029"  # what Qt keeps between paragraphs
# Everything that Qt, or a reader of the export, would take for the end of a line.
_LINE_ENDS = str.maketrans(dict.fromkeys("\r\n\v\f\x85\u2028\u2029\ufdd0\ufdd1", " "))
_CONTROL = str.maketrans(dict.fromkeys([*range(9), *range(14, 32), 0x7F]))


def utf16_length(text: str) -> int:
    """Give how long a text is as Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class SegmentText(QPlainTextEdit):
    """Plain text in a cell of the aligned view, with marks; made to read, unless it is the editor."""

    INSET = 4  # pixels between the cell and the frame

    def __init__(self, language: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._label_at: Callable[[int], str] = lambda _place: ""
        self.setObjectName("reading")
        self.setAccessibleName(name)
        self.setFont(font(language))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDefaultTextOption(text_option(language))
        self.document().setDocumentMargin(0)

    def text(self) -> str:
        """Give the text as it stands: `toPlainText` would turn no-break spaces into plain ones."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def show_text(self, text: str) -> None:
        """Show a text, keeping the cursor where it was; marks are gone until they are shown anew."""
        if text == self.text():
            return
        position = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def renew_font(self) -> None:
        """Take the font of the text's language as it is chosen now."""
        wanted = font(self._language)
        if self.font() != wanted:
            self.setFont(wanted)

    def select(self, start: int, end: int) -> None:
        """Select a span given in code points."""
        text = self.text()
        cursor = self.textCursor()
        cursor.setPosition(utf16_length(text[:start]))
        cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def selected_span(self) -> tuple[int, int]:
        """Give what is selected as a span in code points; an empty one where the cursor stands."""
        cursor, text = self.textCursor(), self.text().encode("utf-16-le", "surrogatepass")
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        start, end = (len(text[: 2 * place].decode("utf-16-le", "surrogatepass")) for place in ends)
        return start, end

    def show_marks(self, formats: Sequence[QTextLayout.FormatRange]) -> None:
        """Mark spans of the text."""
        last = self.document().characterCount() - 1
        selections = []
        for made in formats:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(made.start, last))
            cursor.setPosition(min(made.start + made.length, last), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, made.format
            selections.append(selection)
        self.setExtraSelections(selections)

    def show_labels(self, label_at: Callable[[int], str]) -> None:
        """Say at a character, as Qt counts, what is wrong there when the mouse rests on it."""
        self._label_at = label_at

    # Qt

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            label = self._label_at(self.cursorForPosition(event.pos()).position())
            QToolTip.showText(event.globalPos(), plain_tip(label), self)
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # a new style sheet puts back the font it found first
            QTimer.singleShot(0, self, self.renew_font)

    def createMimeDataFromSelection(self) -> QMimeData:
        # Qt's own turns no-break spaces into plain ones.
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace(_PARAGRAPH, "\n"))
        return data


class SegmentEditor(SegmentText):
    """The editor of a pair's translation: what is typed is told by `typed`, what is shown is not."""

    typed = Signal(str)

    def __init__(self, language: str, name: str, window_keys: Collection[str], parent: QWidget) -> None:
        super().__init__(language, name, parent)
        self._window_keys = window_keys
        self._given: str | None = None  # the text both sides know
        self.setObjectName("editor")
        self.setReadOnly(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.textChanged.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show a text that somebody else wrote; one that is the same, or is being composed in, stays."""
        if text == self._given or self.is_composing():
            return
        self._given = None
        super().show_text(text)
        self._given = text

    def is_composing(self) -> bool:
        """Tell whether an input method holds letters that are not in the text yet."""
        return bool(self._composed())

    def finish_composing(self) -> None:
        """Let the input method put what it holds into the text."""
        if self.is_composing():
            QGuiApplication.inputMethod().commit()
        if self.is_composing():  # the input method did not answer: its letters are still the user's
            event = QInputMethodEvent()
            event.setCommitString(self._composed())
            QGuiApplication.sendEvent(self, event)

    def _composed(self) -> str:
        return self.textCursor().block().layout().preeditAreaText()

    def _tell(self) -> None:
        if self._given is not None and self.text() != self._given:
            self._given = self.text()
            self.typed.emit(self._given)

    # Qt

    def event(self, event: QEvent) -> bool:
        # Keys of the window that Qt's text control, too, has a use for: Ctrl+Z, Ctrl+K on X11 …
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence(event.keyCombination()).toString()
            if keys in self._window_keys:
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A sentence has no line ends: in a text they would be paragraphs, in PO another string.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text().replace("\r\n", " ").translate(_LINE_ENDS).translate(_CONTROL)
        self.insertPlainText(text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:  # undo, redo and a line: the review's own history does these
            menu.removeAction(action)
        menu.exec(event.globalPos())
        menu.deleteLater()
