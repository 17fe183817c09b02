"""What an article says of its persons: who is a woman, who is a man."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from workbench.checks.article import Article
from workbench.checks.side import Side
from workbench.checks.words import Word
from workbench.lang.genders import Gender, gender_of_name, gendered_nouns, gendered_words
from workbench.lang.name_words import name_words
from workbench.lang.verbs import verb_forms

_NAMED, _CALLED, _MEANT = 2.0, 3.0, 1.0  # by the given name, by a title, by a pronoun
_SHARE = 0.75  # of what is said about a person
_SUBJECTS = frozenset(["he", "she"])


def genders(article: Article) -> Mapping[str, Gender]:
    """Give the gender of the persons that the texts tell it of, by family name in small letters."""
    votes: dict[str, dict[Gender, float]] = defaultdict(lambda: defaultdict(float))
    for row in article.rows:
        for side in (row.reference, row.translation):
            if side and side.known.language == "en":
                for person, gender, weight in testimony(side, told=side is row.reference):
                    votes[person][gender] += weight
    return {
        person: best
        for person, counts in votes.items()
        for best in [max(counts, key=lambda gender: counts[gender])]
        if counts[best] >= _SHARE * sum(counts.values())
    }


def testimony(side: Side, *, told: bool) -> Iterator[tuple[str, Gender, float]]:
    """Yield what a side says of persons; pronouns count where no machine wrote them (`told`)."""
    runs = list(capital_runs(side))
    has_noun = not telling_nouns().isdisjoint(side.folded)
    for start, end in runs:
        called = title(side, start) if has_noun else None
        if called:
            yield side.words[end - 1].folded, called, _CALLED
        elif end - start > 1:
            given = untitled(side.words[start:end])
            gender = gender_of_name(given[0].folded, given[-1].folded) if len(given) > 1 else None
            if gender:
                yield given[-1].folded, gender, _NAMED
    if told and not _SUBJECTS.isdisjoint(side.folded):
        yield from meant(side, runs)


@cache
def telling_nouns() -> frozenset[str]:
    """Give the titles and nouns that tell a gender."""
    return frozenset(gendered_nouns("en"))


def title(side: Side, start: int) -> Gender | None:
    """Give the gender that a title or noun at or right before a name says: Ms. Lee, spokeswoman Ana Ruiz."""
    nouns, first = gendered_nouns("en"), side.words[start].folded
    if first in nouns or not start:
        return nouns.get(first)
    before = side.words[start - 1]
    between = side.text[before.end : side.words[start].start]
    office = before.folded.endswith("man") and before.folded not in {"man", "woman"}
    return nouns.get(before.folded) if between == " " or (between == ", " and office) else None


@lru_cache(maxsize=64)  # sides: each pronoun of a pair asks for the pair's
def name_runs(side: Side) -> tuple[tuple[int, int], ...]:
    """Give the runs of capitalised words, as ranges of the side's words."""
    return tuple(capital_runs(side))


def capital_runs(side: Side) -> Iterator[tuple[int, int]]:
    """Yield them."""
    start, end = None, 0
    for at in side.capitals:
        if start is not None and not (at == end and follows_on(side, at)):
            yield start, end
            start = None
        if start is None and side.content[at]:
            start = at
        end = at + 1
    if start is not None:
        yield start, end


def follows_on(side: Side, at: int) -> bool:
    """Tell whether a word follows the one before with a space, a hyphen, or the stop of a title, between."""
    between = side.text[side.words[at - 1].end : side.words[at].start]
    return between in {" ", "-"} or (between == ". " and side.words[at - 1].folded in name_words("en").titles)


def untitled(words: list[Word]) -> list[Word]:
    """Leave titles at the front out."""
    known = name_words("en")
    while len(words) > 1 and (words[0].folded in known.titles or words[0].folded in known.before_titles):
        words = words[1:]
    return words


def meant(side: Side, runs: Sequence[tuple[int, int]]) -> Iterator[tuple[str, Gender, float]]:
    """Yield who a pronoun right after a speaker and a verb of speech stands for: Fujisawa said she had."""
    speech, pronouns = verb_forms("en")["speech"], gendered_words("en")
    for _start, end in runs:
        words = side.small[end : end + 3]
        if words[:1] and words[0] in speech:
            said = words[2:] if words[1:2] == ["that"] else words[1:]
            if said and said[0] in _SUBJECTS:
                yield side.words[end - 1].folded, pronouns[said[0]], _MEANT
