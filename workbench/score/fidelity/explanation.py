"""Why a pair has its fidelity: the points each kind of difference cost, and a sentence for each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workbench.figures import count, listed, number, percent
from workbench.i18n import _, ngettext
from workbench.score.fidelity.model import FEATURES, GROUPS, HEAD, Model, Row


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of difference: its points, never positive, and its counts by feature.

    `words` are those of the reference, `penalty` the same in MQM points.
    """

    name: str
    points: float
    penalty: float
    words: int
    counts: Mapping[str, float]


Counts = Mapping[str, float]


def parts_of(row: Row, model: Model) -> tuple[Part, ...]:
    """Share the points that are lost out by what each group adds to the penalty."""
    penalties = dict(zip(FEATURES, model.points_of(row).tolist(), strict=True))
    counts = dict(zip(FEATURES, row[HEAD:].tolist(), strict=True))
    total = sum(penalties.values())
    lost = 100.0 - float(model.fidelities(row))
    words = int(row[0])
    parts = [
        Part(
            name,
            -lost * sum(penalties[feature] for feature in features) / total if total else 0.0,
            sum(penalties[feature] for feature in features),
            words,
            {feature: counts[feature] for feature in features if counts[feature]},
        )
        for name, features in GROUPS.items()
    ]
    return tuple(sorted((part for part in parts if part.points), key=lambda part: part.points))


def sentence(part: Part) -> str:
    """Say what a part cost and why: "−18: 2 names of the reference are missing"."""
    reasons = REASONS[part.name](part.counts, max(1, part.words))
    return _("−%(points)s: %(reasons)s") % {"points": count(-part.points), "reasons": reasons}


def omission(counts: Counts, words: int) -> str:
    """Say how much of the reference is missing."""
    missing = counts.get("content_missing", 0.0) + counts.get("grammar_missing", 0.0)
    return _("%(share)s of the reference has no counterpart") % {"share": percent(min(1.0, missing / words))}


def addition(counts: Counts, _words: int) -> str:
    """Say how much the translation has that the reference has not."""
    added = int(counts.get("content_added", 0.0) + counts.get("grammar_added", 0.0))
    return ngettext(
        "%(count)s word of the translation has no counterpart",
        "%(count)s words of the translation have no counterpart",
        added,
    ) % {"count": count(added)}


def order(counts: Counts, words: int) -> str:
    """Say how many neighbours of the reference are apart."""
    share = percent(min(1.0, counts.get("pairs_missing", 0.0) / words))
    return _("%(share)s of its neighbouring words do not stand together") % {"share": share}


def letters(counts: Counts, words: int) -> str:
    """Say how much of the spelling is unlike."""
    return _("%(share)s of the letters differ") % {"share": percent(counts["letters"] / words)}


def names(counts: Counts, _words: int) -> str:
    """Say how many names differ, in which way."""
    missing, added, respelled = (
        int(counts.get(name, 0.0)) for name in ("names_missing", "names_added", "names_respelled")
    )
    clauses = [
        ngettext("one name is missing", "%(n)s names are missing", missing) % {"n": count(missing)},
        ngettext("one name is not in the reference", "%(n)s names are not in the reference", added)
        % {"n": count(added)},
        ngettext("one name is spelled otherwise", "%(n)s names are spelled otherwise", respelled)
        % {"n": count(respelled)},
    ]
    return told(clauses, [missing, added, respelled])


def capitals(counts: Counts, _words: int) -> str:
    """Say how many capitalised words differ."""
    differing = int(sum(counts.values()))
    return ngettext("one capitalised word differs", "%(n)s capitalised words differ", differing) % {
        "n": count(differing)
    }


def numbers(counts: Counts, _words: int) -> str:
    """Say how many numbers differ, in which way."""
    missing, added = (int(counts.get(name, 0.0)) for name in ("amounts_missing", "amounts_added"))
    clauses = [
        ngettext("one number is missing", "%(n)s numbers are missing", missing) % {"n": count(missing)},
        ngettext("one number is not in the reference", "%(n)s numbers are not in the reference", added)
        % {"n": count(added)},
    ]
    return told(clauses, [missing, added])


def denial(counts: Counts, _words: int) -> str:
    """Say on which side something is denied that is not on the other."""
    if counts.get("denials_missing"):
        return _("the reference denies what the translation does not")
    return _("the translation denies what the reference does not")


def persons(counts: Counts, _words: int) -> str:
    """Say that other persons are spoken of."""
    if counts.get("persons_swapped"):
        return _("he and she are exchanged")
    differing = int(sum(counts.values()))
    return ngettext("one pronoun differs", "%(n)s pronouns differ", differing) % {"n": count(differing)}


def slips(counts: Counts, _words: int) -> str:
    """Say which outward slips there are."""
    clauses = [
        _("letters of another script are left"),
        _("quotation marks differ"),
        _("it begins with a small letter"),
        _("a sentence has nothing in common with the reference"),
    ]
    return told(clauses, [counts.get(name, 0.0) for name in ("stray", "quotes", "small_start", "loose")])


def empty(_counts: Counts, _words: int) -> str:
    """Say that there is nothing to compare with."""
    return _("one side is empty")


def judge(counts: Counts, words: int) -> str:
    """Say what the judge of the user's own thinks."""
    return _("the judge gives %(value)s") % {"value": number(1.0 - counts["judge"] / words, decimals=2)}


def told(clauses: Sequence[str], counts: Sequence[float]) -> str:
    """List the clauses that count something."""
    return listed(clause for clause, there in zip(clauses, counts, strict=True) if there)


REASONS: Mapping[str, Callable[[Counts, int], str]] = {
    reason.__name__: reason
    for reason in (
        omission,
        addition,
        order,
        letters,
        names,
        capitals,
        numbers,
        denial,
        persons,
        slips,
        empty,
        judge,
    )
}
