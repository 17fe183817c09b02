"""The aligned view: a row a pair, the current one open in place, its translation as an editor.

Rows get their height from their texts at the width there is; in a long review only those in sight.
"""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.models.pairs import ROLES, ROW, Column, Index, PairModel
from ui.session import Session
from ui.theme import tokens
from ui.views.cells import GutterCell, Linking, TextCell, gutter_height, gutter_width
from ui.views.strip import Strip
from ui.widgets.editor import SegmentEditor, SegmentText
from ui.widgets.header import Header
from workbench.i18n import _
from workbench.model.document import Role
from workbench.model.pair import Pair

_ALL_AT_ONCE = 100  # rows measured when the width changes; of more, those in sight
_LEAST = 24  # pixels: of a row
_LINE = 2  # pixels: the line under a row, and one for what Qt rounds up
_USABLE = 200  # pixels of a row to work in, however small the window
_ROUNDS = 8  # at most, of scrolling to a row and measuring what came into sight


class AlignedView(QTableView):
    """Source, translation and reference side by side."""

    moved = Signal(int)  # the pair that is current now
    linking_changed = Signal(bool)

    def __init__(
        self, session: Session, model: PairModel, window_keys: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._pairs = model
        self.linking = Linking()
        self._gutter = GutterCell(self.linking, self)
        self._text = TextCell(session, window_keys, self.linking, self)
        self.setObjectName("aligned")
        self.setAccessibleName(_("Pairs"))
        self.setModel(model)
        self._furnish()
        self.strip = Strip(session, model, self.viewport())
        self.strip.changed.connect(self._fit_current)
        self.strip.left.connect(self.focus_editor)
        self._fitted: set[int] = set()  # rows that have the height of their texts
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._fit_ahead)
        model.modelReset.connect(self._reset)
        model.dataChanged.connect(self._refresh)
        session.opened.connect(self.show_languages)
        session.closing.connect(lambda: self.set_linking(on=False))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _furnish(self) -> None:
        self.setItemDelegate(self._text)
        self.setItemDelegateForColumn(Column.GUTTER, self._gutter)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # scrolling moves what is there
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_LEAST)
        header = Header(self)
        self.setHorizontalHeader(header)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(40)

    # What commands ask

    @property
    def current_pair(self) -> int | None:
        """Give the id of the current pair."""
        return self._pairs.id_at(self.currentIndex().row())

    @property
    def editor(self) -> SegmentEditor | None:
        """Give the editor of the current pair."""
        index = self._pairs.index(self.currentIndex().row(), Column.TRANSLATION)
        found = self.indexWidget(index) if index.isValid() else None
        return found if isinstance(found, SegmentEditor) else None

    def ids(self, rows: range) -> list[int]:
        """Give the pairs in rows, as far as there are such rows."""
        return [id_ for row in rows if (id_ := self._pairs.id_at(row)) is not None]

    def next_row(self, step: int, wanted: Callable[[Pair], bool]) -> int | None:
        """Find the next row, in a direction, whose pair is wanted; None when there is none."""
        row = self.currentIndex().row() + step
        while 0 <= row < self._pairs.rowCount():
            if wanted(self._pairs.pair_at(row)):
                return row
            row += step
        return None

    def go_to_row(self, row: int, *, focus: bool = True) -> None:
        """Make a row current, bring it into sight and put the cursor into its editor."""
        if not self._pairs.rowCount():
            return
        if self.editor:
            self.editor.finish_composing()
        row = max(0, min(row, self._pairs.rowCount() - 1))
        self.setCurrentIndex(self._pairs.index(row, Column.TRANSLATION))
        for _round in range(_ROUNDS):
            self.scrollTo(self.currentIndex())
            if self._pairs.rowCount() <= _ALL_AT_ONCE or self._fitted.issuperset(self.rows_in_sight()):
                break
            self.fit(self.rows_in_sight())
        self._place_strip()
        if focus:
            self.focus_editor()

    def go_to_pair(self, pair_id: int | None) -> None:
        """Make a pair current, when it is still there."""
        row = self._pairs.row_of(pair_id) if pair_id is not None else None
        if row is not None:
            self.go_to_row(row)

    def go_near(self, pair_id: int | None, *, focus: bool = True) -> None:
        """Make a pair current or, when it is not shown, the next one that is."""
        if pair_id is not None:
            self.go_to_row(self._pairs.row_near(pair_id), focus=focus)

    def focus_editor(self) -> None:
        """Put the cursor into the current pair's editor; while sentences are linked there is none."""
        (self.editor or self).setFocus()

    def set_linking(self, on: bool) -> None:
        """Begin or end linking sentences: the current pair's texts are no widgets meanwhile."""
        if on == self.linking.on or (on and not self._session.flush()):
            return
        row = self.currentIndex().row()
        self._close(row)
        self.linking.on, self.linking.marked = on, ()
        self.fit_anew()
        if row >= 0:
            self._open(row)
            self._fit_current()
            self.go_to_row(row)
        self.linking_changed.emit(on)

    def choose_side(self, step: int) -> None:
        """Choose the text, some columns on, whose sentences are moved."""
        columns = self._columns()
        place = columns.index(self.linking.side) if self.linking.side in columns else 0
        self.linking.side = columns[max(0, min(place + step, len(columns) - 1))]
        self.viewport().update()

    def mark(self, role: Role, span: tuple[int, int]) -> None:
        """Select a span, in code points, of a text of the current pair."""
        column = next(column for column, there in ROLES.items() if there is role)
        widget = self.indexWidget(self._pairs.index(self.currentIndex().row(), column))
        if isinstance(widget, SegmentText):
            widget.select(*span)

    def marked_text(self) -> str:
        """Give what is selected in the current pair's editor."""
        return self.editor.textCursor().selectedText() if self.editor else ""

    def show_languages(self) -> None:
        """Show a column for each text there is."""
        project = self._session.project
        there = project.documents() if project else {}
        for column, role in ROLES.items():
            self.setColumnHidden(column, role not in there and role is not Role.TRANSLATION)
        self._widen()

    def rows_in_sight(self) -> range:
        """Give the rows that are painted now."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        count = self._pairs.rowCount()
        return range(max(first, 0), (last if last >= 0 else count - 1) + 1)

    def fit(self, rows: range | None = None) -> None:
        """Give rows the height of their texts: those given, else all, or in a long review those in sight."""
        count = self._pairs.rowCount()
        if rows is None or len(rows) > _ALL_AT_ONCE:
            rows = range(count) if count <= _ALL_AT_ONCE else self.rows_in_sight()
        for row in rows:
            if row in self._fitted:
                continue
            height = self.needed_height(row)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)
            self._fitted.add(row)

    def fit_anew(self, rows: range | None = None) -> None:
        """Measure rows again: those given, else all."""
        self._fitted = set() if rows is None else self._fitted.difference(rows)
        self.fit(rows)

    def needed_height(self, row: int) -> int:
        """Give the height of a row's tallest text; the current one, with its strip, fits into the view."""
        current = row == self.currentIndex().row()
        pair = self._pairs.pair_at(row)
        texts = {column: self._text.shown(pair, column) for column in self._columns()}
        if current and self.editor:
            texts[Column.TRANSLATION] = self.editor.text()
        heights = [
            self._text.height(text, column, self.columnWidth(column)) for column, text in texts.items()
        ]
        needed = max([*heights, gutter_height()]) + _LINE
        open_in_place = current and not self.linking.on
        return min(needed + self._text.strip_height, self._tallest()) if open_in_place else needed

    def _tallest(self) -> int:
        return max(self.viewport().height(), _USABLE)

    # What happens here

    def _columns(self) -> list[Column]:
        return [column for column in ROLES if not self.isColumnHidden(column)]

    def _reset(self) -> None:
        self._gutter.current_row = self._text.current_row = -1
        self.strip.hide()
        self.fit_anew()

    def _refresh(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int]) -> None:
        if ROW not in roles:  # else marks and scores alone are others: no text has another height
            self.fit_anew(range(first.row(), last.row() + 1))
        self.strip.refresh()
        self._fit_current()

    def _typed(self, text: str) -> None:
        if self.current_pair is not None:
            self._session.write(self.current_pair, text)
            self._fit_current()

    def _fit_current(self) -> None:
        row = self.currentIndex().row()
        if row < 0:
            return
        self._text.strip_height = self.strip.height_in(self._strip_width())
        self.fit_anew(range(row, row + 1))
        self.updateEditorGeometries()
        if self.editor:  # it scrolls only where the text is taller than the view
            scrolls = self.rowHeight(row) >= self._tallest()
            policy = (
                Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            )
            self.editor.setVerticalScrollBarPolicy(policy)
        self._place_strip()

    def _open(self, row: int) -> None:
        if self.linking.on:
            return
        for column in self._columns():
            self.openPersistentEditor(self._pairs.index(row, column))
        if self.editor:
            self.editor.typed.connect(self._typed)
            self.editor.setReadOnly(self._session.to_read)

    def _close(self, row: int) -> None:
        for column in ROLES:
            index = self._pairs.index(row, column)
            if index.isValid() and self.isPersistentEditorOpen(index):
                self.closePersistentEditor(index)

    def _scrolled(self) -> None:
        if self._pairs.rowCount() > _ALL_AT_ONCE:
            self.fit(self.rows_in_sight())
            self._ahead.start()
        self._place_strip()

    def _fit_ahead(self) -> None:
        """Measure the rows below those in sight: one that gets its height in sight is painted twice."""
        seen = self.rows_in_sight()
        self.fit(range(seen.stop, min(seen.stop + len(seen), self._pairs.rowCount())))

    def _place_strip(self) -> None:
        rect = self.visualRect(self.currentIndex())
        if not rect.isValid() or self.linking.on:
            self.strip.hide()
            return
        height = self._text.strip_height
        left = self.columnViewportPosition(self._columns()[0])
        left = min(left, self.columnViewportPosition(self._columns()[-1]))
        self.strip.setGeometry(left, rect.bottom() - height, self._strip_width(), height)
        self.strip.show()

    def _strip_width(self) -> int:
        return self.viewport().width() - self.columnWidth(Column.GUTTER)

    def _widen(self) -> None:
        gutter = gutter_width()
        self.setColumnWidth(Column.GUTTER, gutter)
        if self.verticalHeader().defaultSectionSize() != gutter_height():
            self.verticalHeader().setDefaultSectionSize(gutter_height())
        columns = self._columns()
        for column in columns:
            self.setColumnWidth(column, (self.viewport().width() - gutter) // len(columns))
        self.fit_anew()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QBrush(QColor(tokens().window)))  # beside and below the cells
        painter.end()
        super().paintEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and previous.isValid() and current.row() == previous.row():
            return
        self._session.flush()
        self._gutter.current_row = self._text.current_row = current.row()
        if previous.isValid():
            self._close(previous.row())
            self.fit_anew(range(previous.row(), previous.row() + 1))
        if current.isValid():
            self._open(current.row())
            self.strip.show_row(current.row())
            self._fit_current()
            self.moved.emit(self._pairs.id_at(current.row()))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()
        self._fit_current()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange} and self.model() is not None:
            self._widen()
            self._pairs.repaint()  # marks in open texts keep the colours they were made with
            self._fit_current()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A click anywhere in a row opens it; in the translation it also says where to write.
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        within = event.position().toPoint() - self.visualRect(index).topLeft()
        self.go_to_row(index.row())
        if self.linking.on and index.column() != Column.GUTTER:
            self.linking.side = Column(index.column())
            self.viewport().update()
        if index.column() == Column.TRANSLATION and self.editor:
            place = self.visualRect(index).topLeft() + within  # the row may have moved
            inside = self.editor.viewport().mapFrom(self.viewport(), place)
            self.editor.setTextCursor(self.editor.cursorForPosition(inside))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and not event.modifiers():
            self.focus_editor()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        del search  # letters belong to the editor, not to a jump to some row
