"""How an article writes what can be written in several ways: each use, and the way that prevails."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from workbench.checks.amount_style import AGE, PERCENT, amounts
from workbench.checks.article import Article
from workbench.checks.clock_style import clocks
from workbench.checks.date_style import MONTHS, month_as, month_length, written_dates
from workbench.checks.house_use import Use
from workbench.checks.print_style import marks
from workbench.checks.side import Side
from workbench.lang.name_words import name_words
from workbench.lang.style import Forms, choice_of, form_pattern, forms_among, longer_titles, spellings
from workbench.lang.vocabulary import DIGIT

_REFERENCE = 1.5  # uses that a reference of one way throughout is worth: it decides ties, and one against two
_FEW = 3  # uses of the lesser way that are slips; more of them are a way of writing of its own
_SHARE = 3  # or at most one of it for so many of the other
_HYPHENED = re.compile(r"(?<![\w-])([a-z]{2,})-([a-z]{3,})(?![\w-])")
DATE, MONTH = "date", "month"
# How often more the prevailing way must stand than the other where no reference shows one.
_CLEAR = {DATE: 2, MONTH: 3, PERCENT: 3, AGE: 2}


@dataclass(frozen=True, slots=True)
class House:
    """The way that prevails, with an example of it; whether the reference writes so throughout."""

    way: str
    example: str
    of_reference: bool


def uses(side: Side, article: Article) -> Iterator[Use]:
    """Yield the places of one side where something could be written otherwise."""
    if side:
        language, words = side.known.language, side.vocabulary
        named = forms_among(language, words)
        if named:
            yield from forms(side, language, named)
        if language == "en":
            yield from of_english(side)
        if not spellings(language).keys().isdisjoint(words):
            yield from spelled(side, language)
        if "-" in side.text:
            yield from hyphened(side)
        known = article.fact(compounds_of)
        if not known.keys().isdisjoint(words):
            yield from closed(side, known)


def of_english(side: Side) -> Iterator[Use]:
    """Yield dates, times, amounts and marks."""
    words = side.vocabulary
    if DIGIT in words:
        if not MONTHS.isdisjoint(words):
            yield from dates(side)
        yield from amounts(side)
        yield from clocks(side)
    yield from marks(side)


def forms(side: Side, language: str, named: frozenset[str]) -> Iterator[Use]:
    """Yield names and titles that have several forms, of those whose words the side has."""
    by_form = choice_of(language)
    for match in form_pattern(named).finditer(side.text):
        choice = by_form[match[0]]
        if choice.title and not is_title(side.text, match, language):
            continue
        # "U.S." at the end of a sentence has one stop for both; "US." takes its stop into "U.S."
        stop = is_short(choice) and not match[0].endswith(".") and side.text.startswith(".", match.end())
        keeps = stop or ends_sentence(side.text, match)
        end = match.end() + stop
        yield Use((match.start(), end), choice.forms[0], match[0], ways_of(choice, keeps=keeps))


@cache
def is_short(choice: Forms) -> bool:
    """Tell whether any of some forms has a stop."""
    return any(form.endswith(".") for form in choice.forms)


@cache
def ways_of(choice: Forms, *, keeps: bool) -> Mapping[str, str]:
    """Give what each form would write, where a stop `keeps` standing or where there is none."""
    return {form: form if form.endswith(".") or not keeps else f"{form}." for form in choice.forms}


def is_title(text: str, match: re.Match[str], language: str) -> bool:
    """Tell whether a title stands before a name and is no part of a longer title or the name of a body."""
    after = re.match(r"\s([^\W\d_]+)", text[match.end() : match.end() + 30])
    before = text[: match.start()].rsplit(maxsplit=1)[-1:]
    if (
        before
        and text[match.start() - 1 : match.start()] == " "
        and before[0].lower() in longer_titles(language)
    ):
        return False
    return bool(after and after[1][0].isupper() and after[1].lower() not in name_words(language).institutions)


def ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Tell whether the stop of a short form ("U.S.") is that of its sentence too."""
    after = text[match.end() :].lstrip("”’\"')")
    return match[0].endswith(".") and (not after.strip() or bool(re.match(r"\s[A-Z“][a-z]*\s[a-z]", after)))


def dates(side: Side) -> Iterator[Use]:
    """Yield dates by order and by short or long month."""
    for span, order, orders in written_dates(side.text):
        yield Use(span, DATE, order, orders)
        length = month_length(orders[order])
        if length and order.startswith("month"):
            ways = {"long": month_as(orders[order], "long"), "short": month_as(orders[order], "short")}
            yield Use(span, MONTH, length, ways)


def spelled(side: Side, language: str) -> Iterator[Use]:
    """Yield words that Americans and Britons spell otherwise; not inside names."""
    known = spellings(language)
    for word in side.words:
        entry = known.get(word.text) or (known.get(word.folded) if word.start == 0 else None)
        if entry is not None:
            region, other = entry
            written = side.text[word.start : word.start + len(word.folded)]
            other = other.capitalize() if written[0].isupper() else other
            away = "GB" if region == "US" else "US"
            span = (word.start, word.start + len(word.folded))
            yield Use(span, "spelling", region, {region: written, away: other})


def hyphened(side: Side) -> Iterator[Use]:
    """Yield compounds with a hyphen."""
    for match in _HYPHENED.finditer(side.text):
        closed = match[1] + match[2]
        yield Use(match.span(), f"compound {closed}", "hyphen", {"hyphen": match[0], "closed": closed})


def closed(side: Side, known: Mapping[str, str]) -> Iterator[Use]:
    """Yield compounds without a hyphen that the article writes with one somewhere."""
    for word in side.words:
        if word.text in known:
            ways = {"closed": word.text, "hyphen": known[word.text]}
            yield Use((word.start, word.end), f"compound {word.text}", "closed", ways)


def uses_by_text(article: Article) -> Mapping[str, tuple[Use, ...]]:
    """Give the uses of each side of the translation by its text."""
    return {row.translation.text: tuple(uses(row.translation, article)) for row in article.rows}


def house_of(article: Article) -> Mapping[str, House]:
    """Give the prevailing way of each choice that an article makes in two ways."""
    mine = [use for row in article.rows for use in article.fact(uses_by_text)[row.translation.text]]
    theirs = [use for row in article.rows for use in uses(row.reference, article)]
    examples: dict[tuple[str, str], str] = {}
    counts: dict[str, Counter[str]] = {}
    others: dict[str, Counter[str]] = {}
    for found, tally in ((mine, counts), (theirs, others)):
        for use in found:
            examples.setdefault((use.choice, use.way), use.ways[use.way])
            tally.setdefault(use.choice, Counter())[use.way] += 1
    houses = {}
    for choice, count in counts.items():
        other = others.get(choice, Counter())
        way = prevailing(choice, count, other)
        if way is not None:
            houses[choice] = House(way, examples[choice, way], set(other) == {way})
    return houses


def compounds_of(article: Article) -> Mapping[str, str]:
    """Give the compounds that an article writes with a hyphen, by their letters."""
    sides = [side for row in article.rows for side in (row.translation, row.reference) if "-" in side.text]
    return {match[1] + match[2]: match[0] for side in sides for match in _HYPHENED.finditer(side.text)}


def prevailing(choice: str, counts: Counter[str], others: Counter[str]) -> str | None:
    """Give the way that prevails in the translation; None where it has one way, or too much of another.

    A reference that has one way throughout decides ties, and of a date even what the translation has once.
    Without a reference a date needs a clear majority.
    """
    weights: dict[str, float] = dict(counts)
    if len(others) == 1:
        way = next(iter(others))
        weights[way] = weights.get(way, 0.0) + _REFERENCE
    (way, most), *rest = sorted(weights.items(), key=lambda pair: -pair[1])
    slips = counts.total() - counts[way]
    clear = _CLEAR.get(choice, 0)
    if not rest or rest[0][1] == most or (not others and counts[way] < clear * slips):
        return None
    if not counts[way] and not clear:
        return None
    return way if slips <= _FEW or slips * _SHARE <= counts[way] else None
