r"""A user's own rules: read from a TOML file, checked before they run.

[[rule]]
name = "percent"                  # said in messages; needed
translation = '(\d+) per cent'    # what is marked, a pattern of the regex library
fix = '\1 percent'                # what to write; groups as \1 or \g<name>
message = "This house writes percent."
severity = "minor"                # neutral, minor, major, critical
category = "style/house"
reference = "…"                   # fires only where these match as well: reference, source
unless_source = "…"               # and not where these do: unless_translation, unless_reference
case = false                      # true: capitals count
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import regex

from workbench.errors import WorkbenchError
from workbench.figures import listed
from workbench.i18n import _
from workbench.model.finding import Severity

SIDES = ("translation", "reference", "source")
_TEXTS = ("name", "fix", "message", "severity", "category", *SIDES, *(f"unless_{side}" for side in SIDES))
_GROUP = re.compile(r"\\(?:g<(?P<name>\w+)>|(?P<number>\d{1,2}))")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what must match, and what must not, by side; what is said and written then."""

    place: str
    must: Mapping[str, "regex.Pattern[str]"]
    unless: Mapping[str, "regex.Pattern[str]"]
    message: str
    severity: Severity
    category: str
    fix: str | None


def read_rules(text: str, file: str) -> tuple[Rule, ...]:
    """Read a file of rules; WorkbenchError names the file, the rule and what to change."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WorkbenchError(
            _("%(file)s is no TOML file: %(reason)s.") % {"file": file, "reason": error}
        ) from None
    rows = table.get("rule", [])
    if set(table) - {"rule"} or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise WorkbenchError(_("%(file)s has something other than [[rule]] tables.") % {"file": file})
    return tuple(rule_of(row, file, number) for number, row in enumerate(rows, 1))


def rule_of(row: Mapping[str, Any], file: str, number: int) -> Rule:
    """Make a rule of its table."""
    named = isinstance(row.get("name"), str) and row["name"].strip()
    place = f"{file}, {row['name'] if named else number}"
    if not named:
        raise refused(place, _("it has no name"))
    expect_types(row, place)
    must = {side: compiled(row[side], place, row) for side in SIDES if side in row}
    if not must:
        raise refused(place, _("it has no pattern for translation, reference or source"))
    unless = {
        side: compiled(row[key], place, row) for side in SIDES for key in [f"unless_{side}"] if key in row
    }
    if "fix" in row:
        expect_groups(row["fix"], must.get("translation"), place)
    return Rule(
        place,
        must,
        unless,
        row.get("message", row["name"]),
        severity_of(row.get("severity", "minor"), place),
        row.get("category", "style/rule"),
        row.get("fix"),
    )


def refused(place: str, reason: str) -> WorkbenchError:
    """Make the error that names a rule."""
    return WorkbenchError(_("Rule %(place)s: %(reason)s.") % {"place": place, "reason": reason})


def expect_types(row: Mapping[str, Any], place: str) -> None:
    """Refuse a key that is unknown or has a value of another type."""
    for key, value in row.items():
        if key not in {*_TEXTS, "case"}:
            known = listed([*_TEXTS, "case"])
            raise refused(
                place, _("“%(key)s” is unknown; known are %(known)s") % {"key": key, "known": known}
            )
        if not isinstance(value, bool if key == "case" else str):
            raise refused(place, _("the value of “%(key)s” is of another type") % {"key": key})


def compiled(pattern: str, place: str, row: Mapping[str, Any]) -> "regex.Pattern[str]":
    """Make a pattern."""
    flags = regex.VERSION1 | (0 if row.get("case", False) else regex.IGNORECASE)
    try:
        return regex.compile(pattern, flags)
    except regex.error as error:
        raise refused(
            place,
            _("the pattern “%(pattern)s” cannot be read: %(reason)s") % {"pattern": pattern, "reason": error},
        ) from None


def expect_groups(fix: str, pattern: "regex.Pattern[str] | None", place: str) -> None:
    """Refuse a fix with a group that the translation's pattern has not."""
    for match in _GROUP.finditer(fix):
        name, number = match["name"], match["number"]
        known = pattern is not None and (
            int(number) <= pattern.groups if number else name in pattern.groupindex or name.isdecimal()
        )
        if not known:
            raise refused(
                place, _("the fix has the group %(group)s, which its pattern has not") % {"group": match[0]}
            )


def severity_of(word: str, place: str) -> Severity:
    """Read a severity."""
    try:
        return Severity(word)
    except ValueError:
        known = listed(Severity)
        raise refused(
            place, _("“%(word)s” is no severity; there are %(known)s") % {"word": word, "known": known}
        ) from None
