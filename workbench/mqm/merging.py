"""One set of ratings out of two reviewers': where they differ, somebody chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workbench.errors import WorkbenchError
from workbench.figures import count, listed
from workbench.i18n import _, ngettext
from workbench.mqm.agreement import Both, coupled
from workbench.mqm.ratings import Rating, Segment


class Choice(StrEnum):
    """Whose marks are taken for a segment."""

    FIRST = "a"
    SECOND = "b"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Merged:
    """The segments with one rating each, and how many were chosen and how many were alike."""

    segments: Sequence[Segment]
    chosen: int
    alike: int


def differs(both: Both) -> bool:
    """Tell whether two reviewers say different things about a segment, marks or score."""
    if both.a.score != both.b.score:
        return True
    return any(couple.differs for couple in coupled(both.a.marks, both.b.marks))


def merge(shared: Sequence[Both], choices: Mapping[int, Choice], others: Choice | None, rater: str) -> Merged:
    """Take one rating for each segment; `choices` are by the row in `shared`, `others` for all the rest.

    Where the reviewers say the same, the first one's marks are taken. A segment where they differ and nobody
    chose raises WorkbenchError.
    """
    unknown = sorted(row + 1 for row in choices if not 0 <= row < len(shared))
    if unknown:
        raise WorkbenchError(
            ngettext(
                "There is no segment %(number)d; the reviewers have %(count)s segment in common.",
                "There is no segment %(number)d; the reviewers have %(count)s segments in common.",
                len(shared),
            )
            % {"number": unknown[0], "count": count(len(shared))}
        )
    apart = [row for row, both in enumerate(shared) if differs(both)]
    open_ = [str(row + 1) for row in apart if row not in choices and others is None]
    if open_:
        raise WorkbenchError(
            _("The reviewers differ on %(rows)s: choose for each, like --choose %(first)s=a, or --others a.")
            % {"rows": listed(open_), "first": open_[0]}
        )
    differing = set(apart)
    segments = [
        replace(both.segment, ratings=(taken(both, choice_for(row, choices, others, differing), rater),))
        for row, both in enumerate(shared)
    ]
    return Merged(segments, len(apart), len(shared) - len(apart))


def choice_for(row: int, choices: Mapping[int, Choice], others: Choice | None, differing: set[int]) -> Choice:
    """Give whose marks are taken for a segment."""
    if row in choices:
        return choices[row]
    return (others or Choice.FIRST) if row in differing else Choice.FIRST


def taken(both: Both, choice: Choice, rater: str) -> Rating:
    """Give the rating that was chosen, under the name of who merges; of two marks of one error the first."""
    if choice is Choice.FIRST:
        return replace(both.a, rater=rater)
    if choice is Choice.SECOND:
        return replace(both.b, rater=rater)
    couples = coupled(both.a.marks, both.b.marks)
    marks = tuple(mark for couple in couples if (mark := couple.a or couple.b))
    scores = [score for score in (both.a.score, both.b.score) if score is not None]
    return Rating(rater, marks, sum(scores) / len(scores) if scores else None)
