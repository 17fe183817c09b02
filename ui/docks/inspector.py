"""What stands at the right of the texts: tabs over names, scores and history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.theme import GAP
from ui.widgets.labels import plain_tip
from workbench import figures
from workbench.i18n import _

# Beside every title: some have more digits, some no count, and the texts are not to move for them.
_COUNT = " 9"


class Inspector(QFrame):
    """A tab for each panel; a count beside its title says what waits there."""

    def __init__(self, panels: Sequence[tuple[str, QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._titles = [title for title, _panel in panels]
        self.tabs = QTabBar()
        self.tabs.setObjectName("tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)  # all of them stay in sight; in too little room their ends go
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName(_("Inspector"))
        self._stack = QStackedWidget()
        for title, panel in panels:
            self.tabs.setTabToolTip(self.tabs.addTab(title), plain_tip(title))
            self._stack.addWidget(panel)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def show_count(self, panel: QWidget, count: int) -> None:
        """Say how much waits in a panel."""
        number = self._stack.indexOf(panel)
        title = self._titles[number]
        text = f"{title} {figures.count(count)}" if count else title
        self.tabs.setTabText(number, text)
        self.tabs.setTabToolTip(number, plain_tip(text))

    def width_for(self, letters: int) -> int:
        """Give the width for so many letters a line, and for the tabs whatever is counted there."""
        measure, tabs = self.tabs.fontMetrics().horizontalAdvance, range(self.tabs.count())
        around = sum(self.tabs.tabSizeHint(tab).width() - measure(self.tabs.tabText(tab)) for tab in tabs)
        needed = around + sum(measure(f"{title}{_COUNT}") for title in self._titles)
        return max(letters * self.fontMetrics().averageCharWidth(), needed)

    def go_to(self, panel: QWidget) -> None:
        """Bring a panel to the front."""
        self.tabs.setCurrentIndex(self._stack.indexOf(panel))
