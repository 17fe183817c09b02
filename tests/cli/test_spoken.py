"""What a person reads in the terminal is written as in their language; what a machine reads never is."""

import json
import re

import pytest
from rich.progress import Progress

from workbench.cli.console import Share
from workbench.cli.pace import Done, Rate
from workbench.i18n import use_language

WIDE = "\u00a0"
# language: the decimal point of a score, the grouping of a count, a share, the language of the texts
WRITTEN = {
    "en": (".", "1,200", "100%", "English"),
    "ar": (".", "1,200", "100%", "الإنجليزية"),
    "de": (",", "1.200", f"100{WIDE}%", "Englisch"),
    "ko": (".", "1,200", "100%", "영어"),
    "uk": (",", f"1{WIDE}200", "100%", "англійська"),
}
EACH = pytest.mark.parametrize("language", WRITTEN)


@pytest.fixture
def speaking(workbench, monkeypatch):
    """Give a way to run the program in a language."""

    def call(language, *arguments):
        monkeypatch.setenv("LANGUAGE", language)
        code, out, lines = workbench(*arguments)
        return code, out, "\n".join(lines)

    return call


@pytest.fixture
def long_table(tmp_path):
    """Give a table of 1,200 segments, every second one with another word."""
    path = tmp_path / "segments.tsv"
    rows = (f"the cat sat on mat {n}\tthe {'cat' if n % 2 else 'dog'} sat on mat {n}" for n in range(1200))
    path.write_text("translation\treference\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


@EACH
def test_scores_are_written_as_in_the_language(speaking, long_table, language):
    point, grouped, _share, _name = WRITTEN[language]
    code, out, err = speaking(language, "score", long_table, "--metric", "ter", "--min", "ter=7.5")
    assert code == 1
    assert f"8{point}33" in out
    assert grouped in out
    assert f"7{point}5" in err


@EACH
def test_what_machines_read_is_the_same_in_every_language(speaking, long_table, tmp_path, language):
    results = {}
    for one in ("en", language):
        written = tmp_path / f"{one}.tsv"
        _code, out, _err = speaking(one, "score", long_table, "--metric", "ter", "--json", "-o", written)
        results[one] = json.loads(out)["corpus"], written.read_bytes()
    assert results["en"] == results[language]


@EACH
def test_how_sure_a_finding_is_is_a_share(speaking, tmp_path, language):
    said = tmp_path / "story.txt"
    said.write_text("A vase broke.. Ada slept .\n", encoding="utf-8")
    _code, out, _err = speaking(language, "check", said, "--only", "typography")
    assert re.search(rf"\d{WRITTEN[language][2].removeprefix('100')}\n", out), out


@pytest.mark.parametrize("language", ["ar", "de"])
def test_a_review_names_the_languages(speaking, tmp_path, language):
    said = tmp_path / "story.txt"
    said.write_text("Olena Zelenskiy spoke with him. She left the house.\n", encoding="utf-8")
    code, out, _err = speaking(language, "review", said, "--out", tmp_path / "out", "--language", "en")
    assert code == 0
    assert WRITTEN[language][3] in out


@EACH
def test_rounded_coefficients_and_shares(speaking, tmp_path, language):
    rating = "s\tdoc\t1\t1\t{}\tOne <v>two</v>.\tUn <v>deux</v>.\tAccuracy/Mistranslation\tmajor\n"
    head = "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\n"
    path = tmp_path / "marks.tsv"
    path.write_text(head + "".join(map(rating.format, ("kim", "lee"))), encoding="utf-8")
    point, _grouped, share, _name = WRITTEN[language]
    code, out, err = speaking(language, "mqm", "agree", path, "--typology", "wmt")
    assert code == 0, err
    assert share in out
    assert f"1{point}000" in out


@EACH
def test_systems_are_compared_in_the_language(speaking, tmp_path, language):
    texts = {"a": "the cat sat on mat\n", "b": "the dog sat on mat\n", "r": "the cat sat on mat\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text * 30, encoding="utf-8")
    code, out, _err = speaking(
        language, "compare", tmp_path / "a", tmp_path / "b", "-r", tmp_path / "r", "--metric", "ter"
    )
    point = WRITTEN[language][0]
    assert code == 0
    assert f"20{point}00 (± 0{point}00) · p = 0{point}00" in out


@EACH
def test_progress_is_told_in_the_language(language):
    use_language(language)
    _point, grouped, share, _name = WRITTEN[language]
    bar = Progress(disable=True)
    bar.add_task("", total=1200, completed=1200)
    bar.add_task("", total=None)
    task, endless = bar.tasks
    task.finished_speed = 1200.4
    assert Done().render(task).plain == f"{grouped} / {grouped}"
    assert grouped in Rate().render(task).plain
    assert Share().render(task).plain == share
    assert Share().render(endless).plain == ""
