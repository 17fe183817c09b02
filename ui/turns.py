"""Work in small pieces, one in each turn of the event loop, so that the window answers between any two."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

Piece = Callable[[], None]


class Turns(QObject):
    """What is waiting to be done, in the order it came."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: deque[Piece] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._take_one)

    def add(self, piece: Piece) -> None:
        """Do something when its turn comes."""
        self._pieces.append(piece)
        self._timer.start()

    def _take_one(self) -> None:
        if self._pieces:
            self._pieces.popleft()()
        if not self._pieces:
            self._timer.stop()
