"""What errors cost: penalties, and the linear quality score of MQM 2.0 with calibration.

Sources: https://themqm.org/error-types-2/the-mqm-scoring-models/ for the names and the formulas of a text;
Freitag et al. 2021 (https://arxiv.org/abs/2104.14478) for segments and several reviewers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.model.annotation import Annotation
from workbench.mqm.ratings import Segment, marks
from workbench.mqm.typology import Typology, folded

PERFECT = 100.0  # MSV, the maximum score value
THOUSAND = 1000  # RWC, the reference word count


@dataclass(frozen=True, slots=True)
class Quality:
    """The score of a text, in MQM's terms.

    `penalty` is the absolute penalty total (APT), `per_word` PWPT, `per_thousand` NPT for 1,000 words,
    `raw` the raw quality score, `quality` the calibrated one; `fatal` counts the errors that fail a text.
    """

    errors: int
    words: int
    segments: int
    penalty: float
    per_word: float
    per_thousand: float
    per_segment: float
    raw: float
    quality: float
    threshold: float
    fatal: int
    passed: bool


def penalty(marked: Iterable[Annotation], typology: Typology) -> float:
    """Add up what one reviewer marked in one segment: the sum of the errors' weights.

    An error that stands alone (a non-translation) stands for all the others: Freitag et al. 2021, section 3,
    let such a segment have no other error. One critical and two minor errors of MQM core: 25 + 1 + 1 = 27.
    """
    rules = [typology.rule(mark.severity, mark.category) for mark in marked]
    alone = [rule.weight for rule in rules if rule.alone]
    return max(alone) if alone else sum(rule.weight for rule in rules)


def segment_penalty(segment: Segment, typology: Typology) -> float | None:
    """Give the mean of the reviewers' penalties (Freitag et al. 2021, section 4); None where nobody rated.

    Reviewers who find 5, 0 and 1 points: (5 + 0 + 1) / 3 = 2.
    """
    if not segment.ratings:
        return None
    return sum(penalty(rating.marks, typology) for rating in segment.ratings) / len(segment.ratings)


def per_word(total: float, words: int) -> float:
    """Give PWPT = APT / EWC; 0 where there are no words: 20 points in 500 words are 0.04."""
    return total / words if words else 0.0


def raw_quality(penalty_per_word: float) -> float:
    """Give the raw score, MSV × (1 − PWPT): ten minor errors in a thousand words leave 99 of 100."""
    return PERFECT * (1 - penalty_per_word)


def calibrated_quality(per_thousand: float, threshold: float, acceptable: float) -> float:
    """Give MSV − NPT × SF, with the scaling factor SF = (MSV − PT) / APP.

    With threshold PT 90 and APP 10 acceptable points, SF is 1, and 20 points in a thousand words leave 80;
    with APP 5 it is 2, and they leave 60. `acceptable` points leave just the threshold.
    """
    return PERFECT - per_thousand * (PERFECT - threshold) / acceptable


def quality(segments: Sequence[Segment], words: int, typology: Typology) -> Quality:
    """Score a text of rated segments; segments nobody rated count neither here nor in `words`.

    The penalty of a text is the sum over its segments; with several reviewers, of the means.
    """
    penalties = [points for one in segments if (points := segment_penalty(one, typology)) is not None]
    total = sum(penalties)
    by_word = per_word(total, words)
    score = calibrated_quality(by_word * THOUSAND, typology.threshold, typology.acceptable)
    fatal = sum(1 for mark in marks(segments) if fails(mark, typology))
    return Quality(
        errors=len(marks(segments)),
        words=words,
        segments=len(penalties),
        penalty=total,
        per_word=by_word,
        per_thousand=by_word * THOUSAND,
        per_segment=total / len(penalties) if penalties else 0.0,
        raw=raw_quality(by_word),
        quality=score,
        threshold=typology.threshold,
        fatal=fatal,
        passed=score >= typology.threshold and not fatal,
    )


def fails(mark: Annotation, typology: Typology) -> bool:
    """Tell whether one such error fails a text."""
    severity = typology.severity(mark.severity)
    return severity is not None and severity.fails


def counted(marked: Iterable[Annotation], typology: Typology) -> Mapping[tuple[str, str], int]:
    """Count errors by the labels of category and severity, most frequent first."""
    counts = Counter((category_label(mark, typology), severity_label(mark, typology)) for mark in marked)
    return dict(counts.most_common())


def category_label(mark: Annotation, typology: Typology) -> str:
    """Give the name of a mark's category as the typology writes it; one it lacks stays as it is."""
    found = typology.category(mark.category)
    return found.label if found else mark.category


def severity_label(mark: Annotation, typology: Typology) -> str:
    """Give the name of a mark's severity as the typology writes it; one it lacks stays as it is."""
    found = typology.severity(mark.severity)
    return found.label if found else mark.severity


def unknown(marked: Iterable[Annotation], typology: Typology) -> list[str]:
    """Name the severities that the typology has not, and no rule weighs: they cost nothing."""
    return sorted(
        {
            mark.severity
            for mark in marked
            if typology.severity(mark.severity) is None
            and not any(rule.severity == folded(mark.severity) for rule in typology.rules)
        }
    )
