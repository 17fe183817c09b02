"""Two reviewers' ratings of one text, out of one file or two."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.figures import count, listed
from workbench.i18n import ngettext
from workbench.mqm.agreement import Both, together
from workbench.mqm.ratings import Segment, raters
from workbench.mqm.typology import Typology
from workbench.project.rating_files import read_ratings

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Voice:
    """One reviewer in one file."""

    path: Path  # of the file, to tell two reviewers of one name apart
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
    heard = [voice for path in paths for voice in voices(path, read_ratings(path, typology))]
    found = [voice for voice in heard if not wanted or voice.rater in wanted]
    if len(found) != _FEWEST:
        raise WorkbenchError(
            ngettext(
                "Agreement is between two reviewers, and here is %(count)s (%(names)s); choose with --rater.",
                "Agreement is between two reviewers, and here are"
                " %(count)s (%(names)s); choose with --rater.",
                len(found),
            )
            % {
                "count": count(len(found)),
                "names": listed(dict.fromkeys(one.rater for one in found)) or "–",
            }
        )
    return paired(*found)


def voices(path: Path, segments: Sequence[Segment]) -> list[Voice]:
    """Give the reviewers of a file."""
    return [Voice(path, rater, segments) for rater in raters(segments)]


def paired(first: Voice, second: Voice) -> Pairing:
    """Pair two reviewers."""
    shared = together(first.segments, second.segments, (first.rater, second.rater))
    alone = sum(rated(one) for one in (first, second)) - _FEWEST * len(shared)
    return Pairing(names(first, second), shared, alone)


def rated(voice: Voice) -> int:
    """Count the segments that a reviewer rated."""
    return sum(1 for segment in voice.segments if segment.rating(voice.rater))


def names(first: Voice, second: Voice) -> tuple[str, str]:
    """Give the reviewers' names, with their files where the names are the same."""
    if first.rater != second.rater:
        return first.rater, second.rater
    return f"{first.rater} ({first.path.name})", f"{second.rater} ({second.path.name})"
