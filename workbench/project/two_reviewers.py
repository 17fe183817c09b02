"""Two reviewers' ratings of one text, out of one file or two."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.mqm.agreement import Both, together
from workbench.mqm.ratings import Segment, raters
from workbench.mqm.typology import Typology
from workbench.project.rating_files import read_ratings

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Voice:
    """One reviewer in one file."""

    path: Path
    rater: str
    segments: Sequence[Segment]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two reviewers with the segments both rated; `left_out` counts those that only one did."""

    names: tuple[str, str]
    shared: Sequence[Both]
    left_out: int


def two_of(paths: Sequence[Path], wanted: Sequence[str], typology: Typology) -> Pairing:
    """Read one or two files and pair their reviewers; with more than two, `wanted` names whom."""
    voices = [
        Voice(path, rater, segments)
        for path in paths
        for segments in [read_ratings(path, typology)]
        for rater in raters(segments)
        if not wanted or rater in wanted
    ]
    if len(voices) != _FEWEST:
        raise WorkbenchError(
            _("Agreement is between two reviewers, and here are %(count)d (%(names)s); choose with --rater.")
            % {"count": len(voices), "names": ", ".join(dict.fromkeys(one.rater for one in voices)) or "–"}
        )
    first, second = voices
    shared = together(first.segments, second.segments, (first.rater, second.rater))
    alone = sum(rated(one) for one in voices) - _FEWEST * len(shared)
    return Pairing(names(first, second), shared, alone)


def rated(voice: Voice) -> int:
    """Count the segments that a reviewer rated."""
    return sum(1 for segment in voice.segments if segment.rating(voice.rater))


def names(first: Voice, second: Voice) -> tuple[str, str]:
    """Give the reviewers' names, with their files where the names are the same."""
    if first.rater != second.rater:
        return first.rater, second.rater
    return f"{first.rater} ({first.path.name})", f"{second.rater} ({second.path.name})"
