"""Checks: what a careful second reader would mark, with place, weight, evidence and fix.

A check is a module with one `CHECK`; this is the list of them. They read an `Article`; see `check.Check`.
"""

from workbench.checks import (
    certainty,
    consistency,
    countries,
    coverage,
    dates,
    fragments,
    glossary,
    meaning,
    names,
    negation,
    numbers,
    opposites,
    phrases,
    plurals,
    pronouns,
    quotations,
    rules,
    splices,
    subject,
    swaps,
    terms,
    titles,
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
    numbers.CHECK,
    dates.CHECK,
    countries.CHECK,
    names.CHECK,
    titles.CHECK,
    negation.CHECK,
    opposites.CHECK,
    certainty.CHECK,
    swaps.CHECK,
    pronouns.CHECK,
    subject.CHECK,
    plurals.CHECK,
    fragments.CHECK,
    splices.CHECK,
    quotations.CHECK,
    coverage.CHECK,
    terms.CHECK,
    phrases.CHECK,
    meaning.CHECK,
    consistency.CHECK,
    glossary.CHECK,
    translationese.CHECK,
    typography.CHECK,
    untouched.CHECK,
    rules.CHECK,
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
