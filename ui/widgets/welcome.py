"""What the window shows while no review is open: how to begin."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import GAP, WIDE_GAP
from ui.widgets.bar import action_button
from ui.widgets.labels import plain_label
from workbench.i18n import _

_WIDTH = 520  # pixels: a line of prose


class Welcome(QFrame):
    """Two sentences, two buttons, and the reviews worked on last."""

    chosen = Signal(object)  # the Path of a review

    def __init__(self, open_action: QAction, sample_action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        title = plain_label(_("Review a translation beside its reference and source."), bold=True, wrap=True)
        text = plain_label(
            _("Open the translation with a reference, a source, or both; or a review you began earlier."),
            muted=True,
            wrap=True,
        )
        buttons = QHBoxLayout()
        open_button = action_button(open_action, open_action.text())
        open_button.setProperty("primary", True)
        buttons.addWidget(open_button)
        buttons.addWidget(action_button(sample_action, sample_action.text()))
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(WIDE_GAP)
        column.addStretch(2)
        for label in (title, text):
            label.setFixedWidth(_WIDTH)
            column.addWidget(label)
        column.addSpacing(GAP)
        column.addLayout(buttons)
        self._recent = QVBoxLayout()
        column.addSpacing(WIDE_GAP)
        column.addLayout(self._recent)
        column.addStretch(3)
        middle = QHBoxLayout(self)
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(1)
        middle.setAlignment(column, Qt.AlignmentFlag.AlignCenter)

    def show_recent(self, reviews: Sequence[Path]) -> None:
        """Offer the reviews worked on last."""
        while (item := self._recent.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if reviews:
            self._recent.addWidget(plain_label(_("Continue with"), muted=True))
        for path in reviews:
            button = QPushButton(path.stem)
            button.clicked.connect(partial(self.chosen.emit, path))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
