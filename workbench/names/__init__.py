"""Proper names: found, matched with the other texts, proposed."""

from typing import TYPE_CHECKING

from workbench.names.mentions import mention_spans
from workbench.names.passage import Passage
from workbench.names.plan import apply_form

if TYPE_CHECKING:
    from workbench.names.propose import propose_names

__all__ = ["Passage", "apply_form", "mention_spans", "propose_names"]


def __getattr__(name: str) -> object:
    """Import what listens to sounds when it is asked for: a third of a second, and 74 MB for numba."""
    if name == "propose_names":
        from workbench.names.propose import propose_names  # noqa: PLC0415 -- see above

        return propose_names
    raise AttributeError(name)
