"""Another language at once: the same review at the same place in a window that says everything anew."""

import gc
import weakref
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPushButton

from tests.conftest import open_databases
from tests.ui.conftest import open_texts, shown, translations, type_text
from ui.commands import show_preferences
from ui.dialogs.preferences import PreferencesDialog
from ui.main_window import MainWindow
from ui.stage import Stage
from ui.theme import families
from workbench.errors import WorkbenchError
from workbench.i18n import load, spoken_language, use_language
from workbench.model.document import Role
from workbench.project import Project
from workbench.project.intake import Inputs

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture
def stage(qtbot, qapp, settings, monkeypatch):
    """Give a stage whose window is shown; the program speaks English again afterwards."""
    monkeypatch.setenv("LANGUAGE", "en")  # put back, whatever the stage makes of it
    made = Stage(qapp, settings)
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.window.close()
    made.window.session.deleteLater()
    made.window.deleteLater()
    made.deleteLater()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(LEFT)
    use_language("en")


@pytest.fixture
def reviewing(qtbot, stage, texts):
    """Give a stage with the small article open."""
    open_texts(qtbot, stage.window, texts)
    return stage


def choose(monkeypatch, window, language):
    """Choose a language in Preferences, and OK."""

    def answer(dialog):
        dialog.language.setCurrentIndex(dialog.language.findData(language))
        dialog.accept()
        return QDialog.DialogCode.Accepted

    with monkeypatch.context() as patch:
        patch.setattr(PreferencesDialog, "exec", answer)
        show_preferences(window.desk)


def switch(qtbot, monkeypatch, stage, language):
    """Choose a language and wait for the new window, its review analysed when one was open."""
    before, reviewed = stage.window, stage.window.session.project is not None
    choose(monkeypatch, before, language)
    qtbot.waitUntil(lambda: stage.window is not before)
    if reviewed:
        qtbot.waitUntil(lambda: bool(stage.window.session.analysis.ids), timeout=30_000)
    return stage.window


def windows():
    return [
        each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()
    ]


def test_the_language_changes_while_a_review_is_open(qtbot, reviewing, monkeypatch, settings):
    stage, window = reviewing, reviewing.window
    path, imported = window.session.project.path, translations(window)
    window.resize(780, 700)
    window.view.go_to_row(2)
    window.inspector.tabs.setCurrentIndex(1)
    pair = window.view.current_pair
    type_text(window.view.editor, "Typed. ")
    for language, direction in (("ko", LEFT), ("ar", RIGHT), ("en", LEFT)):
        window = switch(qtbot, monkeypatch, stage, language)
        said = load(language).gettext if language != "en" else str
        assert windows() == [window]
        assert spoken_language() == language
        assert window.layoutDirection() == QApplication.layoutDirection() == direction
        assert window.inspector.tabs.tabText(2) == said("Scores")
        assert window.actions_by_id["undo"].text() == said("Undo")
        assert QApplication.font().families()[1:2] == families(language)[:1] or language == "en"
        assert window.session.project.path == path
        assert settings.value("review") == str(path)
        assert window.view.current_pair == pair
        assert window.view.editor.text().startswith("Typed. ")
        assert window.view.editor.selected_span() == (7, 7)
        assert window.inspector.tabs.currentIndex() == 1
        assert (window.width(), window.height()) == (780, 700)
        assert len([name for name in open_databases() if name.endswith(".twb")]) == 1
    window.actions_by_id["undo"].trigger()
    assert translations(window) == imported == shown(window)
    window.actions_by_id["redo"].trigger()
    assert translations(window)[2].startswith("Typed. ")


def test_findings_and_qts_own_buttons_speak_the_language_too(qtbot, reviewing, monkeypatch):
    english = {finding.message for found in reviewing.window.session.findings.values() for finding in found}
    window = switch(qtbot, monkeypatch, reviewing, "de")
    german = {finding.message for found in window.session.findings.values() for finding in found}
    assert english
    assert len(german) == len(english)
    assert not english & german
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.findChild(QPushButton).text().replace("&", "") == "Abbrechen"
    assert switch(qtbot, monkeypatch, reviewing, "").inspector.tabs.tabText(2) == "Scores"  # the system's


def test_letters_that_an_input_method_holds_are_kept(qtbot, reviewing, monkeypatch):
    QApplication.sendEvent(reviewing.window.view.editor, QInputMethodEvent("한", []))
    window = switch(qtbot, monkeypatch, reviewing, "ko")
    assert translations(window)[0].startswith("한")


def test_filter_search_and_linking_go_on(qtbot, reviewing, monkeypatch):
    window = reviewing.window
    window.filter.ask_for("check:names")
    assert shown(window) == translations(window)[:1]
    window.find_bar.begin("spoke")
    window.find_bar.choices.words.setChecked(True)
    window.actions_by_id["linking"].trigger()
    window = switch(qtbot, monkeypatch, reviewing, "de")
    qtbot.waitUntil(lambda: shown(window) == translations(window)[:1])
    assert window.filter.line.text() == "check:names"
    assert window.find_bar.isVisible()
    assert (window.find_bar.search().wanted, window.find_bar.search().whole_words) == ("spoke", True)
    assert window.find_bar.count.text() == "0 / 2"
    assert window.view.linking.on


def test_without_a_review_and_with_a_guide(qtbot, stage, monkeypatch, settings, texts):
    settings.setValue("review", str(texts[Role.TRANSLATION]))
    stage.window.show_guide()
    window = switch(qtbot, monkeypatch, stage, "de")
    assert windows() == [window]
    assert window.pages.currentIndex() == 0
    assert window.guide.isVisible()
    assert window.message.offer_button.text() == load("de").gettext("Open")  # what a crash left open


def test_what_runs_is_waited_for_and_that_is_said_once(qtbot, reviewing, monkeypatch, tmp_path):
    window, go_on = reviewing.window, Event()

    def export(*_given):
        go_on.wait(60)
        return ()

    monkeypatch.setattr("ui.session.export", export)
    window.session.export(tmp_path / "out.po")
    choose(monkeypatch, window, "de")
    qtbot.waitUntil(lambda: "as soon as" in window.message.label.text())
    window.message.close_button.click()
    reviewing.renew()
    assert reviewing.window is window
    assert not window.message.isVisible()
    with qtbot.waitSignal(window.session.exported):
        go_on.set()
    qtbot.waitUntil(lambda: reviewing.window is not window)
    assert spoken_language() == "de"


def test_a_file_that_is_still_read_is_waited_for(qtbot, stage, monkeypatch, tmp_path):
    entries, path = 4_000, tmp_path / "big.po"
    head = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    rows = (f'\nmsgid "Message number {n}"\nmsgstr "Meldung Nummer {n}"\n' for n in range(entries))
    path.write_text(head + "".join(rows), encoding="utf-8")
    window = stage.window
    with qtbot.waitSignal(window.session.opened, timeout=60_000):
        window.session.open_texts(Inputs({Role.TRANSLATION: path}, {}))
    qtbot.waitUntil(lambda: window.view.editor is not None)
    assert window.session.is_growing
    window.view.go_to_row(3)
    type_text(window.view.editor, "Neu: ")
    choose(monkeypatch, window, "ko")
    qtbot.waitUntil(lambda: stage.window is not window, timeout=60_000)
    qtbot.waitUntil(lambda: stage.window.model.rowCount() == entries, timeout=60_000)
    qtbot.waitUntil(lambda: stage.window.view.currentIndex().row() == 3)
    assert stage.window.view.editor.text() == "Neu: Meldung Nummer 3"
    stage.window.actions_by_id["undo"].trigger()
    assert stage.window.view.editor.text() == "Meldung Nummer 3"


def test_a_dialog_that_is_open_is_waited_for(qtbot, reviewing, settings):
    window = reviewing.window
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    settings.setValue("language", "de")
    reviewing.renew()
    assert reviewing.window is window
    dialog.close()
    qtbot.waitUntil(lambda: reviewing.window is not window)


def test_what_cannot_be_stored_stays_in_its_window(qtbot, reviewing, monkeypatch):
    def full(*_arguments):
        raise WorkbenchError("the disk is full")

    window = reviewing.window
    type_text(window.view.editor, "Precious. ")
    with monkeypatch.context() as patch:
        patch.setattr(Project, "set_text", full)
        choose(monkeypatch, window, "ko")
        qtbot.waitUntil(lambda: "the disk is full" in window.message.label.text())
        assert windows() == [window]
        assert window.view.editor.text().startswith("Precious. ")
    assert translations(switch(qtbot, monkeypatch, reviewing, "ko"))[0].startswith("Precious. ")


def test_a_copy_to_read_stays_one(qtbot, reviewing, monkeypatch):
    window = reviewing.window
    path = window.session.project.path
    window.session.close()
    with Project.open(path):
        other = switch(qtbot, monkeypatch, reviewing, "de")
        with qtbot.waitSignal(other.session.analysed, timeout=30_000):
            other.session.read_copy(path)
        other.view.go_to_row(1)
        again = switch(qtbot, monkeypatch, reviewing, "en")
        assert again.session.to_read
        assert again.session.home == path
        assert again.view.currentIndex().row() == 1


def test_no_window_and_no_session_stays_behind(qtbot, qapp, reviewing, monkeypatch):
    left = [weakref.ref(reviewing.window), weakref.ref(reviewing.window.session)]
    switch(qtbot, monkeypatch, reviewing, "ko")
    switch(qtbot, monkeypatch, reviewing, "en")
    qtbot.waitUntil(lambda: gc.collect() >= 0 and not any(ref() for ref in left))
    assert len([each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]) == 1
    assert len(qapp.findChildren(QTranslator)) == 1
