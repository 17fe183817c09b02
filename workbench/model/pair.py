"""A pair as a reviewer sees it: one row of sentences side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model.document import Role
from workbench.model.status import Status

__all__ = ["Pair", "Sentence", "Status", "join"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one text.

    `number` is its index, from 0, in the text as it was read; None for one that the reviewer added.
    `paragraph` counts from 0 too. `text` is the sentence as it stands now, `original` as it was read.
    """

    id: int
    number: int | None
    paragraph: int
    text: str
    original: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences of the translation with their counterparts; any side may be empty.

    `confidence` is the alignment's own, 0 to 1; `confirmed` says that a person vouches for it.
    """

    id: int
    status: Status
    confirmed: bool
    confidence: float
    translation: tuple[Sentence, ...] = ()
    reference: tuple[Sentence, ...] = ()
    source: tuple[Sentence, ...] = ()

    def sentences(self, role: Role) -> tuple[Sentence, ...]:
        """Give the sentences of one side."""
        sides = {Role.TRANSLATION: self.translation, Role.REFERENCE: self.reference, Role.SOURCE: self.source}
        return sides[role]

    def text(self, role: Role) -> str:
        """Give one side as one string: its sentences joined by one space, the emptied ones left out."""
        return join(sentence.text for sentence in self.sentences(role))

    @property
    def original(self) -> str:
        """Give the translation as the machine wrote it."""
        return join(sentence.original for sentence in self.translation)


def join(texts: Iterable[str]) -> str:
    """Join the texts of sentences as every span in this program counts them."""
    return " ".join(text for text in texts if text)
