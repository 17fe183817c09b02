"""What scrolling leaves on the screen is what the view would paint anew."""

import pytest

from tests.ui.conftest import open_texts
from tests.ui.test_window import run
from ui.theme import put_on


def stands_as_painted(view):
    """Tell whether on the screen stands what the view paints when it is asked to."""
    screen, viewport = view.screen(), view.viewport()
    place = viewport.mapTo(view.window(), viewport.rect().topLeft())
    there = screen.grabWindow(view.window().winId(), place.x(), place.y(), *viewport.size().toTuple())
    return there.toImage() == viewport.grab().toImage()


@pytest.fixture
def reading(qtbot, window, sample):
    """Give a window with the sample article in it, the caret elsewhere."""
    open_texts(qtbot, window, sample)
    window.filter.line.setFocus()
    return window


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_rows_moved_into_sight_look_as_painted_anew(qapp, reading, theme):
    put_on(theme)
    bar = reading.view.verticalScrollBar()
    assert bar.maximum() > 0
    for step in (300, 7, 90, -40, 5_000, -250, -10_000):
        bar.setValue(bar.value() + step)
        qapp.processEvents()
        assert stands_as_painted(reading.view), step


def test_beside_and_below_the_rows_nothing_old_is_left(qtbot, qapp, reading):
    reading.view.verticalScrollBar().setValue(10_000)
    qapp.processEvents()
    reading.filter.ask_for("Lutsevych")
    assert 0 < reading.model.rowCount() < 4
    qtbot.waitUntil(lambda: stands_as_painted(reading.view))


def test_a_row_changed_while_scrolled_is_painted(qapp, reading):
    reading.view.go_to_row(12)
    reading.filter.line.setFocus()
    for command in ("approve", "merge", "undo"):
        run(reading, command)
        reading.filter.line.setFocus()
        qapp.processEvents()
        assert stands_as_painted(reading.view), command
