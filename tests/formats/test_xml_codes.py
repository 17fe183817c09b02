"""Codes inside segments: shown, carried along, and refused when they are broken."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.formats import xliff_document
from workbench.model.code import codes, escaped, is_balanced, parts

FOLDER = Path(__file__).parent.parent / "data" / "formats"
BEGIN, END = '<bpt id="3">&lt;i&gt;</bpt>', '<ept id="3">&lt;/i&gt;</ept>'
INLINE = (FOLDER / "inline.xlf").read_bytes()


def written(text, number=0, data=INLINE):
    document = xliff_document.read(data)
    units = list(document.units)
    units[number] = replace(units[number], text=text)
    return xliff_document.write(replace(document, units=tuple(units)), data).decode()


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "⟦b3/⟧Warten⟦e3/⟧, ⟦2/⟧ & ⟦1⟧fett⟦/1⟧",
            f'{BEGIN}Warten{END}, <x id="2"/> &amp; <g id="1" ctype="bold">fett</g>',
        ),
        (
            "⟦1⟧⟦2/⟧⟦/1⟧⟦b3/⟧⟦e3/⟧<⟦(⟧1⟦)⟧>",
            f'<g id="1" ctype="bold"><x id="2"/></g>{BEGIN}{END}&lt;⟦1⟧&gt;',
        ),
    ],
)
def test_codes_are_written_as_they_were_wherever_they_are_put(text, target):
    assert f"<target>{target}</target>" in written(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no codes at all", r"Segment 1: its codes must be ⟦1⟧ ⟦2/⟧ ⟦/1⟧ ⟦b3/⟧ ⟦e3/⟧, but they are none"),
        ("⟦1⟧a ⟦2/⟧ b⟦/1⟧ ⟦b3/⟧", "codes must be"),
        ("⟦1⟧a ⟦2/⟧ b⟦/1⟧ ⟦b3/⟧c⟦e3/⟧⟦e3/⟧", "codes must be"),
        ("⟦1⟧a ⟦2/⟧ b⟦/1⟧ ⟦b3/⟧c⟦e3/⟧⟦9/⟧", "codes must be"),
        ("⟦/1⟧a ⟦2/⟧ b⟦1⟧ ⟦b3/⟧c⟦e3/⟧", "closed before it is opened"),
        ("⟦1⟧a ⟦2/⟧ b⟦/1⟧ ⟦b3/⟧c⟦e3/⟧\x01", "XML cannot hold"),
        ("⟦1⟧a ⟦2/⟧ b⟦/1⟧ ⟦b3/⟧c⟦e3/⟧\ud800", "XML cannot hold"),
        ("⟦1⟧a ⟦2/⟧ b⟦/1⟧ ⟦b3/⟧c⟦e3/⟧⟦", "does not read back"),
    ],
)
def test_a_broken_code_is_refused_with_its_segment(text, said):
    with pytest.raises(WorkbenchError, match=said):
        written(text)


def test_a_target_without_codes_may_take_its_sources():
    data = INLINE.replace(b'<target><g id="1" ctype="bold">Die <x id="2"/>-Taste</g>', b"<target>Die Taste")
    data = data.replace(
        'drücken &amp; <bpt id="3">&lt;i&gt;</bpt>warten<ept id="3">&lt;/i&gt;</ept>'.encode(), b""
    )
    assert "<target>neu</target>" in written("neu", data=data)
    full = written("⟦1⟧a⟦2/⟧⟦/1⟧⟦b3/⟧⟦e3/⟧", data=data)
    assert '<target><g id="1" ctype="bold">a<x id="2"/></g>' in full


TEXTS = st.text(st.sampled_from("ab⟦⟧/()1 &<>") | st.characters(codec="utf-8"), max_size=20)


@given(TEXTS)
def test_characters_of_a_file_are_never_taken_for_codes(text):
    assert "".join(piece for piece, _is_code in parts(escaped(text))) == text
    assert not codes(escaped(text))


@pytest.mark.parametrize(
    ("text", "balanced"),
    [("⟦1⟧⟦2⟧⟦/2⟧⟦/1⟧", True), ("⟦1⟧⟦2⟧⟦/1⟧⟦/2⟧", False), ("⟦/1⟧", False), ("⟦1⟧", False), ("⟦1/⟧x", True)],
)
def test_enclosing_codes_must_nest(text, balanced):
    assert is_balanced(text) is balanced
