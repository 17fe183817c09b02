"""Who does what to whom where a noun says what is done: carried out an ambush, the arrest of X by Y."""

from workbench.checks.clauses import person_of
from workbench.checks.deeds import Deed, behind, done_by, gap, group
from workbench.checks.parties import Party, determiners, is_attribute, phrase_after
from workbench.checks.side import Side
from workbench.checks.verbs import straight
from workbench.lang.roles import deed_of, role_words
from workbench.lang.wordnet import base_forms

_NEAR = 4  # words from a light verb to its noun


def noun_deed(side: Side, noun: int) -> Deed | None:
    """Read the parties of a noun of a deed; None where it is none or nothing tells them."""
    at = noun
    while at and noun - at < _NEAR and gap(side, at) == " " and belongs(side, at - 1):
        at -= 1
    if not at or gap(side, at) != " ":
        return None
    return of_light_verb(side, at - 1, noun) or owned(side, at - 1, noun)


def owned(side: Side, last: int, noun: int) -> Deed | None:
    """Read a noun of a deed by its owner and what stands behind it: X’s arrest of Y, the arrest of Y by X."""
    owner = owner_of(side, last)
    target = phrase_after(side, noun + 2) if next_is(side, noun, {"of", "on", "against"}) else None
    doer = behind(side, noun, "by")
    start = owner.start if owner else noun
    if owner and target:
        return Deed(noun, start, target.end, False, owner, target, of_noun=True)
    if doer and (target or owner):
        return Deed(noun, start, doer.end, True, doer, target or owner, of_noun=True)
    return None


def next_is(side: Side, at: int, words: set[str]) -> bool:
    """Tell whether one of some words follows."""
    return at + 2 < len(side.words) and gap(side, at + 1) == " " and side.words[at + 1].folded in words


def owner_of(side: Side, last: int) -> Party | None:
    """Give the owner that ends with a word: the police chief’s, his."""
    word = straight(side.words[last])
    if word in {"his", "her", "their", "its"}:
        return Party(last, last + 1, (last,), person_of(side, last))
    if not word.endswith(("'s", "s'")) or word in {"it's", "that's"}:
        return None
    return Party(last, last + 1, (last,))


def belongs(side: Side, at: int) -> bool:
    """Tell whether a word may stand between a light verb and its noun."""
    word = side.words[at]
    return word.folded in {"a", "an", "the", "no", "any"} or (
        side.content[at]
        and is_attribute(word.folded)
        and not light(side, at)
        and straight(word) == word.folded
    )


def light(side: Side, at: int) -> str:
    """Tell whether the light verb that ends with a word does ("doing") or suffers; "" if it is none."""
    word = side.words[at].folded
    names = {*base_forms(word, "v")}
    if at and word in {"out", "under", "with"}:
        names = {f"{base}_{word}" for base in base_forms(side.words[at - 1].folded, "v")}
    for kind in ("doing", "suffering"):
        if names & role_words(kind):
            return kind
    return ""


def of_light_verb(side: Side, last: int, noun: int) -> Deed | None:
    """Read a light verb before a noun of a deed."""
    kind = light(side, last)
    if not kind:
        return None
    verb = last - 1 if side.words[last].folded in {"out", "under", "with"} else last
    found = group(side, verb)
    if found.infinitive or any(
        word in {"be", "was", "were", "been", "being"} for word in found.auxiliaries[:1]
    ):
        return None
    if (
        side.words[last].folded in {"take", "took", "taken", "takes"}
        and deed_of(side.words[noun].folded) != "swear"
    ):
        return None
    who = done_by(side, found.start)
    if who is None:
        return None
    if kind == "suffering":
        doer = behind(side, noun, "by") or behind(side, noun, "from")
        return Deed(noun, found.start, noun + 1, True, doer, who, denied=found.denied, of_noun=True)
    return Deed(noun, found.start, noun + 1, False, who, denied=found.denied, of_noun=True)
