"""Headings of a table: one that its column is too narrow for ends in dots, and a tip shows all of it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from ui.widgets.labels import plain_tip


class Header(QHeaderView):
    """The headings above the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def heading(self, section: int) -> str:
        """Give the heading of a column; nothing where there is none."""
        return str(self.model().headerData(section, self.orientation()) or "") if section >= 0 else ""

    # Qt

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            heading = self.heading(self.logicalIndexAt(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(heading), self)
            return True
        return super().viewportEvent(event)
