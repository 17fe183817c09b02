"""Scores and agreements as JSON, for scripts (stable)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from workbench.model.annotation import Annotation
from workbench.mqm.agreement import Agreement, Both, coupled, named
from workbench.mqm.merging import differs
from workbench.mqm.ratings import Segment, marks
from workbench.mqm.scores import Quality, counted, quality, segment_penalty
from workbench.mqm.typology import Typology
from workbench.mqm.words import word_count
from workbench.project.rounding import DECIMALS
from workbench.project.shapes import Shape


@dataclass(frozen=True, slots=True)
class Scored:
    """One system's ratings with their score."""

    system: str
    segments: Sequence[Segment]
    quality: Quality
    counts: Mapping[tuple[str, str], int]


def scored(segments: Sequence[Segment], typology: Typology, *, by_source: bool = False) -> list[Scored]:
    """Score each system of a file; words are counted in the translation, or in the source."""
    systems = dict.fromkeys(one.key.system for one in segments)
    return [
        score([one for one in segments if one.key.system == name], name, typology, by_source=by_source)
        for name in systems
    ]


def score(segments: Sequence[Segment], name: str, typology: Typology, *, by_source: bool = False) -> Scored:
    """Score one system's segments that somebody rated."""
    rated = [one for one in segments if one.ratings]
    words = sum(word_count(one.source if by_source else one.translation) for one in rated)
    return Scored(name, rated, quality(rated, words, typology), counted(marks(rated), typology))


def scored_shape(systems: Sequence[Scored], typology: Typology) -> Shape:
    """Give scores of systems and segments."""
    return {
        "typology": typology.name,
        "systems": [{"system": one.system, **quality_shape(one.quality, one.counts)} for one in systems],
        "segments": [
            {
                "system": one.key.system,
                "document": one.key.document,
                "segment": one.key.segment,
                "penalty": round(segment_penalty(one, typology) or 0.0, DECIMALS),
            }
            for system in systems
            for one in system.segments
        ],
    }


def quality_shape(found: Quality, counts: Mapping[tuple[str, str], int]) -> Shape:
    """Give a score with the errors it is made of."""
    numbers: Shape = {
        name: round(value, DECIMALS) if isinstance(value, float) else value
        for name, value in asdict(found).items()
    }
    return numbers | {
        "counts": [
            {"category": category, "severity": severity, "count": count}
            for (category, severity), count in counts.items()
        ]
    }


def agreement_shape(found: Agreement, raters: Sequence[str], shared: Sequence[Both]) -> Shape:
    """Give how far two reviewers agree, and each segment they differ on with its number for `merge`."""
    numbers: Shape = {
        name: round(value, DECIMALS) if isinstance(value, float) else value
        for name, value in asdict(found).items()
    }
    apart = [(row, both) for row, both in enumerate(shared, start=1) if differs(both)]
    return {"raters": list(raters), **numbers, "apart": [apart_shape(row, both) for row, both in apart]}


def apart_shape(row: int, both: Both) -> Shape:
    """Give one segment with what each reviewer marked, side by side."""
    return {
        "number": row,
        "segment": named(both.segment.key),
        "translation": both.segment.translation,
        "scores": [both.a.score, both.b.score],
        "marks": [
            {"a": mark_shape(couple.a), "b": mark_shape(couple.b)}
            for couple in coupled(both.a.marks, both.b.marks)
        ],
    }


def mark_shape(mark: Annotation | None) -> Shape | None:
    """Give one mark; null where there is none."""
    if mark is None:
        return None
    return {
        "side": mark.side.value,
        "span": list(mark.span),
        "text": mark.text,
        "category": mark.category,
        "severity": mark.severity,
        "note": mark.note,
    }
