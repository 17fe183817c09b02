"""The aligned view: a row a pair, the current one open as an editor in place.

Rows get their height from their texts at the width there is; in a long review only those in sight.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.models.pairs import ROLES, Column, Index, PairModel
from ui.session import Session
from ui.theme import STRIP_HEIGHT
from ui.views.cells import GutterCell, TextCell
from ui.views.strip import Strip
from ui.widgets.editor import SegmentEditor
from workbench.i18n import _
from workbench.model.document import Role
from workbench.model.pair import Pair

_ALL_AT_ONCE = 400  # rows measured when the width changes; of more, those in sight
_GUTTER = 74  # pixels
_COMMIT = 400  # milliseconds without a key before what was typed is stored


class AlignedView(QTableView):
    """Source, translation and reference side by side."""

    moved = Signal(int)  # the pair that is current now
    typed = Signal()  # something that is not stored yet

    def __init__(self, session: Session, model: PairModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pairs = model
        self._pending: tuple[int, str] | None = None
        self._gutter, self._text = GutterCell(self), TextCell(session, self)
        self._idle = QTimer(self, singleShot=True, interval=_COMMIT)
        self._idle.timeout.connect(self.commit)
        self.setObjectName("aligned")
        self.setAccessibleName(_("Pairs"))
        self.setModel(model)
        self._furnish()
        self.strip = Strip(session, model, self.viewport())
        model.modelAboutToBeReset.connect(self.commit)
        model.modelReset.connect(self._reset)
        model.dataChanged.connect(self._refresh)
        session.opened.connect(self.show_languages)
        session.closing.connect(self.commit)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _furnish(self) -> None:
        self.setItemDelegate(self._text)
        self.setItemDelegateForColumn(Column.GUTTER, self._gutter)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)

    # What commands ask

    @property
    def current_pair(self) -> int | None:
        """Give the id of the current pair."""
        return self._pairs.id_at(self.currentIndex().row())

    @property
    def editor(self) -> SegmentEditor | None:
        """Give the editor of the current pair."""
        found = self.indexWidget(self.currentIndex()) if self.currentIndex().isValid() else None
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

    def go_to_row(self, row: int) -> None:
        """Make a row current, bring it into sight and put the cursor into its editor."""
        row = max(0, min(row, self._pairs.rowCount() - 1))
        if self._pairs.rowCount():
            self.setCurrentIndex(self._pairs.index(row, Column.TRANSLATION))
            self.scrollTo(self.currentIndex())
            self.focus_editor()

    def go_to_pair(self, pair_id: int | None) -> None:
        """Make a pair current, when it is still there."""
        row = self._pairs.row_of(pair_id) if pair_id is not None else None
        if row is not None:
            self.go_to_row(row)

    def focus_editor(self) -> None:
        """Put the cursor into the current pair's editor."""
        if self.editor:
            self.editor.setFocus()

    def commit(self) -> None:
        """Store what was typed and not stored yet."""
        self._idle.stop()
        if self._pending is None:
            return
        pair_id, text = self._pending
        self._pending = None
        self._session.do(lambda project: project.set_text(pair_id, text))

    def show_languages(self) -> None:
        """Show a column for each text there is."""
        project = self._session.project
        there = project.documents() if project else {}
        for column, role in ROLES.items():
            self.setColumnHidden(column, role not in there and role is not Role.TRANSLATION)
        self._widen()

    # What happens here

    def _typed(self, text: str) -> None:
        if self.current_pair is not None:
            self._pending = (self.current_pair, text)
            self.typed.emit()
            self._idle.start()

    def _reset(self) -> None:
        self._gutter.current_row = self._text.current_row = -1
        self.strip.hide()
        self.fit()

    def _refresh(self, first: QModelIndex, last: QModelIndex) -> None:
        self.fit(range(first.row(), last.row() + 1))
        self.strip.refresh()
        self._place_strip()

    def _open(self, row: int) -> None:
        index = self._pairs.index(row, Column.TRANSLATION)
        self.openPersistentEditor(index)
        editor = self.indexWidget(index)
        if isinstance(editor, SegmentEditor):
            editor.typed.connect(self._typed)
            editor.grown.connect(self._grown)

    def _close(self, row: int) -> None:
        index = self._pairs.index(row, Column.TRANSLATION)
        if index.isValid() and self.isPersistentEditorOpen(index):
            self.closePersistentEditor(index)

    def _grown(self) -> None:
        self.fit(range(self.currentIndex().row(), self.currentIndex().row() + 1))
        self._place_strip()

    def _scrolled(self) -> None:
        if self._pairs.rowCount() > _ALL_AT_ONCE:
            self.fit(self.rows_in_sight())
        self._place_strip()

    def _place_strip(self) -> None:
        rect = self.visualRect(self.currentIndex())
        if not rect.isValid():
            self.strip.hide()
            return
        left = self.columnViewportPosition(
            Column.SOURCE if not self.isColumnHidden(Column.SOURCE) else Column.TRANSLATION
        )
        top = rect.bottom() - STRIP_HEIGHT
        self.strip.setGeometry(left, top, self.viewport().width() - left, STRIP_HEIGHT - 4)
        self.strip.show()

    def _widen(self) -> None:
        shown = [column for column in ROLES if not self.isColumnHidden(column)]
        self.setColumnWidth(Column.GUTTER, _GUTTER)
        free = self.viewport().width() - _GUTTER
        for column in shown:
            self.setColumnWidth(column, free // len(shown))
        self.horizontalHeader().setSectionResizeMode(shown[-1], QHeaderView.ResizeMode.Interactive)
        self.fit()

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
            height = self.needed_height(row)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)

    def needed_height(self, row: int) -> int:
        """Give the height of a row's tallest text; the current one's editor and strip included."""
        current = row == self.currentIndex().row()
        texts = [column for column in ROLES if not self.isColumnHidden(column)]
        view = self._pairs.view_at(row)
        heights = [self._text.height(view, column, self.columnWidth(column)) for column in texts]
        if current and self.editor:
            heights.append(self.editor.text_height())
        return max([*heights, GutterCell.HEIGHT]) + (STRIP_HEIGHT if current else 0) + 1

    # Qt

    def currentChanged(self, current: Index, previous: Index) -> None:
        self.commit()
        super().currentChanged(current, previous)
        self._gutter.current_row = self._text.current_row = current.row()
        if previous.isValid() and previous.row() != current.row():
            self._close(previous.row())
            self.fit(range(previous.row(), previous.row() + 1))
        if current.isValid():
            self._open(current.row())
            self._grown()
            pair_id = self._pairs.id_at(current.row())
            self.strip.show_row(current.row())
            if pair_id is not None:
                self.moved.emit(pair_id)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()
        self._place_strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and not event.modifiers():
            self.focus_editor()
            return
        super().keyPressEvent(event)
