"""The line at the foot: whether everything is on disk, what is compared, what runs, and the first keys."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from ui.tasks import Task
from ui.theme import GAP
from ui.widgets.labels import key_label, plain_label
from workbench.figures import count
from workbench.i18n import _, ngettext

_BAR = 140  # pixels


class Status(QStatusBar):
    """Facts at the left, work and keys at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        # In a narrow window the line gives way.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.saved, self.languages, self.pairs = (plain_label("", muted=True) for _number in range(3))
        for label in (self.saved, self.languages, self.pairs):
            self.addWidget(label)
        self._tasks: list[Task] = []
        self.busy = QProgressBar()
        self.busy.setFixedWidth(_BAR)
        self.busy.setTextVisible(False)
        self.stop = QPushButton(_("Cancel"))
        self.stop.clicked.connect(self._cancel)
        for widget in (self.busy, self.stop):
            widget.hide()
            self.addPermanentWidget(widget)
        self.hints = Hints()
        self.linking_hints = Hints()
        self.linking = False
        self.addPermanentWidget(self.hints)
        self.addPermanentWidget(self.linking_hints)
        self.hints.hide()
        self.linking_hints.hide()

    def show_saved(self, step: int) -> None:
        """Say that everything is on disk."""
        self.saved.setText(_("Saved · step %(step)s") % {"step": count(step)})

    def show_unsaved(self) -> None:
        """Say that something typed is not on disk yet."""
        self.saved.setText(_("Not saved yet"))

    def show_languages(self, languages: Sequence[str]) -> None:
        """Say which languages are compared."""
        self.languages.setText(" ↔ ".join(languages))

    def show_pairs(self, total: int, uneven: int) -> None:
        """Say how many pairs there are."""
        pairs = ngettext("%(n)s pair", "%(n)s pairs", total) % {"n": count(total)}
        not_one = _("n:m: %(count)s") % {"count": count(uneven)}
        self.pairs.setText(f"{pairs} · {not_one}")
        self._show_hints()

    def show_keys(self, key: Callable[[str], str]) -> None:
        """Show keys, by the ids of their commands, and what they do."""
        self.hints.show_pairs(key_hints(key))
        self.linking_hints.show_pairs(linking_hints(key))
        self._show_hints()

    def show_linking(self, on: bool) -> None:
        """Show the keys that link sentences, or those of the usual work."""
        self.linking = on
        self._show_hints()

    def _show_hints(self) -> None:
        hints = self.linking_hints if self.linking else self.hints
        facts = (self.saved, self.languages, self.pairs)
        needed = sum(widget.sizeHint().width() + GAP for widget in (*facts, hints))
        room = self.width() >= needed + 2 * GAP
        self.hints.setVisible(room and not self.linking)
        self.linking_hints.setVisible(room and self.linking)

    def watch(self, task: Task) -> None:
        """Show how far a task is, and offer to stop it."""
        self._tasks.append(task)
        task.progressed.connect(self._progress)
        task.finished.connect(lambda: self._forget(task))
        self.busy.setRange(0, 0)
        self.busy.show()
        self.stop.show()

    def _progress(self, done: int, total: int) -> None:
        self.busy.setRange(0, total)
        self.busy.setValue(done)

    def _forget(self, task: Task) -> None:
        self._tasks.remove(task)
        self.busy.setVisible(bool(self._tasks))
        self.stop.setVisible(bool(self._tasks))

    def _cancel(self) -> None:
        for task in self._tasks:
            task.cancel()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hints()


class Hints(QWidget):
    """Keys and what they do."""

    def __init__(self) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, GAP, 0)
        self._line.setSpacing(1)

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show other ones."""
        while (item := self._line.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for keys, what in pairs:
            self._line.addWidget(key_label(keys))
            self._line.addWidget(plain_label(what, muted=True))


def key_hints(key: Callable[[str], str]) -> list[tuple[str, str]]:
    """Give the keys a reviewer needs first, by the ids of their commands; what has no key is left out."""
    found = [
        (key("next"), _("next")),
        (key("approve"), _("approve, next")),
        (spread(key("fix-1"), key("fix-9")), _("apply fix")),
        (key("keys"), _("keys")),
    ]
    return [(keys, what) for keys, what in found if keys]


def spread(first: str, last: str) -> str:
    """Write a row of keys by its ends, where they are one."""
    return f"{first}–{last[-1]}" if first and first[:-1] == last[:-1] else first


def linking_hints(key: Callable[[str], str]) -> list[tuple[str, str]]:
    """Give the keys that link sentences by hand; what has no key is left out."""
    found = [
        (("merge",), _("merge")),
        (("split",), _("split")),
        (("left", "right"), _("side")),
        (("up", "down"), _("move up, down")),
        (("link",), _("take, put")),
        (("unlink",), _("unlink")),
        (("confirm",), _("confirm")),
        (("uneven",), _("next n:m")),
        (("leave",), _("edit again")),
    ]
    keys = [(" ".join(filter(None, (key(f"link-{id_}") for id_ in ids))), what) for ids, what in found]
    return [(shown, what) for shown, what in keys if shown]
