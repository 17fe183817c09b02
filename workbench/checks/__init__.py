"""Checks: what a careful second reader would mark, with place, weight, evidence and fix.

A check is a module with one `CHECK`; this is the list of them. They read an `Article`; see `check.Check`.
"""

from workbench.checks import (
    fragments,
    names,
    plurals,
    pronouns,
    quotations,
    rules,
    splices,
    subject,
    translationese,
    typography,
    untouched,
)
from workbench.checks.article import Article, Context, Row, read
from workbench.checks.check import Check
from workbench.checks.findings import SURE, find, find_in
from workbench.checks.passage import Passage
from workbench.checks.rule import Rule, read_rules

CHECKS: tuple[Check, ...] = (
    fragments.CHECK,
    names.CHECK,
    plurals.CHECK,
    pronouns.CHECK,
    quotations.CHECK,
    rules.CHECK,
    splices.CHECK,
    subject.CHECK,
    translationese.CHECK,
    typography.CHECK,
    untouched.CHECK,
)

__all__ = [
    "CHECKS",
    "SURE",
    "Article",
    "Check",
    "Context",
    "Passage",
    "Row",
    "Rule",
    "find",
    "find_in",
    "read",
    "read_rules",
]
