"""Spans: what holds for every text, and texts made to break the cutter."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.segment import sentence_spans

LANGUAGES = st.sampled_from(["en", "ko", "ja", "zh", "de", "fr", "es", "ru", "uk", "ar", "hi", "xx", ""])
# What the rules look at, so that random texts meet them, beside any character but lone surrogates.
PIECES = st.sampled_from(
    [
        *".!?…。！？」』”“\"'’‘«»()[]《》・\n \u00a0\u202f\u2028\u3000•-—¿¡।؟۔．",
        *(
            "Gen",
            "U.S",
            "p.m",
            "No",
            "z. B",
            "1",
            "2)",
            "2023. 1. 6",
            "He",
            "said",
            "다",
            "라고",
            "と",
            "说",
            "😀",
        ),
        *("e\u0301", "\u0000", "\u200b", "\r\n", "\x1c", "🇰🇷", "\ufeff", "\u202e"),
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=30).map(" ".join),
)
HOSTILE = [
    *(".", '"', " ", "“", "”", "«", "(", "[", "《", "\n", "\n ", "1", "? ", '? "', "“A. ", "(A. b) ", "A. "),
    *(". . ", "e.g. ", ".“", ".»", ' "a', "。", "」。", "...", " .", ".[1]", "[1", "1. ", "• ", "“a” b "),
    *("a “b. c” d ", "A“", "\u0301", "(a?) B ", "1) x 2) y ", "\r\n", "U.S. ", "z. B. ", ".\u2028", "😀"),
    *("다.”", "-\n", "a. ", "a " * 50),
]


def check(paragraph, spans):
    position = 0
    for start, end in spans:
        assert position <= start < end
        assert not paragraph[position:start].strip()
        assert paragraph[start:end] == paragraph[start:end].strip()
        position = end
    assert not paragraph[position:].strip()


@settings(max_examples=400, deadline=None)
@given(TEXTS, LANGUAGES)
def test_spans_give_the_text_back(paragraph, language):
    spans = sentence_spans(paragraph, language)
    check(paragraph, spans)
    assert sentence_spans(paragraph, language) == spans


@settings(max_examples=100, deadline=None)
@given(TEXTS, LANGUAGES)
def test_whitespace_around_changes_nothing_but_offsets(paragraph, language):
    shifted = [(start - 3, end - 3) for start, end in sentence_spans(f"   {paragraph}  ", language)]
    assert shifted == sentence_spans(paragraph, language)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece):
    seconds = []
    for size in (50_000, 100_000):
        paragraph = piece * (size // len(piece))
        start = time.process_time()
        spans = sentence_spans(paragraph, "en")
        seconds.append(time.process_time() - start)
        check(paragraph, spans)
    # Twice the text takes about twice as long; a square takes four times. Small times are noise.
    assert seconds[1] < 3.4 * seconds[0] + 0.2


def test_unclosed_quotation_does_not_swallow_the_paragraph():
    sentence = "He left the U.S. on Jan. 6. It rained for an hour, and then it stopped. "
    paragraph = '"' + sentence * 2800 + "“Then,” he said, “it rained again. "
    start = time.process_time()
    spans = sentence_spans(paragraph, "en")
    assert time.process_time() - start < 1
    assert len(paragraph) > 200_000
    assert len(spans) == 2 * 2800 + 1
