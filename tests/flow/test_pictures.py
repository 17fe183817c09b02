"""Pictures of every panel and dialog, light, dark, Korean and from right to left, for people to look at.

They are left in the folder that WORKBENCH_PICTURES names, else in pytest's own; what is checked here is that
each shows something, and that no two themes look the same.
"""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.conftest import open_texts
from tests.ui.test_people import DIALOGS
from ui.theme import put_on
from workbench.i18n import use_language

pytestmark = pytest.mark.window
FEW = 40  # colours that a picture of texts has, at least
LOOKS = {
    "light": ("light", "en", Qt.LayoutDirection.LeftToRight),
    "dark": ("dark", "en", Qt.LayoutDirection.LeftToRight),
    "contrast": ("contrast", "en", Qt.LayoutDirection.LeftToRight),
    "korean": ("light", "ko", Qt.LayoutDirection.LeftToRight),
    "right-to-left": ("light", "en", Qt.LayoutDirection.RightToLeft),
}


@pytest.fixture
def look(request, qapp):
    """Put a look on, and the usual one back."""
    theme, language, direction = LOOKS[request.param]
    use_language(language)
    qapp.setLayoutDirection(direction)
    put_on(theme)
    yield request.param
    use_language("en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    put_on("light")


@pytest.fixture
def folder(tmp_path):
    """Give the folder for pictures."""
    made = Path(os.environ.get("WORKBENCH_PICTURES", tmp_path / "pictures"))
    made.mkdir(parents=True, exist_ok=True)
    return made


def picture(widget, path):
    """Take a picture, and give how many colours it has."""
    QApplication.processEvents()
    image = widget.grab().toImage()
    assert image.save(str(path))
    step = max(image.width() // 300, 1)
    return {image.pixel(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)}


@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_every_panel_has_a_picture(qtbot, look, window, sample, folder):
    put_on(LOOKS[look][0])  # the window dressed as the system is
    open_texts(qtbot, window, sample)
    window.view.go_to_row(2)
    qtbot.waitUntil(lambda: bool(window.names.findChildren(QPushButton)))  # cards come in turns
    for number in range(window.inspector.tabs.count()):
        window.inspector.tabs.setCurrentIndex(number)
        assert len(picture(window, folder / f"{look}-panel-{number}.png")) > FEW
    window.actions_by_id["linking"].trigger()
    assert len(picture(window, folder / f"{look}-linking.png")) > FEW
    window.actions_by_id["linking"].trigger()


@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_every_dialog_has_a_picture(qtbot, look, settings, folder):
    for name, make in DIALOGS.items():
        dialog = make(settings)
        qtbot.addWidget(dialog)
        dialog.show()
        assert len(picture(dialog, folder / f"{look}-{name}.png")) > FEW // 4
        dialog.close()
