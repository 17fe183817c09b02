"""What is painted in the texts of a pair."""

from workbench.model.finding import Finding, Severity
from workbench.project.marks import found

TEXT = "The bad cat sat."


def finding(text, check="names"):
    start = TEXT.find(text)
    span = (start, start + len(text))
    return Finding(0, span, text, check, "terminology/name", Severity.MAJOR, "Why.", "", None, 0.9, check)


def spans(*findings):
    return [(mark.start, mark.end) for mark in found(findings, TEXT)]


def test_what_is_said_of_a_whole_text_does_not_hide_what_is_found_in_it():
    assert spans(finding("bad"), finding(TEXT, "untouched")) == [(4, 7)]
    assert spans(finding(TEXT, "fragments")) == [(0, len(TEXT))]
