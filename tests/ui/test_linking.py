"""Sentences linked by hand with single letters."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import translations
from workbench.model.document import Role
from workbench.project.realignment import load_aligner


@pytest.fixture
def linking(reviewing):
    """Give a window in which sentences are being linked."""
    reviewing.actions_by_id["linking"].trigger()
    assert reviewing.view.linking.on
    return reviewing


def press(qtbot, window, *keys):
    for key in keys:
        qtbot.keyClick(window.view, key)


def references(window):
    return [pair.text(Role.REFERENCE) for pair in window.session.project.pairs()]


def test_letters_are_commands_only_while_linking(qtbot, reviewing):
    before = translations(reviewing)
    assert not reviewing.actions_by_id["link-merge"].isEnabled()
    qtbot.keyClick(reviewing.view.editor, Qt.Key.Key_M)
    reviewing.session.flush()
    assert translations(reviewing) == ["m" + before[0], *before[1:]]
    reviewing.actions_by_id["linking"].trigger()
    assert reviewing.view.editor is None
    assert reviewing.view.hasFocus()
    press(qtbot, reviewing, Qt.Key.Key_M)
    assert len(translations(reviewing)) == len(before) - 1
    press(qtbot, reviewing, Qt.Key.Key_Escape)
    assert reviewing.view.editor.hasFocus()
    assert not reviewing.actions_by_id["link-merge"].isEnabled()


def test_every_act_is_one_step_to_undo(qtbot, linking):
    before = translations(linking), references(linking)
    for keys in (["C"], ["M"], ["S"], ["D"], ["X"]):
        steps = sum(not step.undone for step in linking.session.project.history())
        if keys == ["S"]:
            press(qtbot, linking, Qt.Key.Key_M)
            steps += 1
        press(qtbot, linking, *(getattr(Qt.Key, f"Key_{key}") for key in keys))
        assert sum(not step.undone for step in linking.session.project.history()) == steps + 1, keys
    for _step in range(6):
        linking.actions_by_id["undo"].trigger()
    assert (translations(linking), references(linking)) == before
    assert not any(pair.confirmed for pair in linking.session.project.pairs())


def test_what_is_confirmed_shows_and_stays(qtbot, linking):
    press(qtbot, linking, Qt.Key.Key_C)
    assert linking.session.project.pairs()[0].confirmed
    linking.actions_by_id["link-unconfirmed"].trigger()
    assert linking.view.currentIndex().row() == 1


def test_the_chosen_side_alone_moves(qtbot, linking):
    before = references(linking)
    press(qtbot, linking, Qt.Key.Key_Right, Qt.Key.Key_D)
    assert translations(linking)[:2] == ["The president Olena Zelenskiy spoke.", "She left."]
    assert "Zelenska" not in references(linking)[0]
    linking.actions_by_id["undo"].trigger()
    assert references(linking) == before


def test_sentences_are_taken_from_one_pair_and_put_into_another(qtbot, linking):
    last = references(linking)[3]
    linking.view.go_to_row(3)
    press(qtbot, linking, Qt.Key.Key_Right, Qt.Key.Key_L)
    linking.view.go_to_row(0)
    press(qtbot, linking, Qt.Key.Key_L)
    assert references(linking)[0].endswith(last)


def test_the_next_uneven_pair_is_found(qtbot, linking):
    linking.view.go_to_row(2)
    press(qtbot, linking, Qt.Key.Key_X)
    linking.view.go_to_row(0)
    press(qtbot, linking, Qt.Key.Key_N)
    assert linking.view.currentIndex().row() == 2


def test_what_was_typed_is_stored_before_linking_begins(qtbot, reviewing):
    qtbot.keyClick(reviewing.view.editor, Qt.Key.Key_Z)
    reviewing.actions_by_id["linking"].trigger()
    assert translations(reviewing)[0].startswith("z")


def test_closing_the_review_ends_linking(linking):
    assert linking.session._leave()
    assert not linking.view.linking.on


def test_the_aligner_is_loaded_while_sentences_are_about_to_be_linked(qtbot, reviewing):
    load_aligner.cache_clear()
    reviewing.actions_by_id["linking"].trigger()
    qtbot.waitUntil(lambda: load_aligner.cache_info().currsize == 1, timeout=60_000)
