"""`workbench check`: what it prints, its exit codes, its files of rules and dismissals, and bad input."""

import json
from dataclasses import dataclass

import pytest

from workbench.model.dismissal import Dismissals, Scope
from workbench.model.document import Role
from workbench.project import Project
from workbench.project.analysing import analyse

TEXT = "The ministry has confirmed the report.\nAnalyst Olga  Petrova spoke in Riga.\n"
REFERENCE = "The ministry has not confirmed the report.\nAnalyst Olga Petrova spoke in Riga.\n"


@dataclass
class Result:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def check(workbench):
    """Give a way to run the program: its exit code and what it printed."""

    def call(*arguments):
        code, out, lines = workbench(*arguments)
        return Result(code, out, "\n".join(lines))

    return call


@pytest.fixture
def texts(tmp_path):
    translation, reference = tmp_path / "t.txt", tmp_path / "r.txt"
    translation.write_text(TEXT, encoding="utf-8")
    reference.write_text(REFERENCE, encoding="utf-8")
    return str(translation), "--reference", str(reference)


def found(result):
    return [(each["text"], each["fix"]) for each in json.loads(result.stdout)["findings"]]


def test_json_has_the_shape_that_scripts_read(check, texts):
    shape = json.loads(check("check", *texts, "--json").stdout)
    assert [pair["id"] for pair in shape["pairs"]] == [0, 1]
    negation, spaces = shape["findings"]
    assert negation["text"] == "has confirmed"
    assert negation["fix"] == "has not confirmed"
    assert negation["category"] == "accuracy/negation"
    assert spaces["check"] == "typography"
    for finding in shape["findings"]:
        start, end = finding["span"]
        assert shape["pairs"][finding["pair"]]["translation"][start:end] == finding["text"]


def test_a_threshold_that_is_reached_exits_with_1(check, texts):
    assert check("check", *texts, "--fail-on", "major").returncode == 1
    assert check("check", *texts, "--only", "typography", "--fail-on", "major").returncode == 0


def test_the_table_names_the_fix_and_counts(check, texts):
    said = check("check", *texts).stdout
    assert "The reference denies" in said
    assert "2 findings · 2 pairs" in said


def test_checks_are_chosen_by_name(check, texts):
    assert found(check("check", *texts, "--json", "--only", "negation")) == [
        ("has confirmed", "has not confirmed")
    ]
    assert ("  ", " ") not in found(check("check", *texts, "--json", "--skip", "typography"))


def test_sarif_points_into_the_file(check, texts):
    run = json.loads(check("check", *texts, "--format", "sarif").stdout)["runs"][0]
    places = [each["locations"][0]["physicalLocation"]["region"] for each in run["results"]]
    assert places[0] == {"startLine": 1, "startColumn": 14, "endLine": 1, "endColumn": 27}
    assert places[1]["startLine"] == 2
    assert {each["ruleId"] for each in run["results"]} <= {
        rule["id"] for rule in run["tool"]["driver"]["rules"]
    }


def test_github_annotates_lines(check, texts):
    first, second = check("check", *texts, "--format", "github").stdout.splitlines()
    assert first.startswith("::error file=")
    assert ",line=1,col=14,endLine=1,endColumn=27,title=negation::" in first
    assert second.startswith("::warning file=")


@pytest.mark.parametrize("name", ["numbers", "negation", "quotations"])
def test_a_check_explains_itself_by_its_own_examples(check, name):
    said = check("check", "--explain", name).stdout
    assert "⇒" in said
    assert "Not found" in said


def test_what_was_dismissed_in_a_review_stays_so_elsewhere(check, texts, tmp_path):
    out = tmp_path / "out"
    assert check("review", *texts, "--out", str(out)).returncode == 0
    review = out / "t.twb"
    listed = json.loads((out / "findings.json").read_text())["findings"]
    assert [each["check"] for each in listed] == ["negation", "typography"]
    with Project.open(review) as project:
        assert project.documents()[Role.TRANSLATION].language == "en"
    dismiss(review, "negation")
    said = json.loads(check("check", str(review), "--json").stdout)
    assert [each["check"] for each in said["findings"] if "dismissed" not in each] == ["typography"]
    kept = tmp_path / "kept.json"
    kept.write_text(json.dumps(said), encoding="utf-8")
    assert check("check", *texts, "--dismissed", str(kept), "--fail-on", "major").returncode == 0
    again = tmp_path / "again"
    assert check("review", *texts, "--out", str(again), "--dismissed", str(kept)).returncode == 0
    with Project.open(again / "t.twb") as project:
        assert [each.check for each in project.dismissals()] == ["negation"]


def dismiss(review, name):
    """Dismiss the findings of a check in a review, as the window does."""
    with Project.open(review) as project:
        analysis = analyse(project.pairs(), project.languages())
        wrong = [finding for finding in analysis.findings if finding.check == name]
        project.dismiss(wrong, Scope.HERE, "the embargo was lifted")
        assert isinstance(project.dismissals(), Dismissals)


def test_rules_of_ones_own_are_run(check, texts, tmp_path):
    rules = tmp_path / "house.toml"
    rules.write_text(
        '[[rule]]\nname = "analyst"\ntranslation = "Analyst (\\\\w+)"\n'
        'fix = "The analyst \\\\1"\nmessage = "House style."\n',
        encoding="utf-8",
    )
    assert ("Analyst Olga", "The analyst Olga") in found(
        check("check", *texts, "--json", "--rules", str(rules))
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.txt"], "missing.txt"),
        (["{t}", "--only", "spelling"], "spelling"),
        (["{t}", "--explain", "spelling"], "spelling"),
        (["{t}", "--dismissed", "{t}"], "no list of findings"),
        (["{t}", "--rules", "{t}"], "TOML"),
        (["{t}", "--sure", "101"], "101"),
        (["{t}", "--fail-on", "bad"], "bad"),
    ],
)
def test_bad_input_is_said_in_one_line(check, texts, arguments, said):
    result = check("check", *(word.format(t=texts[0]) for word in arguments))
    assert result.returncode == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr
