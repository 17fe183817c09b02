"""What is marked in a pair's texts: words that differ, and names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.lang.guess import function_words
from workbench.model.document import Role
from workbench.model.finding import Finding, Severity
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.names import mention_spans
from workbench.text.differences import word_differences


class Mark(StrEnum):
    """Why a span is marked."""

    DIFFERS = "differs"
    NAME = "name"
    NOTE = "note"  # a finding that weighs little
    ERROR = "error"  # one that weighs much
    MARKED = "marked"  # what the reviewer marked as an error


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked span, [start, end) in code points; `label` says what is wrong there."""

    start: int
    end: int
    mark: Mark
    label: str = ""


def marks_of(
    pair: Pair, names: Sequence[Name], language: str, findings: Sequence[Finding] = ()
) -> dict[Role, list[Marked]]:
    """Give the marks of the translation and the reference.

    Names are those mentioned in this pair, findings its open ones.
    """
    translation, reference = pair.text(Role.TRANSLATION), pair.text(Role.REFERENCE)
    ignored = function_words().get(language.split("-", maxsplit=1)[0], frozenset())
    both = translation and reference
    ours, theirs = word_differences(translation, reference, ignored) if both else ([], [])
    marks = {
        Role.TRANSLATION: [Marked(start, end, Mark.DIFFERS) for start, end in ours],
        Role.REFERENCE: [Marked(start, end, Mark.DIFFERS) for start, end in theirs],
        Role.SOURCE: [],
    }
    for name in names:
        for form in dict.fromkeys([name.form, *name.variants]):
            marks[Role.TRANSLATION] += mentions(translation, form, Mark.NAME)
        marks[Role.REFERENCE] += mentions(reference, name.proposal or name.form, Mark.NAME)
    marks[Role.TRANSLATION] += found(findings, translation)
    return marks


def found(findings: Sequence[Finding], text: str) -> Iterator[Marked]:
    """Mark what findings are about, the heaviest last: it is painted over the others.

    Where something is missing there is nothing to mark but the letters beside it; what is said of the whole
    of a text, beside findings in it, would hide these.
    """
    for finding in sorted(findings, key=lambda finding: finding.weight):
        start, end = finding.span
        of_all = len(findings) > 1 and finding.text == text
        if text[start:end] == finding.text and not of_all:
            kind = Mark.ERROR if finding.severity.rank >= Severity.MAJOR.rank else Mark.NOTE
            beside = (max(start - 1, 0), min(end + 1, len(text))) if start == end else (start, end)
            yield Marked(*beside, kind, finding.message)


def mentions(text: str, form: str, mark: Mark) -> list[Marked]:
    """Mark where a name stands."""
    return [Marked(start, end, mark) for start, end in mention_spans(text, form)]
