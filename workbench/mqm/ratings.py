"""What reviewers said about segments, as their files hold it: one rating for each reviewer and segment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.model.annotation import Annotation
from workbench.model.document import Role


@dataclass(frozen=True, slots=True)
class Key:
    """Which segment it is, in the words of the published data: `place` counts within the document."""

    system: str
    document: str
    place: str
    segment: str


@dataclass(frozen=True, slots=True)
class Rating:
    """One reviewer's verdict on one segment; without marks it says that there is no error.

    `score` is ESA's slider, 0 to 100.
    """

    rater: str
    marks: tuple[Annotation, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment with its ratings; the marks' spans are in these texts."""

    key: Key
    source: str
    translation: str
    ratings: tuple[Rating, ...] = ()

    def text(self, side: Role) -> str:
        """Give the text that a mark of this side stands in."""
        return self.source if side is Role.SOURCE else self.translation

    def rating(self, rater: str) -> Rating | None:
        """Give one reviewer's rating."""
        return next((one for one in self.ratings if one.rater == rater), None)


def raters(segments: Iterable[Segment]) -> list[str]:
    """Name the reviewers in the order they come."""
    return list(dict.fromkeys(rating.rater for segment in segments for rating in segment.ratings))


def marks(segments: Iterable[Segment]) -> list[Annotation]:
    """Give all marks."""
    return [mark for segment in segments for rating in segment.ratings for mark in rating.marks]


def grouped(rows: Iterable[tuple[Segment, Rating]]) -> list[Segment]:
    """Put ratings that come one by one together: one segment a key, one rating a reviewer, in order."""
    segments: dict[Key, Segment] = {}
    ratings: dict[tuple[Key, str], Rating] = {}
    for segment, rating in rows:
        segments.setdefault(segment.key, segment)
        known = ratings.get((segment.key, rating.rater))
        ratings[segment.key, rating.rater] = joined(known, rating) if known else rating
    held: dict[Key, list[Rating]] = {key: [] for key in segments}
    for (key, _rater), rating in ratings.items():
        held[key].append(rating)
    return [replace(segment, ratings=tuple(held[key])) for key, segment in segments.items()]


def joined(first: Rating, second: Rating) -> Rating:
    """Put two parts of one rating together."""
    score = first.score if second.score is None else second.score
    return Rating(first.rater, (*first.marks, *second.marks), score)


def numbered(segments: Sequence[Segment]) -> list[Segment]:
    """Let every mark name its segment's row as its pair, and its reviewer as its author."""
    return [
        replace(
            segment,
            ratings=tuple(
                replace(
                    rating,
                    marks=tuple(replace(mark, pair=row, author=rating.rater) for mark in rating.marks),
                )
                for rating in segment.ratings
            ),
        )
        for row, segment in enumerate(segments)
    ]
