"""A glossary, checked: entries that repeat or contradict one another are named by their place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.i18n import _
from workbench.model.glossary import GlossaryEntry, Standing, main_tag

_Key = tuple[str, str]  # language, form
_USABLE = (Standing.PREFERRED, Standing.ADMITTED)


@dataclass(frozen=True, slots=True)
class Checked:
    """The entries that can be used, and one sentence for each that cannot or that says nothing new."""

    entries: tuple[GlossaryEntry, ...]
    problems: tuple[str, ...]


def check_glossary(entries: Sequence[GlossaryEntry], language: str) -> Checked:
    """Set aside the entries that contradict an earlier or later one, and those said twice.

    Entries contradict one another when a form to avoid belongs to two right forms, when one entry demands
    what another forbids, or when one foreign form has two right forms of one kind. None of them is used:
    which is meant, only a person knows. `language` is the one the right forms are in.
    """
    fresh, repeated = without_repeats(entries)
    clashes = [
        *forbidden_twice(fresh, language),
        *forbidden_and_right(fresh),
        *two_renderings(fresh, language),
    ]
    bad = {id(entry) for pair, _why in clashes for entry in pair}
    problems = [*repeated, *dict.fromkeys(why for _pair, why in clashes)]
    return Checked(tuple(entry for entry in fresh if id(entry) not in bad), tuple(problems))


def without_repeats(entries: Sequence[GlossaryEntry]) -> tuple[list[GlossaryEntry], list[str]]:
    """Keep the first of equal entries; notes make no difference."""
    first: dict[object, GlossaryEntry] = {}
    problems = []
    for entry in entries:
        key = (frozenset(entry.terms), entry.kind)
        if key in first:
            values = {"place": entry.place, "other": first[key].place, "form": entry.terms[0].form}
            problems.append(_("%(place)s repeats %(other)s (“%(form)s”).") % values)
        first.setdefault(key, entry)
    return list(first.values()), problems


Clash = tuple[tuple[GlossaryEntry, GlossaryEntry], str]


def forbidden_twice(entries: Sequence[GlossaryEntry], language: str) -> Iterator[Clash]:
    """Yield pairs of entries that want different forms in the place of one."""
    for one, other, key in sharing(entries, (Standing.FORBIDDEN,)):
        right = one.right_form(key[0]), other.right_form(key[0])
        if right[0] != right[1] and main_tag(language) == key[0]:
            yield (one, other), said(one, other, key[1], right)


def forbidden_and_right(entries: Sequence[GlossaryEntry]) -> Iterator[Clash]:
    """Yield pairs of which one demands what the other forbids."""
    right = index(entries, _USABLE)
    for key, forbidding in index(entries, (Standing.FORBIDDEN,)).items():
        for one in forbidding:
            for other in right.get(key, []):
                values = {"place": one.place, "form": key[1], "other": other.place}
                yield (
                    (one, other),
                    _("%(place)s forbids “%(form)s”, which is right in %(other)s; neither is used.") % values,
                )


def two_renderings(entries: Sequence[GlossaryEntry], language: str) -> Iterator[Clash]:
    """Yield pairs that render one foreign form in two ways, both of one kind."""
    for one, other, key in sharing(entries, _USABLE):
        right = one.right_form(language), other.right_form(language)
        if (
            key[0] != main_tag(language)
            and None not in right
            and right[0] != right[1]
            and one.kind == other.kind
        ):
            yield (one, other), said(one, other, key[1], right)


def said(one: GlossaryEntry, other: GlossaryEntry, form: str, right: tuple[str | None, str | None]) -> str:
    """Say that two entries give one form two right forms."""
    values = {
        "one": one.place,
        "other": other.place,
        "form": form,
        "a": right[0] or "–",
        "b": right[1] or "–",
    }
    return (
        _("%(one)s and %(other)s contradict each other: “%(form)s” is “%(a)s” and “%(b)s”; neither is used.")
        % values
    )


def index(
    entries: Iterable[GlossaryEntry], standings: tuple[Standing, ...]
) -> dict[_Key, list[GlossaryEntry]]:
    """Give the entries of each form that has one of these standings."""
    found: dict[_Key, list[GlossaryEntry]] = {}
    for entry in entries:
        for term in entry.terms:
            there = found.setdefault((main_tag(term.language), term.form), [])
            if term.standing in standings and not any(one is entry for one in there):
                there.append(entry)
    return found


def sharing(
    entries: Sequence[GlossaryEntry], standings: tuple[Standing, ...]
) -> Iterator[tuple[GlossaryEntry, GlossaryEntry, _Key]]:
    """Yield an entry and a later one that share a form of these standings."""
    for key, group in index(entries, standings).items():
        for other in group[1:]:
            yield group[0], other, key
