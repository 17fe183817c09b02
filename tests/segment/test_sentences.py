"""Sentences: the sample with its key, and the hard set, one case a line."""

import json
from pathlib import Path
from unicodedata import normalize

import pytest

from workbench.segment import sentence_spans, sentences

ROOT = Path(__file__).parents[2]
SIDES = [
    ("translation", "en", "en-mt", 59),
    ("reference", "en", "en-ref", 53),
    ("source", "ko", "ko", 53),
]


def hard_set():
    language = ""
    for line in (ROOT / "tests/segment/hard_set.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("## "):
            language = line[3:]
        elif language and line:
            yield pytest.param(language, line, id=f"{language}-{line[:40]}")


@pytest.mark.parametrize(("side", "language", "name", "count"), SIDES)
def test_sample_is_cut_as_its_key_says(side, language, name, count):
    key = json.loads((ROOT / "tests/data/north-korean-troops.gold.json").read_text(encoding="utf-8"))
    text = (ROOT / f"seeds/north-korean-troops.{name}.txt").read_text(encoding="utf-8")
    found = [sentence for paragraph in text.split("\n") for sentence in sentences(paragraph, language)]
    assert found == [sentence for bead in key["beads"] for sentence in bead[side]]
    assert len(found) == count


@pytest.mark.parametrize(("language", "line"), list(hard_set()))
def test_hard_case(language, line):
    paragraph = line.replace(" | ", " ").replace("|", "")
    assert sentences(paragraph, language) == [part.strip() for part in line.split("|")]


@pytest.mark.parametrize(("language", "line"), list(hard_set()))
def test_hard_case_in_decomposed_letters(language, line):
    paragraph = normalize("NFD", line.replace(" | ", " ").replace("|", ""))
    composed = [normalize("NFC", sentence) for sentence in sentences(paragraph, language)]
    assert composed == [normalize("NFC", part.strip()) for part in line.split("|")]


@pytest.mark.parametrize("paragraph", ["", " ", "\n", "\t\u3000\u2028 ", "\x1c\x85"])
def test_blank_paragraph_has_no_sentences(paragraph):
    assert sentence_spans(paragraph, "en") == []


@pytest.mark.parametrize(
    ("paragraph", "spans"),
    [
        ("Hi 😀. There.", [(0, 5), (6, 12)]),
        ("  갔다. 왔다.\u3000", [(2, 5), (6, 9)]),
        ("A\u0301. B\r\n\r\nC", [(0, 5), (9, 10)]),
        ("行く。来い。", [(0, 3), (3, 6)]),
    ],
)
def test_spans_count_code_points(paragraph, spans):
    assert sentence_spans(paragraph, "ko") == spans


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("A headline\n\nThe text begins.", ["A headline", "The text begins."]),
        ("Bring:\n- bread\n- milk", ["Bring:", "- bread", "- milk"]),
        ("One line of a\nparagraph that was wrapped.", ["One line of a\nparagraph that was wrapped."]),
        ("• First thing • Second thing", ["• First thing", "• Second thing"]),
        ("1) First thing 2) Second thing", ["1) First thing", "2) Second thing"]),
    ],
)
def test_lists_and_blank_lines_cut(paragraph, expected):
    assert sentences(paragraph, "en") == expected


@pytest.mark.parametrize(
    "language", ["xx", "en-US", "EN_us.UTF-8", "zh_Hans", "", "-", "é", "x" * 5000, "\x00"]
)
def test_any_language_tag_works(language):
    paragraph = "Gen. Lee left. “…했다.”라고 말했다. 本当？はい。"
    expected = ["Gen. Lee left.", "“…했다.”라고 말했다.", "本当？", "はい。"]
    assert sentences(paragraph, language) == expected


def test_unknown_language_is_taken_for_english():
    paragraph = "He lives in the U.S. The rest, e.g. she, does not."
    assert sentences(paragraph, "xx") == sentences(paragraph, "en")


def test_language_decides():
    assert sentences("Am 3. Oktober.", "de") == ["Am 3. Oktober."]
    assert sentences("It had 3. October came.", "en") == ["It had 3.", "October came."]
