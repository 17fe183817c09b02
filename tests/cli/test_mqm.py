"""`workbench mqm`, on lines of the published data and on reviews."""

import json
import shutil
from pathlib import Path

import pytest

from workbench.model.annotation import Annotation, Assessment
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.mqm.typology import built_in
from workbench.project import Project
from workbench.project.annotating import TAKE_IN

PUBLISHED = Path(__file__).parents[1] / "data/mqm/ted_zhen.tsv"
HEAD = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\n"


def row(segment, rater, target, category="No-error", severity="No-error"):
    return f"s\td\t{segment}\t{segment}\t{rater}\tsrc\t{target}\t{category}\t{severity}\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Give a folder with the files that the examples of --help name."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(PUBLISHED, tmp_path / "marks.tsv")
    kim = row(1, "kim", "a <v>bad</v> cat", "Style/Awkward", "Minor") + row(2, "kim", "well")
    lee = row(1, "lee", "a <v>bad</v> cat", "Style/Awkward", "Major") + row(2, "lee", "well")
    (tmp_path / "kim.tsv").write_text(HEAD + kim, encoding="utf-8")
    (tmp_path / "lee.tsv").write_text(HEAD + lee, encoding="utf-8")
    return tmp_path


@pytest.fixture
def rated_review(here, workbench, article):
    """Give a review, and a colleague's ratings of its text, by the names in the examples of --help."""
    assert workbench("review", article / "a.txt", "--source", article / "source.txt", "--out", ".")[0] == 0
    shutil.copy("a.twb", "other.twb")
    with Project.open(here / "other.twb") as project:
        first, second, *_others = project.pair_ids()
        project.annotate([Annotation(first, Role.TRANSLATION, (0, 4), "accuracy", "major", author="Lee")])
        project.assess(Assessment(second, "Kim", 40.0))
    assert workbench("mqm", "convert", "other.twb", "kim.json")[0] == 0
    return here / "a.twb"


@pytest.mark.usefixtures("here")
def test_systems_are_scored(workbench):
    code, out, lines = workbench("mqm", "score", "marks.tsv", "--typology", "wmt", "--json")
    assert (code, lines) == (0, [])
    found = json.loads(out)
    told = {one["system"]: (one["penalty"], one["segments"], one["errors"]) for one in found["systems"]}
    assert told == {
        "Borderline": (20, 1, 4),
        "DIDI-NLP": (0, 1, 0),
        "SMU": (3, 2, 3),
        "metricsystem4": (6, 1, 2),
        "MiSS": (2, 1, 2),
    }
    borderline = found["systems"][0]
    assert borderline["words"] == 28
    assert borderline["per_thousand"] == pytest.approx(20 / 28 * 1000, abs=1e-3)
    assert borderline["quality"] == pytest.approx(100 - 20 / 28 * 1000, abs=1e-3)
    assert not borderline["passed"]
    assert borderline["counts"][0] == {"category": "Style/Awkward", "severity": "Major", "count": 2}
    assert found["segments"][0] == {
        "system": "Borderline",
        "document": "talk.2",
        "segment": "84",
        "penalty": 20,
    }


@pytest.mark.usefixtures("here")
def test_a_threshold_that_is_not_met_ends_with_1(workbench):
    assert workbench("mqm", "score", "kim.tsv", "--threshold", "90")[0] == 1
    code, out, _lines = workbench("mqm", "score", "kim.tsv", "--threshold", "90", "--acceptable", "1000")
    assert code == 0
    assert "passed" in out
    assert workbench("mqm", "score", "kim.tsv")[0] == 0


@pytest.mark.usefixtures("here")
def test_words_may_be_counted_in_the_source(workbench):
    _code, out, _lines = workbench("mqm", "score", "kim.tsv", "--words", "source", "--json")
    assert json.loads(out)["systems"][0]["words"] == 2


def test_a_severity_without_weight_is_said(workbench, here):
    (here / "odd.tsv").write_text(HEAD + row(1, "kim", "<v>a</v>", "x", "Terrible"), encoding="utf-8")
    code, _out, lines = workbench("mqm", "score", "odd.tsv")
    assert code == 0
    assert "“Terrible” cost nothing" in lines[0]


def test_a_typology_of_ones_own(workbench, refused, here):
    own = Path(built_in.__wrapped__.__code__.co_filename).parent / "typologies/simple.toml"
    (here / "own.toml").write_text(own.read_text(encoding="utf-8").replace("weight = 1.0", "weight = 2.0"))
    _code, out, _lines = workbench("mqm", "score", "kim.tsv", "--typology", "own.toml", "--json")
    assert json.loads(out)["systems"][0]["penalty"] == 2
    (here / "own.toml").write_text("name = 'x'")
    assert "own.toml" in refused("mqm", "score", "kim.tsv", "--typology", "own.toml")
    assert "no typology “none”" in refused("mqm", "score", "kim.tsv", "--typology", "none")


def test_two_reviewers_are_compared_and_merged(workbench, refused, here):
    code, out, lines = workbench("mqm", "agree", "kim.tsv", "lee.tsv")
    assert (code, lines) == (0, [])
    assert "“bad” Style/Awkward, Minor" in out
    _code, out, _lines = workbench("mqm", "agree", "kim.tsv", "lee.tsv", "--json")
    found = json.loads(out)
    assert (found["segments"], found["span_f1"], found["tau"], found["same_severity"]) == (2, 1, 1, 0)
    (apart,) = found["apart"]
    assert apart["number"] == 1
    assert [apart["marks"][0][side]["severity"] for side in "ab"] == ["Minor", "Major"]
    assert "--choose 1=a" in refused("mqm", "merge", "kim.tsv", "lee.tsv", "-o", "m.tsv")
    assert not (here / "m.tsv").exists()
    code, out, _lines = workbench("mqm", "merge", "kim.tsv", "lee.tsv", "--choose", "1=b", "-o", "m.tsv")
    assert code == 0
    assert (here / "m.tsv").read_text(encoding="utf-8") == (here / "lee.tsv").read_text(
        encoding="utf-8"
    ).replace("lee", "merged")


def test_both_reviewers_may_stand_in_one_file(workbench, refused, here):
    lines = [(here / name).read_text(encoding="utf-8") for name in ("kim.tsv", "lee.tsv")]
    (here / "both.tsv").write_text("".join(lines), encoding="utf-8")
    assert workbench("mqm", "agree", "both.tsv")[0] == 0
    (here / "three.tsv").write_text("".join(lines) + row(1, "bo", "a bad cat"), encoding="utf-8")
    assert "here are 3 (kim, lee, and bo)" in refused("mqm", "agree", "three.tsv")
    assert workbench("mqm", "agree", "three.tsv", "--rater", "kim", "--rater", "bo")[0] == 0
    assert "here is 1 (kim)" in refused("mqm", "agree", "kim.tsv")


def test_the_same_name_in_two_files_is_two_reviewers(workbench, here):
    text = (here / "lee.tsv").read_text(encoding="utf-8").replace("lee", "kim")
    (here / "again.tsv").write_text(text, encoding="utf-8")
    _code, out, _lines = workbench("mqm", "agree", "kim.tsv", "again.tsv", "--json")
    assert json.loads(out)["raters"] == ["kim (kim.tsv)", "kim (again.tsv)"]


@pytest.mark.parametrize("name", ["there.json", "there.xlf"])
def test_a_conversion_there_and_back_is_the_published_file(workbench, here, name):
    assert workbench("mqm", "convert", "marks.tsv", name, "--typology", "wmt")[0] == 0
    assert workbench("mqm", "convert", name, "back.tsv", "--typology", "wmt")[0] == 0
    assert (here / "back.tsv").read_bytes() == PUBLISHED.read_bytes()


def test_a_review_is_scored_and_converted(workbench, here, article):
    assert workbench("review", article / "a.txt", "--source", article / "source.txt", "--out", "out")[0] == 0
    review = here / "out/a.twb"
    with Project.open(review) as project:
        first, second, *_others = project.pair_ids()
        project.annotate([Annotation(first, Role.TRANSLATION, (0, 4), "accuracy", "major", author="Kim")])
        project.set_status([second], Status.APPROVED)
    _code, out, _lines = workbench("mqm", "score", review, "--json")
    (found,) = json.loads(out)["systems"]
    assert (found["segments"], found["errors"], found["penalty"]) == (2, 1, 5)
    assert workbench("mqm", "convert", review, "r.xlf")[0] == 0
    assert 'srcLang="ko" trgLang="en"' in (here / "r.xlf").read_text(encoding="utf-8")
    code, out, _lines = workbench("mqm", "agree", review, "r.xlf", "--json")
    assert code == 0
    assert json.loads(out)["span_f1"] == 1


def test_others_marks_and_scores_are_imported_once(workbench, refused, rated_review):
    code, out, lines = workbench("mqm", "import", rated_review, "kim.json", "--json")
    assert (code, lines) == (0, [])
    assert json.loads(out) == {"file": str(rated_review), "marks": 1, "scores": 1}
    with Project.open(rated_review) as project:
        assert [one.author for one in project.annotations()] == ["Lee"]
        assert [(one.author, one.score) for one in project.assessments()] == [("Kim", 40.0)]
        assert project.history()[-1].name == TAKE_IN
        project.undo()
        assert (project.annotations(), project.assessments()) == ([], [])
    assert workbench("mqm", "import", rated_review, "kim.json")[0] == 0
    assert "already" in refused("mqm", "import", rated_review, "kim.json")
    assert "None of these ratings" in refused("mqm", "import", rated_review, "lee.tsv")


def test_one_reviewer_alone_is_imported(workbench, rated_review):
    _code, out, _lines = workbench("mqm", "import", rated_review, "kim.json", "--rater", "Kim")
    assert "marks imported 0 · scores imported 1" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("score", "none.tsv"), "none.tsv"),
        (("score", "bad.bin"), "bad.bin"),
        (("score", "plain.txt"), "holds no ratings"),
        (("score", "empty.tsv"), "nobody rated"),
        (("agree", "kim.tsv", "other.tsv"), "no segment in common"),
        (("convert", "kim.tsv", "kim.tsv"), "is an input"),
        (("convert", "kim.tsv", "kim.doc"), ".tsv, .json, or .xlf"),
        (("merge", "kim.tsv", "lee.tsv", "--choose", "x", "-o", "m.tsv"), "like 3=a"),
        (("merge", "kim.tsv", "lee.tsv", "--choose", "9=a", "--others", "a", "-o", "m.tsv"), "no segment 9"),
    ],
)
def test_bad_input_is_one_line(refused, here, arguments, said):
    (here / "bad.bin").write_bytes(b"system\tdoc\xff\xfe")
    (here / "plain.txt").write_text("Just a text.", encoding="utf-8")
    (here / "empty.tsv").write_text(HEAD, encoding="utf-8")
    (here / "other.tsv").write_text(HEAD + row(9, "lee", "x"), encoding="utf-8")
    assert said in refused("mqm", *arguments)
