"""What errors are called and what they weigh: a typology is a data file that users can replace.

`typologies/mqm-core.toml` explains the fields. Names are compared without regard to case, and with "_" and
" " for "-": the published data writes "Fluency/Punctuation", "fluency/punctuation" and "No_error" alike.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Any

from workbench.errors import WorkbenchError
from workbench.figures import amount, listed
from workbench.i18n import _

BUILT_IN = ("mqm-core", "wmt", "simple")
_FOLDED = str.maketrans({"_": "-", " ": "-"})


def folded(name: str) -> str:
    """Write the name of a category or severity as it is compared."""
    return name.strip().casefold().translate(_FOLDED)


@dataclass(frozen=True, slots=True)
class Severity:
    """How bad an error is; the severities of a typology stand from the mildest to the worst.

    `its` is 0 to 100, as ITS 2.0 counts; `fails` says that one such error fails the text; `key` marks it in
    the window, "" where none does.
    """

    id: str
    label: str
    weight: float
    its: float
    fails: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """What is wrong; an id names what it belongs to before each "/".

    `its` is a type of ITS 2.0, `also` are the names that other typologies and the checks have for it.
    """

    id: str
    label: str
    its: str
    key: str = ""
    also: tuple[str, ...] = ()

    @property
    def names(self) -> set[str]:
        """Give all its names as they are compared."""
        return {folded(name) for name in (self.id, self.label, *self.also)}


@dataclass(frozen=True, slots=True)
class Rule:
    """An exception from a severity's weight; the patterns are of `fnmatch`.

    `alone`: such an error stands for everything that is wrong with its segment.
    """

    severity: str
    category: str
    weight: float
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Typology:
    """Severities, categories, exceptions, and when a text passes."""

    name: str
    reference: str
    severities: tuple[Severity, ...]
    categories: tuple[Category, ...]
    rules: tuple[Rule, ...]
    threshold: float
    acceptable: float

    def severity(self, name: str) -> Severity | None:
        """Find a severity by its name."""
        return next((one for one in self.severities if folded(one.id) == folded(name)), None)

    def category(self, name: str) -> Category | None:
        """Find a category by any of its names."""
        return next((one for one in self.categories if folded(name) in one.names), None)

    def nearest(self, name: str) -> Category | None:
        """Find a category by a name, or what that belongs to by the names before each "/"."""
        while name:
            if found := self.category(name):
                return found
            name = name.rpartition("/")[0]
        return None

    def rank(self, severity: str) -> int:
        """Give how bad a severity is: 1 for the mildest; 0 for none, and for one that is not known."""
        found = self.severity(severity)
        return self.severities.index(found) + 1 if found else 0

    def rule(self, severity: str, category: str) -> Rule:
        """Give what counts for an error: the first exception that fits, or its severity's own weight."""
        names = folded(severity), folded(category)
        for one in self.rules:
            if fnmatchcase(names[0], one.severity) and fnmatchcase(names[1], one.category):
                return one
        found = self.severity(severity)
        return Rule(names[0], names[1], found.weight if found else 0.0)

    def severity_by_its(self, number: float) -> Severity:
        """Give the severity whose number in ITS is nearest."""
        return min(self.severities, key=lambda one: abs(one.its - number))

    def category_by_its(self, type_: str) -> Category | None:
        """Give the first category that is said with a type of ITS, subtypes before what they belong to."""
        fitting = [one for one in self.categories if one.its == type_]
        return next((one for one in fitting if "/" in one.id), fitting[0] if fitting else None)


@cache
def built_in(name: str) -> Typology:
    """Give one of the typologies that come with the program."""
    return read((files(__package__) / "typologies" / f"{name}.toml").read_text(encoding="utf-8"))


def read(text: str) -> Typology:
    """Read a typology; WorkbenchError says what it lacks."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WorkbenchError(_("The typology is not TOML: %(reason)s.") % {"reason": error}) from error
    try:
        found = typology(table)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WorkbenchError(
            _("The typology lacks something or holds something unknown: %(reason)s.") % {"reason": error}
        ) from error
    expect_usable(found)
    return found


def typology(table: dict[str, Any]) -> Typology:
    """Make a typology of its table; what is missing or misspelt raises KeyError, TypeError or ValueError."""
    score = table["score"]
    return Typology(
        name=str(table["name"]),
        reference=str(table.get("reference", "")),
        severities=tuple(
            Severity(**one | {"weight": float(one["weight"]), "its": float(one["its"])})
            for one in table["severity"]
        ),
        categories=tuple(Category(**one | {"also": tuple(one.get("also", ()))}) for one in table["category"]),
        rules=tuple(
            Rule(
                folded(one.get("severity", "*")),
                folded(one.get("category", "*")),
                float(one["weight"]),
                bool(one.get("alone", False)),
            )
            for one in table.get("rule", ())
        ),
        threshold=float(score["threshold"]),
        acceptable=float(score["acceptable"]),
    )


def expect_usable(found: Typology) -> None:
    """Refuse a typology that nothing could be marked or calibrated with."""
    for names in (ids(found.severities), ids(found.categories)):
        if not names or len(set(names)) < len(names):
            raise WorkbenchError(
                _("The typology needs severities and categories, each with an id of its own: %(ids)s.")
                % {"ids": listed(names) or "–"}
            )
    if found.acceptable <= 0:
        raise WorkbenchError(
            _("Accepted penalty points: %(points)s; calibration needs more than none.")
            % {"points": amount(found.acceptable)}
        )
    if min(weights(found)) < 0:
        raise WorkbenchError(_("The typology has a weight below zero; penalties only add up."))


def weights(found: Typology) -> list[float]:
    """Give all weights."""
    return [one.weight for one in found.severities] + [one.weight for one in found.rules]


def ids(named: Sequence[Severity] | Sequence[Category]) -> list[str]:
    """Give ids as they are compared."""
    return [folded(one.id) for one in named]
