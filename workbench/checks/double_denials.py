"""Denials of a denial: "did not rule out" for "ruled out", "no one who knows" for "everyone knows"."""

import re
from collections.abc import Iterator

from workbench.checks.article import Row
from workbench.checks.denials import Denied
from workbench.checks.hit import Hit, Span
from workbench.checks.side import Side
from workbench.i18n import _
from workbench.lang.denial import Denial, denial, denies, has_prefix
from workbench.model.finding import Severity

_SURE, _QUANTIFIED = 0.85, 0.75
Said = tuple[Span, bool]
_NEAR = 2  # words from a denial to the verb that it turns round: did not even exclude
_SUBJECT = 6  # words from a denying subject to its verb: not one of them is barred from


def turned_round(row: Row) -> Iterator[Hit]:
    """Yield the verb that denies, where the reference denies it again, and the reverse."""
    known = denial(row.translation.known.language)
    if all(known.negators.isdisjoint(side.vocabulary) for side in (row.translation, row.reference)):
        return
    for verbs, near in ((known.double, _NEAR), (known.keeping, _SUBJECT)):
        ours = verbs_of_denial(row.translation, known, verbs, near)
        theirs = verbs_of_denial(row.reference, known, verbs, near) if len(ours) == 1 else []
        if len(theirs) == 1:
            yield from denied_once(row, ours[0], theirs[0])


def denied_once(row: Row, mine: Said, yours: Said) -> Iterator[Hit]:
    """Yield the verb of the translation where one of two is denied."""
    (span, here), (other, there) = mine, yours
    if here is not there:
        evidence = row.reference.text[slice(*other)]
        message = (
            _("The reference denies this; the translation does not.")
            if there
            else _("The translation denies this; the reference does not.")
        )
        yield Hit(span, "accuracy/negation", Severity.CRITICAL, message, _SURE, evidence)


def verbs_of_denial(side: Side, known: Denial, verbs: re.Pattern[str] | None, reach: int) -> list[Said]:
    """Give each verb that denies by itself, with a denial before it, and whether there is one."""
    found = []
    for match in verbs.finditer(side.text) if verbs else ():
        at = side.words_in(match.span()).start
        before = [
            near for near in range(max(0, at - reach), at) if denies(side.words[near].folded, known.negators)
        ]
        start = side.words[before[0]].start if before else match.start()
        found.append(((start, match.end()), bool(before)))
    return found


def quantifiers(row: Row) -> tuple[Said, Said] | None:
    """Give the words that say everyone on one side and nobody on the other."""
    signs = denial(row.translation.known.language).quantifiers
    if any(signs.isdisjoint(side.vocabulary) for side in (row.translation, row.reference)):
        return None
    here, there = quantifier(row.translation), quantifier(row.reference)
    return (here, there) if here and there and here[1] is not there[1] else None


def quantified(
    row: Row, ours: list[Denied], theirs: list[Denied], said: tuple[Said, Said] | None
) -> Iterator[Hit]:
    """Yield "no one knows" for "everyone knows", unless a second denial turns that round."""
    if said is None:
        return
    here, there = said
    if others(row.translation, ours, here) % 2 == others(row.reference, theirs, there) % 2:
        evidence = row.reference.text[slice(*there[0])]
        message = _("The reference says the opposite: “%(word)s”.") % {"word": evidence}
        yield Hit(here[0], "accuracy/negation", Severity.CRITICAL, message, _QUANTIFIED, evidence)


def quantifier(side: Side) -> Said | None:
    """Give the first word of a side that says everyone (True) or nobody (False); none where both do."""
    known = denial(side.known.language)
    found = [
        (match.span(), total)
        for total, pattern in ((True, known.everyone), (False, known.nobody))
        for match in (pattern.finditer(side.text) if pattern else ())
    ]
    return found[0] if len({total for _span, total in found}) == 1 else None


def others(side: Side, denials: list[Denied], said: Said) -> int:
    """Count the denials of a side besides its quantifier, words that may deny included."""
    known, inside = denial(side.known.language), side.words_in(said[0])
    spans = [range(each.at, each.end) for each in denials if each.at not in inside]
    hidden = [
        at
        for at, word in enumerate(side.words)
        if at not in inside
        and not any(at in span for span in spans)
        and (word.folded in known.excuses or has_prefix(word.folded, known.prefixes))
    ]
    return len(spans) + len(hidden)
