"""Which pairs to show: words that stand in them, and small terms such as `score<50` or `status:approved`.

Kyiv "front line"        both stand in one of the pair's texts, whatever the case
source:word              stands in that text (translation:, reference: likewise)
chrf<50  score>=80       a metric of the pair; `score` is the one beside each row
sure<80                  how sure the alignment is, in percent
status:needs-work        unreviewed, needs-work, approved
name:Lutsevych           a name whose form or proposal holds this is mentioned
has:name                 a name to be put right is mentioned (has:edit: the text was changed)
has:finding              a finding is open (severity:major: one so bad; check:names: one of that check)
n:m                      not one sentence against one
-term                    whatever the term says, not so
"""

import operator
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workbench.checks import CHECKS
from workbench.errors import WorkbenchError
from workbench.figures import either, listed
from workbench.i18n import _
from workbench.model.document import Role
from workbench.model.finding import Finding, Severity
from workbench.model.name import Name
from workbench.model.pair import Pair, Status
from workbench.project.scoring import HEADLINE
from workbench.score import METRICS


@dataclass(frozen=True, slots=True)
class Subject:
    """What a filter looks at: a pair, its scores, the names mentioned in it and its open findings."""

    pair: Pair
    scores: Mapping[str, float]
    names: Sequence[Name]
    findings: Sequence[Finding] = ()


Test = Callable[[Subject], bool]
_TERM = re.compile(r'(?P<not>-?)(?P<body>(?:[^\s":]+:)?"[^"]*"?|\S+)')
_COMPARISON = re.compile(r"(?P<name>[\w+]+)(?P<sign><=|>=|<|>|=)(?P<number>-?\d+(?:\.\d+)?)")
_SIGNS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq}
_HAS: Mapping[str, Test] = {
    "finding": lambda subject: bool(subject.findings),
    "name": lambda subject: any(name.proposal for name in subject.names),
    "edit": lambda subject: subject.pair.text(Role.TRANSLATION) != subject.pair.original,
}
_SURE, _SCORE = "sure", "score"


def parse(query: str) -> Test:
    """Make a filter of what was typed; WorkbenchError says what a term could be instead."""
    tests = [negated(test_of(found["body"]), bool(found["not"])) for found in _TERM.finditer(query)]
    return lambda subject: all(test(subject) for test in tests)


def negated(test: Test, is_not: bool) -> Test:
    """Turn a test round when asked to."""
    return (lambda subject: not test(subject)) if is_not else test


def test_of(term: str) -> Test:
    """Read one term."""
    if compared := _COMPARISON.fullmatch(term):
        return comparison(compared["name"].casefold(), compared["sign"], float(compared["number"]))
    key, colon, value = term.partition(":")
    if term.casefold() == "n:m":
        return lambda subject: is_uneven(subject.pair)
    if colon and value and key.casefold() in _KEYS:
        return _KEYS[key.casefold()](folded(value.strip('"')))
    wanted = folded(term.strip('"'))
    return lambda subject: any(wanted in folded(subject.pair.text(role)) for role in Role)


def comparison(name: str, sign: str, number: float) -> Test:
    """Compare a metric, or how sure the alignment is; a pair without a score passes no comparison."""
    compare = _SIGNS[sign]
    if name == _SURE:
        return lambda subject: compare(100 * subject.pair.confidence, number)
    metric = HEADLINE if name == _SCORE else name
    if metric not in METRICS:
        known = listed([_SCORE, *METRICS, _SURE])
        raise WorkbenchError(_("“%(name)s” is no score; there are: %(all)s.") % {"name": name, "all": known})
    return lambda subject: metric in subject.scores and compare(subject.scores[metric], number)


def status(value: str) -> Test:
    """Look at what was decided."""
    expect(value, [str(status) for status in Status], "status")
    return lambda subject: subject.pair.status == value


def severity(value: str) -> Test:
    """Look for a finding that is so bad."""
    expect(value, [str(severity) for severity in Severity], "severity")
    return lambda subject: any(finding.severity == value for finding in subject.findings)


def check(value: str) -> Test:
    """Look for a finding of a check."""
    expect(value, [check.name for check in CHECKS], "check")
    return lambda subject: any(finding.check == value for finding in subject.findings)


def has(value: str) -> Test:
    """Look at what there is to do."""
    expect(value, list(_HAS), "has")
    return _HAS[value]


def name(value: str) -> Test:
    """Look for a name by its form or by what is proposed."""
    return lambda subject: any(
        value in folded(form)
        for found in subject.names
        for form in (found.form, *found.variants, found.proposal or "")
    )


def text_of(role: Role) -> Callable[[str], Test]:
    """Look at one of the texts."""
    return lambda value: lambda subject: value in folded(subject.pair.text(role))


_KEYS: Mapping[str, Callable[[str], Test]] = {
    "status": status,
    "has": has,
    "severity": severity,
    "check": check,
    "name": name,
    **{role.value: text_of(role) for role in Role},
}


def expect(value: str, known: Sequence[str], key: str) -> None:
    """Refuse a value that a key does not have."""
    if value not in known:
        raise WorkbenchError(_("%(key)s: can be %(all)s.") % {"key": key, "all": either(known)})


def is_uneven(pair: Pair) -> bool:
    """Tell whether a pair is anything but one sentence against one."""
    others = [pair.sentences(role) for role in (Role.REFERENCE, Role.SOURCE) if pair.sentences(role)]
    return len(pair.translation) != 1 or not others or any(len(side) != 1 for side in others)


def folded(text: str) -> str:
    """Give a text as it is compared: composed, whatever the case."""
    return unicodedata.normalize("NFC", text).casefold()


def completions() -> list[str]:
    """Give the terms there are, for those who type."""
    keys = [f"{role}:" for role in Role]
    return [
        *(f"status:{status}" for status in Status),
        *(f"has:{value}" for value in _HAS),
        *(f"severity:{severity}" for severity in reversed(Severity)),
        *(f"check:{check.name}" for check in CHECKS),
        "name:",
        "n:m",
        f"{_SCORE}<",
        f"{_SURE}<",
        *(f"{metric}<" for metric in METRICS),
        *keys,
    ]


def hidden_by(ids: Sequence[int], fits: Sequence[bool], *, neighbours: bool) -> frozenset[int]:
    """Give the ids of the pairs that a filter hides, by which of them, in order, it fits.

    `neighbours` lets those beside a shown one stay.
    """
    beside = range(-1, 2) if neighbours else range(1)
    last = len(fits) - 1
    return frozenset(
        id_
        for place, id_ in enumerate(ids)
        if not any(fits[place + step] for step in beside if 0 <= place + step <= last)
    )
