"""Reviews that the user gave no place: kept in the data folder, and found again by their texts."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.model.bead import ReviewBead
from workbench.model.document import Role
from workbench.project.intake import TextRead
from workbench.project.places import reviews_called, untitled_review
from workbench.project.project import Project


def open_untitled(texts: Mapping[Role, TextRead], rows: Sequence[ReviewBead]) -> Project:
    """Open the review of these very texts that was begun earlier; else make one."""
    title = texts[Role.TRANSLATION].path.stem
    return earlier_of(texts) or Project.create(untitled_review(title), texts, rows)


def earlier_of(texts: Mapping[Role, TextRead]) -> Project | None:
    """Open the review of these very texts that was begun earlier; None where there is none."""
    for path in reviews_called(texts[Role.TRANSLATION].path.stem):
        project = opened_if_of(path, texts)
        if project is not None:
            return project
    return None


def opened_if_of(path: Path, texts: Mapping[Role, TextRead]) -> Project | None:
    """Open a review when it can be opened and is of these texts."""
    try:
        project = Project.open(path)
    except WorkbenchError:
        return None  # damaged, or open elsewhere: not this one
    if project.is_of(texts):
        return project
    project.close()
    return None
