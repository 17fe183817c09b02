"""Numbers that the reference or the source gives otherwise, or that only one side has."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from workbench.checks.article import Article, Row
from workbench.checks.bounds import is_bounded, lost_bound, opposite_bound, other_level
from workbench.checks.check import Check
from workbench.checks.counterparts import agreed, without
from workbench.checks.hit import Hit, Span
from workbench.checks.number_fix import replacement
from workbench.checks.number_pairs import (
    is_credible,
    is_explained,
    is_power_of_ten,
    is_transposed,
    may_differ,
    undated,
    unparted,
    unsaid,
    wrong_pairs,
)
from workbench.checks.ordinals import other_ordinals
from workbench.checks.other_figures import other_figures
from workbench.checks.shares import other_shares
from workbench.checks.side import Side
from workbench.checks.witness import CONFIDENCE, Witness, lessened, witness
from workbench.i18n import N_, _
from workbench.lang.grammar import grammar_words
from workbench.lang.number_style import written
from workbench.lang.quantity import Kind, Quantity, clashing, comparable, exactly, opposed, same
from workbench.lang.signs import minus_word
from workbench.lang.units import unit_word
from workbench.model.finding import Severity

CATEGORY = "accuracy/number"
_MYRIADS = frozenset("만万萬")
_TEN, _FEW = 10.0, 13.0
_THESE = frozenset({"the", "these", "those"})
_GRAVE = 9.5  # times too large or too small: a digit more or less
_ADDED, _ADDED_BY_BOTH, _MISSING, _MISSING_IN_BOTH = 0.55, 0.7, 0.55, 0.8
_DISAGREE, _SOURCE_ONLY = 0.55, 0.75


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the numbers of a pair that differ, are missing or added."""
    del article
    if not row.translation:
        return
    if row.reference:
        if row.translation.quantities or row.reference.quantities:
            yield from other_ordinals(row)
            yield from against_reference(row)
    elif row.source:
        yield from against_source(row)


def against_reference(row: Row) -> Iterator[Hit]:
    """Compare with the reference; the source bears out one or the other."""
    mine, theirs = unparted(undated(row.translation, row.reference), undated(row.reference, row.translation))
    pairs, left, other = agreed(row, mine, theirs, exactly)
    if left and other:
        units = {one.unit for one in other if one.unit}
        # Where the reference gives both miles and kilometres, the unit in common decides.
        more, left, other = agreed(
            row,
            left,
            other,
            lambda one, right: (one.unit == right.unit or one.unit not in units) and same(one, right),
        )
        pairs += more
    source = row.source.quantities
    for one, right in pairs:
        hit = None
        if is_bounded(row.reference, right):
            hit = opposite_bound(row, one, right, source, partial(same, right)) or lost_bound(row, one, right)
        hit = hit or other_level(row, one, right)
        if hit is not None:
            yield hit
    if pairs:
        yield from other_shares(row, pairs)
        yield from other_figures(row, pairs)
    if left or other:
        left = [one for one in left if not is_explained(one, row.translation, row.reference)]
        other = [one for one in other if not is_explained(one, row.reference, row.translation)]
        wrong = [pair for pair in wrong_pairs(row, left, other) if is_credible(row, *pair)]
        yield from (difference(row, one, right) for one, right in wrong)
        yield from added(row, unsaid(without(left, [one for one, _right in wrong]), row.reference))
        yield from missing(row, unsaid(without(other, [right for _one, right in wrong]), row.translation))
    elif row.source and pairs:
        yield from disagreement(row, [one for one, _right in pairs])


def difference(row: Row, one: Quantity, right: Quantity) -> Hit:
    """Say that the reference has another number."""
    source = row.source.quantities
    found = witness(
        has_source=bool(row.source),
        mine=any(same(one, said) for said in source),
        theirs=any(same(right, said) for said in source),
    )
    span, fix = replacement(row, one, right)
    said = row.reference.text[slice(*right.outer)]
    return Hit(
        span, CATEGORY, lessened(severity(one, right), found), message(row, one, right, found),
        CONFIDENCE[found] - (0.0 if one.sure and right.sure else 0.1), said, fix,
    )  # fmt: skip


def severity(one: Quantity, right: Quantity) -> Severity:
    """Call a digit more or less critical."""
    values = sorted((abs(one.value), abs(right.value)))
    grave = values[0] > 0 and values[1] / values[0] >= _GRAVE and Kind.CARDINAL is one.kind is right.kind
    return Severity.CRITICAL if grave else Severity.MAJOR


def message(row: Row, one: Quantity, right: Quantity, found: Witness) -> str:
    """Say how the numbers differ."""
    named = {
        "mine": row.translation.text[slice(*one.outer)],
        "theirs": row.reference.text[slice(*right.outer)],
    }
    if found is Witness.TRANSLATION:
        return _("The reference has “%(theirs)s”; the source agrees with “%(mine)s”.") % named
    myriads = [said for said in row.source.quantities if said.scale in _MYRIADS and same(said, right)]
    if myriads and one.value * _TEN == right.value:
        named["source"] = row.source.text[slice(*myriads[0].outer)]
        return _("The source’s “%(source)s” counts ten thousands, not thousands: “%(theirs)s”.") % named
    return kind_of_difference(one, right) % named


def kind_of_difference(one: Quantity, right: Quantity) -> str:
    """Say in what two numbers differ, the reference's as "%(theirs)s"."""
    if one.value == right.value and clashing(one, right):
        return _("The number is the same, but the reference measures in another unit: “%(theirs)s”.")
    if one.value == -right.value:
        return _("One is below zero, the other is not: “%(theirs)s”.")
    if is_power_of_ten(one.value, right.value):
        return _("The number is of another magnitude than the reference’s “%(theirs)s”.")
    if is_transposed(one.value, right.value):
        return _("The digits stand in another order than in the reference: “%(theirs)s”.")
    return _("The number differs from the reference’s “%(theirs)s”.")


def added(row: Row, left: Sequence[Quantity]) -> Iterator[Hit]:
    """Yield numbers that neither reference nor source have, before a word that the reference has without."""
    source = row.source.quantities
    for one in left:
        if one.kind is not Kind.CARDINAL or not one.sure or any(same(one, said) for said in source):
            continue
        if not row.source and is_of_known(row.translation, one):
            continue
        word = next(iter(row.translation.words_in((one.end, one.end + 30))), -1)
        place = row.links.forward[word] if word >= 0 else -1
        if place < 0 or row.translation.text[one.end : row.translation.words[word].start] != " ":
            continue
        yield Hit(
            (one.start, one.end), CATEGORY, Severity.MAJOR if row.source else Severity.MINOR,
            _("The reference has no such number."), _ADDED_BY_BOTH if row.source else _ADDED,
            row.reference.words[place].text,
        )  # fmt: skip


def is_of_known(side: Side, one: Quantity) -> bool:
    """Tell whether a small number counts what is known already: the two capitals, each of the two."""
    grammar = grammar_words(side.known.language)
    first = next(iter(side.words_in((one.start, one.end))), 0)
    before = side.small[first - 1] if first else ""
    known = grammar.get("possessives", frozenset()) | _THESE
    return one.spelled and one.value < _FEW and before in known


def missing(row: Row, left: Sequence[Quantity]) -> Iterator[Hit]:
    """Yield words whose counterpart in the reference has a number with it."""
    source = row.source.quantities
    for right in left:
        borne_out = any(same(right, said) for said in source)
        if not right.sure or right.kind not in {Kind.CARDINAL, Kind.VAGUE} or (row.source and not borne_out):
            continue
        if not row.source and is_of_known(row.reference, right):
            continue
        word = next(iter(row.reference.words_in((right.end, right.end + 30))), -1)
        place = row.links.backward[word] if word >= 0 else -1
        if place < 0 or row.reference.text[right.end : row.reference.words[word].start] != " ":
            continue
        noun, number = row.translation.words[place], row.reference.text[slice(right.start, right.end)]
        before = row.translation.words[place - 1].folded if place else ""
        fix = f"{number} {noun.text}" if before not in {"a", "an", "one"} and noun.text[0].islower() else None
        yield Hit(
            (noun.start, noun.end), "accuracy/omission",
            Severity.MAJOR if borne_out and right.value >= _FEW else Severity.MINOR,
            _("The reference has the number “%(theirs)s” here.") % {"theirs": number},
            _MISSING_IN_BOTH if borne_out else _MISSING, number, fix,
        )  # fmt: skip


def disagreement(row: Row, mine: Sequence[Quantity]) -> Iterator[Hit]:
    """Yield the one number in which translation and reference agree and the source does not."""
    source = [said for said in row.source.quantities if said.kind is Kind.CARDINAL]
    alone = [
        one for one in mine if one.sure and not one.spelled and not any(same(one, said) for said in source)
    ]
    other = [said for said in source if said.sure and not any(same(one, said) for one in mine)]
    if len(alone) == len(other) == 1 and alone[0].value >= _TEN and comparable(alone[0], other[0]):
        dates = row.source.moments
        if not any(date.start < other[0].end and other[0].start < date.end for date in dates):
            said = row.source.text[slice(*other[0].outer)]
            yield Hit(
                (alone[0].start, alone[0].end), CATEGORY, Severity.MINOR,
                _("The source has “%(source)s”, though the reference agrees.") % {"source": said},
                _DISAGREE, said,
            )  # fmt: skip


def against_source(row: Row) -> Iterator[Hit]:
    """Compare with the source alone: the one number of the pair that it gives otherwise."""
    mine, source = unparted(row.translation.quantities, row.source.quantities)
    left = [one for one in mine if one.sure and not any(same(one, said) for said in source)]
    other = [said for said in source if said.sure and not any(same(one, said) for one in mine)]
    told = {moment.value for moment in row.translation.moments}
    told |= {moment.value for moment in row.source.moments}
    left = [one for one in left if one.value not in told]
    other = [
        said
        for said in other
        if said.value not in told and not is_explained(said, row.source, row.translation)
    ]
    pairs = [(one, said) for one in left for said in other if may_differ(one, said)]
    if len(pairs) != 1:
        pairs = [pair for pair in pairs if pair[0].unit and pair[0].unit == pair[1].unit]
    for one, said in pairs if len(pairs) == 1 else ():
        yield source_difference(row, one, said)


def source_difference(row: Row, one: Quantity, said: Quantity) -> Hit:
    """Say that the source has another number."""
    language = row.translation.known.language
    shown = row.source.text[slice(*said.outer)]
    span, fix = (one.start, one.end), None
    if said.kind is Kind.CARDINAL:
        fix = written(abs(said.value), one, row.translation.text, language)
        span, fix = signed(one, said, fix, language)
    if fix and clashing(one, said):
        word = unit_word(said.unit, language)
        span, fix = one.outer, f"{fix} {word}" if word else None
    if said.scale in _MYRIADS and one.value * _TEN == said.value:
        says = _("The source’s “%(source)s” counts ten thousands, not thousands.") % {"source": shown}
    else:
        says = _("The number differs from the source’s “%(source)s”.") % {"source": shown}
    return Hit(
        span,
        CATEGORY,
        severity(one, said if said.kind is Kind.PART else replace(said, kind=one.kind)),
        says,
        _SOURCE_ONLY,
        shown,
        fix,
    )


def signed(one: Quantity, said: Quantity, fix: str, language: str) -> tuple[Span, str | None]:
    """Write the source's sign with its number; a sign too many has no fix."""
    if not opposed(one, said):
        return (one.start, one.end), fix
    word = minus_word(language)
    return (
        one.outer if one.value < 0 else (one.start, one.end)
    ), f"{word} {fix}" if said.value < 0 and word else None


CHECK = Check(
    "numbers",
    N_("Numbers"),
    N_(
        "A number that differs from the reference or the source, is missing or added; digits that changed"
        " places, ten thousands read as thousands, another currency or unit, a lost “more than”, cut to a"
        " fifth for by a fifth, a total for each one’s share. A number that is only written in another way"
        " (“3,000” and “three thousand”, miles and kilometres, “half a million”) is left alone."
    ),
    find,
)
