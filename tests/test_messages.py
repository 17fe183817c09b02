"""The catalogues hold what the program says: nothing untranslated, nothing stale, nothing malformed."""

import gettext
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from babel import Locale
from babel.messages.extract import extract_from_dir

from workbench.cli import run
from workbench.i18n import LOCALES, N_, _, candidates, load, ngettext, system_language, use_language

ROOT = Path(__file__).parent.parent
CATALOGUES = sorted(LOCALES.glob("*.po"))
EACH = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
# The whole of a placeholder: one that is written with other decimals is another.
PLACEHOLDER = re.compile(r"%\(\w+\)(?:\.\d)?[sdfg]|%[sd%]")
COUNTED = range(2000)  # every rule of CLDR for whole numbers below a million shows itself in these
CATEGORIES = ("zero", "one", "two", "few", "many", "other")  # CLDR's order


def placeholders(text):
    """Give the placeholders of a message."""
    return set(PLACEHOLDER.findall(text))


def spoken():
    """Collect every message of the program, as `make messages` does."""
    found = set()
    for folder in ("workbench", "ui"):
        for _file, _line, message, _comments, _context in extract_from_dir(str(ROOT / folder)):
            found.add(message[0] if isinstance(message, tuple) else message)
    return found


def test_the_template_is_what_make_messages_gives():
    assert {entry.msgid for entry in polib.pofile(str(LOCALES / "workbench.pot"))} == spoken()


@EACH
def test_a_catalogue_is_complete_and_holds_nothing_stale(path):
    entries = polib.pofile(str(path))
    assert {entry.msgid for entry in entries} == spoken()
    assert not [entry.msgid for entry in entries if entry.obsolete or entry.fuzzy or not entry.translated()]


@EACH
def test_plurals_are_those_of_the_program(path):
    """A stale plural would be filled in with what its placeholders do not take."""
    counted = {
        message
        for folder in ("workbench", "ui")
        for _file, _line, message, _comments, _context in extract_from_dir(str(ROOT / folder))
        if isinstance(message, tuple)
    }
    entries = polib.pofile(str(path))
    assert {(entry.msgid, entry.msgid_plural) for entry in entries if entry.msgid_plural} == counted


def chooser(catalogue):
    """Give the function that a catalogue's Plural-Forms describes, and how many forms there are."""
    count, formula = re.fullmatch(
        r"nplurals=(\d);\s*plural=(.+?);?", catalogue.metadata["Plural-Forms"]
    ).groups()
    return gettext.c2py(formula), int(count)


@EACH
def test_plural_forms_are_those_of_the_language(path):
    """Numbers that CLDR treats alike have one form, and others another, in CLDR's order."""
    form_of, count = chooser(polib.pofile(str(path)))
    rule = Locale.parse(path.stem).plural_form
    forms = {}
    for number in COUNTED:
        forms.setdefault(rule(number), set()).add(form_of(number))
    assert all(len(found) == 1 for found in forms.values()), forms
    used = [min(forms[category]) for category in CATEGORIES if category in forms]
    assert used == list(range(count))


@EACH
def test_every_plural_has_as_many_forms_as_its_language(path):
    catalogue = polib.pofile(str(path))
    _form_of, count = chooser(catalogue)
    assert [
        entry.msgid
        for entry in catalogue
        if entry.msgid_plural and (len(entry.msgstr_plural) != count or not all(entry.msgstr_plural.values()))
    ] == []


@EACH
def test_placeholders_are_kept(path):
    """A form for one number alone, as Arabic has for two, may leave that number out."""
    catalogue = polib.pofile(str(path))
    form_of, count = chooser(catalogue)
    numbers = {form: [number for number in COUNTED if form_of(number) == form] for form in range(count)}
    wrong = []
    for entry in catalogue:
        wanted = placeholders(entry.msgid_plural or entry.msgid)
        counted = {one for one in wanted if one.endswith("d") or one in ("%(n)s", "%(count)s")}
        for form, text in entry.msgstr_plural.items() or [(None, entry.msgstr)]:
            may_lack = counted if form is not None and len(numbers[form]) == 1 else set()
            found = placeholders(text)
            if not (wanted - may_lack <= found <= wanted):
                wrong.append((entry.msgid, text))
    assert wrong == []


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@EACH
def test_msgfmt_finds_nothing_to_say(path):
    ran = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


@EACH
def test_the_programs_own_checks_find_nothing_to_say(path, capsys):
    """Every translation is checked against the English that it was made from, as a user's would be."""
    assert run(["check", str(path), "--json"], int) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_korean_is_there_and_spoken():
    assert use_language("ko_KR.UTF-8") == "ko"
    assert _("Undo") == "되돌리기"
    assert ngettext("%(n)s pair", "%(n)s pairs", 2) % {"n": "2"} == "쌍 2개"
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
        ("nl:ko", ["nl", "ko"], "ko"),
        ("nl:en:ko", ["nl", "en", "ko"], "en"),
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


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("zh_CN.UTF-8", ["zh_CN", "zh_Hans", "zh"]),
        ("zh-Hans-SG", ["zh_Hans_SG", "zh_Hans", "zh"]),
        ("zh_TW", ["zh_TW", "zh_Hant", "zh"]),
        ("zh", ["zh", "zh_Hans"]),
        ("ko-KR", ["ko_KR", "ko"]),
    ],
)
def test_chinese_goes_by_its_script(tag, wanted):
    assert candidates(tag) == wanted
