"""Who does what to whom where a noun says what is done: carried out an ambush, the arrest of X by Y."""

from workbench.checks.clauses import person_of
from workbench.checks.deeds import Deed
from workbench.checks.noun_phrases import Party, is_attribute, owns, phrase_after
from workbench.checks.objects import behind
from workbench.checks.side import Side
from workbench.checks.subjects import done_by
from workbench.checks.verb_groups import gap, group
from workbench.lang.grammar import grammar_words
from workbench.lang.roles import deed_of, is_one_of, role_words
from workbench.lang.wordnet import base_forms

_NEAR = 4  # words from a light verb to its noun
_PARTICLES = frozenset(["out", "under", "with"])
_TARGETS = frozenset(["of", "on", "against"])
_ARTICLES = frozenset(["a", "an", "the", "no", "any"])


def noun_deed(side: Side, noun: int) -> Deed | None:
    """Read the parties of a noun of a deed; None where it is none or nothing tells them."""
    at = noun
    while at and noun - at < _NEAR and gap(side, at) == " " and belongs(side, at - 1):
        at -= 1
    joined = at > 0 and gap(side, at) == " "
    light_verb = of_light_verb(side, at - 1, noun) if joined else None
    return light_verb or at_request(side, noun) or owned(side, at - 1 if joined else -1, noun)


def belongs(side: Side, at: int) -> bool:
    """Tell whether a word may stand between a light verb, or an owner, and a noun."""
    word = side.words[at]
    if word.folded in _ARTICLES:
        return True
    return side.content[at] and is_attribute(word.folded) and not light(side, at) and not owns(side, at)


def light(side: Side, at: int) -> str:
    """Tell whether the light verb that ends with a word does ("doing") or suffers; "" if it is none."""
    word = side.words[at].folded
    names = set(base_forms(word, "v"))
    if at and word in _PARTICLES:
        names = {f"{base}_{word}" for base in base_forms(side.words[at - 1].folded, "v")}
    return next((kind for kind in ("doing", "suffering") if names & role_words(kind)), "")


def of_light_verb(side: Side, last: int, noun: int) -> Deed | None:
    """Read a light verb before a noun of a deed: launched an attack, came under attack."""
    kind, word = light(side, last), side.words[last].folded
    if not kind or (is_one_of("swearing", word) and deed_of(side.words[noun].folded) != "swear"):
        return None
    found = group(side, last - 1 if word in _PARTICLES else last)
    is_passive = bool(found.auxiliaries) and found.auxiliaries[0] in role_words("be")
    who = None if found.infinitive or is_passive else done_by(side, found.start)
    if who is None:
        return None
    on_whom = has_target(side, noun) and side.words[noun + 1].folded != "of"  # not notice of a drill
    against = phrase_after(side, noun + 2) if on_whom else None
    told = Deed(
        noun,
        found.start,
        noun + 1,
        passive=False,
        doer=who,
        done_to=against,
        denied=found.denied,
        of_noun=True,
    )
    doer = behind(side, noun, "by") or behind(side, noun, "from")
    return told if kind == "doing" else told._replace(passive=True, doer=doer, done_to=who)


def at_request(side: Side, noun: int) -> Deed | None:
    """Read a noun behind whose "of" stands the one that does it: at the request of the bishop."""
    if not is_done_of(side.words[noun].folded) or not has_target(side, noun):
        return None
    doer = phrase_after(side, noun + 2) if side.words[noun + 1].folded == "of" else None
    return Deed(noun, noun, doer.end, passive=True, doer=doer, of_noun=True) if doer else None


def is_done_of(word: str) -> bool:
    """Tell whether a noun of a deed has the one that does it behind "of"."""
    return not role_words("done_of").isdisjoint(base_forms(word, "n"))


def owned(side: Side, last: int, noun: int) -> Deed | None:
    """Read a noun of a deed by its owner and what stands behind it: X’s arrest of Y, X’s arrest by Y."""
    owner = owner_of(side, last)
    start = owner.start if owner else noun
    target = phrase_after(side, noun + 2) if has_target(side, noun) else None
    doer = behind(side, noun, "by")
    if owner and target:
        return Deed(noun, start, target.end, passive=False, doer=owner, done_to=target, of_noun=True)
    if doer and (target or owner):
        return Deed(noun, start, doer.end, passive=True, doer=doer, done_to=target or owner, of_noun=True)
    return None


def has_target(side: Side, noun: int) -> bool:
    """Tell whether a noun of a deed is followed by whom it is done to."""
    return (
        noun + 2 < len(side.words) and gap(side, noun + 1) == " " and side.words[noun + 1].folded in _TARGETS
    )


def owner_of(side: Side, last: int) -> Party | None:
    """Give the owner that ends with a word: the police chief’s, his; None where nothing stands before."""
    if last < 0:
        return None
    if side.words[last].folded in grammar_words("en")["possessives"]:
        return Party(last, last + 1, (last,), person_of(side, last))
    return Party(last, last + 1, (last,)) if owns(side, last) and not person_of(side, last) else None
