"""Menus and the letters that choose in them."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.commands import COMMANDS
from ui.dialogs.reviewers import ReviewersDialog
from ui.i18n import qt_translator
from ui.views.strip import dismiss_button
from ui.widgets.bar import menu_button
from ui.widgets.editor import SegmentEditor
from ui.widgets.menu import with_letters
from workbench.i18n import LOCALES, _, use_language
from workbench.model.dismissal import Scope
from workbench.model.finding import Finding, Severity

LANGUAGES = ["en", *sorted(path.stem for path in LOCALES.glob("*.po"))]
WAYS = [command for command in COMMANDS if command.id in {"export", "report", "copy"}]
FINDING = Finding(0, (0, 3), "wng", "names", "accuracy", Severity.MAJOR, "wrong", "", "right", 0.9, "x")


@pytest.fixture(params=LANGUAGES)
def language(request, qapp):
    """Speak a language, Qt's own words, too."""
    use_language(request.param)
    translator = qt_translator(request.param, qapp)
    qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)
    use_language("en")


def letters(texts):
    """Give the letter that each text is chosen by, as Qt reads it."""
    return [QKeySequence.mnemonic(text).toString() for text in texts]


def shown(menu):
    return [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]


@pytest.mark.parametrize(
    ("titles", "english", "marked"),
    [
        (["Open…", "Other", "Open a copy"], ["", "", ""], ["&Open…", "O&ther", "Open &a copy"]),
        (["열기…", "사본 두기"], ["Open…", "Keep a copy…"], ["열기(&O)…", "사본 두기(&K)"]),
        (["PO 열기", "保存 …"], ["Open PO", "Open all"], ["PO 열기(&O)", "保存(&A) …"]),
        (["保存", "開く"], ["", ""], ["保存(&A)", "開く(&B)"]),
        (["Сохранить", "Скрыть"], ["Save", "Hide"], ["&Сохранить", "С&крыть"]),
        (["حفظ نسخة", "حفظ"], ["", ""], ["&حفظ نسخة", "ح&فظ"]),
        (["Cu&t", "C&ut it", "저장(&S)"], ["", "", "Cut"], ["&Cut", "Cut &it", "저장(&U)"]),
        (["R&&D", "3 & 4", "a", "a"], [""] * 4, ["&R&&D", "3 & 4", "&a", "a"]),
        ([], [], []),
    ],
)
def test_every_title_gets_a_letter_of_its_own(titles, english, marked):
    assert with_letters(titles, english) == marked
    assert with_letters(marked, english) == marked
    assert len({letter for letter in letters(marked) if letter}) == sum(map(bool, letters(marked)))


def test_letters_are_unique_in_each_menu(qtbot, language):
    parent = QWidget()
    qtbot.addWidget(parent)
    actions = [QAction(_(command.title), parent) for command in WAYS]
    for action, command in zip(actions, WAYS, strict=True):
        action.setData(command.title)
    for button in (menu_button(actions, "x"), dismiss_button(FINDING, lambda _scope: None)):
        button.setParent(parent)
        found = letters(shown(button.menu()))
        assert len(found) > 1
        assert all(found), language
        assert len(set(found)) == len(found), language


def test_letters_of_the_menu_in_a_text_are_unique(qtbot, language):
    editor = SegmentEditor(language, "text", (), None)
    qtbot.addWidget(editor)
    menu = editor.createStandardContextMenu()
    found = [letter for letter in letters(shown(menu)) if letter]
    menu.deleteLater()
    assert len(set(found)) == len(found), language


def test_letters_of_buttons_are_unique_in_a_dialog(qtbot, language):
    dialog = ReviewersDialog(None, "Me")
    qtbot.addWidget(dialog)
    found = [letter for letter in letters(b.text() for b in dialog.findChildren(QAbstractButton)) if letter]
    assert len(found) >= 3
    assert len(set(found)) == len(found), language


def test_an_entry_does_what_its_action_does_and_is_as_it_is(reviewing):
    menu = reviewing.bar.findChildren(QAbstractButton)[-1].menu()
    entries, action = menu.actions(), reviewing.actions_by_id["report"]
    assert [entry.text() for entry in entries] == [
        "&Export…\tCtrl+E",
        "&Save a report…\tCtrl+Shift+E",
        "&Keep a copy…\tCtrl+Shift+S",
    ]
    assert action.text() == "Save a report…"
    action.setEnabled(False)
    action.setShortcut("F9")
    assert not entries[1].isEnabled()
    assert entries[1].text() == "&Save a report…\tF9"
    action.setEnabled(True)
    done = []
    action.triggered.disconnect()
    action.triggered.connect(lambda: done.append("report"))
    entries[1].trigger()
    assert done == ["report"]


def test_a_menu_dismisses_here_or_anywhere(qtbot):
    reached = []
    button = dismiss_button(FINDING, reached.append)
    qtbot.addWidget(button)
    for entry in button.menu().actions():
        entry.trigger()
    assert reached == [Scope.HERE, Scope.ANYWHERE]


def test_menus_are_made_in_one_place():
    folder = LOCALES.parent / "ui"
    makers = {path.name for path in folder.rglob("*.py") if "QMenu(" in path.read_text(encoding="utf-8")}
    assert makers == {"menu.py"}
