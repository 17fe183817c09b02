"""Two spellings of one name inside a translation that no reference decides: the commoner is proposed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from workbench.names.detect import Candidate, Knowledge
from workbench.names.explain import from_article
from workbench.names.hearing import can_hear, heard
from workbench.names.sound import key, letters
from workbench.names.text import Article, stands
from workbench.names.verdict import Verdict, kind_of
from workbench.names.wording import is_other_thing
from workbench.names.words import plain

_TIMES, _OFTEN = 3, 3  # as often as the other at least, and so often at all
_LONG = 6  # letters from which one letter's difference is a slip and not another name
_CONFIDENCE, _WITH_SOURCE = 0.6, 0.75
_HEARD = 0.9  # nats per letter from which a form is taken for what the source has
_FEW = 5  # places of a form that are listened to

Places = Sequence[tuple[int, Candidate]]


@dataclass(frozen=True, slots=True)
class Same:
    """Two forms that are one name; `source` is the word of the source that both stand for, "" for a slip."""

    one: str
    other: str
    source: str


def article_verdicts(article: Article) -> Iterator[Verdict]:
    """Yield verdicts on the rarer of two spellings; none on what the reference has."""
    groups: dict[str, list[tuple[int, Candidate]]] = {}
    for index, row in enumerate(article.rows):
        for name in row.translation.names:
            if name.sure:
                groups.setdefault(name.form, []).append((index, name))
    for same in same_names(groups, article):
        rare, often = sorted((same.one, same.other), key=lambda form: len(groups[form]))
        counts = len(groups[rare]), len(groups[often])
        if plain(rare) != plain(often) and is_clear(*counts, with_source=bool(same.source)):
            kind = kind_of([name for _index, name in groups[rare]], article.known.language)
            sure = _WITH_SOURCE if same.source else _CONFIDENCE
            yield Verdict(rare, often, sure, "article", from_article(rare, often, counts), kind)


def same_names(groups: Mapping[str, Places], article: Article) -> list[Same]:
    """Give the pairs of forms that are one name by a slip of spelling or by what the source has for both.

    A name that stands in the reference is right, and another than what stands there too.
    """
    free = {
        form: places for form, places in groups.items() if not stands(places[0][1].form, article.reference)
    }
    sources = {form: source_of(places, article) for form, places in free.items()}
    found = []
    for one, other in combinations(free, 2):
        names = free[one][0][1], free[other][0][1]
        if len(names[0].words) != len(names[1].words):
            continue
        if sources[one] and sources[one] == sources[other]:
            found.append(Same(one, other, sources[one]))
        elif is_one_name(*names, article.known) and not (sources[one] and sources[other]):
            found.append(Same(one, other, ""))
    return found


def source_of(places: Places, article: Article) -> str:
    """Give the form of the source that a name is heard in wherever it stands; "" where that is not clear."""
    if not can_hear(article.source_language):
        return ""
    forms = set()
    for index, name in places[:_FEW]:
        way = heard(article.rows[index].source, name.form, article.source_language)
        if way is None or way.affinity < _HEARD:
            return ""
        forms.add(way.form)
    return forms.pop() if len(forms) == 1 else ""


def is_clear(rare: int, often: int, *, with_source: bool) -> bool:
    """Tell whether one spelling is clearly the commoner; where the source says that they are one, by one."""
    return often > rare if with_source else often >= _OFTEN and often >= _TIMES * rare


def is_one_name(one: Candidate, other: Candidate, known: Knowledge) -> bool:
    """Tell whether two forms are surely one name: the same sound but for slips inside words.

    Nearness of the whole names would not do: it makes one of brothers and sisters, whose surname is long.
    """
    if len(one.words) != len(other.words) or plain(one.form) == plain(other.form):
        return False
    differing = [(a, b) for a, b in zip(one.words, other.words, strict=True) if plain(a) != plain(b)]
    if not all(is_slip(letters(a), letters(b)) for a, b in differing):
        return False
    return not is_other_thing(one.words, other.words, known)


def is_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by a letter inside or in letters of one sound; endings may be gender."""
    if min(len(one), len(other)) < _LONG or one[-1:] != other[-1:]:
        return False
    return key(one) == key(other) or Levenshtein.distance(one, other) == 1
