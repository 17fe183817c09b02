"""Names that the name engine has a better form for, and words that are spelled as no name is."""

from collections.abc import Iterator, Mapping

from rapidfuzz.distance import Levenshtein

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.checks.knowledge import knowledge
from workbench.checks.spellings import misspelt
from workbench.i18n import N_
from workbench.lang.wordnet import parts_of_speech
from workbench.model.finding import Severity
from workbench.model.name import Judgement, Name

# A spelling as another house would write it (Zelenskiy) is no other name: so many letters are the same.
_SPELLING = 0.85


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
    ours, theirs = without_grammar(written), without_grammar(other)
    return ours == theirs or is_turned(ours, theirs) or is_reordered(written, other)


def without_grammar(name: str) -> str:
    """Leave out the word of grammar that only begins a sentence before a name: As Banco Litoral closed."""
    first, _space, rest = name.partition(" ")
    return rest if rest and first.lower() in knowledge("en").grammar else name


def is_turned(one: str, other: str) -> bool:
    """Tell whether what a thing is stands before its name on one side: Tirso River, River Tirso."""
    ours, theirs = one.split(), other.split()
    for kind, rest, names in ((ours[-1], ours[:-1], theirs), (ours[0], ours[1:], theirs)):
        nouns, *_others = parts_of_speech(kind.lower())
        if nouns and rest and names in ([kind, *rest], [*rest, kind]) and names != ours:
            return True
    return False


def is_reordered(written: str, other: str) -> bool:
    """Tell whether a name is but built otherwise around small words: Oulu University, University of Oulu."""
    here, there = written.split(), other.split()
    named = [sorted(word for word in words if not word.islower()) for words in (here, there)]
    return len(here) != len(there) and named[0] == named[1] and here[0] != there[0]


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
