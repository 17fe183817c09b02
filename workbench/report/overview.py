"""The head of the report: the verdict at a glance, the texts, the scores."""

from collections import Counter
from collections.abc import Iterator

from workbench.figures import count, language_name, moment, number
from workbench.i18n import _, ngettext
from workbench.model.document import Role
from workbench.model.status import Status
from workbench.report.article_text import foreign
from workbench.report.bands import band
from workbench.report.charts import heat_strip, histogram
from workbench.report.data import ReportData, ScoreLine, State
from workbench.report.markup import Column, Html, element, table, text, together
from workbench.report.words import STATUS_SHAPES, band_names, role_name, status_name


def header(data: ReportData) -> Html:
    """Write the title, and when the review was last changed."""
    return element(
        "header",
        element("p", text(_("Translation review")), class_="kicker"),
        element("h1", foreign(data.title, data.language)),
        element("p", text(compared(data)), class_="muted"),
    )


def compared(data: ReportData) -> str:
    """Say what was compared, in one line."""
    languages = " · ".join(
        f"{role_name(role)}: {language_name(data.language_of(role), data.language)}" for role in data.roles
    )
    return f"{languages} · {moment(data.revised, data.language)}"


def glance(data: ReportData) -> Html:
    """Write the numbers to be read first."""
    cards = [*score_cards(data), decisions_card(data), findings_card(data)]
    if data.mqm:
        cards.insert(1, mqm_card(data))
    return element("div", *cards, class_="cards")


def score_cards(data: ReportData) -> Iterator[Html]:
    """Give the headline score as a card."""
    for one in data.scores[:1]:
        said = number(one.value, data.language, 0)
        yield card(one.label, said, interval_said(one, data.language), band(one.value))


def mqm_card(data: ReportData) -> Html:
    """Give the MQM score as a card."""
    if data.mqm is None:
        return Html("")
    level = "good" if data.mqm.passed else "bad"
    below = _("passed") if data.mqm.passed else _("failed")
    return card(
        _("MQM quality"), number(data.mqm.quality, data.language), f"{data.mqm.typology} · {below}", level
    )


def decisions_card(data: ReportData) -> Html:
    """Give how far the review is as a card."""
    counts = Counter(one.pair.status for one in data.pairs)
    decided = counts[Status.APPROVED] + counts[Status.NEEDS_WORK]
    said = f"{count(decided, data.language)} / {count(len(data.pairs), data.language)}"
    below = " · ".join(
        f"{STATUS_SHAPES[status]} {count(counts[status], data.language)} {status_name(status)}"
        for status in (Status.APPROVED, Status.NEEDS_WORK)
    )
    return card(_("Pairs reviewed"), said, below, "plain")


def findings_card(data: ReportData) -> Html:
    """Give the findings that are open as a card."""
    counts = Counter(one.state for one in data.findings)
    below = _("%(fixed)s fixed · %(dismissed)s dismissed") % {
        "fixed": count(counts[State.FIXED], data.language),
        "dismissed": count(counts[State.DISMISSED], data.language),
    }
    return card(_("Findings open"), count(counts[State.OPEN], data.language), below, "plain")


def card(label: str, said: str, below: str, level: str) -> Html:
    """Write one number with its name above and what it means beneath."""
    return element(
        "div",
        element("p", text(label), class_="label"),
        element("p", text(said), class_="figure"),
        element("p", text(below), class_="muted"),
        class_=f"card {level}",
    )


def interval_said(one: ScoreLine, language: str) -> str:
    """Write a score's interval."""
    if one.interval is None:
        return ""
    low, high = (number(value, language) for value in one.interval)
    return _("95 %% interval %(low)s – %(high)s") % {"low": low, "high": high}


def pictures(data: ReportData) -> Html:
    """Write the strip and the histogram, each with its caption."""
    return element(
        "div",
        element(
            "figure",
            element(
                "figcaption", text(_("%(metric)s by pair, from first to last") % {"metric": data.headline})
            ),
            heat_strip(data),
            legend(data),
        ),
        element(
            "figure",
            element("figcaption", text(_("Distribution of the pairs"))),
            histogram(data),
        ),
        class_="pictures",
    )


def legend(data: ReportData) -> Html:
    """Say what the colours of the strip mean."""
    bands = Counter(band(one.score) for one in data.pairs)
    return element(
        "p",
        *(
            element(
                "span",
                element("span", class_=f"swatch heat-{name}", aria_hidden="true"),
                text(f"{said}: {count(bands[name], data.language)}"),
            )
            for name, said in band_names().items()
        ),
        class_="legend",
    )


def texts_section(data: ReportData) -> Html:
    """List the texts that were compared."""
    columns = [Column(_("Text")), Column(_("File")), Column(_("Language"))]
    columns += [Column(_("Sentences"), "number"), Column(_("Words"), "number")]
    rows = [
        [
            text(role_name(one.role)),
            foreign(one.name, data.language),
            text(language_name(one.language, data.language)),
            text(count(one.sentences, data.language)),
            text(count(one.words, data.language)),
        ]
        for one in sorted(data.texts, key=lambda one: data.roles.index(one.role))
    ]
    said = " ".join(sentence for sentence in (pairs_said(data), uneven_said(data)) if sentence)
    told = element("p", text(said), class_="muted")
    return together([told, table(_("Texts"), columns, rows)])


def pairs_said(data: ReportData) -> str:
    """Say how many pairs the texts were aligned to."""
    pairs = len(data.pairs)
    said = ngettext("The texts make %(count)s pair.", "The texts make %(count)s pairs.", pairs)
    return said % {"count": count(pairs, data.language)}


def uneven_said(data: ReportData) -> str:
    """Say how many pairs are more, or less, than a sentence against a sentence; nothing where none is."""
    others = [role for role in (Role.REFERENCE, Role.SOURCE) if role in data.roles][:1]
    sides = [Role.TRANSLATION, *others]
    uneven = sum(1 for one in data.pairs if any(len(one.pair.sentences(role)) != 1 for role in sides))
    if not uneven:
        return ""
    said = ngettext(
        "%(count)s pair is not one sentence against one.",
        "%(count)s pairs are not one sentence against one.",
        uneven,
    )
    return said % {"count": count(uneven, data.language)}


def scores_section(data: ReportData) -> Html:
    """List the scores with their intervals and signatures."""
    rows = [
        [
            text(one.label),
            text(number(one.value, data.language)),
            text(bounds(one, data.language)),
            text(_("higher") if one.higher_is_better else _("lower")),
            element("code", text(one.signature)),
        ]
        for one in data.scores
    ]
    columns = [
        Column(_("Metric")),
        Column(_("Score"), "number strong"),
        Column(_("95 percent interval"), "number"),
        Column(_("Better is")),
        Column(_("Signature"), "signature"),
    ]
    return table(_("Scores"), columns, rows)


def bounds(one: ScoreLine, language: str) -> str:
    """Write an interval for a table."""
    if one.interval is None:
        return "–"
    return " – ".join(number(value, language) for value in one.interval)
