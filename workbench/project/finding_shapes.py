"""Findings as other programs read them: JSON, SARIF 2.1.0, GitHub's annotations; and dismissals read back."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from workbench.checks import Check, Passage
from workbench.errors import WorkbenchError
from workbench.formats.plain import decoded_lines
from workbench.i18n import _
from workbench.model.bead import ReviewBead
from workbench.model.dismissal import Dismissal, Dismissals, Scope
from workbench.model.document import Role, Unit
from workbench.model.finding import Finding, Severity
from workbench.project.intake import TextRead
from workbench.project.shapes import Shape
from workbench.text.edit import joined

_PLAIN = "text"  # the format whose lines are its texts
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "note",
}
# What GitHub's workflow commands want written otherwise (its documentation, "Workflow commands").
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands in the translation's file: lines and columns from 1, its end behind it.

    The columns are None where a line of the file is not the text itself, as in a table or a PO file.
    """

    line: int
    end_line: int
    column: int | None = None
    end_column: int | None = None


def findings_shape(passages: Sequence[Passage], findings: Sequence[Finding], dismissals: Dismissals) -> Shape:
    """Give the design's shape; what is dismissed stands there too and says so."""
    return {
        "pairs": [pair_shape(passage) for passage in passages],
        "findings": [
            finding_shape(finding, dismissals.of(finding)) for finding in dismissals.with_grounds(findings)
        ],
    }


def pair_shape(passage: Passage) -> Shape:
    """Give the texts of one pair; null where a text has nothing for it."""
    return {
        "id": passage.row,
        "translation": joined(passage.translation),
        "reference": joined(passage.reference) or None,
        "source": joined(passage.source) or None,
    }


def finding_shape(finding: Finding, dismissal: Dismissal | None) -> Shape:
    """Give one finding, and how it was dismissed."""
    shape: Shape = finding.shape()
    if dismissal:
        shape["dismissed"] = {
            "scope": dismissal.scope.value,
            "key": dismissal.key,
            "reason": dismissal.reason,
        }
    return shape


def dismissed_in(data: bytes, path: Path) -> list[Dismissal]:
    """Read what is dismissed in findings as `findings_shape` writes them; `path` is named in errors."""
    try:
        rows = json.loads(data)["findings"]
        return [
            Dismissal(0, Scope(said["scope"]), str(said["key"]), str(row["check"]), str(row["text"]),
                      str(said.get("reason", "")), 0.0)
            for row in rows
            if (said := row.get("dismissed"))
        ]  # fmt: skip
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise WorkbenchError(
            _("%(path)s is no list of findings; `workbench check --json` writes one.") % {"path": path}
        ) from error


def places(text: TextRead, rows: Sequence[ReviewBead], findings: Iterable[Finding]) -> list[Place]:
    """Give where findings stand in the translation's file."""
    is_plain = text.document.format == _PLAIN
    lines = (
        plain_lines(text)
        if is_plain
        else [line_of(unit, at) for at, unit in enumerate(text.document.units, 1)]
    )
    return [place_of(text, lines, rows[finding.pair], finding.span, exact=is_plain) for finding in findings]


def place_of(
    text: TextRead, lines: Sequence[int], row: ReviewBead, span: tuple[int, int], *, exact: bool
) -> Place:
    """Give where a span of a pair's translation side stands in the file, its units' lines known."""
    cuts = [text.cuts[index] for index in row.sentences.get(Role.TRANSLATION, ())]
    if not cuts:
        return Place(1, 1)
    ends = []
    for offset in span:
        at, cut, inside = 0, cuts[0], 0
        for here in cuts:
            if at <= offset:
                cut, inside = here, offset - at
            at += here.end - here.start + 1
        ends.append((lines[cut.unit], cut.start + min(inside, cut.end - cut.start) + 1))
    (line, column), (end_line, end_column) = ends
    return Place(line, end_line, column, end_column) if exact else Place(line, end_line)


def plain_lines(text: TextRead) -> list[int]:
    """Give the line of each unit of a plain text, whose blank lines are no units."""
    starts = enumerate(decoded_lines(text.data, text.document.charset), 1)
    numbers = {start: number for number, (start, _end, _piece) in starts}
    return [numbers.get(unit.span[0], 1) if unit.span else 1 for unit in text.document.units]


def line_of(unit: Unit, number: int) -> int:
    """Give the line of a unit, as its file counts; else its number."""
    digits = unit.place.split(":")[0]
    return int(digits) if digits.isdecimal() else number


def sarif(path: Path, checks: Sequence[Check], found: Iterable[tuple[Finding, Place]]) -> Shape:
    """Give findings as SARIF 2.1.0 (OASIS), which code hosts and editors show."""
    rules = [
        {"id": check.name, "name": check.name, "shortDescription": {"text": _(check.title)},
         "fullDescription": {"text": _(check.about)}}
        for check in checks
    ]  # fmt: skip
    driver = {"name": "translation-review-workbench", "rules": rules}
    results = [sarif_result(path, finding, place) for finding, place in found]
    return {
        "$schema": _SARIF,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def sarif_result(path: Path, finding: Finding, place: Place) -> Mapping[str, Any]:
    """Give one finding as a result of SARIF."""
    file = {"uri": quote(path.as_posix())}
    region = {"startLine": place.line, "endLine": place.end_line}
    if place.column is not None and place.end_column is not None:
        region |= {"startColumn": place.column, "endColumn": place.end_column}
    location = {"artifactLocation": file, "region": region}
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": said(finding)},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"workbench/v1": finding.fingerprint},
        "properties": {"category": finding.category, "confidence": round(finding.confidence, 2)},
    }
    if finding.fix is not None and place.column is not None:
        replacement = {"deletedRegion": region, "insertedContent": {"text": finding.fix}}
        change = {"artifactLocation": file, "replacements": [replacement]}
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def annotations(path: Path, found: Iterable[tuple[Finding, Place]]) -> Iterator[str]:
    """Give findings as GitHub's workflow commands, which annotate the lines of a pull request."""
    for finding, place in found:
        level = {"note": "notice"}.get(_LEVELS[finding.severity], _LEVELS[finding.severity])
        where = f"file={path.as_posix().translate(_IN_PROPERTY)},line={place.line}"
        if place.column is not None:
            where += f",col={place.column}"
            if place.line == place.end_line:  # GitHub takes the end column of one line alone
                where += f",endLine={place.end_line},endColumn={place.end_column}"
        yield f"::{level} {where},title={finding.check}::{said(finding).translate(_IN_DATA)}"


def said(finding: Finding) -> str:
    """Say a finding in one line: the words, what they should be, why."""
    fix = _("→ “%s”") % finding.fix if finding.fix else _("(remove)") if finding.fix == "" else ""
    return " ".join(part for part in (f"“{finding.text}”", fix, finding.message) if part)
