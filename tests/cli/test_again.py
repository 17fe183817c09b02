"""A second run over the results of a first: what continues, what is made anew, what is refused."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from workbench.project import Project
from workbench.store import Store


@pytest.fixture
def out(workbench, article, tmp_path):
    """Give the folder of a review of the article with its reference."""
    translation, reference = article / "a.txt", article / "reference.txt"
    assert workbench("review", translation, "--reference", reference, "--out", tmp_path / "out")[0] == 0
    return tmp_path / "out"


def work_in(out):
    with Project.open(out / "a.twb") as project:
        project.set_text(project.pair_ids()[0], "Mended.")


def with_texts(article, *options):
    given = {
        "reference": ["--reference", article / "reference.txt"],
        "source": ["--source", article / "source.txt"],
    }
    return [article / "a.txt", *(word for option in options for word in given.get(option, [option]))]


CHANGES = [
    (["reference", "--language", "fr"], "another --language (en, not fr)"),
    (["reference", "--charset", "latin-1"], "another --charset (utf-8, not iso8859-1)"),
    (["reference", "source"], "without this --source"),
    ([], "with a --reference; name that too"),
]


@pytest.mark.parametrize(("options", "said"), CHANGES)
def test_what_would_lose_work_is_refused_and_named(article, out, refused, options, said):
    work_in(out)
    line = refused("review", *with_texts(article, *options), "--out", out)
    assert said in line
    assert "choose another --out" in line
    with Project.open(out / "a.twb") as project:
        assert project.has_work()


@pytest.mark.parametrize(
    ("options", "text", "held"),
    [
        (["reference", "--language", "fr"], "translation", {"language": "fr"}),
        (["reference", "--charset", "latin-1"], "reference", {"charset": "iso8859-1"}),
        (["reference", "source"], "source", {"language": "ko"}),
    ],
)
def test_without_work_it_is_made_anew(article, out, workbench, options, text, held):
    _code, printed, _err = workbench("review", *with_texts(article, *options), "--out", out, "--json")
    assert held.items() <= json.loads(printed)["texts"][text].items()


def test_options_not_given_again_do_not_matter(article, out, workbench):
    assert workbench("review", *with_texts(article, "reference", "--language", "fr"), "--out", out)[0] == 0
    work_in(out)
    code, printed, _err = workbench("review", *with_texts(article, "reference"), "--out", out, "--json")
    assert code == 0
    assert json.loads(printed)["texts"]["translation"] == {
        "file": str(article / "a.txt"),
        "charset": "utf-8",
        "language": "fr",
    }
    code, printed, _err = workbench("review", *with_texts(article, "reference"), "--out", out)
    assert "Reference: reference.txt · utf-8 · French" in printed


def half_made(path):
    Store.create(path).close()


def killed(path):
    """Leave what a kill leaves while SQLite first writes: some pages, and the journal to undo them."""
    other = path.with_name("other")
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        for statement in ("PRAGMA cache_size = 1", "BEGIN", "CREATE TABLE t(x)"):
            connection.execute(statement)
        connection.executemany("INSERT INTO t VALUES (?)", [(bytes(4000),)] * 50)
        shutil.copy(other, path)
        shutil.copy(f"{other}-journal", f"{path}-journal")
        connection.execute("ROLLBACK")
    other.unlink()
    assert path.stat().st_size


@pytest.mark.parametrize("leave", [lambda path: path.touch(), half_made, killed])
def test_a_review_whose_making_was_stopped_is_made_anew(article, tmp_path, workbench, leave):
    (tmp_path / "out").mkdir()
    leave(tmp_path / "out/a.twb")
    code, _out, lines = workbench("review", article / "a.txt", "--out", tmp_path / "out")
    assert (code, lines) == (0, [])


@pytest.mark.parametrize("length", [250, 255])
def test_a_name_too_long_leaves_nothing(tmp_path, refused, length):
    path = tmp_path / ("x" * (length - 4) + ".txt")
    path.write_text("One is here.\n")
    assert "too long" in refused("review", path, "--out", tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())
