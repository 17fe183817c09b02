from functools import partial

from PySide6.QtCore import QTimer

from ui.turns import Turns


def test_the_event_loop_has_a_turn_between_two_pieces(qtbot, qapp):
    turns, done = Turns(qapp), []

    def piece(name, *more):
        done.append(name)
        QTimer.singleShot(0, lambda: done.append("turn"))
        for one in more:
            turns.add(partial(piece, one))

    turns.add(lambda: piece("a", "c"))
    turns.add(lambda: piece("b"))
    assert not done
    qtbot.waitUntil(lambda: len(done) == 6)
    assert done == ["a", "turn", "b", "turn", "c", "turn"]


def test_a_piece_that_fails_does_not_stop_the_next(qtbot, qapp):
    turns, done = Turns(qapp), []
    with qtbot.captureExceptions() as failures:
        turns.add(lambda: 1 / 0)
        turns.add(lambda: done.append("b"))
        qtbot.waitUntil(lambda: bool(done))
    assert [kind for kind, _error, _trace in failures] == [ZeroDivisionError]
