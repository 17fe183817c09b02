"""The bar above the texts: the commonest commands, the document's scores, how far the review is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.theme import GAP, WIDE_GAP
from ui.widgets.labels import chip_label, key_caps, plain_label, with_key
from ui.widgets.menu import menu_of_actions
from workbench.i18n import _


class Bar(QFrame):
    """Buttons for actions, a chip a score, and a line of progress."""

    def __init__(self, actions: Mapping[str, QAction], field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        self._line.setSpacing(GAP)
        self._field = field
        self._buttons: list[QAbstractButton] = []
        self._chips: list[QFrame] = []
        for name, text in (("open", _("Open…")), ("undo", "↶"), ("redo", "↷")):
            self._add(action_button(actions[name], text))
        self._line.addWidget(field, 2)
        self.progress = plain_label("", muted=True)
        self._line.addStretch(1)
        self._line.addWidget(self.progress)
        self._add(action_button(actions["palette"], _("Commands"), shows_key=True))
        ways = [actions[name] for name in ("export", "report", "copy")]
        self._add(menu_button(ways, _("Export…")))

    def show_progress(self, text: str) -> None:
        """Say how far the review is."""
        self.progress.setText(text)
        self._make_room()

    def _add(self, button: QAbstractButton) -> None:
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._buttons.append(button)
        self._line.addWidget(button)

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
        self._make_room()

    def _make_room(self) -> None:
        """Show what there is room for: the buttons always, then the progress, then the scores."""
        left = self.width() - self._least()
        for group in ([self.progress], self._chips):
            needed = sum(widget.sizeHint().width() + GAP for widget in group)
            for widget in group:
                widget.setVisible(needed <= left)
            left -= needed

    def _least(self) -> int:
        buttons = sum(button.sizeHint().width() + GAP for button in self._buttons)
        return buttons + self._field.minimumSizeHint().width() + 2 * WIDE_GAP + GAP

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._make_room()

    def minimumSizeHint(self) -> QSize:
        # In a narrow window the scores give way; the buttons stay.
        return QSize(self._least(), super().minimumSizeHint().height())


def action_button(action: QAction, text: str, *, shows_key: bool = False) -> QPushButton:
    """Make a button that does an action, is grey when it is, and says its key as the user has it."""
    button = QPushButton()
    button.setAccessibleName(action.text())
    button.clicked.connect(action.trigger)
    follow(action, button, text, shows_key=shows_key)
    action.changed.connect(lambda: follow(action, button, text, shows_key=shows_key))
    return button


def follow(action: QAction, button: QAbstractButton, text: str, *, shows_key: bool = False) -> None:
    """Let a button be as its action is."""
    key = key_caps(action.shortcut())
    button.setText(with_key(text, key) if shows_key else text)
    button.setToolTip(f"{action.text()} ({key})" if key else action.text())
    button.setEnabled(action.isEnabled())


def menu_button(actions: Sequence[QAction], text: str) -> QToolButton:
    """Make a button that does the first action; its arrow opens a menu of all."""
    button = QToolButton()
    button.setProperty("primary", True)
    button.setAccessibleName(actions[0].text())
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setMenu(menu_of_actions(actions, button))
    button.clicked.connect(actions[0].trigger)
    follow(actions[0], button, text)
    actions[0].changed.connect(lambda: follow(actions[0], button, text))
    return button
