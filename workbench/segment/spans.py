"""Spans: a paragraph cut into sentences, as offsets that give its text back exactly."""

from collections.abc import Iterator
from heapq import merge
from operator import attrgetter

from workbench.lang.abbreviations import abbreviations, primary
from workbench.segment.enclosures import encloses, enclosures
from workbench.segment.lists import is_marker, items
from workbench.segment.rules import ends_sentence
from workbench.segment.stops import stops


def sentence_spans(paragraph: str, language: str) -> list[tuple[int, int]]:
    """Cut a paragraph into sentences: [start, end) in code points, in order, never empty.

    Between the spans and at their edges there is nothing but whitespace, which belongs to none. `language`
    is a BCP 47 tag; unknown ones are taken for English, while rules that go by script hold for all.
    """
    return list(_trimmed(paragraph, _ends(paragraph, language)))


def sentences(paragraph: str, language: str) -> list[str]:
    """Give the sentences of a paragraph as texts."""
    return [paragraph[start:end] for start, end in sentence_spans(paragraph, language)]


def _ends(paragraph: str, language: str) -> Iterator[int]:
    """Give the offsets after the sentences in order, whitespace aside, the last one included."""
    data, tag = abbreviations(language), primary(language)
    inner = enclosures(paragraph)
    begin = 0
    for stop in merge(stops(paragraph), items(paragraph), key=attrgetter("start")):
        if stop.forced or not (
            encloses(inner, stop.start, stop.end)
            or (stop.mark == "." and is_marker(paragraph, begin, stop.start))
            or not ends_sentence(stop, tag, data)
        ):
            yield stop.end
            begin = stop.resume
    yield len(paragraph)


def _trimmed(paragraph: str, ends: Iterator[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for end in ends:
        piece = paragraph[start:end]
        if piece and not piece.isspace():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = max(start, end)
