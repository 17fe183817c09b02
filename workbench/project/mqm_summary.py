"""What reviewers marked in a review, as one score; apart from `reporting`, as that loads numba for names."""

from workbench.mqm.ratings import raters
from workbench.mqm.typology import Typology
from workbench.project.project import Project
from workbench.project.rating_shapes import score
from workbench.project.review_ratings import ratings_of
from workbench.report.data import MqmSummary


def mqm_summary(project: Project, typology: Typology) -> MqmSummary | None:
    """Score what reviewers marked; None where nobody marked, scored or approved anything."""
    segments = ratings_of(project)
    found = score(segments, "", typology)
    if not found.segments:
        return None
    quality = found.quality
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
    )
