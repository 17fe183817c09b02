"""Machine code and plain Python against sacreBLEU's statistics, on texts made to hurt."""

import sys

import numpy as np
import pytest
import sacrebleu
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.score import compiled, plain
from workbench.score.compiled.codes import paired
from workbench.score.compiled.cutting import cut_mteval
from workbench.score.compiled.kinds import CODES, KINDS, SPACE
from workbench.score.counting import LETTERS, LONG, SEGMENTS, counters
from workbench.score.metric import unchanged
from workbench.score.tokenizers import tokenizer

COUNTERS = [compiled, plain]
MTEVAL = tokenizer("13a").prepare
WAYS = {
    "chrf": (sacrebleu.CHRF(), lambda who, h, r: who.chrf_rows(h, r, 0)),
    "chrf++": (sacrebleu.CHRF(word_order=2), lambda who, h, r: who.chrf_rows(h, r, 2)),
    "13a": (
        sacrebleu.BLEU(),
        lambda who, h, r: who.bleu_rows(h, r, "13a", MTEVAL),
    ),
    "char": (sacrebleu.BLEU(tokenize="char"), lambda who, h, r: who.bleu_rows(h, r, "char", unchanged)),
    "none": (sacrebleu.BLEU(tokenize="none"), lambda who, h, r: who.bleu_rows(h, r, "spaces", unchanged)),
    "ter": (sacrebleu.TER(), lambda who, h, r: who.ter_rows(h, r)),
}
PIECES = st.sampled_from(
    [
        *"abAİΣσ129.,-&<'(/ \n\t\u3000\x85\u2028\x1c猫犬が한é🙂\u0301\ud800\udfff",
        "&amp;",
        "<skipped>",
        "&quot;",
        "&lt;",
        "-\n",
        "1.",
        ".5",
        "2-",
    ]
)
MARKED = st.lists(PIECES, max_size=25).map("".join)
FEW_WORDS = st.lists(st.sampled_from(["a", "b", "c", "the", "cat", "sat", "."]), max_size=45).map(" ".join)


@st.composite
def moved(draw):
    """Make a text of many words and one with stretches of it moved and words changed."""
    words = draw(st.lists(st.integers(0, 30).map(lambda k: f"w{k}"), max_size=90))
    other = list(words)
    for _move in range(draw(st.integers(0, 4))):
        i, length, to = draw(st.integers(0, 80)), draw(st.integers(0, 12)), draw(st.integers(0, 80))
        taken = other[i : i + length]
        del other[i : i + length]
        other[to:to] = taken
        if other:
            other[draw(st.integers(0, len(other) - 1))] = "x"
    return " ".join(other), " ".join(words)


def same_as_sacrebleu(way, rows):
    oracle, count = WAYS[way]
    hypotheses, references = [row[0] for row in rows], [row[1:] for row in rows]
    wanted = [
        oracle._extract_corpus_statistics([h], [[r] for r in some])[0]
        for h, some in zip(hypotheses, references, strict=True)
    ]
    for who in COUNTERS:
        assert np.array_equal(count(who, hypotheses, references), np.array(wanted, np.float64)), who


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(MARKED | FEW_WORDS, min_size=2, max_size=4), min_size=1, max_size=3))
def test_any_text(way, rows):
    same_as_sacrebleu(way, rows)


@settings(max_examples=120, deadline=None)
@given(st.lists(moved(), min_size=1, max_size=3))
def test_edits_of_moved_stretches(rows):
    same_as_sacrebleu("ter", rows)


@pytest.mark.parametrize(
    ("hypothesis", "reference"),
    [
        (
            " ".join("ab"[k % 3 % 2] for k in range(80)),
            " ".join("ab"[k % 5 % 2] for k in range(75)),
        ),  # 1,000 tried
        ("a b", " ".join(f"w{k}" for k in range(140)) + " a b"),  # a beam wider than usual
        (" ".join(f"w{k}" for k in range(130)) + " a", "a b"),
        (" ".join(f"w{k}" for k in range(60, 120)), " ".join(f"w{k}" for k in range(100))),  # out of the beam
        (" ".join(f"w{k * 7 % 90}" for k in range(90)), " ".join(f"w{k}" for k in range(90))),
        (
            " ".join([*"xy", *(f"w{k}" for k in range(1100))]),
            " ".join([*(f"w{k}" for k in range(1100)), *"xy"]),
        ),
    ],
)
def test_limits_of_the_search_for_shifts(hypothesis, reference):
    same_as_sacrebleu("ter", [[hypothesis, reference]])


def test_long_segments_are_counted_alike():
    words = [f"w{k}" for k in range(1_300)]
    texts = (
        [" ".join([*words[:50], *words[56:60], *words[50:56], *words[60:]])],
        [[" ".join([*words[:1_280], "x"])]],
    )
    assert np.array_equal(compiled.ter_rows(*texts), plain.ter_rows(*texts))


def test_spaces_are_pythons():
    assert np.array_equal(KINDS == SPACE, [chr(code).isspace() for code in range(CODES)])


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="a1.,- '&(", max_size=14))
def test_words_of_13a(text):
    pairs = paired([text], [[text]])
    start, end = np.empty((2, len(text) + 1), np.int64)
    n = cut_mteval(pairs.hypotheses.codes, 0, len(text), KINDS, start, end, 0)
    words = [text[a:b] for a, b in zip(start[:n], end[:n], strict=True)]
    assert words == sacrebleu.BLEU().tokenizer(text.rstrip()).split()


def test_machine_code_is_loaded_where_it_pays(monkeypatch):
    monkeypatch.delitem(sys.modules, "workbench.score.compiled")
    assert counters(["a"] * (SEGMENTS - 1)) is plain
    assert counters(["a"] * SEGMENTS).chrf_rows.__module__ == compiled.chrf_rows.__module__
    assert counters(["a" * 1000] * (LETTERS // 1000)).chrf_rows.__module__ == compiled.chrf_rows.__module__
    assert counters(["", "a" * LONG]).chrf_rows.__module__ == compiled.chrf_rows.__module__
