"""The report as one HTML page that needs nothing else: no network, no script, one style sheet inside."""

from functools import cache
from importlib.resources import files

from workbench.figures import direction
from workbench.i18n import _
from workbench.report.article_text import plain
from workbench.report.data import ReportData
from workbench.report.lists import changes_section, findings_section, names_section
from workbench.report.markup import NOTHING, Html, element, text
from workbench.report.mqm import mqm_section
from workbench.report.overview import glance, header, pictures, scores_section, texts_section
from workbench.report.pairs import worst_section

# Nothing is fetched or run, even if a text of the article should find a way to ask for it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(data: ReportData) -> bytes:
    """Write the page in UTF-8."""
    document = element(
        "html",
        page_head(data),
        element("body", element("main", header(data), glance(data), *sections(data)), footer()),
        lang=data.language,
        dir=direction(data.language),
    )
    return f"<!doctype html>\n{document}\n".encode("utf-8", "replace")


def page_head(data: ReportData) -> Html:
    """Write what the browser needs to know."""
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", text(_("Review of %(title)s") % {"title": plain(data.title)})),
        element("style", style_sheet()),
    )


@cache
def style_sheet() -> Html:
    """Read the style sheet."""
    return Html((files(__package__) / "page.css").read_text(encoding="utf-8"))


def sections(data: ReportData) -> list[Html]:
    """Give the sections of the report; those without anything to say are left out."""
    made = [section(_("What was compared"), texts_section(data), whole=True)]
    if data.scores:
        made.insert(0, pictures(data))
        made.append(section(_("Scores"), scores_section(data)))
    if data.mqm:
        made.append(section(_("MQM"), mqm_section(data, data.mqm)))
    if data.scores:
        made.append(section(_("Worst pairs"), worst_section(data)))
    made.append(section(_("Names"), names_section(data)))
    made.append(section(_("Findings"), findings_section(data)))
    made.append(section(_("Changes"), changes_section(data)))
    return made


def section(title: str, *children: Html, whole: bool = False) -> Html:
    """Write a section with its heading; a `whole` one is not cut by the end of a printed page."""
    class_ = "part whole" if whole else "part"
    return element("section", element("h2", text(title)), *children, class_=class_)


def footer() -> Html:
    """Say what made the page."""
    said = _("Made with the Translation Review Workbench. The same data is in report.json.")
    return element("footer", element("p", text(said), class_="muted")) if said else NOTHING
