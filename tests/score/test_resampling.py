"""Intervals and paired tests against sacreBLEU's own."""

import numpy as np
import pytest
import sacrebleu
from sacrebleu.significance import PairedTest

from workbench.score import METRICS, approximate_randomisation, bootstrap, paired_bootstrap
from workbench.score import draws as drawing
from workbench.score.counting import compiled

ORACLES = {
    "chrf": ("chrF2", {}),
    "chrf++": ("chrF2++", {"word_order": 2}),
    "bleu": ("BLEU", {}),
    "ter": ("TER", {}),
}
CLASSES = {"chrf": sacrebleu.CHRF, "chrf++": sacrebleu.CHRF, "bleu": sacrebleu.BLEU, "ter": sacrebleu.TER}
SAMPLES = 200
RNG = np.random.default_rng(7)
WORDS = np.array(["the", "a", "cat", "dog", "sat", "sits", "on", "mat", ".", "and", "rug", "two"])
REFERENCES = [" ".join(RNG.choice(WORDS, RNG.integers(3, 14))) for _ in range(37)]


def damaged(share):
    return [
        " ".join(w if RNG.random() > share else RNG.choice(WORDS) for w in text.split())
        for text in REFERENCES
    ]


SYSTEMS = [damaged(0.3), damaged(0.35), damaged(0.6)]


@pytest.fixture(params=["numpy", "machine code"])
def drawer(request, monkeypatch):
    """Draw in one way or the other, some resamples at a time."""
    machine = None if request.param == "numpy" else compiled()
    monkeypatch.setattr(drawing, "compiled_if", lambda _much: machine)
    monkeypatch.setattr(drawing, "AT_ONCE", 37 * 9)
    monkeypatch.setattr(drawing, "TRIALS", 128)
    monkeypatch.setattr(drawing, "WORDS", 50)
    monkeypatch.setattr(drawing, "ALONE", 700)


@pytest.mark.usefixtures("drawer")
@pytest.mark.parametrize("name", CLASSES)
def test_tests_and_intervals_are_sacrebleus(name):
    label, options = ORACLES[name]
    oracle, metric = CLASSES[name](**options), METRICS[name]("en")
    rows = [metric.statistics(texts, [[text] for text in REFERENCES]) for texts in SYSTEMS]
    named = [(str(k), texts) for k, texts in enumerate(SYSTEMS)]
    first, *others = PairedTest(named, {name: oracle}, [REFERENCES], "bs", SAMPLES)()[1][label]
    # sacreBLEU computes with single precision here.
    found = bootstrap(metric, rows[0], SAMPLES)
    assert (found.mean, found.half) == pytest.approx((first.mean, first.ci), rel=1e-5)
    for other, theirs in zip(others, rows[1:], strict=True):
        paired = paired_bootstrap(metric, rows[0], theirs, SAMPLES)
        assert paired.p_value == pytest.approx(other.p_value, abs=1.01 / SAMPLES)
        assert (paired.interval.mean, paired.interval.half) == pytest.approx((other.mean, other.ci), rel=1e-5)
        assert paired.baseline == found
        assert paired.difference == pytest.approx(other.score - first.score, abs=1e-9)
        assert paired.differences.low <= paired.differences.mean <= paired.differences.high
    _, *others = PairedTest(named, {name: oracle}, [REFERENCES], "ar", SAMPLES)()[1][label]
    for other, theirs in zip(others, rows[1:], strict=True):
        assert approximate_randomisation(metric, rows[0], theirs, SAMPLES).p_value == other.p_value


@pytest.mark.usefixtures("drawer")
@pytest.mark.parametrize(("segments", "seed"), [(1, 1), (2, 12345), (37, 5), (1000, 9), (70_001, 3)])
def test_what_is_drawn_is_what_numpy_draws(segments, seed):
    wanted = np.random.default_rng(seed).choice(segments, size=(20, segments), replace=True)
    counts = np.concatenate([some.copy() for some in drawing.draws(segments, 20, seed)])
    assert np.array_equal(counts, [np.bincount(row, minlength=segments) for row in wanted])


@pytest.mark.usefixtures("drawer")
@pytest.mark.parametrize(("segments", "trials"), [(1, 3), (3, 129), (37, 300), (64, 128), (1001, 257)])
def test_coins_fall_as_numpys(segments, trials):
    gaps = np.random.default_rng(1).integers(-9, 9, size=(segments, 3)).astype(float)
    gaps[:, 1] = 0
    coins = np.random.default_rng(5).integers(2, size=(trials, segments), dtype=bool)
    assert np.array_equal(np.concatenate(list(drawing.shuffles(gaps, trials, 5))), coins @ gaps)


def test_sums_of_counts_are_exact_where_single_precision_is_not():
    metric = METRICS["ter"]("en")
    rows = np.tile([[1.0, 16_777_217.0]], (100, 1))
    found = bootstrap(metric, rows, 50)
    assert found.low == found.high == pytest.approx(100 / 16_777_217, rel=1e-15)


def test_a_system_beside_itself():
    metric = METRICS["chrf"]("en")
    rows = metric.statistics(SYSTEMS[0], [[text] for text in REFERENCES])
    assert paired_bootstrap(metric, rows, rows, 50).p_value == pytest.approx(1 / 51)
    assert approximate_randomisation(metric, rows, rows, 50).p_value == pytest.approx(1 / 51)
