"""How far two reviewers of one text agree, and where they differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model.annotation import Annotation
from workbench.model.document import Role
from workbench.mqm.coefficients import Level, kendall_tau, krippendorff_alpha
from workbench.mqm.ratings import Key, Rating, Segment
from workbench.mqm.scores import penalty
from workbench.mqm.typology import Typology, folded

Place = tuple[Role, int, bool]


@dataclass(frozen=True, slots=True)
class Both:
    """A segment that both reviewers rated."""

    segment: Segment
    a: Rating
    b: Rating


@dataclass(frozen=True, slots=True)
class Couple:
    """What the reviewers marked at one place; None where one of them marked nothing there."""

    a: Annotation | None
    b: Annotation | None

    @property
    def differs(self) -> bool:
        """Tell whether the two say different things; where just a span begins or ends is no difference."""
        if self.a is None or self.b is None:
            return True
        return folded(self.a.category) != folded(self.b.category) or folded(self.a.severity) != folded(
            self.b.severity
        )


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree; a coefficient is None where it has nothing to go by.

    `alpha` is Krippendorff's on the worst severity of each segment (ordinal), `span_f1` the F1 of marked
    characters, `tau` Kendall's tau-b of the segments' penalties; `couples` counts the marks that overlap,
    `same_category` and `same_severity` are shares of those.
    """

    segments: int
    alpha: float | None
    span_f1: float | None
    tau: float | None
    couples: int
    same_category: float | None
    same_severity: float | None
    penalties: tuple[float, float]
    marks: tuple[int, int]
    left_out: int


def together(a: Sequence[Segment], b: Sequence[Segment], raters: tuple[str, str]) -> list[Both]:
    """Give the segments that both rated, in the order of the first; one key must mean one text."""
    others = {segment.key: segment for segment in b}
    found = []
    for segment in a:
        other = others.get(segment.key)
        mine, theirs = segment.rating(raters[0]), other.rating(raters[1]) if other else None
        if other is None or mine is None or theirs is None:
            continue
        if (segment.translation, segment.source) != (other.translation, other.source):
            raise WorkbenchError(
                _("Segment %(name)s has another text in the second file; agreement is about one text.")
                % {"name": named(segment.key)}
            )
        found.append(Both(segment, mine, theirs))
    if not found:
        raise WorkbenchError(_("The two reviewers rated no segment in common."))
    return found


def named(key: Key) -> str:
    """Name a segment for people."""
    return "/".join(part for part in (key.system, key.document, key.segment or key.place) if part)


def agreement(shared: Sequence[Both], typology: Typology, left_out: int = 0) -> Agreement:
    """Compare two reviewers; `left_out` counts the segments that only one of them rated."""
    worst = [(worst_rank(both.a, typology), worst_rank(both.b, typology)) for both in shared]
    penalties = [(penalty(both.a.marks, typology), penalty(both.b.marks, typology)) for both in shared]
    a, b = [points for points, _other in penalties], [points for _one, points in penalties]
    met = [
        (couple.a, couple.b)
        for both in shared
        for couple in coupled(both.a.marks, both.b.marks)
        if couple.a and couple.b
    ]
    return Agreement(
        segments=len(shared),
        alpha=krippendorff_alpha(worst, Level.ORDINAL),
        span_f1=span_f1((both.a.marks, both.b.marks) for both in shared),
        tau=kendall_tau(a, b),
        couples=len(met),
        same_category=share(folded(one.category) == folded(other.category) for one, other in met),
        same_severity=share(folded(one.severity) == folded(other.severity) for one, other in met),
        penalties=(sum(a), sum(b)),
        marks=(sum(len(both.a.marks) for both in shared), sum(len(both.b.marks) for both in shared)),
        left_out=left_out,
    )


def worst_rank(rating: Rating, typology: Typology) -> float:
    """Give the rank of the worst severity that was marked; 0 where nothing was."""
    return float(max((typology.rank(mark.severity) for mark in rating.marks), default=0))


def share(answers: Iterable[bool]) -> float | None:
    """Give the share of what is true."""
    told = list(answers)
    return sum(told) / len(told) if told else None


def span_f1(rated: Iterable[tuple[Sequence[Annotation], Sequence[Annotation]]]) -> float | None:
    """Give F1 = 2 |A ∩ B| / (|A| + |B|) over the characters that were marked; None where nothing was.

    Whichever of the two is taken for the truth, it is the same. "ab[cd]" against "a[bcd]" in "abcd":
    A has 2 characters, B 3, both 2, so F1 = 4 / 5 = 0.8. A mark of no character counts as one, in its gap.
    """
    shared = everything = 0
    for a, b in rated:
        first, second = places(a), places(b)
        shared += len(first & second)
        everything += len(first) + len(second)
    return 2 * shared / everything if everything else None


def places(marks: Iterable[Annotation]) -> set[Place]:
    """Give the characters and gaps that marks cover."""
    return {place for mark in marks for place in covered(mark)}


def covered(mark: Annotation) -> Iterator[Place]:
    """Give the characters a mark covers, or the gap it stands in."""
    start, end = mark.span
    if start == end:
        yield mark.side, start, True
    for place in range(start, end):
        yield mark.side, place, False


def coupled(a: Sequence[Annotation], b: Sequence[Annotation]) -> list[Couple]:
    """Put marks that overlap together, those that share most first; each has one counterpart at most."""
    meeting = sorted(
        (
            (-overlap(one, other), row, column)
            for row, one in enumerate(a)
            for column, other in enumerate(b)
            if overlap(one, other)
        )
    )
    partners: dict[int, int] = {}
    for _shared, row, column in meeting:
        if row not in partners and column not in partners.values():
            partners[row] = column
    couples = [Couple(one, b[partners[row]] if row in partners else None) for row, one in enumerate(a)]
    alone = [Couple(None, other) for column, other in enumerate(b) if column not in partners.values()]
    return sorted([*couples, *alone], key=begins)


def overlap(one: Annotation, other: Annotation) -> int:
    """Count the places two marks share."""
    if one.side is not other.side:
        return 0
    if one.span == other.span:
        return max(1, one.span[1] - one.span[0])
    return max(0, min(one.span[1], other.span[1]) - max(one.span[0], other.span[0]))


def begins(couple: Couple) -> tuple[bool, int]:
    """Order couples as they stand in the text, the translation's before the source's."""
    mark = couple.a or couple.b
    return (mark.side is Role.SOURCE, mark.span[0]) if mark else (True, 0)
