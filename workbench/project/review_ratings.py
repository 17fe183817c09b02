"""A review's marks and scores as ratings of the machine's own text, and ratings taken into a review.

Reviewers mark and correct at once. What is rated is the translation as it came, so marks are carried back to
it: two reviewers who corrected differently can still be compared.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model.annotation import Annotation, Assessment, Span
from workbench.model.changes import ChangeSet
from workbench.model.document import Role
from workbench.model.pair import Pair, Status
from workbench.mqm.following import follow
from workbench.mqm.ratings import Key, Rating, Segment, numbered
from workbench.project.project import Project

Said = TypeVar("Said", Annotation, Assessment)

REVIEWER = "reviewer"  # whose decision an approved pair without marks is, where nobody gave a name


def ratings_of(project: Project, reviewer: str | None = None) -> list[Segment]:
    """Give a review as rated segments; a pair that is approved without marks says that there is no error."""
    document = project.documents()[Role.TRANSLATION].name
    return rated(project.pairs(), project.annotations(), project.assessments(), document, reviewer)


def rated(
    pairs: Sequence[Pair],
    marks: Sequence[Annotation],
    scores: Sequence[Assessment],
    document: str,
    reviewer: str | None = None,
) -> list[Segment]:
    """Give pairs with what reviewers said of them as rated segments; values alone, for any thread."""
    name = reviewer or main_author(marks, scores)
    marked, scored = by_pair(marks), by_pair(scores)
    return numbered(
        [segment(pair, document, marked.get(pair.id, ()), scored.get(pair.id, ()), name) for pair in pairs]
    )


def by_pair(said: Iterable[Said]) -> dict[int, list[Said]]:
    """Put marks or scores together by the id of their pair."""
    found: dict[int, list[Said]] = {}
    for one in said:
        found.setdefault(one.pair, []).append(one)
    return found


def main_author(marks: Sequence[Annotation], scores: Sequence[Assessment]) -> str:
    """Give who marked and scored most."""
    authors = [one.author for one in marks] + [one.author for one in scores]
    return max(filter(None, dict.fromkeys(authors)), key=authors.count, default=REVIEWER)


def segment(
    pair: Pair, document: str, marks: Sequence[Annotation], scores: Sequence[Assessment], reviewer: str
) -> Segment:
    """Give one pair with what each reviewer said of it."""
    mine = [replace(carried_back(mark, pair), id=0) for mark in marks]
    given = {one.author: one.score for one in scores}
    authors = dict.fromkeys([*(mark.author for mark in mine), *given])
    ratings = [
        Rating(author, tuple(mark for mark in mine if mark.author == author), given.get(author))
        for author in authors
    ]
    if pair.status is Status.APPROVED and not mine and reviewer not in authors:
        ratings.append(Rating(reviewer))
    place = str(pair.translation[0].paragraph + 1) if pair.translation else ""
    key = Key("", document, place, number_of(pair))
    return Segment(key, pair.text(Role.SOURCE), pair.original, tuple(ratings))


def number_of(pair: Pair) -> str:
    """Name a pair by its sentences as they were read: "5-6", where the translation has none "s5" or "r5"."""
    for mark, role in (("", Role.TRANSLATION), ("s", Role.SOURCE), ("r", Role.REFERENCE)):
        numbers = [str(one.number + 1) for one in pair.sentences(role) if one.number is not None]
        if numbers:
            return mark + "-".join(dict.fromkeys((numbers[0], numbers[-1])))
    return f"+{pair.id}"


def carried_back(mark: Annotation, pair: Pair) -> Annotation:
    """Put a mark where its words were in the text as the machine wrote it.

    A mark on the reference says that something is missing: it becomes the gap at the translation's end.
    """
    if mark.side is Role.SOURCE:
        return mark
    if mark.side is Role.REFERENCE:
        end = len(pair.original)
        return replace(mark, side=Role.TRANSLATION, span=(end, end), text="")
    (found,) = follow(pair.text(Role.TRANSLATION), pair.original, [mark.span])
    span = nearest(pair.original, mark.text, found.span[0]) or found.span
    return replace(mark, span=span, text=pair.original[slice(*span)], gone=False)


def nearest(text: str, wanted: str, place: int) -> Span | None:
    """Find the occurrence of some words that is nearest to a place."""
    if not wanted:
        return None
    found = min(occurrences(text, wanted), key=lambda start: abs(start - place), default=None)
    return None if found is None else (found, found + len(wanted))


def occurrences(text: str, wanted: str) -> Iterator[int]:
    """Give where some words stand."""
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def take_in(project: Project, segments: Sequence[Segment]) -> ChangeSet:
    """Take others' marks and scores into a review in one step: those on texts that it holds.

    Marks are put where their words stand now; what the review has already is left out.
    """
    pairs = {pair.original: pair for pair in reversed(project.pairs())}
    held = [(pairs[one.translation], one) for one in segments if one.translation in pairs and one.ratings]
    if not held:
        raise WorkbenchError(_("None of these ratings is about a text of this review."))
    marks = [mark for pair, one in held for mark in placed(pair, one)]
    scores = [
        Assessment(pair.id, rating.rater, rating.score)
        for pair, one in held
        for rating in one.ratings
        if rating.score is not None
    ]
    known = {identity(mark) for mark in project.annotations()}
    given = {(one.pair, one.author, one.score) for one in project.assessments()}
    new_marks = [mark for mark in marks if identity(mark) not in known]
    new_scores = [one for one in scores if (one.pair, one.author, one.score) not in given]
    if not new_marks and not new_scores:
        raise WorkbenchError(_("The review has all of these marks and scores already."))
    return project.take_in(new_marks, new_scores)


def identity(mark: Annotation) -> tuple[object, ...]:
    """Tell one mark from another, wherever it was kept; what was answered to it does not count."""
    return mark.pair, mark.side, mark.span, mark.category, mark.severity, mark.note, mark.author


def placed(pair: Pair, rated: Segment) -> Iterator[Annotation]:
    """Give a segment's marks where their words stand in the pair now."""
    now: Mapping[Role, str] = {role: pair.text(role) for role in Role}
    for rating in rated.ratings:
        for mark in rating.marks:
            before = rated.text(mark.side)
            (found,) = follow(before, now[mark.side], [mark.span])
            yield replace(mark, pair=pair.id, author=rating.rater, span=found.span)
