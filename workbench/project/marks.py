"""What is marked in a pair's texts: words that differ, and names."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.lang.guess import function_words
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.model.pair import Pair
from workbench.names import mention_spans
from workbench.text.differences import word_differences


class Mark(StrEnum):
    """Why a span is marked."""

    DIFFERS = "differs"
    NAME = "name"
    WRONG_NAME = "wrong-name"


@dataclass(frozen=True, slots=True)
class Marked:
    """One marked span, [start, end) in code points."""

    start: int
    end: int
    mark: Mark


def marks_of(pair: Pair, names: Sequence[Name], language: str) -> dict[Role, list[Marked]]:
    """Give the marks of the translation and the reference; names are those mentioned in this pair."""
    translation, reference = pair.text(Role.TRANSLATION), pair.text(Role.REFERENCE)
    ignored = function_words().get(language.split("-", maxsplit=1)[0], frozenset())
    both = translation and reference
    ours, theirs = word_differences(translation, reference, ignored) if both else ([], [])
    marks = {
        Role.TRANSLATION: [Marked(start, end, Mark.DIFFERS) for start, end in ours],
        Role.REFERENCE: [Marked(start, end, Mark.DIFFERS) for start, end in theirs],
        Role.SOURCE: [],
    }
    for name in names:
        kind = Mark.WRONG_NAME if name.proposal else Mark.NAME
        for form in dict.fromkeys([name.form, *name.variants]):
            marks[Role.TRANSLATION] += mentions(translation, form, kind)
        marks[Role.REFERENCE] += mentions(reference, name.proposal or name.form, Mark.NAME)
    return marks


def mentions(text: str, form: str, mark: Mark) -> list[Marked]:
    """Mark where a name stands."""
    return [Marked(start, end, mark) for start, end in mention_spans(text, form)]
