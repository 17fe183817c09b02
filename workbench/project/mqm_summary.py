"""What reviewers marked in a review, as one score; apart from `reporting`, as that loads numba for names."""

from collections.abc import Sequence

from workbench.model.annotation import Annotation, Assessment
from workbench.model.pair import Pair
from workbench.mqm.ratings import Segment, raters
from workbench.mqm.typology import Typology
from workbench.project.project import Project
from workbench.project.rating_shapes import score
from workbench.project.review_ratings import rated, ratings_of
from workbench.report.data import MqmSummary


def mqm_summary(project: Project, typology: Typology) -> MqmSummary | None:
    """Score what reviewers marked; None where nobody marked, scored or approved anything."""
    return summed(ratings_of(project), typology)


def summary_of(
    pairs: Sequence[Pair], marks: Sequence[Annotation], scores: Sequence[Assessment], typology: Typology
) -> MqmSummary | None:
    """Score what was said about pairs, of values alone."""
    return summed(rated(pairs, marks, scores, ""), typology)


def summed(segments: Sequence[Segment], typology: Typology) -> MqmSummary | None:
    """Score what was said about segments; None where nothing was."""
    found = score(segments, "", typology)
    if not found.segments:
        return None
    quality = found.quality
    given = [one.score for segment in segments for one in segment.ratings if one.score is not None]
    return MqmSummary(
        typology=typology.name,
        raters=raters(segments),
        segments=quality.segments,
        words=quality.words,
        errors=quality.errors,
        penalty=quality.penalty,
        per_thousand=quality.per_thousand,
        raw=quality.raw,
        quality=quality.quality,
        threshold=quality.threshold,
        fatal=quality.fatal,
        passed=quality.passed,
        counts=found.counts,
        faultless=sum(1 for one in found.segments if not any(rating.marks for rating in one.ratings)),
        assessed=len(given),
        mean_score=sum(given) / len(given) if given else None,
    )
