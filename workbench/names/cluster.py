"""The forms of one text that are one name: spaced, marked, hyphened, turned, abbreviated; its surname; slips.

Two people of one surname stay two: whoever has another given name is another person, and a surname alone that
two full names have belongs to neither.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from workbench.lang.name_words import NameWords
from workbench.names.detect import Candidate
from workbench.names.likeness import surname
from workbench.names.sound import letters
from workbench.names.words import plain

Pair = tuple[str, str]


def clusters(
    forms: Mapping[str, Candidate], language: NameWords, same: Iterable[Pair] = ()
) -> list[list[str]]:
    """Group forms (by any key) that are one name, each group in the order the forms came.

    `same` are pairs of keys that something else, the source or a slip of spelling, says are one.
    """
    parents = {key: key for key in forms}

    def root(key: str) -> str:
        while parents[key] != key:
            key = parents[key]
        return key

    order = {key: number for number, key in enumerate(forms)}
    for one, other in (*links(forms, language), *same):
        first, second = sorted((root(one), root(other)), key=order.__getitem__)
        parents[second] = first
    groups: dict[str, list[str]] = defaultdict(list)
    for key in forms:
        groups[root(key)].append(key)
    return list(groups.values())


def links(forms: Mapping[str, Candidate], language: NameWords) -> Iterator[Pair]:
    """Yield the pairs of forms that are one name by how they are written."""
    yield from equal(forms, lambda name: letters(name.form) or plain(name.form))
    yield from equal(forms, lambda name: tuple(sorted(map(letters, name.words))))
    yield from owned(forms, language)


def equal(forms: Mapping[str, Candidate], key: Callable[[Candidate], Hashable]) -> Iterator[Pair]:
    """Yield pairs of forms that come to the same by a key."""
    first: dict[Hashable, str] = {}
    for form, name in forms.items():
        other = first.setdefault(key(name), form)
        if other != form:
            yield other, form


def owned(forms: Mapping[str, Candidate], language: NameWords) -> Iterator[Pair]:
    """Yield surnames alone and names with initials, each with the full name that alone can be meant."""
    full = {form: name for form, name in forms.items() if len(name.words) > 1}
    people: dict[str, list[str]] = defaultdict(list)
    for form, name in full.items():
        people[letters(surname(name.words, language))].append(form)
    for form, name in forms.items():
        family = letters(surname(name.words, language))
        owners = [
            other for other in people.get(family, []) if other != form and is_short_for(name, full[other])
        ]
        spelled = [other for other in owners if not has_initials(full[other].words)] or owners
        persons = {given_names(full[other].words, family) for other in spelled}
        if owners and len(persons) == 1:
            yield spelled[0], form


def is_short_for(name: Candidate, full: Candidate) -> bool:
    """Tell whether a name is a surname alone, or has initials where the full one has given names."""
    if len(name.words) == 1:
        return True
    if not has_initials(name.words) or has_initials(full.words):
        return False
    mine, theirs = initials(name.words[:-1]), initials(full.words[:-1])
    return letters(name.words[-1]) == letters(full.words[-1]) and theirs.startswith(mine)


def has_initials(words: Sequence[str]) -> bool:
    """Tell whether a name is written with initials."""
    return any(word.endswith(".") for word in words)


def initials(words: Sequence[str]) -> str:
    """Give the initials of given names: JR of J. R., of J.R. and of John Ronald."""
    return "".join(word.replace(".", "").upper() if "." in word else word[:1].upper() for word in words)


def given_names(words: Sequence[str], family: str) -> tuple[str, ...]:
    """Give the given names of a full name, by which two people of one surname are told apart."""
    return tuple(sorted(letters(word) for word in words if letters(word) != family))
