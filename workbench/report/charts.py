"""Pictures of the scores as inline SVG: where the text is weak, and how its pairs are spread."""

from collections import Counter
from collections.abc import Sequence

from workbench.figures import count, listed, number
from workbench.i18n import _, ngettext
from workbench.report.bands import band
from workbench.report.data import PairLine, ReportData
from workbench.report.markup import Html, element, text, together
from workbench.report.words import band_names

_MOST_COLUMNS = 400  # of the strip: narrower than that they are no more than a pixel
_BINS, _BIN_WIDTH = 10, 10.0
# The histogram's drawing, in its own units: it is scaled to the page.
_WIDTH, _HEIGHT, _TOP, _BOTTOM, _BAR, _STEP = 420, 170, 18, 24, 36, 42


def heat_strip(data: ReportData) -> Html:
    """Draw one mark a pair in the order of the text; in a long text the worst of several neighbours."""
    columns = stretches(data.pairs)
    marks = together(
        column(place, pairs[0], worst(pairs), data.language) for place, pairs in enumerate(columns)
    )
    return element(
        "svg",
        element("title", text(_("The score of each pair, in the order of the text"))),
        marks,
        class_="strip",
        viewBox=f"0 0 {len(columns)} 1",
        preserveAspectRatio="none",
        role="img",
        aria_label=strip_said(data),
    )


def stretches(pairs: Sequence[PairLine]) -> list[list[tuple[int, PairLine]]]:
    """Put pairs together, with their numbers, so that there are not too many columns."""
    numbered = list(enumerate(pairs, start=1))
    step = -(-len(numbered) // _MOST_COLUMNS) or 1
    return [numbered[start : start + step] for start in range(0, len(numbered), step)]


def worst(pairs: Sequence[tuple[int, PairLine]]) -> float | None:
    """Give the worst score of a stretch."""
    return min((one.score for _number, one in pairs if one.score is not None), default=None)


def column(place: int, first: tuple[int, PairLine], score: float | None, language: str) -> Html:
    """Draw one mark of the strip."""
    said = "–" if score is None else number(score, language, 0)
    return element(
        "rect",
        element("title", text(f"{count(first[0], language)}: {said}")),
        x=f"{place}",
        y="0",
        width="1",
        height="1",
        class_=f"heat-{band(score)}",
    )


def strip_said(data: ReportData) -> str:
    """Say what the strip shows."""
    bands = Counter(band(one.score) for one in data.pairs)
    names = band_names()
    return " · ".join(f"{said}: {count(bands[name], data.language)}" for name, said in names.items())


def histogram(data: ReportData) -> Html:
    """Draw how many pairs have which score, in tens."""
    counts = [0] * _BINS
    for one in data.pairs:
        if one.score is not None:
            counts[min(_BINS - 1, max(0, int(one.score / _BIN_WIDTH)))] += 1
    most = max(counts) or 1
    bars = together(bar(place, points, most, data.language) for place, points in enumerate(counts))
    axis = together(tick(place, data.language) for place in range(_BINS + 1))
    return element(
        "svg",
        element("title", text(_("How many pairs have which score"))),
        bars,
        element("path", d=f"M0 {_HEIGHT - _BOTTOM}H{_WIDTH}", class_="axis"),
        axis,
        class_="histogram",
        viewBox=f"-12 0 {_WIDTH + 24} {_HEIGHT}",
        role="img",
        aria_label=histogram_said(counts, data.language),
    )


def bar(place: int, points: int, most: int, language: str) -> Html:
    """Draw one bar with its number."""
    room = _HEIGHT - _TOP - _BOTTOM
    height = room * points / most
    x, y = place * _STEP + (_STEP - _BAR) / 2, _HEIGHT - _BOTTOM - height
    label = element("text", text(count(points, language)), x=f"{x + _BAR / 2:g}", y=f"{y - 5:.1f}")
    drawn = element(
        "rect",
        x=f"{x:g}",
        y=f"{y:.1f}",
        width=f"{_BAR}",
        height=f"{height:.1f}",
        rx="2",
        class_=f"heat-{band(place * _BIN_WIDTH + _BIN_WIDTH / 2)}",
    )
    return together([drawn, label]) if points else Html("")


def tick(place: int, language: str) -> Html:
    """Write one number of the axis."""
    said = text(count(int(place * _BIN_WIDTH), language))
    return element("text", said, x=f"{place * _STEP}", y=f"{_HEIGHT - 7}", class_="tick")


def histogram_said(counts: Sequence[int], language: str) -> str:
    """Say what the histogram shows."""
    told = [
        ngettext(
            "%(count)s pair from %(low)s to %(high)s", "%(count)s pairs from %(low)s to %(high)s", points
        )
        % {
            "count": count(points, language),
            "low": count(int(place * _BIN_WIDTH), language),
            "high": count(int((place + 1) * _BIN_WIDTH), language),
        }
        for place, points in enumerate(counts)
        if points
    ]
    return listed(told, language)
