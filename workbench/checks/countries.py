"""Countries, peoples, capitals and directions that reference or source give otherwise."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.counterparts import agreed, closeness, differing, without
from workbench.checks.country_fix import replacement
from workbench.checks.country_words import CATEGORY, misspelt, strangers
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.side import Side
from workbench.checks.witness import Witness, witness
from workbench.i18n import N_, _
from workbench.lang.countries import Country, Form, countries
from workbench.model.finding import Severity

_KOREAS = frozenset({"KP", "KR"})
_AT_PLACE = 1.8  # closeness that a difference needs when the source does not bear it out
# A translator names a country by another one's affairs more often than a wrong one is named.
_CONFIDENCE = {Witness.REFERENCE: 0.93, Witness.ABSENT: 0.75, Witness.SILENT: 0.6, Witness.TRANSLATION: 0.4}
_SOURCE = _OWNED = 0.75
_WIDER = 0.6
_OWN = re.compile(r"\b(?:my|our) (?:own )?(?:country|nation|homeland)\b(?!['’])", re.IGNORECASE)
_OWNERS = frozenset(["my", "our"])
_COUNTRY = re.compile(r"\b(?:countr(?:y|ies)|nations?|homelands?)\b", re.IGNORECASE)
# A city is a place as often as a government: only another one in its stead is an error.
_PLACES = frozenset({Form.CAPITAL, Form.SEAT, Form.COMPASS})


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the countries and directions of a pair that differ."""
    if not row.translation:
        return
    compass = article.fact(speaks_of_koreas)
    mine = read(row.translation, compass=compass)
    theirs = read(row.reference, compass=compass)
    if not mine and not theirs:
        return
    left: Sequence[Country] = mine
    if row.reference:
        pairs, left, other = agreed(row, mine, theirs, same)
        wrong = differing(row, left, other, comparable)
        hits = list(filter(None, (difference(row, mine, one, right) for one, right in wrong)))
        yield from hits
        yield from misspelt(row, without(other, [right for _one, right in wrong]))
        if hits:
            return
        yield from own_country(row, left)
        yield from wider(row, article, pairs)
        yield from strangers(row, left)
    if left and row.source:
        yield from against_source(row, mine, left)


def read(side: Side, *, compass: bool) -> tuple[Country, ...]:
    """Give the countries of a side."""
    return countries(side.text, side.known.language, compass=compass) if side else ()


def speaks_of_koreas(article: Article) -> bool:
    """Tell whether "the North" and "the South" are the Koreas in an article."""
    return any(
        "North Korea" in row.translation.text or "North Korea" in row.reference.text for row in article.rows
    )


def same(one: Country, other: Country) -> bool:
    """Tell whether two mentions may be of one country."""
    return not one.codes.isdisjoint(other.codes)


def comparable(one: Country, other: Country) -> bool:
    """Tell whether one mention may be a wrong other one: a country for a country, a point for a point."""
    return (one.form is Form.POINT) == (other.form is Form.POINT) and not same(one, other)


def difference(row: Row, mine: Sequence[Country], one: Country, right: Country) -> Hit | None:
    """Say that the reference has another country; None where only the words stand otherwise."""
    found = borne_out(row, mine, one, right)
    if found is not Witness.REFERENCE and closeness(row, one, right) < _AT_PLACE:
        return None
    span, fix = replacement(row, one, right)
    said = row.reference.text[right.start : right.end]
    if one.form is Form.POINT:
        message = _("The direction differs from the reference’s “%(theirs)s”.") % {"theirs": said}
    else:
        message = _("The country or people differs from the reference’s “%(theirs)s”.") % {"theirs": said}
    return Hit(span, CATEGORY, severity(one), message, _CONFIDENCE[found], evidence(row, right, said), fix)


def borne_out(row: Row, mine: Sequence[Country], one: Country, right: Country) -> Witness:
    """Ask the source: it has the reference's country more often, or the translation's as often as it says."""
    said = counted(read(row.source, compass=False))
    told = counted(mine)
    return witness(
        has_source=bool(row.source),
        mine=any(said[code] >= told[code] for code in one.codes),
        theirs=any(said[code] > told[code] for code in right.codes),
    )


def counted(mentions: Sequence[Country]) -> Counter[str]:
    """Count the countries."""
    return Counter(code for one in mentions for code in one.codes)


def evidence(row: Row, right: Country, said: str) -> str:
    """Give the reference's word, and the source's beside it."""
    for one in read(row.source, compass=False):
        if same(one, right):
            return f"{said} · {row.source.text[one.start : one.end]}"
    return said


def severity(one: Country) -> Severity:
    """Call a wrong country critical, a wrong direction major."""
    return Severity.MAJOR if one.form is Form.POINT else Severity.CRITICAL


def own_country(row: Row, left: Sequence[Country]) -> Iterator[Hit]:
    """Yield the country that a machine took “our country” for: Korea, for a speaker from anywhere."""
    owned = None if _OWNERS.isdisjoint(row.reference.vocabulary) else _OWN.search(row.reference.text)
    if owned is None or row.translation.known.language != "en" or _COUNTRY.search(row.translation.text):
        return
    nouns = [one for one in left if one.form is Form.NAME]
    if len(nouns) == 1:
        span, said = (nouns[0].start, nouns[0].end), owned[0]
        message = _("The country or people differs from the reference’s “%(theirs)s”.") % {"theirs": said}
        yield Hit(span, CATEGORY, Severity.MAJOR, message, _OWNED, said, said)


def wider(row: Row, article: Article, pairs: Sequence[tuple[Country, Country]]) -> Iterator[Hit]:
    """Yield "South Korea" where a reference that tells the Koreas apart has "Korea" before the same word."""
    for one, right in pairs:
        if not (one.codes < _KOREAS and right.codes == _KOREAS) or not article.fact(tells_koreas_apart):
            continue
        here = row.translation.words_in((one.end, len(row.translation.text)))[:1]
        there = row.reference.words_in((right.end, len(row.reference.text)))[:1]
        if here and there and row.links.forward[here[0]] == there[0] != NONE:
            said = row.reference.text[right.start : right.end]
            yield Hit(
                (one.start, one.end), CATEGORY, Severity.MINOR,
                _("The reference says only “%(theirs)s” here.") % {"theirs": said}, _WIDER, said, said,
            )  # fmt: skip


def tells_koreas_apart(article: Article) -> bool:
    """Tell whether the reference names South Korea in full."""
    return any("South Korea" in row.reference.text for row in article.rows)


def against_source(row: Row, mine: Sequence[Country], left: Sequence[Country]) -> Iterator[Hit]:
    """Compare with the source what the reference does not have: the one country that it gives otherwise."""
    source = [one for one in read(row.source, compass=False) if one.form is not Form.CAPITAL]
    left = [one for one in left if one.form not in _PLACES]
    told = {code for one in mine for code in one.codes}
    ours = [one for one in left if not any(same(one, said) for said in source)]
    for is_point in (False, True):
        here = [one for one in ours if (one.form is Form.POINT) is is_point]
        there = [
            said for said in source if (said.form is Form.POINT) is is_point and told.isdisjoint(said.codes)
        ]
        if len({one.code for one in here}) == 1 == len({said.code for said in there}):
            shown = row.source.text[there[0].start : there[0].end]
            span, fix = replacement(row, here[0], there[0])
            yield Hit(
                span, CATEGORY, severity(here[0]),
                _("It differs from the source’s “%(source)s”.") % {"source": shown}, _SOURCE, shown, fix,
            )  # fmt: skip


CHECK = Check(
    "countries",
    N_("Countries and directions"),
    N_(
        "Another country, people, capital or point of the compass than in the reference or the source:"
        " South Korea for the North, Finnish for Swedish, west for east; a country for another word, or the"
        " reverse (“Chinese” for “heavy”, “Siberia” for “Serbia”). A country for which a pronoun, its"
        " capital or “the country” stands is left alone."
    ),
    find,
    wide=True,
)
