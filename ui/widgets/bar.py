"""The bar above the texts: the commonest commands, the document's scores, how far the review is."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.theme import GAP, WIDE_GAP
from ui.widgets.labels import chip_label, plain_label
from workbench.i18n import _

_ROOM_FOR_SCORES, _BUTTONS = 780, 420  # pixels


class Bar(QFrame):
    """Buttons for actions, a chip a score, and a line of progress."""

    def __init__(self, actions: Mapping[str, QAction], field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        self._line.setSpacing(GAP)
        for name, text in (("open", _("Open…")), ("undo", "↶"), ("redo", "↷")):
            self._line.addWidget(action_button(actions[name], text))
        self._line.addWidget(field, 2)
        self._chips: list[QFrame] = []
        self.progress = plain_label("", muted=True)
        self._line.addStretch(1)
        self._line.addWidget(self.progress)
        self._line.addWidget(action_button(actions["palette"], _("Commands") + "  Ctrl K"))
        export = action_button(actions["export"], _("Export…"))
        export.setProperty("primary", True)
        self._line.addWidget(export)

    def show_scores(self, scores: Mapping[str, str], tips: Mapping[str, str]) -> None:
        """Show a chip for each score; the tip is its signature."""
        for chip in self._chips:
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, (name, value) in enumerate(scores.items(), start=4):
            chip = chip_label(name, value)
            chip.setToolTip(tips[name])
            self._chips.append(chip)
            self._line.insertWidget(place, chip)
            chip.setVisible(self.width() >= _ROOM_FOR_SCORES)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for widget in [*self._chips, self.progress]:
            widget.setVisible(self.width() >= _ROOM_FOR_SCORES)

    def minimumSizeHint(self) -> QSize:
        # In a narrow window the scores give way; the buttons stay.
        return QSize(_BUTTONS, super().minimumSizeHint().height())


def action_button(action: QAction, text: str) -> QPushButton:
    """Make a button that does an action and is grey when it is."""
    button = QPushButton(text)
    button.setAccessibleName(action.text())
    keys = action.shortcut().toString()
    button.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button
