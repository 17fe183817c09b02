"""A large catalogue: the first rows soon, then all of them, the window free meanwhile, and nothing lost."""

from time import process_time

import pytest
from PySide6.QtCore import QTimer

from tests.ui.conftest import type_text
from workbench.model.document import Role
from workbench.project import Project
from workbench.project.intake import Inputs

pytestmark = pytest.mark.window
ENTRIES = 6_000
BLOCKED = 0.15  # seconds of work: three times what is asked, for slower machines


@pytest.fixture
def catalogue(tmp_path):
    """Give a PO file of some thousand entries."""
    path = tmp_path / "big.po"
    head = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entries = (
        f'msgid "Message number {n} of the program"\nmsgstr "Meldung Nummer {n} des Programms"\n\n'
        for n in range(ENTRIES)
    )
    path.write_text(head + "".join(entries), encoding="utf-8")
    return path


class Watchdog:
    """Measures the longest work in which the UI thread did not answer: others on the machine do not count."""

    def __init__(self, parent):
        self.longest, self._last = 0.0, process_time()
        self.timer = QTimer(parent, interval=5)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self):
        now = process_time()
        self.longest, self._last = max(self.longest, now - self._last), now


def opened(qtbot, window, path):
    with qtbot.waitSignal(window.session.grown, timeout=60_000, check_params_cb=lambda ids: not ids):
        window.session.open_texts(Inputs({Role.TRANSLATION: path}, {}))


def test_rows_come_part_by_part_and_can_be_worked_on(qtbot, window, catalogue):
    with qtbot.waitSignal(window.session.opened, timeout=60_000):
        window.session.open_texts(Inputs({Role.TRANSLATION: catalogue}, {}))
    first = window.model.rowCount()
    qtbot.waitUntil(lambda: window.view.editor is not None)
    type_text(window.view.editor, "Neu: ")
    window.actions_by_id["approve"].trigger()
    dog = Watchdog(window)
    qtbot.waitUntil(lambda: window.model.rowCount() == ENTRIES, timeout=60_000)
    qtbot.waitUntil(lambda: not window.session.is_growing, timeout=60_000)
    assert first < ENTRIES
    assert dog.longest < BLOCKED
    assert window.model.pair_at(0).text(Role.TRANSLATION) == "Neu: Meldung Nummer 0 des Programms"
    window.view.go_to_row(ENTRIES - 1)
    assert window.view.editor.text() == f"Meldung Nummer {ENTRIES - 1} des Programms"
    assert window.session.tally.reviewed == 1


def test_an_import_that_was_stopped_is_finished_at_the_next_opening(qtbot, window, catalogue):
    with qtbot.waitSignal(window.session.opened, timeout=60_000):
        window.session.open_texts(Inputs({Role.TRANSLATION: catalogue}, {}))
    path = window.session.project.path
    window.session._leave()
    with Project.open(path) as project:
        ids = project.pair_ids()
        assert len(ids) == ENTRIES
        assert [pair.text(Role.SOURCE) for pair in project.pairs(ids[-1:])] == [
            f"Message number {ENTRIES - 1} of the program"
        ]


def test_the_same_file_goes_on_with_its_review(qtbot, window, catalogue):
    opened(qtbot, window, catalogue)
    path = window.session.project.path
    window.actions_by_id["approve"].trigger()
    window.session._leave()
    with qtbot.waitSignal(window.session.opened, timeout=60_000):
        window.session.open_texts(Inputs({Role.TRANSLATION: catalogue}, {}))
    assert window.session.project.path == path
    qtbot.waitUntil(lambda: window.session.tally.reviewed == 1)


def test_it_is_filtered_found_in_and_exported(qtbot, window, catalogue, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.gathering.MOST_HELD", 1_000)  # as if it were too large to be held
    opened(qtbot, window, catalogue)
    assert window.session.gathered.is_large
    window.filter.ask_for("4999")
    qtbot.waitUntil(lambda: window.model.rowCount() == 1, timeout=20_000)
    window.filter.ask_for("")
    qtbot.waitUntil(lambda: window.model.rowCount() == ENTRIES)
    window.find_bar.begin("Nummer 777 ")
    qtbot.waitUntil(lambda: window.find_bar.count.text() == "0 / 1", timeout=20_000)
    window.view.go_to_row(0)
    type_text(window.view.editor, "Neu: ")
    with qtbot.waitSignal(window.session.scored, timeout=20_000):
        type_text(window.view.editor, "  ")
    assert [finding.check for finding in window.view.strip.findings()] == ["typography"]
    window.actions_by_id["undo"].trigger()
    type_text(window.view.editor, "Neu: ")
    with qtbot.waitSignal(window.session.exported, timeout=60_000):
        window.session.export(tmp_path / "out.po")
    text = (tmp_path / "out.po").read_text(encoding="utf-8")
    assert text.replace("Neu: ", "") == catalogue.read_text(encoding="utf-8")
    assert text.count("Neu: ") == 1
    window.actions_by_id["undo"].trigger()
    assert window.model.pair_at(0).text(Role.TRANSLATION) == "Meldung Nummer 0 des Programms"
