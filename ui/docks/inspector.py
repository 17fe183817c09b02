"""What stands at the right of the texts: tabs over names, scores and history."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.theme import GAP
from workbench import figures
from workbench.i18n import _


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
        self.tabs.setAccessibleName(_("Inspector"))
        self._stack = QStackedWidget()
        for title, panel in panels:
            self.tabs.addTab(title)
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
        self.tabs.setTabText(number, f"{title} {figures.count(count)}" if count else title)

    def go_to(self, panel: QWidget) -> None:
        """Bring a panel to the front."""
        self.tabs.setCurrentIndex(self._stack.indexOf(panel))
