"""Alignment: which sentences of one text say what which sentences of another say."""

from workbench.align.aligner import align
from workbench.align.joining import join_beads
from workbench.align.text import Text

__all__ = ["Text", "align", "join_beads"]
