"""Names that the name engine has a better form for, and words that are spelled as no name is."""

from collections.abc import Iterator, Mapping

from rapidfuzz.distance import Levenshtein

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.checks.spellings import misspelt
from workbench.i18n import N_
from workbench.model.finding import Severity
from workbench.model.name import Judgement, Name

# A spelling as another house would write it (Zelenskiy) is no other name: so many letters are the same.
_SPELLING = 0.85
# What begins a sentence and was taken for the first word of a name that follows.
_BEGINNINGS = frozenset(
    ["As", "When", "While", "After", "Before", "Since", "Because", "Although", "Though", "If", "But", "And"]
)
_PLACES = frozenset(
    ["River", "Lake", "Mount", "Cape", "Boulevard", "Avenue", "Plaza", "Hotel", "Fort", "Camp", "Port"]
)


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the mentions in a pair of names that should be written otherwise."""
    named = article.fact(mentions).get(row.passage.row, ())
    for name, span in named:
        written = row.translation.text[slice(*span)]
        if not name.proposal or is_same_name(written, name.proposal):
            continue
        yield Hit(
            span, "terminology/name", severity(name), name.why, name.confidence, name.proposal, name.proposal
        )
    agreed = [span for name, span in named if name.judgement is Judgement.AGREES]
    for hit in misspelt(row):
        if not any(start <= hit.span[0] < end for start, end in agreed):
            yield hit


def mentions(article: Article) -> Mapping[int, list[tuple[Name, tuple[int, int]]]]:
    """Give the mentions of names that something is known of, by row."""
    found: dict[int, list[tuple[Name, tuple[int, int]]]] = {}
    for name in article.context.names:
        if name.proposal or name.judgement is Judgement.AGREES:
            for mention in name.mentions:
                found.setdefault(mention.pair, []).append((name, mention.span))
    return found


def is_same_name(written: str, other: str) -> bool:
    """Tell whether two forms name one thing, whatever else differs."""
    ours, theirs = without_beginning(written), without_beginning(other)
    return ours == theirs or is_turned(ours, theirs) or is_reordered(written, other)


def without_beginning(name: str) -> str:
    """Leave out a word that only begins a sentence before a name: As Banco Litoral closed."""
    first, _space, rest = name.partition(" ")
    return rest if first in _BEGINNINGS and " " in rest else name


def is_turned(one: str, other: str) -> bool:
    """Tell whether what a place is stands before its name on one side: Tirso River, River Tirso."""
    ours, theirs = one.split(), other.split()
    kinds = [word for word in ours if word in _PLACES]
    if len(kinds) != 1 or sorted(ours) != sorted(theirs):
        return False
    names = [[word for word in side if word != kinds[0]] for side in (ours, theirs)]
    return bool(names[0]) and names[0] == names[1]


def is_reordered(written: str, other: str) -> bool:
    """Tell whether a name is but built otherwise around small words: Oulu University, University of Oulu."""
    here, there = written.split(), other.split()
    named = [sorted(word for word in words if not word.islower()) for words in (here, there)]
    return len(here) != len(there) and named[0] == named[1] and here[:1] != there[:1]


def severity(name: Name) -> Severity:
    """Call another spelling of a name minor, another name major."""
    alike = Levenshtein.normalized_similarity(name.form.casefold(), (name.proposal or "").casefold())
    return Severity.MINOR if alike >= _SPELLING else Severity.MAJOR


CHECK = Check(
    "names",
    N_("Names"),
    N_(
        "A proper name that the glossary, the reference, the source or the rest of the article writes"
        " otherwise. What is written in a form that they too use is left alone."
    ),
    find,
    wide=True,
)
