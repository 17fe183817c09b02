"""The MQM score, and everything that reviewers marked."""

from collections.abc import Iterator

from workbench.figures import count, listed, number
from workbench.i18n import _
from workbench.model.annotation import Annotation
from workbench.report.article_text import foreign, passage
from workbench.report.data import MqmSummary, ReportData
from workbench.report.markup import NOTHING, Column, Html, element, table, text, together


def mqm_section(data: ReportData, found: MqmSummary) -> Html:
    """Write the MQM score with the numbers it is made of, and the errors by category."""
    numbers = element("dl", *mqm_numbers(found, data.language), class_="numbers")
    if not found.counts:
        return together([numbers, marks_table(data)])
    rows = [
        [
            foreign(data.labels.get(category, category), data.language),
            foreign(data.labels.get(severity, severity), data.language),
            text(count(times, data.language)),
        ]
        for (category, severity), times in found.counts.items()
    ]
    columns = [Column(_("Category")), Column(_("Severity")), Column(_("Errors"), "number")]
    by_category = headed(_("Errors by category"), columns, rows, class_="narrow")
    return together([numbers, by_category, marks_table(data)])


def headed(title: str, columns: list[Column], rows: list[list[Html]], class_: str = "") -> Html:
    """Write a table under a heading."""
    return together([element("h3", text(title)), table(title, columns, rows, class_=class_)])


def mqm_numbers(found: MqmSummary, language: str) -> Iterator[Html]:
    """Write each number with its name."""
    told = [
        (_("Typology"), found.typology),
        (_("Reviewers"), listed(found.raters, language)),
        (_("Segments rated"), count(found.segments, language)),
        (_("Segments without errors"), count(found.faultless, language)),
        (_("Words"), count(found.words, language)),
        (_("Errors"), count(found.errors, language)),
        (_("Penalty points"), number(found.penalty, language)),
        (_("Points per 1,000 words"), number(found.per_thousand, language)),
        (_("Raw score"), number(found.raw, language)),
        (_("Quality score"), number(found.quality, language)),
        (_("Pass mark"), number(found.threshold, language, 0)),
        (_("Errors that fail the text"), count(found.fatal, language)),
    ]
    if found.mean_score is not None:
        told.append((_("Scores from 0 to 100 given"), count(found.assessed, language)))
        told.append((_("Mean of these scores"), number(found.mean_score, language)))
    for name, said in told:
        yield element("div", element("dt", text(name)), element("dd", foreign(said, language)))


def marks_table(data: ReportData) -> Html:
    """List every mark, in the order of the text."""
    rows = [mark_row(data, row, mark) for row, one in enumerate(data.pairs) for mark in one.marks]
    if not rows:
        return NOTHING
    columns = [Column(_("Pair"), "number"), Column(_("Severity"), "short"), Column(_("Category"))]
    columns += [Column(_("Text"), "wide"), Column(_("Note"), "wide"), Column(_("Reviewers"))]
    return headed(_("Marks"), columns, rows)


def mark_row(data: ReportData, row: int, mark: Annotation) -> list[Html]:
    """Write one mark, the answers to it below its note."""
    answers = [element("p", foreign(f"↳ {one.author}: {one.text}", data.language)) for one in mark.replies]
    return [
        text(count(row + 1, data.language)),
        foreign(data.labels.get(mark.severity, mark.severity), data.language),
        foreign(data.labels.get(mark.category, mark.category), data.language),
        passage(mark.text or "∅", data.language_of(mark.side), data.language),
        together([foreign(mark.note or "–", data.language), *answers]),
        foreign(mark.author or "–", data.language),
    ]
