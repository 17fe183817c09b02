"""Our metrics against sacreBLEU's own front door."""

import numpy as np
import pytest
import sacrebleu
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.score import METRICS

ORACLES = {
    "chrf": (sacrebleu.CHRF, {}, {}),
    "chrf++": (sacrebleu.CHRF, {"word_order": 2}, {}),
    "bleu": (sacrebleu.BLEU, {}, {"effective_order": True}),
    "ter": (sacrebleu.TER, {}, {}),
}
ROWS = [
    ("The cat sat on the mat.", "The cat sat on a mat."),
    ("", "Something."),
    ("Something.", ""),
    ("", ""),
    ("한국어 문장이다.", "한국어 문장입니다."),
    ("猫がいる。", "犬がいる。"),
    ("Кошка сидит на ковре.", "Кошка сидела на ковре."),
    ("مرحبا بالعالم", "مرحبا يا عالم"),
    ("🙂 e\u0301 x", "🙃 é x"),
    ("a b c d e f", "f e d c b a"),
    ("word " * 300, "word " * 290),
]


def test_every_metric_has_an_oracle():
    assert set(ORACLES) == set(METRICS)


@pytest.mark.parametrize("name", METRICS)
def test_segments_corpus_and_signature_are_sacrebleus(name):
    make, corpus_options, segment_options = ORACLES[name]
    hypotheses, references = [row[0] for row in ROWS], [row[1] for row in ROWS]
    metric = METRICS[name]("en")
    rows = metric.statistics(hypotheses, [[reference] for reference in references])
    oracle = make(**corpus_options)
    assert metric.corpus(rows) == pytest.approx(oracle.corpus_score(hypotheses, [references]).score, abs=1e-9)
    assert metric.signature() == str(oracle.get_signature())
    by_segment = make(**corpus_options, **segment_options)
    for score, hypothesis, reference in zip(metric.segments(rows), hypotheses, references, strict=True):
        wanted = by_segment.sentence_score(hypothesis, [reference]).score
        assert score == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize("name", METRICS)
def test_several_references_are_sacrebleus(name):
    make, options, _segment_options = ORACLES[name]
    hypotheses = ["The cat sat on the mat.", "It rains."]
    references = [["A cat sat on the mat.", "The cat was on a mat."], ["It is raining.", "Rain falls."]]
    metric = METRICS[name]("en")
    streams = [list(stream) for stream in zip(*references, strict=True)]
    wanted = make(**options).corpus_score(hypotheses, streams).score
    assert metric.corpus(metric.statistics(hypotheses, references)) == pytest.approx(wanted, abs=1e-9)
    assert "nrefs:2" in metric.signature(2)


@pytest.mark.parametrize("name", METRICS)
def test_no_segments_score_nothing(name):
    metric = METRICS[name]("en")
    assert metric.corpus(metric.statistics([], [])) == 0.0


@pytest.mark.parametrize(
    ("language", "tokenizer"), [("en", "13a"), ("zh-CN", "zh"), ("ko", "char"), ("ja", "char")]
)
def test_bleu_cuts_words_as_the_language_needs(language, tokenizer):
    assert f"tok:{tokenizer}" in METRICS["bleu"](language).signature()


TEXT = st.text(max_size=30)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4), st.sampled_from(list(METRICS)))
def test_statistics_add_up(rows, name):
    metric = METRICS[name]("en")
    hypotheses, references = [row[0] for row in rows], [[row[1]] for row in rows]
    together = metric.statistics(hypotheses, references)
    alone = [metric.statistics([h], [r]) for h, r in zip(hypotheses, references, strict=True)]
    assert np.array_equal(together, np.concatenate(alone))
