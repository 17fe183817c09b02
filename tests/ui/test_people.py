"""For all who look, read, hear and type otherwise: names, contrast, direction, size."""

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from tests.ui.conftest import open_texts, shown, translations
from tests.ui.every_dialog import DIALOGS
from tests.ui.people import controls, faults
from ui.dialogs.preferences import PreferencesDialog
from ui.theme import THEMES, direction, font, put_on
from ui.widgets.labels import becoming
from workbench.model.document import Role


@pytest.fixture
def dressed(qapp):
    """Put the usual look back afterwards."""
    yield qapp
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    put_on("light")


@pytest.mark.parametrize("name", DIALOGS)
def test_a_screen_reader_finds_a_name_for_every_control_of_a_dialog(qtbot, settings, name):
    dialog = DIALOGS[name](settings)
    qtbot.addWidget(dialog)
    dialog.show()
    assert controls(dialog)
    assert not faults(dialog)
    for number in range(dialog.pages.count() if name == "preferences" else 0):
        dialog.pages.setCurrentIndex(number)
        assert not faults(dialog)
    dialog.close()


def test_a_screen_reader_finds_a_name_for_every_control_of_the_window(reviewing):
    reviewing.actions_by_id["find"].trigger()
    reviewing.guide.begin([("F1", "keys")])
    for number in range(reviewing.inspector.tabs.count()):
        reviewing.inspector.tabs.setCurrentIndex(number)
        assert len(controls(reviewing)) > 10
        assert not faults(reviewing)


def test_the_walk_would_notice_a_nameless_button(reviewing):
    button = QPushButton(reviewing.bar)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.show()
    assert len(faults(reviewing)) == 2


def test_tab_goes_through_the_window_and_comes_back(qtbot, reviewing):
    reviewing.filter.begin()
    seen = []
    for _step in range(60):
        widget = QApplication.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert reviewing.filter.line in seen
    assert reviewing.view.editor in seen
    assert reviewing.inspector.tabs in seen


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


GROUNDS = [
    ("text", ["window", "panel", "current", "fair_bg", "bad_bg", "added_bg", "good_bg"]),
    ("muted", ["window", "panel", "current"]),
    ("good", ["window", "panel", "good_bg"]),
    ("fair", ["window", "panel", "current", "fair_bg"]),
    ("bad", ["window", "panel", "current", "bad_bg"]),
    ("name", ["window", "current"]),
    ("on_accent", ["accent"]),
    ("accent", ["window", "panel", "current"]),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("front", "grounds"), GROUNDS)
def test_text_can_be_read_on_its_grounds(theme, front, grounds):
    for ground in grounds:
        colours = THEMES[theme]
        lights = sorted([luminance(getattr(colours, front)), luminance(getattr(colours, ground))])
        assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5, (front, ground)


def test_the_frame_of_a_choice_can_be_seen_in_high_contrast(qtbot, dressed):
    assert dressed
    put_on("contrast")
    box = QComboBox()
    box.addItem("x")
    qtbot.addWidget(box)
    box.show()
    image = box.grab().toImage()
    edge = [image.pixelColor(x, image.height() // 2).name() for x in range(4)]
    lights = sorted([max(map(luminance, edge)), luminance(THEMES["contrast"].window)])
    assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 3
    for ground in ("window", "panel"):
        lights = sorted(luminance(getattr(THEMES["contrast"], name)) for name in ("border", ground))
        assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 3


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("ar", "قال الرئيس Zelensky إن الحرب طويلة.\nNATO ردّ.\n", "The president spoke.\nNATO answered.\n"),
        ("he", "הנשיא Zelensky דיבר.\nNATO ענה.\n", "The president spoke.\nNATO answered.\n"),
    ],
)
def test_texts_run_as_their_language_does_whatever_their_first_letter(
    qtbot, window, tmp_path, language, text, other
):
    paths = {role: tmp_path / f"{role}.{language}.txt" for role in (Role.TRANSLATION, Role.SOURCE)}
    paths[Role.TRANSLATION].write_text(text, encoding="utf-8")
    paths[Role.SOURCE].write_text(other, encoding="utf-8")
    open_texts(qtbot, window, paths)
    window.view.go_to_row(1)
    option = window.view.editor.document().defaultTextOption()
    assert direction(window.session.project.languages()[Role.TRANSLATION]) == Qt.LayoutDirection.RightToLeft
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft
    assert window.view.editor.text().startswith("NATO")


def test_the_window_works_from_right_to_left(qtbot, reviewing, dressed):
    dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: reviewing.heat.geometry().left() > reviewing.view.geometry().left())
    reviewing.view.go_to_row(0)
    strip = reviewing.view.strip
    assert strip.geometry().right() <= reviewing.view.viewport().width()
    chips = [chip for chip in strip.children() if hasattr(chip, "geometry") and chip.isWidgetType()]
    assert all(chip.geometry().left() >= 0 and chip.geometry().right() <= strip.width() for chip in chips)
    assert shown(reviewing) == translations(reviewing)


@pytest.mark.parametrize(
    ("direction_of_window", "arrow", "isolate"),
    [("LeftToRight", "→", "\u2066"), ("RightToLeft", "←", "\u2067")],
)
@pytest.mark.parametrize(("before", "after"), [("Kiev", "Kyiv"), ("كييف", "كييڤ"), ("كييف", "Kyiv")])
def test_a_change_reads_in_the_direction_of_the_window(
    dressed, direction_of_window, arrow, isolate, before, after
):
    dressed.setLayoutDirection(Qt.LayoutDirection[direction_of_window])
    said = becoming(before, after)
    assert said.startswith(isolate)
    assert [part.strip("\u2066\u2067\u2068\u2069") for part in said.split(f" {arrow} ")] == [before, after]
    places = [x_of(said, word) for word in (before, arrow, after)]
    assert places == sorted(places, reverse=direction_of_window == "RightToLeft")


def x_of(line, word):
    """Give where a word of a line is painted."""
    layout = QTextLayout(line, font("en"))
    layout.beginLayout()
    laid = layout.createLine()
    layout.endLayout()
    return laid.cursorToX(line.index(word) + len(word) // 2)[0]


def clipped(window):
    """Give the texts of labels that are lower than their letters."""
    return [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.height() + 1 < label.fontMetrics().height() and label.text()
    ]


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_texts_of_any_size_have_the_room_they_need(qtbot, reviewing, percent):
    put_on("light", percent)
    reviewing.resize(1500, 900)
    qtbot.waitUntil(lambda: font("en").pointSizeF() == QApplication.font().pointSizeF())
    heights = [reviewing.view.rowHeight(row) for row in range(reviewing.model.rowCount())]
    assert heights == [reviewing.view.needed_height(row) for row in range(reviewing.model.rowCount())]
    qtbot.waitUntil(lambda: not clipped(reviewing))
    for button in reviewing.findChildren(QPushButton):
        if button.isVisible() and button.property("listed") is not True:
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text().replace("&", "")), (
                button.text()
            )


def test_preferences_show_at_once_and_go_back_on_cancel(qtbot, settings, window, dressed):
    dialog = PreferencesDialog(settings, window.desk.dress)
    qtbot.addWidget(dialog)
    before = QApplication.font().pointSizeF()
    dialog.theme.setCurrentIndex(dialog.theme.findData("contrast"))
    dialog.percent.setCurrentIndex(dialog.percent.findData(150))
    assert dressed.property("theme") == "contrast"
    assert QApplication.font().pointSizeF() == pytest.approx(before * 1.5, rel=0.05)
    dialog.reject()
    assert dressed.property("theme") != "contrast"
    assert settings.value("theme") is None


def test_preferences_choose_checks_and_scores(qtbot, settings, reviewing):
    dialog = PreferencesDialog(settings, reviewing.desk.dress)
    qtbot.addWidget(dialog)
    dialog.checks["names"][0].setChecked(False)
    dialog.metrics["ter"].setChecked(False)
    dialog.accept()
    from ui.commands import choices  # noqa: PLC0415 -- what the command does on OK

    with qtbot.waitSignal(reviewing.session.analysed, timeout=60_000):
        reviewing.session.choose(choices(settings))
    assert not any(f.check == "names" for found in reviewing.session.findings.values() for f in found)
    assert "ter" not in reviewing.session.analysis.scores.corpus


def test_languages_are_named_in_themselves(tmp_path, qtbot):
    dialog = PreferencesDialog(QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat), lambda: None)
    qtbot.addWidget(dialog)
    names = [dialog.language.itemText(number) for number in range(dialog.language.count())]
    assert "한국어" in names
    assert QLocale("ko").nativeLanguageName() in names
