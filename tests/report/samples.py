"""A small report with everything in it."""

from workbench.model.annotation import Annotation, Assessment
from workbench.model.document import Role
from workbench.model.finding import Finding, Severity
from workbench.model.name import Mention, Name
from workbench.model.pair import Pair, Sentence, Status
from workbench.report.data import (
    Decision,
    FindingLine,
    MqmSummary,
    NameLine,
    PairLine,
    ReportData,
    ScoreLine,
    State,
    StepLine,
    TextLine,
)


def pair(number, translation, reference, original=None, status=Status.UNREVIEWED, source="나"):
    def sentence(text, was=None):
        return (Sentence(number, number, 0, text, text if was is None else was),) if text else ()

    return Pair(
        number,
        status,
        confirmed=False,
        confidence=1.0,
        translation=sentence(translation, original),
        reference=sentence(reference),
        source=sentence(source),
    )


def finding(text="South", message="The country differs.", fix="North", severity=Severity.MAJOR):
    category = "accuracy/mistranslation"
    return Finding(0, (0, 5), text, "countries", category, severity, message, "the North", fix, 0.9, "f1")


def report(said="The bad cat sat.", language="en", **changes):
    """Give a report in which one text from outside stands wherever such a text can stand."""
    mark = Annotation(0, Role.TRANSLATION, (0, 3), "accuracy", "major", text=said, note=said, author=said)
    pairs = [
        PairLine(
            pair(0, said, said, original="was", status=Status.APPROVED),
            40.0,
            ["names differ"],
            [(0, 3)],
            [(0, 3)],
            [mark],
            [Assessment(0, said, 66.0)],
        ),
        PairLine(pair(1, "", "Missing.", status=Status.NEEDS_WORK), 85.0),
        PairLine(pair(2, "Alone.", "", source=""), None),
    ]
    name = Name(said, "person", (Mention(0, (0, 3)),), (said,), said, 0.94, "reference", said)
    told = {
        "title": said,
        "language": language,
        "revised": 1_795_912_000.0,
        "texts": [
            TextLine(role, said, tag, "utf-8", 3, 1234)
            for role, tag in ((Role.TRANSLATION, "en"), (Role.REFERENCE, "en"), (Role.SOURCE, "ko"))
        ],
        "headline": "Fidelity",
        "scores": [
            ScoreLine("Fidelity", 79.6, (75.7, 83.3), "nrefs:1|model:x"),
            ScoreLine("TER", 52.6, None, "nrefs:1|case:lc", higher_is_better=False),
        ],
        "pairs": pairs,
        "worst": [0, 1],
        "names": [NameLine(name, decision) for decision in Decision],
        "findings": [
            FindingLine(finding(said, said, said), State.OPEN),
            FindingLine(finding(fix=None, severity=Severity.MINOR), State.DISMISSED, said),
            FindingLine(finding(fix=""), State.FIXED),
        ],
        "mqm": MqmSummary(
            "MQM core",
            [said],
            2,
            100,
            1,
            5.0,
            50.0,
            95.0,
            50.0,
            90.0,
            0,
            passed=False,
            counts={(said, "Major"): 1},
        ),
        "steps": [StepLine("Edit text", 2)],
        "labels": {"accuracy": "Accuracy", "major": "Major"},
    }
    return ReportData(**told | changes)
