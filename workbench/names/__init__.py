"""Proper names: found, matched with the other texts, proposed."""

from workbench.names.mentions import mention_spans
from workbench.names.passage import Passage
from workbench.names.plan import apply_form
from workbench.names.propose import propose_names

__all__ = ["Passage", "apply_form", "mention_spans", "propose_names"]
