"""Entries read at one go are those that are read statement by statement."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.formats import po_syntax
from workbench.formats.po_strings import text_of

NEVER = re.compile(r"(?!)")
PIECES = (
    "#: a.c:1\n",
    "#. note\n",
    "#, fuzzy\n",
    "#~ msgid \"old\"\n#~ msgstr \"alt\"\n",
    " # indented\n",
    "msgctxt \"c\"\n",
    "msgid \"\"\n\"a\\n\"\n\"b\"\n",
    "msgid \"a\"\n",
    "msgid  \"two blanks\"\n",
    "msgid_plural \"as\"\n",
    "msgstr \"x\"\n",
    "msgstr \"x\\\"y\"\r\n",
    "msgstr[0] \"x\"\n",
    "msgstr[1] \"y\"\n",
    "msgstr[2] \"z\"\n",
    "\"more\"\n",
    "domain \"d\"\n",
    "\n",
    "\r\n",
    "\f",
    "junk\n",
    "\"a\" \"b\"\n",
)  # fmt: skip


def read(text):
    """Give the entries, or what is said of the file."""
    try:
        return list(po_syntax.entries(text))
    except WorkbenchError as error:
        return str(error)


def read_slowly(text):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(po_syntax, "_PLAIN", NEVER)
        return read(text)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_the_layout(text):
    assert read(text) == read_slowly(text)
    assert read(text.removesuffix("\n")) == read_slowly(text.removesuffix("\n"))


ENTRIES = (
    'msgid "a"\nmsgstr "b"\n\n',
    '#: a\n#. b\nmsgctxt "c"\nmsgid "a"\nmsgstr ""\n"b"\n"c"\n\n',
    'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] ""\n"bs"\n\n',
    'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\n',
    'msgid "a"msgstr "b"\n',
    '#~ msgid "o"\n#~ msgstr "p"\n\n',
    'msgid "a"\nmsgstr "b"\n\n"c"\n',
    'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[2] "c"\n',
)


@given(st.lists(st.sampled_from(ENTRIES), max_size=8).map("".join), st.booleans())
def test_whatever_the_sequence(text, returns):
    text = text.replace("\n", "\r\n") if returns else text
    assert read(text) == read_slowly(text)


def test_plain_entries_are_read_at_one_go(monkeypatch):
    monkeypatch.setattr(po_syntax, "_STATEMENT", NEVER)
    assert len(read(ENTRIES[0] * 3 + ENTRIES[1] + ENTRIES[2] + ENTRIES[3])) == 6


@pytest.mark.parametrize(
    ("strings", "text"),
    [
        ('"a"', "a"),
        ('""', ""),
        ('""\n"a "\n"b"', "a b"),
        ('"a"\r\n"b"', "ab"),
        ('"a" "b"', "ab"),
        ('"a\\""\n"b"', 'a"b'),
        ('"\\\\"\n"n"', "\\n"),
    ],
)
def test_strings_beside_each_other_are_one(strings, text):
    assert text_of(strings) == text
