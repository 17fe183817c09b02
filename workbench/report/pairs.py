"""The worst pairs side by side, with the words that differ."""

from collections.abc import Sequence

from workbench.figures import count, number
from workbench.i18n import _
from workbench.model.annotation import Annotation
from workbench.model.document import Role
from workbench.report.article_text import foreign, passage
from workbench.report.bands import band
from workbench.report.data import PairLine, ReportData, Span
from workbench.report.markup import NOTHING, Html, element, text, together
from workbench.report.words import STATUS_SHAPES, role_name, status_name


def worst_section(data: ReportData) -> Html:
    """Write the worst pairs, the worst first."""
    if not data.worst:
        return element("p", text(_("Without a reference no pair is scored.")), class_="muted")
    return together(pair_card(data, row) for row in data.worst)


def pair_card(data: ReportData, row: int) -> Html:
    """Write one pair: its number and score, its texts side by side, what it lost and what was marked."""
    one = data.pairs[row]
    return element(
        "article",
        pair_head(data, row),
        element("div", *(side(data, one, role) for role in data.roles), class_=f"sides n{len(data.roles)}"),
        listed(_("Why"), [foreign(said, data.language) for said in one.reasons]),
        listed(_("Marked"), [marked(data, mark) for mark in one.marks]),
        class_="pair",
        id=f"pair-{row + 1}",
    )


def pair_head(data: ReportData, row: int) -> Html:
    """Write a pair's number, its score and what was decided."""
    one = data.pairs[row]
    status = one.pair.status
    title = _("Pair %(number)s") % {"number": count(row + 1, data.language)}
    score = NOTHING
    if one.score is not None:
        said = f"{data.headline} {number(one.score, data.language, 0)}"
        score = element("span", text(said), class_=f"badge {band(one.score)}")
    sliders = [
        element(
            "span",
            foreign(given.author, data.language),
            text(f" {number(given.score, data.language, 0)}"),
            class_="badge plain",
        )
        for given in one.assessments
    ]
    decided = element("span", text(f"{STATUS_SHAPES[status]} {status_name(status)}"), class_="muted")
    return element("h3", text(title), score, *sliders, decided)


def side(data: ReportData, one: PairLine, role: Role) -> Html:
    """Write one side of a pair."""
    spans = {Role.TRANSLATION: one.ours, Role.REFERENCE: one.theirs}.get(role, ())
    said = one.pair.text(role)
    body = side_text(data, role, said, spans) if said else element("span", text("—"), class_="muted")
    return element(
        "section",
        element("h4", text(role_name(role))),
        element("p", body),
        class_=f"side {role.value}",
    )


def side_text(data: ReportData, role: Role, said: str, spans: Sequence[Span]) -> Html:
    """Write the text of one side, with the words that the other lacks marked."""
    mark = "ins" if role is Role.REFERENCE else "mark"
    return passage(said, data.language_of(role), data.language, spans, mark)


def listed(name: str, items: list[Html]) -> Html:
    """Write a short list with its name before it; nothing for nothing."""
    if not items:
        return NOTHING
    return element("dl", element("dt", text(name)), *(element("dd", item) for item in items), class_="notes")


def marked(data: ReportData, mark: Annotation) -> Html:
    """Write one mark of a reviewer."""
    words = passage(mark.text or "∅", data.language_of(mark.side), data.language)
    names = [data.labels.get(name, name) for name in (mark.category, mark.severity)]
    said = " · ".join([*names, *([mark.author] if mark.author else [])])
    told = element("span", foreign(said, data.language), class_="muted")
    note = foreign(f" — {mark.note}", data.language) if mark.note else NOTHING
    answers = [element("p", foreign(f"↳ {one.author}: {one.text}", data.language)) for one in mark.replies]
    return together([words, text(" "), told, note, *answers])
