"""The one door to a review, for the command line and the window alike."""

from workbench.project.project import Project

__all__ = ["Project"]
