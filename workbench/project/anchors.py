"""Where a span of a pair's side hangs: on sentences, so that it stays with its words when pairs change."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model.annotation import Span
from workbench.model.pair import Sentence


@dataclass(frozen=True, slots=True)
class Anchor:
    """The sentences a span begins and ends in, with the characters before it in each."""

    sentence: int
    start: int
    last: int
    end: int


def begins(sentences: Sequence[Sentence]) -> dict[int, int]:
    """Give where each sentence begins in their joined text; an emptied one stands behind the one before."""
    places: dict[int, int] = {}
    done = 0
    for sentence in sentences:
        gap = 1 if sentence.text and done else 0
        places[sentence.id] = done + gap
        done += gap + len(sentence.text)
    return places


def anchor(sentences: Sequence[Sentence], span: Span) -> Anchor:
    """Hang a span of the joined text on sentences, of which there is at least one."""
    places = begins(sentences)
    first, last = (holding(sentences, places, place) for place in span)
    return Anchor(first.id, span[0] - places[first.id], last.id, span[1] - places[last.id])


def holding(sentences: Sequence[Sentence], places: dict[int, int], place: int) -> Sentence:
    """Give the sentence that a place lies in or at the end of."""
    filled = [sentence for sentence in sentences if sentence.text] or sentences
    return next((one for one in filled if place <= places[one.id] + len(one.text)), filled[-1])


def span_of(sentences: Sequence[Sentence], hung: Anchor) -> Span:
    """Give the span in the joined text of these sentences, the first of which holds its beginning.

    Where its last sentence went to another pair, it ends with its first one.
    """
    places = begins(sentences)
    texts = {sentence.id: sentence.text for sentence in sentences}
    start = places[hung.sentence] + min(hung.start, len(texts[hung.sentence]))
    if hung.last in places:
        end = places[hung.last] + min(hung.end, len(texts[hung.last]))
    else:
        end = places[hung.sentence] + len(texts[hung.sentence])
    return start, max(start, end)
