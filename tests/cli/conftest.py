import shutil

import pytest

from workbench.cli import run


@pytest.fixture
def workbench(capfd):
    """Give a way to run the program in this process: its exit code, stdout and the lines of stderr."""

    def call(*arguments, opened=None):
        opened = [] if opened is None else opened
        code = run([str(argument) for argument in arguments], lambda path: opened.append(path) or 0)
        out, err = capfd.readouterr()
        return code, out, err.removesuffix("\n").split("\n") if err else []

    return call


@pytest.fixture
def refused(workbench):
    """Give a way to run what must end with one line and code 2; it gives the line."""

    def call(*arguments):
        code, _out, lines = workbench(*arguments)
        assert (code, len(lines)) == (2, 1), lines
        assert lines[0].startswith("workbench: ")
        return lines[0]

    return call


@pytest.fixture
def article(sample, tmp_path):
    """Give a small article as copies of one's own: the sample's first paragraphs."""
    folder = tmp_path / "article"
    folder.mkdir()
    for role, path in sample.items():
        lines = path.read_text(encoding="utf-8").split("\n")[:3]
        (folder / f"{role.value}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    shutil.copy(folder / "translation.txt", folder / "a.txt")
    return folder
