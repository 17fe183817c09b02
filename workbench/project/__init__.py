"""The one door to a review, for the command line and the window alike."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.project.project import Project

__all__ = ["Project"]


def __getattr__(name: str) -> object:
    """Import what opens reviews when it is asked for: scoring texts needs none of it, and starts at once."""
    if name != "Project":
        raise AttributeError(name)
    from workbench.project.project import Project  # noqa: PLC0415 -- see above

    return Project
