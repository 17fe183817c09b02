"""Two spellings of one name inside a translation that has no reference: the commoner one is proposed."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from workbench.names.detect import Candidate, Knowledge
from workbench.names.explain import from_article
from workbench.names.sound import key, letters
from workbench.names.text import Article
from workbench.names.verdict import Verdict, kind_of
from workbench.names.wording import is_other_thing
from workbench.names.words import plain

_TIMES, _OFTEN = 3, 3  # as often as the other at least, and so often at all
_LONG = 6  # letters from which one letter's difference is a slip and not another name
_CONFIDENCE = 0.6


def article_verdicts(article: Article) -> Iterator[Verdict]:
    """Yield verdicts on rare spellings; nothing where any pair has a reference, which knows better."""
    if any(row.has_reference for row in article.rows):
        return
    names = [name for row in article.rows for name in row.translation.names if name.sure]
    counts = Counter(name.form for name in names)
    first = {name.form: name for name in reversed(names)}
    for one, other in combinations(counts, 2):
        rare, often = sorted((one, other), key=lambda form: counts[form])
        if is_clear(counts[rare], counts[often]) and is_one_name(first[rare], first[often], article.known):
            why = from_article(rare, often, (counts[rare], counts[often]))
            yield Verdict(
                rare, often, _CONFIDENCE, "article", why, kind_of([first[rare]], article.known.language)
            )


def is_clear(rare: int, often: int) -> bool:
    """Tell whether one spelling is clearly the commoner."""
    return often >= _OFTEN and often >= _TIMES * rare


def is_one_name(one: Candidate, other: Candidate, known: Knowledge) -> bool:
    """Tell whether two forms are surely one name: the same sound but for a slip inside a word."""
    if len(one.words) != len(other.words) or plain(one.form) == plain(other.form):
        return False
    if is_other_thing(one.words, other.words, known):
        return False
    differing = [(a, b) for a, b in zip(one.words, other.words, strict=True) if plain(a) != plain(b)]
    return len(differing) == 1 and all(is_slip(letters(a), letters(b)) for a, b in differing)


def is_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by a letter inside or in letters of one sound; endings may be gender."""
    if min(len(one), len(other)) < _LONG or one[-1:] != other[-1:]:
        return False
    return key(one) == key(other) or Levenshtein.distance(one, other) == 1
