"""The other ways in which an article writes a name it has in full: surname, initials, order, plural."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.lang.name_words import NameWords
from workbench.names.likeness import surname
from workbench.names.sound import nearness

_HISSING = re.compile(r"(?:s|x|z|ch|sh)\Z", re.IGNORECASE)
_HYPHENS = re.compile(r"[-‐‑]")


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to write a name, and the same way to write its right form."""

    form: str
    proposal: str
    kind: str


def variants(form: str, proposal: str, language: NameWords) -> Iterator[Variant]:
    """Yield the ways in which a name of several words may stand elsewhere, beside the way it is known in."""
    ours, theirs = tuple(form.split()), tuple(proposal.split())
    if named := name_in_body(ours, theirs, language):
        yield Variant(*named, "part")
    elif len(ours) > 1 and len(theirs) > 1:
        family = surnames(ours, theirs, language)
        yield Variant(*family, "surname")
        yield from plurals(*family)
        if family == (ours[-1], theirs[-1]):
            yield from with_initials(ours, theirs)
            yield from reversed_order(ours, theirs)
    else:
        yield from plurals(form, proposal)


def name_in_body(
    ours: tuple[str, ...], theirs: tuple[str, ...], language: NameWords
) -> tuple[str, str] | None:
    """Give the one word in which two names of a body differ, if all others are what bodies are called by."""
    ordinary = language.institutions | language.grammar
    mine, its = ([word for word in side if word.casefold() not in ordinary] for side in (ours, theirs))
    return (mine[0], its[0]) if len(mine) == len(its) == 1 and 1 < len(ours) == len(theirs) else None


def surnames(ours: tuple[str, ...], theirs: tuple[str, ...], language: NameWords) -> tuple[str, str]:
    """Give the surname of the right form last and the word that is it in the other first."""
    right = surname(theirs, language)
    if len(ours) != len(theirs):
        return surname(ours, language), right
    return max(ours, key=lambda word: (nearness(word, right), ours.index(word) == theirs.index(right))), right


def plurals(form: str, proposal: str) -> Iterator[Variant]:
    """Yield a family of that name: the Rutseviches, or Rutsevichs as a machine may write it."""
    for written in dict.fromkeys((plural(form), form + "s")):
        yield Variant(written, plural(proposal), "plural")


def plural(name: str) -> str:
    """Give the English plural of a name; names keep their y (the Kennedys)."""
    return name + ("es" if _HISSING.search(name) else "s")


def with_initials(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[Variant]:
    """Yield the name with its given names as initials, apart or together: O. R. Smith, O.R. Smith."""
    for gap in (" ", ""):
        yield Variant(
            f"{gap.join(map(initial, ours[:-1]))} {ours[-1]}",
            f"{gap.join(map(initial, theirs[:-1]))} {theirs[-1]}",
            "initials",
        )


def initial(word: str) -> str:
    """Give the initial of a given name: J.-L. of Jean-Luc."""
    return "-".join(f"{part[:1].upper()}." for part in _HYPHENS.split(word) if part)


def reversed_order(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[Variant]:
    """Yield the family name first, with a comma and without."""
    for comma in (",", ""):
        yield Variant(
            f"{ours[-1]}{comma} {' '.join(ours[:-1])}",
            f"{theirs[-1]}{comma} {' '.join(theirs[:-1])}",
            "order",
        )
