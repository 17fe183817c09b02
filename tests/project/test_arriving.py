"""A large catalogue that is still arriving: what is done meanwhile, and what is there in the end."""

import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from workbench.formats import read_document
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.project import Project, catalogue
from workbench.project.intake import Inputs
from workbench.store import Store

FIRST, REST = 3, 4
ENTRY = '#. note {n}\n#: a.c:{n}\nmsgctxt "c{n}"\nmsgid "one {n} \\n\\"x\\""\nmsgstr "eins {n} ü"\n\n'
CHILD = Path(__file__).with_name("arriving_child.py")
HEAD = 'msgid ""\nmsgstr "Language: de\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def begun(tmp_path):
    """Give a review with a catalogue's first entries, and the part that is still to come."""
    path = tmp_path / "a.po"
    path.write_text(HEAD + "".join(ENTRY.format(n=n) for n in range(FIRST + REST)), encoding="utf-8")
    data = path.read_bytes()
    head, found = catalogue.entries(data, path, None)
    texts = catalogue.texts_of(path, data, head, Inputs({Role.TRANSLATION: path}, {}))
    with Store.create(tmp_path / "a.twb") as store:
        catalogue.begin(store, texts, list(islice(found, FIRST)))
    (part,) = catalogue.parts(found, FIRST)
    return tmp_path / "a.twb", part


def unlinked(project):
    last = project.pair_ids()[-1]
    project.unlink(last)
    return last, {Role.TRANSLATION: f"eins {FIRST - 1} ü"}, {Role.SOURCE: f'one {FIRST - 1} \n"x"'}


def retyped(project):
    """Type a translation beside a source text that has none any more."""
    last, ours, theirs = unlinked(project)
    alone = project.pair_ids()[-1]
    project.set_text(alone, "neu")
    return last, ours, {**theirs, Role.TRANSLATION: "neu"}


def unlinked_and_taken_back(project):
    last, ours, theirs = unlinked(project)
    project.undo()
    project.redo()
    return last, ours, theirs


@pytest.mark.parametrize("work", [unlinked, retyped, unlinked_and_taken_back])
@pytest.mark.parametrize("killed", [False, True])
def test_pairs_made_meanwhile_stay_where_they_were_made(begun, work, killed):
    path, part = begun
    with Project.open_checked(path) as project:
        last, *sides = work(project)
        if not killed:
            project.arrive(part)
            project.arrive(None)
    with Project.open(path) as project:  # every row is checked; what is missing is read from the file
        pairs = project.pairs()
    texts = [{role: pair.text(role) for role in Role if pair.text(role)} for pair in pairs]
    assert texts[FIRST - 1 : FIRST + 1] == sides
    assert pairs[FIRST - 1].id == last
    assert [pair.text(Role.TRANSLATION) for pair in pairs[FIRST + 1 :]] == [
        f"eins {n} ü" for n in range(FIRST, FIRST + REST)
    ]


def test_rows_that_arrive_are_those_of_a_review_made_at_once(begun, tmp_path):
    path, part = begun
    with Project.open_checked(path) as project:
        project.arrive(part)
        project.arrive(None)
        pairs = project.pairs()
    units = read_document((tmp_path / "a.po").read_bytes(), tmp_path / "a.po").units
    assert [(pair.text(Role.TRANSLATION), pair.text(Role.SOURCE)) for pair in pairs] == [
        (unit.text, unit.source) for unit in units
    ]
    assert {(pair.status, pair.confirmed, pair.confidence) for pair in pairs} == {
        (Status.UNREVIEWED, False, 1.0)
    }
    with Store.open(path) as store:
        kept = store.query("SELECT place, context FROM unit WHERE document = 1 ORDER BY position")
    assert kept == [(unit.place, f"{unit.context}\nnote {n}") for n, unit in enumerate(units)]


@pytest.mark.parametrize("arrived", [1, 5, 40])
def test_a_kill_while_entries_arrive_loses_nothing(tmp_path, arrived):
    path, review = tmp_path / "a.po", tmp_path / "a.twb"
    path.write_text(HEAD + "".join(ENTRY.format(n=n) for n in range(60)), encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    command = [sys.executable, CHILD, path, review]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as child:
        for _part in range(arrived):
            child.stdout.readline()
        child.kill()
    with Project.open(review) as project:
        pairs = project.pairs()
    assert [pair.text(Role.TRANSLATION) for pair in pairs] == [f"eins {n} ü" for n in range(60)]
    assert [pair.status for pair in pairs[:2]] == [Status.APPROVED, Status.UNREVIEWED]
