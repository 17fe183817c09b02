"""`workbench report`, and the report that a review leaves."""

import json
import shutil

import pytest


@pytest.fixture
def story(workbench, article, tmp_path, monkeypatch):
    """Give a review called story.twb in the present folder."""
    reference = ["--reference", article / "reference.txt"]
    assert workbench("review", article / "a.txt", *reference, "--out", tmp_path / "out")[0] == 0
    monkeypatch.chdir(tmp_path)
    shutil.copy(tmp_path / "out/a.twb", tmp_path / "story.twb")
    return tmp_path


def test_both_forms_hold_the_same(workbench, story):
    code, out, lines = workbench("report", "story.twb", "-o", "report.html", "-o", "report.json")
    assert (code, lines, out.split()) == (0, [], ["report.html", "report.json"])
    assert (story / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    told = json.loads((story / "report.json").read_text(encoding="utf-8"))
    assert told["title"] == "story"
    _code, out, _lines = workbench("report", "story.twb", "--json")
    assert json.loads(out) == told


def test_a_review_leaves_the_same_report(workbench, story):
    left = json.loads((story / "out/report.json").read_text(encoding="utf-8"))
    _code, out, _lines = workbench("report", "out/a.twb", "--json")
    assert json.loads(out) == left
    assert (story / "out/report.html").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("story.twb",), "-o report.html"),
        (("story.twb", "-o", "story.twb"), "is an input"),
        (("story.twb", "-o", "r.doc"), "r.doc"),
        (("none.twb", "-o", "r.html"), "none.twb"),
        (("story.twb", "-o", "r.html", "--typology", "none"), "no typology"),
    ],
)
@pytest.mark.usefixtures("story")
def test_bad_input_is_one_line(refused, arguments, said):
    assert said in refused("report", *arguments)
