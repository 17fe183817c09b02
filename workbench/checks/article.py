"""All that checks look at: the pairs of a document, what is known of its names, and what they share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from workbench.checks.denials import Denied, denied
from workbench.checks.doubt import word_doubts
from workbench.checks.gaps import Gap, gaps
from workbench.checks.hit import Hit
from workbench.checks.links import NONE, Links, link
from workbench.checks.passage import Passage
from workbench.checks.rule import Rule
from workbench.checks.side import Side
from workbench.checks.unlocked import cached_property
from workbench.model.document import Role
from workbench.model.glossary import GlossaryEntry
from workbench.model.name import Name

Value = TypeVar("Value")
_LONGEST = 6_000  # characters: a thousand words, where a pair has thirty
_NO_SENTENCE = 20_000


class Row:
    """A pair as checks read it. A side without text is false.

    Where a side is longer than any sentences that were aligned, nothing is compared: reference and source are
    empty then; a translation that is no sentence by far is not looked at at all.
    """

    def __init__(self, passage: Passage, languages: Mapping[Role, str]) -> None:
        self.passage = passage
        sides = passage.translation, passage.reference, passage.source
        compared = all(sum(map(len, side)) <= _LONGEST for side in sides)
        read = sum(map(len, passage.translation)) <= _NO_SENTENCE
        self.translation = Side(passage.translation if read else (), languages[Role.TRANSLATION])
        self.reference = Side(passage.reference if compared else (), languages[Role.TRANSLATION])
        self.source = Side(passage.source if compared else (), languages.get(Role.SOURCE, ""))
        self.hits: dict[str, list[Hit]] = {}  # by check: those that no other pair has a say in

    @cached_property
    def links(self) -> Links:
        """Give which words of translation and reference belong together."""
        return link(self.translation, self.reference)

    @cached_property
    def is_crossed(self) -> bool:
        """Tell whether linked words stand in another order: where none do, nothing changed its place."""
        there = [place for place in self.links.forward if place != NONE]
        return there != sorted(there)

    @cached_property
    def denials(self) -> tuple[list[Denied], list[Denied]]:
        """Give what translation and reference deny."""
        return denied(self.translation), denied(self.reference)

    @cached_property
    def doubts(self) -> Sequence[float]:
        """Give how much the trained reader doubts each word of the translation; see `doubt`."""
        return word_doubts(self.translation, self.reference, self.links)

    @cached_property
    def gaps(self) -> list[Gap]:
        """Give what stands unlinked between linked words."""
        return list(gaps(self.links))


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beyond the texts: the article's names and what they should be, glossary, own rules.

    `is_part` says that the pairs are some of many more.
    """

    names: Sequence[Name] = ()
    glossary: Sequence[GlossaryEntry] = ()
    rules: Sequence[Rule] = ()
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """The pairs in order.

    `languages` has the translation's (the reference's too) and the source's, if any.
    """

    rows: Sequence[Row]
    languages: Mapping[Role, str]
    context: Context = field(default_factory=Context)
    _facts: dict[Callable[..., Any], Any] = field(default_factory=dict)

    def fact(self, of: Callable[["Article"], Value]) -> Value:
        """Give what a function finds out about the whole article; it is asked once."""
        if of not in self._facts:
            self._facts[of] = of(self)
        return cast("Value", self._facts[of])

    def with_row(self, number: int, passage: Passage) -> "Article":
        """Give the article with one pair changed; what was found out of the whole is kept as it was."""
        rows = list(self.rows)
        rows[number] = Row(passage, self.languages)
        return replace(self, rows=rows)


def read(
    passages: Sequence[Passage],
    languages: Mapping[Role, str],
    context: Context | None = None,
    before: Article | None = None,
) -> Article:
    """Make an article of its pairs; what was read `before` serves again where a pair is as it was."""
    known = {row.passage: row for row in before.rows} if before and before.languages == languages else {}
    rows = [known.get(passage) or Row(passage, languages) for passage in passages]
    return Article(rows, languages, context or Context())
