"""A language that nobody speaks: longer, accented, in brackets. Nothing is cut, nothing left in English."""

import gettext
import re
import time

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from tests.ui.clipping import clipped, outside, untranslated
from tests.ui.conftest import ARTICLE, open_texts
from tests.ui.every_dialog import DIALOGS, MARK, NAME
from ui.theme import put_on
from workbench import figures, i18n
from workbench.i18n import _
from workbench.model.annotation import Annotation
from workbench.model.document import Role
from workbench.project.previewing import CHARSETS, LANGUAGES
from workbench.score import METRICS

LONGER = 0.4  # of a message: what German needs more than English, and Russian
KEPT = re.compile(r"(%(?:\(\w+\))?(?:\.\d)?[a-z%]|\{\w*\}|&(?=\w)|\n)")
ACCENTS = str.maketrans("aceilnorsuyzACEILNORSUYZ", "âçéîłñöřšüýžÂÇÉÎŁÑÖŘŠÜÝŽ")
FILL = "ñôřťĥëřñ wîñđ "  # letters and, now and then, a place to break a line
WORD = re.compile(r"[^\W\d_]{2,}")


def pseudo(message):
    """Make a message longer and accented; what is filled in stays."""
    parts = KEPT.split(message)
    said = "".join(part if number % 2 else part.translate(ACCENTS) for number, part in enumerate(parts))
    more = round(LONGER * len(message))
    return f"[{said}{(FILL * (more // len(FILL) + 1))[:more].strip()}]" if message else ""


class Pseudo(gettext.NullTranslations):
    """A catalogue that has every message."""

    def gettext(self, message):
        return pseudo(message)

    def ngettext(self, msgid1, msgid2, n):
        return pseudo(msgid1 if n == 1 else msgid2)


class QtPseudo(QTranslator):
    """The same of Qt's own words."""

    def isEmpty(self):  # noqa: N802 -- Qt's name
        return False

    def translate(self, context, text, *_more):
        return text if context == "QShortcut" else pseudo(text)  # the names of keys are the keyboard's


@pytest.fixture(params=[100, 200])
def percent(request, qapp, settings):
    """Speak the language nobody speaks, in texts of some size."""
    i18n._catalogue.set(Pseudo())
    translator = QtPseudo(qapp)
    qapp.installTranslator(translator)
    settings.setValue("scale", request.param)
    put_on("light", request.param)
    yield request.param
    qapp.removeTranslator(translator)
    i18n.use_language("en")
    put_on("light")


def words(*texts):
    return set(WORD.findall(" ".join(texts)))


# Not ours to translate: what users wrote, and what has one name in every language.
KEYS = words("Ctrl Enter Shift Alt Esc")
NAMES = words(*LANGUAGES, *CHARSETS, *(made("en").label for made in METRICS.values()))
USERS = words(*ARTICLE.values(), "translation.twb left", NAME.form, NAME.proposal, MARK.text)


def known():
    return KEYS | NAMES | USERS | words(*i18n.languages().values())


def faults(shown, names):
    """Give what cannot be read of a window or dialog as it stands."""
    QApplication.processEvents()  # what was just shown finds its place
    return clipped(shown) + outside(shown) + untranslated(shown, names)


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("%(n)d pairs, {x} and %s: %(v).1f, 5%%", ["%(n)d", "{x}", "%s", "%(v).1f", "%%"]),
        ("Take &A", ["&A"]),
        ("Preferences…", ["…"]),
    ],
)
def test_the_language_is_longer_and_keeps_what_is_filled_in(message, kept):
    said = pseudo(message)
    assert [part for part in kept if part not in said and part != "&A"] == []
    assert said.count("&") == message.count("&")
    assert len(said) >= 1.4 * len(message)


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_shows_all_of_its_words_and_none_in_english(qtbot, settings, percent, name):
    dialog = DIALOGS[name](settings)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    names, wrong = known(), []
    for number in range(dialog.pages.count() if name == "preferences" else 1):
        if name == "preferences":
            dialog.pages.setCurrentIndex(number)
        wrong += faults(dialog, names)
    dialog.close()
    assert not wrong, percent


def test_every_dialog_is_looked_at(settings, qtbot):
    made = [DIALOGS[name](settings) for name in DIALOGS]
    for dialog in made:
        qtbot.addWidget(dialog)
    ours = {kind for kind in QDialog.__subclasses__() if kind.__module__.startswith("ui.")}
    assert {type(dialog) for dialog in made} == ours


def test_the_window_shows_all_of_its_words_and_none_in_english(qtbot, percent, window, texts):
    window.resize(1440 if percent == 100 else 2000, 900)
    wrong = faults(window, known())  # the page without a review
    open_texts(qtbot, window, texts)
    names = known() | words(*window.session.analysis.scores.signatures.values())
    names |= words(figures.here(time.time()), "AM PM")
    mark = Annotation(window.view.current_pair, Role.TRANSLATION, (4, 13), "style", "major", "president")
    window.session.do(lambda project: project.annotate([mark]))
    window.actions_by_id["scoring"].trigger()
    for number in range(window.inspector.tabs.count()):
        window.inspector.tabs.setCurrentIndex(number)
        wrong += faults(window, names)
    window.show_guide()
    window.find_bar.begin("e")
    window.message.ask(_("Keys"), _("Open"), print, _("Not now"), print)
    wrong += faults(window, names)
    window.actions_by_id["linking"].trigger()
    assert not wrong + faults(window, names)


def test_the_look_would_notice(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    label, button = QLabel("[Wörds] and others", dialog), QPushButton("[Büttöñ]", dialog)
    dialog.resize(300, 100)
    dialog.show()
    label.setGeometry(10, 10, 20, 20)
    button.setGeometry(250, 50, button.sizeHint().width(), button.sizeHint().height())
    assert len(clipped(dialog)) == len(outside(dialog)) == 1
    assert untranslated(dialog, {"and"}) == ["QLabel: [Wörds] and others"]
    label.setWordWrap(True)
    assert len(clipped(dialog)) == 1
    label.adjustSize()
    button.move(100, 50)
    assert not clipped(dialog) + outside(dialog)
