"""What a person ticked in a file of proposals: the JSON that `workbench names --json` prints, edited by hand.

A name or one of its mentions with `"apply": false` is left alone.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model.name import Mention, Name

_SPAN = 2  # start and end


@dataclass(frozen=True, slots=True)
class Choice:
    """A name with a proposal, and those of its mentions that are to be put right."""

    name: Name
    ticked: tuple[Mention, ...]


def read_choices(data: bytes) -> list[Choice]:
    """Read ticked proposals; names without a proposal ask for nothing."""
    try:
        shape = json.loads(data)
        rows = listed(fields(shape)["names"])
        choices = [choice_of(fields(row)) for row in rows]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise WorkbenchError(
            _("This is not the JSON that `workbench names --json` prints: %(what)s.") % {"what": said(error)}
        ) from error
    return [choice for choice in choices if choice.name.proposal not in {None, choice.name.form}]


def said(error: Exception) -> str:
    """Say in a few words what is wrong with JSON."""
    return _("“%s” is missing") % error.args[0] if isinstance(error, KeyError) else str(error)


def choice_of(row: Mapping[str, object]) -> Choice:
    """Read one name."""
    mentions = [fields(each) for each in listed(row["mentions"])]
    placed = [mention_of(each) for each in mentions]
    wanted = row.get("apply", True) is True
    ticked = [
        mention
        for mention, each in zip(placed, mentions, strict=True)
        if wanted and each.get("apply", True) is True
    ]
    name = Name(
        form=text(row["form"]),
        kind=text(row.get("kind", "other")),
        mentions=tuple(placed),
        variants=tuple(text(each) for each in listed(row.get("variants", []))),
        proposal=None if row.get("proposal") is None else text(row["proposal"]),
        confidence=1.0,
        origin=None,
        why="",
    )
    return Choice(name, tuple(ticked))


def mention_of(row: Mapping[str, object]) -> Mention:
    """Read one mention."""
    span = [number(each) for each in listed(row["span"])]
    if len(span) != _SPAN:
        raise ValueError(_("a span is not [start, end]"))
    return Mention(number(row["pair"]), (span[0], span[1]))


def fields(value: object) -> Mapping[str, object]:
    """Expect an object."""
    if not isinstance(value, dict):
        raise TypeError(_("%s is no object") % repr(value)[:40])
    return value


def listed(value: object) -> Sequence[object]:
    """Expect a list."""
    if not isinstance(value, list):
        raise TypeError(_("%s is no list") % repr(value)[:40])
    return value


def text(value: object) -> str:
    """Expect text."""
    if not isinstance(value, str):
        raise TypeError(_("%s is no text") % repr(value)[:40])
    return value


def number(value: object) -> int:
    """Expect an index, 0 or more."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(_("%s is no index") % repr(value)[:40])
    return value
