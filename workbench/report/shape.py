"""The report as JSON: the same data as the page, whole texts included (stable; see the README)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from workbench.model.annotation import Annotation, Assessment
from workbench.model.document import Role
from workbench.report.data import FindingLine, MqmSummary, NameLine, PairLine, ReportData, ScoreLine

Shape = dict[str, object]
_DECIMALS = 4  # far below what two runs of a human reviewer agree on


def shape(data: ReportData) -> Shape:
    """Give the report as JSON."""
    return {
        "title": data.title,
        "revised": data.revised,
        "texts": [asdict(one) for one in data.texts],
        "headline": data.headline,
        "scores": [score_shape(one) for one in data.scores],
        "mqm": mqm_shape(data.mqm) if data.mqm else None,
        "worst": list(data.worst),
        "pairs": [pair_shape(row, one) for row, one in enumerate(data.pairs)],
        "names": [name_shape(one) for one in data.names],
        "findings": [finding_shape(one) for one in data.findings],
        "changes": [change_shape(row, data.pairs[row]) for row in data.changed],
        "steps": [{"name": one.name, "count": one.count} for one in data.steps],
    }


def score_shape(one: ScoreLine) -> Shape:
    """Give one score."""
    return {
        "metric": one.label,
        "score": round(one.value, _DECIMALS),
        "interval": None if one.interval is None else [round(bound, _DECIMALS) for bound in one.interval],
        "signature": one.signature,
        "higher_is_better": one.higher_is_better,
    }


def mqm_shape(found: MqmSummary) -> Shape:
    """Give the MQM score."""
    told: Mapping[str, object] = asdict(found) | {"raters": list(found.raters)}
    counts = [
        {"category": category, "severity": severity, "count": count}
        for (category, severity), count in found.counts.items()
    ]
    return {**rounded(told), "counts": counts}


def rounded(told: Mapping[str, object]) -> Shape:
    """Round what is a fraction."""
    return {
        name: round(value, _DECIMALS) if isinstance(value, float) else value for name, value in told.items()
    }


def pair_shape(row: int, one: PairLine) -> Shape:
    """Give one pair."""
    texts = {role.value: one.pair.text(role) or None for role in Role}
    return {
        "id": row,
        **texts,
        "original": one.pair.original,
        "status": one.pair.status.value,
        "score": None if one.score is None else round(one.score, _DECIMALS),
        "why": list(one.reasons),
        "differs": {"translation": spans(one.ours), "reference": spans(one.theirs)},
        "marks": [mark_shape(mark) for mark in one.marks],
        "assessments": [assessment_shape(given) for given in one.assessments],
    }


def spans(found: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Give spans as lists."""
    return [list(span) for span in found]


def mark_shape(mark: Annotation) -> Shape:
    """Give one mark."""
    return {
        "side": mark.side.value,
        "span": list(mark.span),
        "text": mark.text,
        "category": mark.category,
        "severity": mark.severity,
        "note": mark.note,
        "author": mark.author,
        "time": mark.time,
        "gone": mark.gone,
        "replies": [asdict(one) for one in mark.replies],
    }


def assessment_shape(given: Assessment) -> Shape:
    """Give one score from 0 to 100."""
    return {"author": given.author, "score": given.score, "outdated": given.outdated}


def name_shape(line: NameLine) -> Shape:
    """Give one name with what was decided."""
    name = line.name
    return {
        "form": name.form,
        "kind": name.kind,
        "mentions": [{"pair": mention.pair, "span": list(mention.span)} for mention in name.mentions],
        "variants": list(name.variants),
        "proposal": name.proposal,
        "confidence": round(name.confidence, 2),
        "from": name.origin,
        "why": name.why,
        "decision": line.decision.value,
    }


def finding_shape(line: FindingLine) -> Shape:
    """Give one finding with what became of it."""
    return {**line.finding.shape(), "state": line.state.value, "reason": line.reason or None}


def change_shape(row: int, one: PairLine) -> Shape:
    """Give one text that was changed."""
    return {"pair": row, "before": one.pair.original, "after": one.pair.text(Role.TRANSLATION)}
