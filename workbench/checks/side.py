"""One side of a pair as checks read it; what costs time is done when it is first asked for."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import compress, pairwise

from workbench.checks.knowledge import Knowledge, knowledge
from workbench.checks.passage import Sentences
from workbench.checks.unlocked import cached_property
from workbench.checks.words import Word, sentence_spans, words_of
from workbench.lang.moments import Moment, moments
from workbench.lang.persons import persons
from workbench.lang.quantities import quantities
from workbench.lang.quantity import Quantity
from workbench.lang.vocabulary import vocabulary


class Side:
    """The sentences of one text in a pair, joined by one space as every span in this program counts them."""

    def __init__(self, sentences: Sentences, language: str) -> None:
        self.text = " ".join(filter(None, sentences))
        self.language = language
        self.sentences = sentence_spans(sentences)

    def __bool__(self) -> bool:
        """Tell whether there is any text."""
        return bool(self.text)

    @cached_property
    def known(self) -> Knowledge:
        """Give what is known of the side's language."""
        return knowledge(self.language)

    @cached_property
    def words(self) -> list[Word]:
        """Give words and numbers in order: what links count."""
        return words_of(self.text)

    @cached_property
    def small(self) -> list[str]:
        """Give `words` in small letters, as they are compared, in order."""
        return [word.folded for word in self.words]

    @cached_property
    def folded(self) -> frozenset[str]:
        """Give `words` in small letters as a set: it tells a reader at little cost what is not there."""
        return frozenset(self.small)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Give the words of the text as `lang.vocabulary` reads them, in parts: don and t of don't."""
        return vocabulary(self.text)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Give each word of `small` with the next one, as a set."""
        return frozenset(pairwise(self.small))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Give the numbers of the text."""
        return quantities(self.text, self.known.language) if self.text else ()

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """Give the times of the text."""
        return moments(self.text, self.known.language) if self.text else ()

    @cached_property
    def pronouns(self) -> Mapping[int, str]:
        """Give the persons of English pronouns ("he" for him, "i" for I'm) by their indices in `words`."""
        known = persons("en")
        if "'" in self.text or "’" in self.text:
            starts = {word: word.partition("'")[0] for word in self.folded if "'" in word}
            known = {**known, **{word: known[start] for word, start in starts.items() if start in known}}
        return {at: known[word] for at, word in enumerate(self.small) if word in known}

    @cached_property
    def capitals(self) -> list[int]:
        """Give the indices in `words` of those that begin with a capital."""
        return [index for index, word in enumerate(self.words) if word.is_capital]

    @cached_property
    def content(self) -> list[bool]:
        """Tell for each of `words` whether it says something by itself: it is no word of grammar."""
        grammar = self.known.grammar
        return [word not in grammar for word in self.small]

    @cached_property
    def content_at(self) -> list[tuple[int, str]]:
        """Give the words of content in small letters with their indices in `words`."""
        return list(compress(enumerate(self.small), self.content))

    @cached_property
    def content_words(self) -> frozenset[str]:
        """Give the words of content in small letters, each once."""
        return self.folded - self.known.grammar

    def sentence_of(self, place: int) -> int:
        """Give the index of the sentence that a place stands in."""
        return max(0, bisect_right(self.sentences, (place, len(self.text) + 1)) - 1)

    def words_in(self, span: tuple[int, int]) -> range:
        """Give the indices in `words` of those within a span."""
        starts = self._starts
        return range(bisect_right(starts, span[0] - 1), bisect_right(starts, span[1] - 1))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]
