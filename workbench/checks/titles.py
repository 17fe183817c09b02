"""Posts and ranks of persons, and names of bodies, that are others than the reference's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.portfolios import other_portfolios
from workbench.checks.post_modifiers import changed_modifiers
from workbench.checks.side import Side
from workbench.checks.titled import Run, capital_runs, counterpart, is_preposition, names_body
from workbench.i18n import N_, _
from workbench.lang.countries import countries
from workbench.lang.kinship import Kin, kinship
from workbench.lang.posts import Posts, posts
from workbench.model.finding import Severity

_POST, _BODY = 0.85, 0.75
_LONGEST = 5  # words of a post: first deputy foreign trade minister


@dataclass(frozen=True, slots=True)
class Held:
    """A post before a name: indices [start, end) in `Side.words`, and its words written out."""

    start: int
    end: int
    words: tuple[str, ...]


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield posts and bodies of the translation that the reference calls otherwise."""
    del article
    if not row.translation or not row.reference:
        return
    known = posts(row.translation.known.language)
    if known.words:
        yield from wrong_posts(row, known)
        yield from changed_modifiers(row, known)
        yield from other_portfolios(row, known)
        yield from wrong_bodies(row)


def wrong_posts(row: Row, known: Posts) -> Iterator[Hit]:
    """Yield posts before a name that stands on both sides."""
    if any(known.signs.isdisjoint(side.vocabulary) for side in (row.translation, row.reference)):
        return
    for one in row.translation.capitals:
        word, other = row.translation.words[one].folded, row.links.forward[one]
        if other == NONE or word in known.words or word in known.modifiers:
            continue
        ours = held(row.translation, one, known)
        theirs = held(row.reference, other, known) if ours else None
        if ours and theirs and is_other(ours, theirs, known):
            words, others = row.translation.words, row.reference.words
            span = (words[ours.start].start, words[ours.end - 1].end)
            stop = row.translation.text[span[1] : span[1] + 1] == "."
            evidence = row.reference.text[others[theirs.start].start : others[theirs.end - 1].end]
            evidence += "." if row.reference.text[others[theirs.end - 1].end] == "." else ""
            yield Hit(
                (span[0], span[1] + stop),
                "terminology/title",
                Severity.MAJOR,
                _("The reference calls this post “%(post)s”.") % {"post": evidence},
                _POST,
                evidence,
                capitals(evidence) if words[ours.start].is_capital else evidence,
            )


def held(side: Side, name: int, known: Posts) -> Held | None:
    """Give the post that stands right before a name; None where none does."""
    start = name = beginning(side, name, known)
    while start > 0 and name - start < _LONGEST and may_belong(side, start - 1, known, at_name=start == name):
        start -= 1
    words = tuple(known.short.get(word.folded, word.folded) for word in side.words[start:name])
    if not words or not set(words[-1].split()) & known.words:
        return None
    return Held(start, name, words)


def beginning(side: Side, name: int, known: Posts) -> int:
    """Give the first word of the name that a word belongs to."""
    while name > 0 and side.words[name - 1].is_capital and not may_belong(side, name - 1, known):
        if side.text[side.words[name - 1].end : side.words[name].start] not in {" ", "-"}:
            break
        name -= 1
    return name


def may_belong(side: Side, index: int, known: Posts, *, at_name: bool = False) -> bool:
    """Tell whether a word may be part of a post; a comma may part it from the name, not from other words."""
    word = side.words[index]
    between = side.text[word.end : side.words[index + 1].start]
    if between.strip(" .-," if at_name else " .-") or is_preposition(side, index):
        return False
    folded = known.short.get(word.folded, word.folded)
    return not known.parts.isdisjoint(folded.split())


def is_other(ours: Held, theirs: Held, known: Posts) -> bool:
    """Tell whether two posts differ in their modifiers, are different ranks, or never one person's."""
    mine, yours = " ".join(ours.words), " ".join(theirs.words)
    if mine == yours:
        return False
    ranks = [post if post in known.ranks else None for post in (mine, yours)]
    if all(ranks):
        return True
    if {mine, yours} <= known.posts | known.ranks and (mine.startswith(yours) or yours.startswith(mine)):
        return True
    heads = [known.same.get(words[-1], words[-1]) for words in (ours.words, theirs.words)]
    changed = [modifiers_of(words, known) for words in (ours.words, theirs.words)]
    if are_apart(ours.words, theirs.words, known):
        return True
    return heads[0] == heads[1] and changed[0] != changed[1]


def are_apart(ours: Sequence[str], theirs: Sequence[str], known: Posts) -> bool:
    """Tell whether two posts are never one person's; two words that are a post of their own go before one."""
    pairs = [known.apart.get(" ".join(words[-2:])) if words[1:] else None for words in (ours, theirs)]
    numbers = [known.apart.get(known.same.get(words[-1], words[-1])) for words in (ours, theirs)]
    for found in (pairs, numbers):
        if None not in found:
            return found[0] != found[1]
    return False


def modifiers_of(words: Sequence[str], known: Posts) -> set[str]:
    """Give what makes a post another one, those that mean the same as one word."""
    return {known.same.get(word, word) for word in words if word in known.modifiers}


def capitals(text: str) -> str:
    """Write the words of a post with capitals, as before a name."""
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def wrong_bodies(row: Row) -> Iterator[Hit]:
    """Yield names of bodies that share some words with the reference's and not others."""
    if not (names_body(row.translation) and names_body(row.reference)):
        return
    theirs = capital_runs(row.reference)
    for ours in capital_runs(row.translation) if theirs else ():
        other = counterpart(row, ours, theirs)
        if other is not None and is_renamed(row, ours, other):
            evidence = row.reference.text[slice(*other.span)]
            yield Hit(
                ours.span,
                "terminology/organisation",
                Severity.MAJOR,
                _("The reference calls it “%(name)s”.") % {"name": evidence},
                _BODY,
                evidence,
                evidence,
            )


def is_renamed(row: Row, ours: Run, theirs: Run) -> bool:
    """Tell whether both names have a word of content of their own that the other side says nowhere."""
    mine = [index for index in ours.capitals if is_own(row, index, row.links.forward[index])]
    yours = [index for index in theirs.capitals if is_own(row, row.links.backward[index], index)]
    mine = without_countries(row.translation, mine, row.reference)
    yours = without_countries(row.reference, yours, row.translation)
    initials = "".join(row.translation.words[index].text[0] for index in ours.capitals)
    is_acronym = any(row.reference.words[index].text == initials for index in yours)
    return bool(mine) and bool(yours) and not is_acronym


def without_countries(side: Side, indices: Sequence[int], other: Side) -> list[int]:
    """Leave out the words of countries that the other side names, too: of the Emirates, Emirati."""
    there = {code for one in countries(other.text, other.known.language) for code in one.codes}
    named = [
        index
        for one in countries(side.text, side.known.language)
        if not there.isdisjoint(one.codes)
        for index in side.words_in((one.start, one.end))
    ]
    return [index for index in indices if index not in named]


def is_own(row: Row, one: int, other: int) -> bool:
    """Tell whether a word has no counterpart, or one that is another word, if kin: agency, office."""
    if NONE in {one, other}:
        return True
    words = row.translation.words[one].folded, row.reference.words[other].folded
    return kinship(*words) is not Kin.SAME


CHECK = Check(
    "titles",
    N_("Titles and institutions"),
    N_(
        "A person’s post or rank, or the name of a body, that is another than the reference’s: minister"
        " for deputy minister, colonel for lieutenant colonel, the Interior Ministry for the Defense"
        " Ministry, Civil Defense Agency for Office of Civil Defense."
    ),
    find,
)
