"""The editor of one pair's translation."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextLayout
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from ui.theme import ROW_PADDING, font, text_option
from workbench.i18n import _

# The review's own history undoes typing; the rest are commands of the window that Qt's text control, too,
# has keys for (Ctrl+K deletes to the end of a line on X11).
_WINDOW_KEYS = {
    "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+K", "Ctrl+U", "Ctrl+Return", "Ctrl+Enter",
    "Ctrl+Up", "Ctrl+Down",
}  # fmt: skip
_PARAGRAPH = "\u2029"  # what Qt keeps between paragraphs


class SegmentEditor(QPlainTextEdit):
    """Plain text that grows with its lines; what is typed is told by `typed`, what is shown is not."""

    typed = Signal(str)
    grown = Signal()
    INSET = 4  # pixels between the cell and the frame

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._given: str | None = None  # the text both sides know
        self._telling = True
        self.setObjectName("editor")
        self.setAccessibleName(_("Translation"))
        self.setFont(font(language))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDefaultTextOption(text_option(language))
        self.document().setDocumentMargin(0)
        # The stylesheet's padding and border, so that the text does not jump when the cell becomes an editor.
        self.setViewportMargins(0, 0, 0, 0)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self.grown)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_text(self, text: str) -> None:
        """Show a text that somebody else wrote, keeping the cursor where it was."""
        if text == self._given:
            return
        position = self.textCursor().position()
        self._telling = False
        self.setPlainText(text)
        self._given, self._telling = text, True
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def show_marks(self, formats: Sequence[QTextLayout.FormatRange]) -> None:
        """Mark spans of the text; they are gone from a span that is edited, until they are shown anew."""
        selections = []
        for made in formats:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(made.start, self.document().characterCount() - 1))
            end = min(made.start + made.length, self.document().characterCount() - 1)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, made.format
            selections.append(selection)
        self.setExtraSelections(selections)

    def text(self) -> str:
        """Give the text as it stands: `toPlainText` would turn no-break spaces into plain ones."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def text_height(self) -> int:
        """Give the height of the lines with everything around them."""
        lines = self.document().documentLayout().documentSize().height()
        spacing = self.fontMetrics().lineSpacing()
        return round(lines * spacing) + 2 * ROW_PADDING

    def _tell(self) -> None:
        if self._telling and self.text() != self._given:
            self._given = self.text()
            self.typed.emit(self._given)

    # Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination()).toString()
            if keys in _WINDOW_KEYS:
                event.ignore()
                return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        # A pair is one paragraph: pasted line ends become spaces.
        self.insertPlainText(" ".join(source.text().split("\n")))

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.text_height())
