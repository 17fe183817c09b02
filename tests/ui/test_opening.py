"""What is opened, from where, and what is said of it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.conftest import open_texts, translations
from ui.app import start
from ui.commands import change_key, reset_keys
from ui.dialogs.batch import BatchDialog
from ui.dialogs.open import OpenDialog
from workbench.model.document import Role

ROOT = Path(__file__).parent.parent.parent


def test_the_open_dialog_shows_what_was_found_and_believes_the_user(qtbot, tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes("안녕하세요. 반갑습니다.\n".encode("cp949"))
    dialog = OpenDialog()
    qtbot.addWidget(dialog)
    dialog.fields[Role.TRANSLATION].setText(str(path))
    dialog.look()
    assert "안녕하세요" in dialog.preview.toPlainText()
    assert dialog.languages[Role.TRANSLATION].lineEdit().placeholderText() == "ko"
    assert dialog.inputs().languages == {}
    dialog.languages[Role.TRANSLATION].setCurrentText("ja")
    dialog.charset.setCurrentText("utf-16")
    dialog.glossary.setText(str(tmp_path / "names.csv"))
    inputs = dialog.inputs()
    assert inputs.languages == {Role.TRANSLATION: "ja"}
    assert (inputs.charset, inputs.glossary) == ("utf-16", tmp_path / "names.csv")
    dialog.look()
    assert "안녕하세요" not in dialog.preview.toPlainText()


def test_the_columns_of_a_table_are_named_in_the_open_dialog(qtbot, window, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("id,Ziel,Ref\n1,It rained.,It was raining.\n2,She left.,She went.\n", encoding="utf-8")
    dialog = OpenDialog()
    qtbot.addWidget(dialog)
    dialog.fields[Role.TRANSLATION].setText(str(path))
    dialog.columns.setText("translation=Ziel, reference=Ref")
    dialog.look()
    assert "It rained." in dialog.preview.toPlainText()
    assert dialog._open.isEnabled()
    inputs = dialog.inputs()
    assert inputs.columns == {Role.TRANSLATION: "Ziel", Role.REFERENCE: "Ref"}
    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        window.session.open_texts(inputs)
    assert translations(window) == ["It rained.", "She left."]
    dialog.columns.setText("Ziel")
    dialog.look()
    assert not dialog._open.isEnabled()
    assert "Columns: write it like reference=human" in dialog.preview.toPlainText()


def test_headings_say_who_made_a_text(qtbot, window, sample):
    open_texts(qtbot, window, sample)
    headings = [window.model.headerData(column, Qt.Orientation.Horizontal) for column in (1, 2, 3)]
    assert headings == ["SOURCE · Korean", "TRANSLATION · English (machine)", "REFERENCE · English"]


def test_files_dropped_on_the_dialog_find_their_places(qtbot):
    dialog = OpenDialog()
    qtbot.addWidget(dialog)
    names = ("a.ko.txt", "a.en-ref.txt", "a.en-mt.txt")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/x/{name}") for name in names])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(event)
    assert {role: path.name for role, path in dialog.paths().items()} == {
        Role.TRANSLATION: "a.en-mt.txt",
        Role.REFERENCE: "a.en-ref.txt",
        Role.SOURCE: "a.ko.txt",
    }


def test_a_folder_is_reviewed_article_by_article_and_one_that_fails_stops_none(qtbot, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.en-mt.txt").write_text("It rained.\n")
        (folder / f"{name}.en-ref.txt").write_text("It rained.\n")
    (folder / "two.en-ref.txt").write_bytes(b"")
    dialog = BatchDialog()
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(folder))
    dialog.out.setText(str(tmp_path / "out"))
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.results.count() == 2 and dialog._task is None, timeout=120_000)
    said = [dialog.results.item(row).text() for row in range(2)]
    assert said[0].startswith("✓")
    assert said[1].startswith("✗")
    assert "is empty" in said[1]
    dialog.results.itemActivated.emit(dialog.results.item(0))
    assert dialog.chosen is not None
    assert dialog.chosen.exists()


def test_a_folder_without_articles_is_said(qtbot, tmp_path):
    dialog = BatchDialog()
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(tmp_path))
    dialog.out.setText(str(tmp_path / "out"))
    dialog.begin()
    assert "holds no articles" in dialog.said.text()
    dialog.close()


def test_whoever_starts_for_the_first_time_sees_the_sample_and_a_guide_once(qtbot, window, settings):
    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        start(window, settings, None)
    assert window.model.rowCount() > 45
    assert window.guide.isVisible()
    window.guide.dismissed.emit()
    window.session._leave()
    start(window, settings, None)
    assert window.session.project is None


def test_a_key_is_changed_kept_and_restored(window, settings):
    assert "already used" in change_key(window.desk, "needs-work", "Ctrl+Z")
    assert "input methods" in change_key(window.desk, "needs-work", "Ctrl+Space")
    assert change_key(window.desk, "needs-work", "F6") == ""
    assert window.actions_by_id["needs-work"].shortcut().toString() == "F6"
    assert "F6" in window.desk.keys
    assert "Ctrl+U" not in window.desk.keys
    reset_keys(window.desk)
    assert window.actions_by_id["needs-work"].shortcut().toString() == "Ctrl+U"
    assert settings.value("keys") is None


def hinted(window):
    """Give the keys that the window shows: in the status line, the bar, the filter and on the chips."""
    keys = [label.text() for label in window.status.hints.findChildren(QLabel) if label.property("key")]
    tips = [button.toolTip() for button in window.bar.findChildren(QPushButton)]
    chips = [b.text() for b in window.view.strip.findChildren(QPushButton) if b.property("primary")]
    return keys, tips, chips, window.filter.line.placeholderText()


def test_the_window_shows_the_keys_that_the_user_chose(qtbot, reviewing):
    keys, tips, chips, filters = hinted(reviewing)
    assert keys == ["Ctrl ↓", "Ctrl Enter", "Ctrl 1–9", "F1"]
    assert "Undo (Ctrl Z)" in tips
    assert chips == ["Apply   Ctrl 1"]
    assert filters == "Filter rows…   Ctrl L"
    for command, key in (("next", "F7"), ("fix-1", "F9"), ("undo", "F10"), ("filter", ""), ("keys", "")):
        assert change_key(reviewing.desk, command, key) == ""
    qtbot.waitUntil(lambda: hinted(reviewing)[0] == ["F7", "Ctrl Enter", "F9"])
    keys, tips, chips, filters = hinted(reviewing)
    assert "Undo (F10)" in tips
    assert chips == ["Apply   F9"]
    assert filters == "Filter rows…"
    reset_keys(reviewing.desk)
    qtbot.waitUntil(lambda: hinted(reviewing)[0] == ["Ctrl ↓", "Ctrl Enter", "Ctrl 1–9", "F1"])


def test_what_a_crash_left_open_is_offered_once(window, settings, texts):
    settings.setValue("review", str(texts[Role.TRANSLATION]))
    settings.setValue("greeted", "yes")
    start(window, settings, None)
    assert window.session.project is None
    assert "translation was open" in window.message.label.text()
    assert window.message.close_button.text() == "Not now"
    window.message.close_button.click()
    assert not window.message.isVisible()
    start(window, settings, None)
    assert not window.message.isVisible()


def test_the_window_stands_where_it_stood(qapp, window, settings):
    window.resize(777, 700)
    window.inspector.tabs.setCurrentIndex(2)
    window.close()
    from ui.app import make_window  # noqa: PLC0415 -- a second window of the same settings

    again = make_window(qapp, settings)
    assert (again.width(), again.height()) == (777, 700)
    assert again.inspector.tabs.currentIndex() == 2
    again.close()
    again.session.deleteLater()
    again.deleteLater()


def test_a_glossary_given_with_the_texts_is_heard_and_remembered(qtbot, window, settings, tmp_path, texts):
    from workbench.project.intake import Inputs  # noqa: PLC0415 -- for this alone

    glossary = tmp_path / "agreed.csv"
    glossary.write_text("source,target,forbidden\n,Selenska,Zelenskiy\n", encoding="utf-8")
    with qtbot.waitSignal(window.session.analysed, timeout=120_000):
        window.session.open_texts(Inputs({Role.TRANSLATION: texts[Role.TRANSLATION]}, {}, glossary=glossary))
    assert "agreed.csv" in str(settings.value("glossaries"))


def test_what_readers_of_files_have_to_say_is_shown(qtbot, window, tmp_path):
    path = tmp_path / "odd.po"
    path.write_bytes(
        b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        b'msgid "one"\nmsgstr "eins"\n\nmsgid "two"\nmsgstr "zw\xe9i"\n'
    )
    open_texts(qtbot, window, {Role.TRANSLATION: path})
    assert "odd.po: The header says UTF-8" in window.message.label.text()
    assert translations(window) == ["eins", "zwéi"]
