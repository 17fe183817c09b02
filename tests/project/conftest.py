from pathlib import Path

import pytest

from workbench.model.document import Role
from workbench.project import Project
from workbench.project.alignment import align_texts
from workbench.project.intake import Inputs, read_texts


def made(folder: Path, **texts: str | bytes | Path) -> Project:
    """Make a review of texts given by role, as their content or their file."""
    paths = {}
    for name, content in texts.items():
        if isinstance(content, Path):
            paths[Role(name)] = content
            continue
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        path = folder / f"{name}{'.po' if data.startswith(b'msgid') else '.txt'}"
        path.write_bytes(data)
        paths[Role(name)] = path
    read = read_texts(Inputs(paths, {}))
    return Project.create(folder / "review.twb", read, align_texts(read))


@pytest.fixture
def make(tmp_path):
    """Give a maker of reviews that are closed when the test ends."""
    opened = []

    def make_review(**texts):
        opened.append(made(tmp_path, **texts))
        return opened[-1]

    yield make_review
    for project in opened:
        project.close()


@pytest.fixture
def article(make, sample):
    """Give the sample article as a review."""
    return make(**{role.value: path for role, path in sample.items()})
