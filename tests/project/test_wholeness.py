"""A review that rows are missing from is never half shown."""

import sqlite3
from contextlib import closing

import pytest

from workbench.errors import WorkbenchError
from workbench.project import Project
from workbench.store import Store

GONE = {
    "the document": ["document", "unit", "sentence"],
    "the pairs": ["pair", "sentence"],
    "the sentences": ["sentence"],
    "the history": ["step"],
    "a sentence in the middle": ["sentence WHERE id = 2"],
    "a paragraph": ["sentence WHERE unit = 1", "unit WHERE id = 1"],
    "a pair and its sentences": ["sentence WHERE pair = 1", "pair WHERE id = 1"],
    "the last sentence": ["sentence WHERE id = 3"],
}


@pytest.fixture
def review(make):
    project = make(translation="One is here. Two is there.\nThree is far away.\n")
    project.close()
    return project.path


@pytest.mark.parametrize("gone", GONE.values(), ids=GONE)
def test_a_review_that_lost_rows_is_damaged(review, gone):
    with closing(sqlite3.connect(review)) as connection, connection:
        for rows in gone:
            connection.execute(f"DELETE FROM {rows}")  # noqa: S608 -- our own rows
    with pytest.raises(WorkbenchError, match="is damaged"):
        Project.open(review)


def test_a_file_with_tables_alone_holds_no_review(tmp_path):
    path = tmp_path / "x.twb"
    Store.create(path).close()
    with pytest.raises(WorkbenchError, match="holds no review"):
        Project.open(path)


def test_a_review_changed_in_every_way_is_whole(make):
    project = make(translation="A one. B two. C three.\n", reference="A one. C three.\nD only here.\n")
    project.set_text(project.pair_ids()[-1], "An added one.")
    project.merge(project.pair_ids()[:2])
    project.unlink(project.pair_ids()[0])
    project.move([project.pairs()[0].translation[0].id], project.pair_ids()[-1])
    project.undo()
    project.set_text(project.pair_ids()[0], "")
    project.close()
    Project.open(project.path).close()
