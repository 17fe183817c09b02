"""Work in a process of its own, which may be forked from one that started long before."""

import os
from functools import partial
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.i18n import use_language
from workbench.project.processes import fetch, warm_up


class Cancelled(Exception):  # noqa: N818 -- no error
    pass


def tell(names, pipe):
    pipe.send([os.environ.get(name) for name in names])
    pipe.send([str(Path.cwd())])


def refuse(_pipe):
    from workbench.i18n import _  # noqa: PLC0415 -- in the process

    raise WorkbenchError(_("The PO file holds no entries."))


def count(pipe):
    number = 0
    while True:
        pipe.send((number := number + 1, 0))


@pytest.fixture(autouse=True)
def warm():
    warm_up()


def test_a_process_finds_what_holds_now(monkeypatch, tmp_path):
    found = []
    for value in ("first", "second"):
        monkeypatch.setenv("WORKBENCH_TOLD", value)
        (folder := tmp_path / value).mkdir()
        monkeypatch.chdir(folder)
        fetch(partial(tell, ["WORKBENCH_TOLD"]), found.append, lambda *_numbers: None)
        assert found[-2:] == [[value], [str(folder)]]


def test_what_is_wrong_is_raised_here_in_the_language_spoken_here():
    use_language("de")
    try:
        with pytest.raises(WorkbenchError, match="Die PO-Datei enthält keine Einträge"):
            fetch(refuse, print, lambda *_numbers: None)
    finally:
        use_language("en")


def test_a_report_that_raises_ends_the_process():
    def report(done, _total):
        if done > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        fetch(count, print, report)
