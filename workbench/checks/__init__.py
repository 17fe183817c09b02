"""Checks: what a careful second reader would mark, with place, weight, evidence and fix.

A check is a module with one `CHECK`; this is the list of them. They read an `Article`; see `check.Check`.
"""

from workbench.checks import (
    dates,
    fragments,
    names,
    negation,
    numbers,
    opposites,
    quotations,
    splices,
    typography,
)
from workbench.checks.article import Article, Context, Row, read
from workbench.checks.check import Check
from workbench.checks.findings import SURE, find, find_in
from workbench.checks.passage import Passage

CHECKS: tuple[Check, ...] = (
    numbers.CHECK,
    dates.CHECK,
    names.CHECK,
    negation.CHECK,
    opposites.CHECK,
    fragments.CHECK,
    splices.CHECK,
    quotations.CHECK,
    typography.CHECK,
)

__all__ = ["CHECKS", "SURE", "Article", "Check", "Context", "Passage", "Row", "find", "find_in", "read"]
