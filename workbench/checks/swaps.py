"""Two names that changed places: the hull from Norway and the engine from Brazil, or the reverse."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.clauses import is_passive
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.other_names import other_names
from workbench.checks.side import Side
from workbench.checks.words import Kind
from workbench.i18n import N_, _
from workbench.lang.denial import opposed
from workbench.lang.grammar import grammar_words
from workbench.lang.name_words import name_words
from workbench.lang.wordnet import base_forms, parts_of_speech
from workbench.model.finding import Severity

_NAMES, _OWNERS = 0.8, 0.7
_REACH = 5  # words between a thing and what is said of it
_MOST = 12  # crossing words: a pair with more was built otherwise altogether
# Verbs that say the same of both: A met B, B met A.
_MUTUAL = frozenset(
    ["meet", "marry", "join", "fight", "resemble", "match", "equal", "rival", "border", "neighbor"]
)
_FEW = 2  # words between subject and object: the verb, and what is given or sold
# Words between two nouns that turn round who does what, or make a group of them.
_TURNING = frozenset(["that", "which", "who", "whom", "whose", "of", "in", "on", "at"])
_JOINING = frozenset(["by", "from", "and", "with"])
_JOINTS = frozenset(["of", "the"])
Link = tuple[int, int]


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield words that stand in each other's place, the first of two, and names in the place of others."""
    if not row.translation or not row.reference or row.translation.known.language != "en":
        return
    yield from other_names(row, article)
    yield from changed_places(row)
    yield from changed_owners(row)
    yield from changed_figures(row)
    yield from compared(row)


def changed_figures(row: Row) -> Iterator[Hit]:
    """Yield two numbers that changed places around the same words: 360 of its 140."""
    words, others, links = row.translation.words, row.reference.words, row.links.forward
    numbers = [at for at, word in enumerate(words) if word.kind is Kind.NUMBER and links[at] != NONE]
    same = [(at, links[at]) for at in numbers if words[at].folded == others[links[at]].folded]
    for a, b in pairwise(same):
        if a[1] > b[1] and b[0] - a[0] == a[1] - b[1] <= _REACH and say_the_same(row, a, b):
            yield hit(row, a, b)


def say_the_same(row: Row, a: Link, b: Link) -> bool:
    """Tell whether the same words stand between two words and their counterparts."""
    between = row.translation.words[a[0] + 1 : b[0]], row.reference.words[b[1] + 1 : a[1]]
    here, there = ([word.folded for word in words] for words in between)
    return here == there and "and" not in here


def compared(row: Row) -> Iterator[Hit]:
    """Yield what is compared the wrong way round: silence than training for training than silence."""
    ours, theirs = than(row.translation), than(row.reference)
    if ours is None or theirs is None or opposed_words(row, ours, theirs):
        return
    forward, content = row.links.forward, row.translation.content
    before = [at for at in range(max(0, ours - _REACH), ours) if content[at] and forward[at] > theirs]
    after = [at for at in range(ours + 1, min(len(forward), ours + 1 + _REACH)) if content[at]]
    after = [at for at in after if NONE != forward[at] < theirs]
    if len(before) == 1 == len(after) and theirs - forward[after[0]] <= _REACH >= forward[before[0]] - theirs:
        yield hit(row, (before[0], forward[before[0]]), (after[0], forward[after[0]]))


def than(side: Side) -> int | None:
    """Give the one word that compares on a side."""
    found = [at for at, word in enumerate(side.words) if word.folded == "than"]
    return found[0] if len(found) == 1 else None


def opposed_words(row: Row, ours: int, theirs: int) -> bool:
    """Tell whether the sides compare by opposites: more than, less than."""
    here = row.translation.words[max(0, ours - _REACH) : ours]
    there = row.reference.words[max(0, theirs - _REACH) : theirs]
    return any(opposed(one.folded, other.folded) for one in here for other in there)


def changed_owners(row: Row) -> Iterator[Hit]:
    """Yield a people before one noun where the reference has it before another: Russian drones, tankers.

    That other noun has an owner of its own in the translation: its tankers.
    """
    words, others = row.translation.words, row.reference.words
    for at, there in ((at, there) for at in owned(row.translation) for there in owned(row.reference)):
        mine, yours = row.links.forward[at + 1], row.links.backward[there + 1]
        if words[at].folded != others[there].folded or NONE in {mine, yours} or mine == there + 1:
            continue
        if (
            words[yours - 1].folded in grammar_words("en")["possessives"]
            and others[mine - 1] != others[there]
        ):
            evidence = row.reference.text[others[there].start : others[there + 1].end]
            message = _("The reference has “%(text)s” in its place.") % {"text": evidence}
            span = (words[at].start, words[at + 1].end)
            yield Hit(span, "accuracy/mistranslation", Severity.MAJOR, message, _OWNERS, evidence)


def owned(side: Side) -> Iterator[int]:
    """Yield the adjectives of peoples right before a noun in small letters."""
    peoples = name_words("en").peoples
    for at, word in enumerate(side.words[:-1]):
        after = side.words[at + 1]
        if (
            word.folded in peoples
            and side.content[at + 1]
            and after.text.islower()
            and after.start - word.end == 1
        ):
            yield at


def changed_places(row: Row) -> Iterator[Hit]:
    """Yield the first two names that stand in each other's place."""
    links = [
        (one, other)
        for one, other in enumerate(row.links.forward)
        if other != NONE and row.translation.content[one]
    ]
    crossing = [(a, b) for a, b in combinations(links, 2) if a[1] > b[1] and b[0] - a[0] <= 2 * _REACH]
    if not crossing or len(crossing) > _MOST:
        return
    for a, b in crossing:
        placed = not (travels(row, a) or travels(row, b)) and in_each_place(links, a, b)
        around = around_a_verb(row, links, a, b)
        named = alike(row, a, b) and (placed or around or before_figures(row, links, a, b))
        if named or (around and are_doers(row, a, b)):
            yield hit(row, a, b)
            return


def alike(row: Row, a: Link, b: Link) -> bool:
    """Tell whether two words are things of one kind: both names, and not parts of one name."""
    words, others = row.translation.words, row.reference.words
    names = all(words[one].is_capital and others[other].is_capital for one, other in (a, b))
    kinds = {
        kind_of(side[at].folded)
        for side, at in ((words, a[0]), (others, a[1]), (words, b[0]), (others, b[1]))
    }
    return names and len(kinds) == 1 and "time" not in kinds and words[a[0]].folded != words[b[0]].folded


def are_doers(row: Row, a: Link, b: Link) -> bool:
    """Tell whether two nouns are subject and object, and neither a clause's of another verb."""
    words, others = row.translation.words, row.reference.words
    ends = ((words, a[0]), (others, a[1]), (words, b[0]), (others, b[1]))
    if any(side[at].is_capital or not is_noun(side[at].folded) for side, at in ends):
        return False
    between = [*words[a[0] : b[0]], *others[b[1] : a[1]]]
    return not any(word.folded in _TURNING for word in between)


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
    return next(
        (place for place in range(at + 1, len(side.words)) if side.words[place].folded not in _JOINTS),
        len(side.words),
    )


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


def around_a_verb(row: Row, links: list[Link], a: Link, b: Link) -> bool:
    """Tell whether two words changed places around one verb, in the active voice on both sides."""
    between = [link for link in links if a[0] < link[0] < b[0]]
    places = [b[1], *(there for _here, there in between), a[1]]
    if not 1 <= len(between) <= _FEW or places != sorted(places) or max(a[1] - b[1], b[0] - a[0]) > _REACH:
        return False
    verb = row.translation.words[between[0][0]].folded
    bases = base_forms(verb, "v")
    nouns, verbs, *_others = parts_of_speech(verb)
    if (verb in bases and nouns >= verbs) or not _MUTUAL.isdisjoint(bases):
        return False  # in its base form it may as well be a noun
    voices = {is_passive(row.translation, between[0][0]), is_passive(row.reference, between[0][1])}
    here, there = joining(row.translation, a[0], b[0]), joining(row.reference, b[1], a[1])
    return here == there == {"by"} if voices == {True} else not (here or there)


def joining(side: Side, start: int, end: int) -> set[str]:
    """Give the words between two others that say who does it, or join the two."""
    return {side.words[index].folded for index in range(start, end)} & _JOINING


def hit(row: Row, a: Link, b: Link) -> Hit:
    """Mark from the first of the two words to the second."""
    words, others = row.translation.words, row.reference.words
    span = (words[a[0]].start, words[b[0]].end)
    text, evidence = row.translation.text, row.reference.text[others[b[1]].start : others[a[1]].end]
    middle = text[words[a[0]].end : words[b[0]].start]
    message = _("“%(a)s” and “%(b)s” stand in each other’s place in the reference.") % {
        "a": words[a[0]].text,
        "b": words[b[0]].text,
    }
    fix = words[b[0]].text + middle + words[a[0]].text
    return Hit(span, "accuracy/mistranslation", Severity.CRITICAL, message, _NAMES, evidence, fix)


CHECK = Check(
    "swaps",
    N_("Swapped names"),
    N_(
        "Two names that changed places, so that the translation says of one what the reference says of the"
        " other, and a name in the place of another one that the article speaks of. Another order of words"
        " with the same sense is none."
    ),
    find,
    wide=True,
)
