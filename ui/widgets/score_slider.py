"""A slider for how good a pair is as a whole, 0 to 100: ESA's direct assessment beside the marked spans."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSlider, QWidget

from ui.theme import GAP
from ui.widgets.labels import plain_label
from workbench.figures import count
from workbench.i18n import _
from workbench.model.annotation import Assessment

BEST, MIDDLE, PAGE = 100, 50, 10
_LENGTH = 180  # pixels: a step of one can be hit with the mouse
NOTHING = "–"


class Track(QSlider):
    """The slider itself: Enter keeps what it shows, Delete takes the score away, Esc leaves."""

    kept = Signal()
    removed = Signal()
    left = Signal()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signals = {
            Qt.Key.Key_Return: self.kept, Qt.Key.Key_Enter: self.kept,
            Qt.Key.Key_Delete: self.removed, Qt.Key.Key_Backspace: self.removed,
            Qt.Key.Key_Escape: self.left,
        }  # fmt: skip
        free = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        signal = signals.get(Qt.Key(event.key())) if free else None
        if signal is None:
            super().keyPressEvent(event)
        else:
            signal.emit()


class ScoreSlider(QFrame):
    """A name, a slider and a number; a dash while nobody scored."""

    given = Signal(int)
    removed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(2 * self.fontMetrics().height())
        self.track = Track(Qt.Orientation.Horizontal)
        self.track.setRange(0, BEST)
        self.track.setPageStep(PAGE)
        self.track.setFixedWidth(_LENGTH)
        self.track.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.track.setAccessibleName(_("Score of this pair, 0 to 100"))
        self.number = plain_label(NOTHING, bold=True)
        self.number.setMinimumWidth(self.number.fontMetrics().horizontalAdvance("1000"))
        self.hint = plain_label("", muted=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(GAP, 2, GAP, 2)
        line.setSpacing(GAP)
        for widget in (plain_label(_("Score")), self.track, self.number, self.hint):
            line.addWidget(widget)
        self.setToolTip(
            _(
                "0: no meaning is kept. 33: some of it, with large gaps."
                " 66: most of it, with small faults. 100: perfect."
            )
        )
        self.track.valueChanged.connect(self._moved)
        self.track.sliderReleased.connect(lambda: self.given.emit(self.track.value()))
        self.track.kept.connect(self._keep)
        self.track.removed.connect(self.removed)
        self.track.left.connect(self.left)

    def begin(self) -> None:
        """Take the keys."""
        self.track.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_score(self, given: Assessment | None) -> None:
        """Show a score, or that there is none yet; a hand on the slider is left alone."""
        if self.track.isSliderDown():
            return
        with QSignalBlocker(self.track):
            self.track.setValue(round(given.score) if given else MIDDLE)
        self.number.setText(count(given.score) if given else NOTHING)
        self.hint.setText(_("the text was changed since") if given and given.outdated else "")
        self.hint.setVisible(bool(self.hint.text()))

    def _moved(self, value: int) -> None:
        self.number.setText(count(value))
        if not self.track.isSliderDown():
            self.given.emit(value)

    def _keep(self) -> None:
        self.given.emit(self.track.value())
        self.left.emit()
