"""The catalogues hold what the program says: nothing untranslated, nothing stale, nothing malformed."""

import io
import re
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_from_dir

from workbench.i18n import LOCALES, N_, _, candidates, load, ngettext, system_language, use_language

ROOT = Path(__file__).parent.parent
CATALOGUES = sorted(LOCALES.glob("*.po"))
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%%")


def spoken():
    """Collect every message of the program, as `make messages` does."""
    found = set()
    for folder in ("workbench", "ui"):
        for _file, _line, message, _comments, _context in extract_from_dir(str(ROOT / folder)):
            found.add(message[0] if isinstance(message, tuple) else message)
    return found


def test_the_template_is_what_make_messages_gives():
    assert {entry.msgid for entry in polib.pofile(str(LOCALES / "workbench.pot"))} == spoken()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_is_complete_and_holds_nothing_stale(path):
    entries = polib.pofile(str(path))
    assert {entry.msgid for entry in entries} == spoken()
    assert not [entry.msgid for entry in entries if entry.obsolete or entry.fuzzy or not entry.translated()]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_placeholders_are_kept(path):
    for entry in polib.pofile(str(path)):
        # “one dog”, “%(n)d dogs”: a form that stands for any number needs what the plural has.
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            if text:
                assert set(PLACEHOLDER.findall(text)) == wanted, entry.msgid


def test_korean_is_there_and_spoken():
    assert use_language("ko_KR.UTF-8") == "ko"
    assert _("Undo") == "되돌리기"
    assert ngettext("%(n)d pair", "%(n)d pairs", 2) % {"n": 2} == "쌍 2개"
    assert N_("Undo") == "Undo"


@pytest.mark.parametrize("tag", ["xx", "../../etc/passwd", "C", "", "ko/../x", "k", "한국어"])
def test_an_unknown_language_is_english(tag, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "C")
    assert use_language(tag) == "en"
    assert _("Undo") == "Undo"


def test_a_tag_is_tried_from_the_most_particular():
    assert candidates("pt-BR") == ["pt_BR", "pt"]
    assert load("zz") is None


@pytest.mark.parametrize(
    ("value", "wanted", "spoken_then"),
    [
        ("de:ko", ["de", "ko"], "ko"),
        ("de:en:ko", ["de", "en", "ko"], "en"),
        ("en_US:ko", ["en_US", "ko"], "en"),
    ],
)
def test_the_system_language_is_the_first_that_is_spoken(monkeypatch, value, wanted, spoken_then):
    monkeypatch.setenv("LANGUAGE", value)
    assert system_language() == wanted
    assert use_language() == spoken_then


def test_a_catalogue_is_read_without_a_build_step():
    catalogue = polib.pofile(str(LOCALES / "ko.po"))
    assert io.BytesIO(catalogue.to_binary()).read(4)
