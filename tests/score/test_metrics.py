"""Our metrics against sacreBLEU's own front door."""

import numpy as np
import pytest
import sacrebleu
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.project.scoring import label_of, metrics_for
from workbench.score import METRICS, named
from workbench.score.tokenizers import TOKENIZERS, installed

ORACLES = {
    "chrf": (sacrebleu.CHRF, {}, {}),
    "chrf++": (sacrebleu.CHRF, {"word_order": 2}, {}),
    "bleu": (sacrebleu.BLEU, {}, {"effective_order": True}),
    "ter": (sacrebleu.TER, {}, {}),
}
WORDS = [f"w{k}" for k in range(10_000)]
LONG = " ".join([*WORDS[:100], WORDS[120], *WORDS[100:120], *WORDS[121:]]), " ".join([*WORDS[:9_000], "x"])
ROWS = [
    ("The cat sat on the mat.", "The cat sat on a mat."),
    ("It costs 1,000.50 (or -5%), doesn't it?", "It costs $1,000.5, or 5-6 %, doesn’t it?"),
    ("", "Something."),
    ("Something.", ""),
    ("", ""),
    (" \t ", "\u3000"),
    ("한국어 문장이다.", "한국어 문장입니다."),
    ("猫がいる。", "犬がいる。"),
    ("我不认识他。", "我认识他们。"),
    ("Кошка сидит на ковре.", "Кошка сидела на ковре."),
    ("ΟΔΥΣΣΕΥΣ ΠΛΕΕΙ", "Ὀδυσσεύς πλέει"),
    ("مرحبا بالعالم", "مرحبا يا عالم"),
    ("שלום עולם", "שלום לעולם"),
    ("बिल्ली चटाई पर बैठी।", "बिल्ली चटाई पर है।"),
    ("แมวนั่งบนเสื่อ", "แมวนอนบนเสื่อ"),
    ("İstanbul ıssız", "istanbul issiz"),
    ("🙂 e\u0301 x 👩\u200d👧", "🙃 é x 👩\u200d👦"),
    ("half \ud83d pair", "half \ude42 pair"),
    ("a &amp;quot; b &lt;i&gt; <skipped> c-\nd\ne", 'a " b <i> cd e'),
    ("..,1..2,.3-4--5", ".1,,2 3 -4- 5."),
    ("a b c d e f", "f e d c b a"),
    ("ǾǾǾǾǾǾǾ ǽǽǽǽǽǽǽ ÿÿÿÿÿÿÿÿ \x00a a", "ǽǽǽǽǽǽǽ ǾǾǾǾǾǾǾ a \x00a ÿÿÿÿÿÿÿ"),
    ("x\u2028y\x85z\x1cw", "x y z w"),
    ("word " * 300, "word " * 290),
    (" ".join([*WORDS[:100], WORDS[120], *WORDS[100:120], *WORDS[121:300]]), " ".join([*WORDS[:280], "x"])),
]


def test_every_metric_has_an_oracle():
    assert set(METRICS) == {*ORACLES, "fidelity", "penalty"}  # these are nobody’s but ours


@pytest.mark.parametrize("name", ORACLES)
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


@pytest.mark.parametrize("name", [name for name in ORACLES if name != "ter"])  # for which it takes gigabytes
def test_ten_thousand_words_are_scored_as_sacrebleu_does(name):
    make, options, _segment_options = ORACLES[name]
    metric = METRICS[name]("en")
    found = metric.corpus(metric.statistics([LONG[0]], [[LONG[1]]]))
    assert found == pytest.approx(make(**options).corpus_score([LONG[0]], [[LONG[1]]]).score, abs=1e-9)


def test_edits_in_ten_thousand_words():
    metric, moved = (
        METRICS["ter"]("en"),
        " ".join(["x", *WORDS[1:100], WORDS[120], *WORDS[100:120], *WORDS[121:]]),
    )
    assert metric.statistics([moved], [[" ".join(WORDS)]]).tolist() == [[2, 10_000]]


@pytest.mark.parametrize("name", ORACLES)
def test_several_references_are_sacrebleus(name):
    make, options, _segment_options = ORACLES[name]
    hypotheses = ["The cat sat on the mat.", "It rains."]
    references = [["A cat sat on the mat.", "The cat was on a mat."], ["It is raining.", "Rain falls."]]
    metric = METRICS[name]("en")
    oracle = make(**options)
    wanted = oracle.corpus_score(hypotheses, [list(stream) for stream in zip(*references, strict=True)]).score
    assert metric.corpus(metric.statistics(hypotheses, references)) == pytest.approx(wanted, abs=1e-9)
    assert metric.signature(2) == str(oracle.get_signature())


@pytest.mark.parametrize("name", ORACLES)
def test_references_may_vary_in_number(name):
    make, options, _segment_options = ORACLES[name]
    oracle, metric = make(**options), METRICS[name]("en")
    wanted = oracle.corpus_score(["a b c", "d e"], [["a b d", "d"], [None, "d e f"]]).score
    rows = metric.statistics(["a b c", "d e"], [["a b d"], ["d", "d e f"]])
    assert metric.corpus(rows) == pytest.approx(wanted, abs=1e-9)
    assert metric.signature(-1) == str(oracle.get_signature())


@pytest.mark.parametrize("name", METRICS)
def test_no_segments_score_nothing(name):
    metric = METRICS[name]("en")
    assert metric.corpus(metric.statistics([], [])) == 0.0
    assert metric.segments(metric.statistics([], [])).shape == (0,)


@pytest.mark.parametrize(
    ("language", "tokenizer"),
    [
        ("en", "13a"),
        ("zh-CN", "zh"),
        ("ko", "ko-mecab" if installed("ko-mecab") else "char"),
        ("ja", "ja-mecab" if installed("ja-mecab") else "char"),
        ("th", "char"),
    ],
)
def test_bleu_cuts_words_as_the_language_needs(language, tokenizer):
    assert f"tok:{tokenizer}" in METRICS["bleu"](language).signature()


@pytest.mark.parametrize("tokenizer", TOKENIZERS)
def test_bleu_by_a_named_tokeniser_is_sacrebleus(tokenizer):
    if not installed(tokenizer):
        with pytest.raises(WorkbenchError, match="mecab"):
            named(f"bleu:{tokenizer}", "en")
        return
    metric, oracle = named(f"bleu:{tokenizer}", "en"), sacrebleu.BLEU(tokenize=tokenizer)
    assert metric.name == f"bleu:{tokenizer}"
    rows = [row for row in ROWS[:-2] if "\ud83d" not in row[0] or "mecab" not in tokenizer]
    hypotheses, references = [row[0] for row in rows], [row[1] for row in rows]
    found = metric.statistics(hypotheses, [[reference] for reference in references])
    assert metric.corpus(found) == pytest.approx(
        oracle.corpus_score(hypotheses, [references]).score, abs=1e-9
    )
    assert metric.signature() == str(oracle.get_signature())
    assert len(metric.statistics(["\ud83d"], [["\ude42"]])) == 1


@pytest.mark.parametrize("name", ["bleu:", "bleu:13b", "chrf:intl", "rouge"])
def test_what_is_no_metric_has_none(name):
    assert named(name, "en") is None


TEXT = st.text(max_size=30)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4), st.sampled_from(list(METRICS)))
def test_statistics_add_up(rows, name):
    metric = METRICS[name]("en")
    hypotheses, references = [row[0] for row in rows], [[row[1]] for row in rows]
    together = metric.statistics(hypotheses, references)
    alone = [metric.statistics([h], [r]) for h, r in zip(hypotheses, references, strict=True)]
    assert np.array_equal(together, np.concatenate(alone))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=3),
    st.sampled_from([name for name in METRICS if name not in {"ter", "penalty"}]),  # theirs may exceed 100
)
def test_scores_keep_to_the_scale(rows, name):
    metric = METRICS[name]("en")
    found = metric.statistics([row[0] for row in rows], [[row[1]] for row in rows])
    scores = [*metric.segments(found), metric.corpus(found)]
    assert all(0 <= score <= 100 + 1e-9 for score in scores)
    itself = metric.statistics([row[0] for row in rows], [[row[0]] for row in rows])
    assert all(
        score == pytest.approx(100) or not row[0].strip()
        for score, row in zip(metric.segments(itself), rows, strict=True)
    )


def test_metrics_are_asked_for_by_name():
    assert [metric.name for metric in metrics_for(["bleu:char", "ter", "bleu:char"], "en")] == [
        "bleu:char",
        "ter",
    ]
    assert label_of("bleu:char") == "BLEU"
    with pytest.raises(WorkbenchError, match="bleu:13b"):
        metrics_for(["ter", "bleu:13b"], "en")
