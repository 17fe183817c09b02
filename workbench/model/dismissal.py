"""What a reviewer said is no error, and for how much of the review."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from workbench.model.finding import UNEDITED, Finding, Severity


class Scope(StrEnum):
    """How far a dismissal reaches: one finding while its texts stay, or the same words anywhere."""

    HERE = "here"
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding, or all of one check about the same words, that is no error.

    `key` is a finding's fingerprint or the words it marks, in small letters; `text` are those words as they
    stood, `reason` what the reviewer wrote ("" for nothing), `time` seconds (UTC).
    """

    id: int
    scope: Scope
    key: str
    check: str
    text: str
    reason: str
    time: float


class Dismissals:
    """All dismissals of a review, asked by finding."""

    def __init__(self, dismissals: Iterable[Dismissal] = ()) -> None:
        self._by_key = {(each.scope, each.check, each.key): each for each in dismissals}

    def of(self, finding: Finding) -> Dismissal | None:
        """Give what dismisses a finding; None while it is open."""
        keys = ((scope, finding.check, key_of(finding, scope)) for scope in Scope)
        return next((self._by_key[key] for key in keys if key in self._by_key), None)

    def still_open(self, findings: Iterable[Finding]) -> list[Finding]:
        """Leave out the findings that are dismissed, and those that have nothing else to rest on."""
        return [finding for finding in self.with_grounds(findings) if self.of(finding) is None]

    def with_grounds(self, findings: Iterable[Finding]) -> list[Finding]:
        """Leave out "approved with grave findings open" of pairs whose grave findings were all dismissed."""
        known = list(findings)
        grave = {
            finding.pair
            for finding in known
            if finding.category != UNEDITED
            and finding.severity.rank >= Severity.MAJOR.rank
            and self.of(finding) is None
        }
        return [finding for finding in known if finding.category != UNEDITED or finding.pair in grave]

    def __iter__(self) -> Iterator[Dismissal]:
        """Give all of them."""
        return iter(self._by_key.values())


def key_of(finding: Finding, scope: Scope) -> str:
    """Give what a dismissal of a finding is known by."""
    return finding.fingerprint if scope is Scope.HERE else finding.text.casefold()
