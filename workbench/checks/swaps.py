"""Words that changed places: the hull from Norway and the engine from Brazil, or the reverse."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from workbench.checks.addressed import turned_addresses
from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.clauses import is_passive
from workbench.checks.crossing import Link, crossed
from workbench.checks.exchanges import changed_figures, changed_owners, compared
from workbench.checks.hit import Hit, Span
from workbench.checks.links import NONE
from workbench.checks.moved_heads import lost_heads, moved_modifiers
from workbench.checks.moved_peoples import moved_peoples
from workbench.checks.other_names import other_names
from workbench.checks.other_verbs import exchanged_parties
from workbench.checks.postings import moved_postings
from workbench.checks.relative_heads import exchanged_heads
from workbench.checks.repeated_verbs import turned_repeats
from workbench.checks.roles import is_same_deed, turned_roles
from workbench.checks.side import Side
from workbench.checks.words import Kind, Word
from workbench.i18n import N_
from workbench.lang.name_words import name_words
from workbench.lang.remembered import remembered
from workbench.lang.wordnet import base_forms, parts_of_speech

_REACH = 5  # words between a thing and what is said of it
_MOST = 12  # crossing words: a pair with more was built otherwise altogether
# Verbs that say the same of both: A met B, B met A.
_MUTUAL = frozenset(
    ["meet", "marry", "join", "fight", "resemble", "match", "equal", "rival", "border", "neighbor"]
)
_FEW = 2  # words between subject and object: the verb, and what is given or sold
# Words between two nouns that turn round who does what, or make a group of them.
_TURNING = frozenset(["that", "which", "who", "whom", "whose", "of", "in", "on", "at"])
_JOINING = frozenset(["by", "from", "and", "with", "than", "ahead"])
_JOINTS = frozenset(["of", "the"])


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield words that stand in each other's place, the first of two, and names in the place of others."""
    if not row.translation or not row.reference or row.translation.known.language != "en":
        return
    found = [*other_names(row, article), *(hit for turned in _READERS for hit in turned(row))]
    yield from found
    # What changed places with something else has moved, too.
    for hit in (*moved_peoples(row), *moved_postings(row)):
        if not any(overlap(hit.span, other.span) for other in found):
            yield hit


def overlap(one: Span, other: Span) -> bool:
    """Tell whether two spans have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def changed_places(row: Row) -> Iterator[Hit]:
    """Yield the first two names that stand in each other's place."""
    if not row.is_crossed:
        return
    content = row.translation.content
    links = [(one, other) for one, other in enumerate(row.links.forward) if other != NONE and content[one]]
    crossing = list(islice(crossings(links), _MOST + 1))
    if len(crossing) > _MOST:
        return
    for a, b in crossing:
        if are_names_placed(row, links, a, b) or (are_doers(row, a, b) and around_a_verb(row, links, a, b)):
            yield crossed(row, a, b)
            return


def are_names_placed(row: Row, links: list[Link], a: Link, b: Link) -> bool:
    """Tell whether two names have each other's place among words, around a verb, before figures or nouns."""
    if not alike(row, a, b):
        return before_nouns(row, a, b)
    if in_each_place(links, a, b) and not (travels(row, a) or travels(row, b)):
        return True
    return around_a_verb(row, links, a, b) or before_figures(row, links, a, b) or before_nouns(row, a, b)


def crossings(links: Sequence[Link]) -> Iterator[tuple[Link, Link]]:
    """Yield the links that cross one another within reach."""
    lowest = [*accumulate([there for _here, there in reversed(links)], min)][::-1]
    for at, a in enumerate(links):
        if lowest[at] == a[1]:
            continue  # nothing behind it stands before it there
        for b in islice(links, at + 1, None):
            if b[0] - a[0] > 2 * _REACH:
                break
            if a[1] > b[1]:
                yield a, b


def alike(row: Row, a: Link, b: Link) -> bool:
    """Tell whether two words are things of one kind: both names, and not parts of one name."""
    words, others = row.translation.words, row.reference.words
    ends = words[a[0]], words[b[0]], others[a[1]], others[b[1]]
    for word in ends:
        if not word.is_capital:
            return False
    kinds = {kind_of(word.folded) for word in ends}
    return len(kinds) == 1 and "time" not in kinds and ends[0].folded != ends[1].folded


def are_doers(row: Row, a: Link, b: Link) -> bool:
    """Tell whether two nouns are subject and object, and neither a clause's of another verb."""
    words, others = row.translation.words, row.reference.words
    for word in (words[a[0]], words[b[0]], others[a[1]], others[b[1]]):
        if word.is_capital or not is_noun(word.folded):
            return False
    here, there = row.translation.small[a[0] : b[0]], row.reference.small[b[1] : a[1]]
    return _TURNING.isdisjoint(here) and _TURNING.isdisjoint(there)


@remembered
def is_noun(word: str) -> bool:
    """Tell whether a word is a noun more often than anything else."""
    nouns, *others = parts_of_speech(word)
    return nouns > sum(others)


def kind_of(name: str) -> str:
    """Tell months and days, peoples, and other names apart: July does not change places with a town."""
    known = name_words("en")
    if name in known.months or name in known.days:
        return "time"
    return "people" if name in known.peoples else "name"


def travels(row: Row, link: Link) -> bool:
    """Tell whether a word took along what is said after it: Turkish Foreign Ministry, July 19."""
    one, other = after(row.translation, link[0]), after(row.reference, link[1])
    return (
        one < len(row.translation.words) and row.translation.content[one] and row.links.forward[one] == other
    )


def after(side: Side, at: int) -> int:
    """Give the index of the next word that is no "of" nor "the"."""
    words, at = side.small, at + 1
    while at < len(words) and words[at] in _JOINTS:
        at += 1
    return at


def in_each_place(links: list[Link], a: Link, b: Link) -> bool:
    """Tell whether what is said before each of two words is, in the reference, said before the other."""
    before_a = next((link for link in reversed(links) if link[0] < a[0]), None)
    between = [link for link in links if a[0] < link[0] < b[0]]
    if before_a is None or not between or a[0] - before_a[0] > _REACH:
        return False
    middle = between[-1]
    return (
        before_a[1] < b[1] < middle[1] < a[1] and b[1] - before_a[1] <= _REACH and a[1] - middle[1] <= _REACH
    )


def before_figures(row: Row, links: list[Link], a: Link, b: Link) -> bool:
    """Tell whether the figures after each of two words follow, in the reference, the other."""
    figures = [link for link in links if row.translation.words[link[0]].kind is Kind.NUMBER]
    first = next((link for link in figures if a[0] < link[0] < b[0]), None)
    second = next((link for link in figures if link[0] > b[0]), None)
    if first is None or second is None or second[0] - b[0] > _REACH or second[1] - a[1] > _REACH:
        return False
    return b[1] < first[1] < a[1] < second[1]


def before_nouns(row: Row, a: Link, b: Link) -> bool:
    """Tell whether each of two names is, in the reference, before the other's noun: Thai troops, Lao soil."""
    words, links = row.translation.words, row.links.forward
    if not (words[a[0]].is_capital and words[b[0]].is_capital) or b[0] + 1 >= len(words):
        return False
    if links[a[0] + 1] != b[1] + 1 or links[b[0] + 1] not in {NONE, a[1] + 1} or is_time(words, a, b):
        return False
    nouns = words[a[0] + 1], words[b[0] + 1]
    if any(word.is_capital or not is_noun(word.folded) for word in nouns):
        return False
    return all(
        side.small.count(side.small[at]) == 1
        for side, at in ((row.translation, a[0] + 1), (row.reference, b[1] + 1))
    )


def is_time(words: Sequence[Word], *links: Link) -> bool:
    """Tell whether any of the words is a month or a day."""
    return any(kind_of(words[one].folded) == "time" for one, _other in links)


def around_a_verb(row: Row, links: list[Link], a: Link, b: Link) -> bool:
    """Tell whether two words changed places around one verb, in the active voice on both sides."""
    if max(a[1] - b[1], b[0] - a[0]) > _REACH:
        return False
    between = [link for link in links if a[0] < link[0] < b[0]]
    places = [b[1], *[there for _here, there in between], a[1]]
    if not 1 <= len(between) <= _FEW or places != sorted(places):
        return False
    if any(is_same_deed(row, *link) for link in between):
        return False
    verb = row.translation.words[between[0][0]].folded
    bases = base_forms(verb, "v")
    nouns, verbs, *_others = parts_of_speech(verb)
    if (verb in bases and nouns >= verbs) or not _MUTUAL.isdisjoint(bases):
        return False  # in its base form it may as well be a noun
    voices = {is_passive(row.translation, between[0][0]), is_passive(row.reference, between[0][1])}
    here, there = joining(row.translation, a[0], b[0]), joining(row.reference, b[1], a[1])
    return here == there == {"by"} if voices == {True} else not (here or there)


def joining(side: Side, start: int, end: int) -> frozenset[str]:
    """Give the words between two others that say who does it, or join the two."""
    return _JOINING.intersection(side.small[start:end])


_READERS = (
    changed_places,
    changed_owners,
    changed_figures,
    compared,
    turned_roles,
    exchanged_parties,
    turned_repeats,
    turned_addresses,
    exchanged_heads,
    lost_heads,
    moved_modifiers,
)

CHECK = Check(
    "swaps",
    N_("Changed places"),
    N_(
        "Names, figures, owners or the sides of a comparison that changed places; who did what to whom"
        " turned round (“recruited by her” for “that recruited her”); and a name in the place of"
        " another one that the article speaks of. Another order of words with the same sense is none."
    ),
    find,
    wide=True,
)
