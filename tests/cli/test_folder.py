"""`review` of a folder of articles."""

import json

import pytest


@pytest.fixture
def folder(tmp_path):
    """Give a folder with two good articles, a bad one between them, and a file that is no one's."""
    texts = {
        "a.mt.txt": b"One is here.\n",
        "b.mt.txt": bytes(range(256)) * 20,
        "c/translation.txt": b"Two is there.\n",
        "notes.txt": b"Do not forget.\n",
    }
    for name, text in texts.items():
        path = tmp_path / "B" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    return tmp_path / "B"


def test_a_bad_file_stops_no_other(folder, workbench, tmp_path):
    code, printed, lines = workbench("review", folder, "--out", tmp_path / "out", "--json")
    assert code == 2
    assert len(lines) == 1
    assert str(folder / "b.mt.txt") in lines[0]
    assert "not a text file" in lines[0]
    shape = json.loads(printed)
    assert [article["files"]["review"] for article in shape["articles"]] == [
        str(tmp_path / "out/a.mt/a.mt.twb"),
        str(tmp_path / "out/c/translation.twb"),
    ]
    assert shape["left_out"] == [str(folder / "notes.txt")]


def test_a_second_run_finds_the_same_articles(folder, workbench):
    (folder / "b.mt.txt").unlink()
    first = workbench("review", folder, "--out", folder / "out")
    assert first[0] == 0
    assert f"Left out, being part of no article: {folder / 'notes.txt'}\n" in first[1]
    assert workbench("review", folder, "--out", folder / "out") == first
    _code, printed, _err = workbench("review", folder, "--out", folder / "other", "--json")
    assert len(json.loads(printed)["articles"]) == 2
