from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.formats import plain

CODECS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949"]


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_an_edit_changes_its_paragraph_and_no_other_byte(codec, newline):
    lines = ["첫째 문장.", "", "  둘째 문장  ", "", "셋째"]
    data = newline.join(lines).encode(codec)
    document = plain.read(data, codec)
    assert [unit.text for unit in document.units] == ["첫째 문장.", "  둘째 문장  ", "셋째"]
    assert plain.write(document, data) == data
    edited = replace(document.units[1], text="바뀐 문장")
    changed = replace(document, units=(document.units[0], edited, document.units[2]))
    lines[2] = "바뀐 문장"
    assert plain.write(changed, data) == newline.join(lines).encode(codec)


def test_a_code_unit_that_holds_a_line_end_is_none():
    data = "a\u0a00b\u0a0d\n둘째".encode("utf-16-le")
    assert [unit.text for unit in plain.read(data, "utf-16-le").units] == ["a\u0a00b\u0a0d", "둘째"]


def test_line_separators_inside_a_paragraph_stay_inside():
    assert len(plain.read("one\u2028still one\x0bstill\x85still\ntwo".encode()).units) == 2


def test_a_character_the_charset_lacks_is_named_with_its_paragraph():
    data = "하나\n둘\n".encode("cp949")
    document = plain.read(data, "cp949")
    edited = replace(document, units=(document.units[0], replace(document.units[1], text="둘 🙂")))
    with pytest.raises(WorkbenchError, match="Paragraph 2: cp949 has no “🙂”"):
        plain.write(edited, data)


def test_only_blank_lines_are_no_text():
    with pytest.raises(WorkbenchError, match="no text"):
        plain.read(b" \n\n\t\n")


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs", "Cc"]), min_size=1
)


@given(st.lists(TEXTS, min_size=1, max_size=6), st.sampled_from(["utf-8", "utf-16", "utf-16-be"]))
def test_unchanged_is_identical(paragraphs, codec):
    data = "\n".join(paragraphs).encode(codec)
    try:
        document = plain.read(data, codec)
    except WorkbenchError:
        return
    assert plain.write(document, data) == data
