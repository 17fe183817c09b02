"""Fidelity: what it must never do, whatever its weights."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.score import METRICS
from workbench.score.fidelity import FEATURES, fidelity, sentence
from workbench.score.fidelity.model import HEAD, shipped

REFERENCE = "On Monday Anna Kowalska did not sell 250 of the houses to Peter Novak in Berlin."
WORDS = st.sampled_from(
    [*REFERENCE.split(), "never", "three", "million", "Paris", "said", "“Yes.”", "猫", "Ж"]
)
TEXT = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=40)


def score(translation, reference=REFERENCE, source=None, metric=None):
    metric = metric or METRICS["fidelity"]("en")
    rows = metric.statistics([translation], [[reference]], None if source is None else [source])
    return float(metric.segments(rows)[0])


def reasons(translation, reference=REFERENCE, source=None):
    metric = fidelity("en")
    rows = metric.statistics([translation], [[reference]], None if source is None else [source])
    return {part.name: sentence(part) for part in metric.parts(rows[0])}


@given(TEXT, st.sampled_from(["en", "de", "ko", "zh-Hant", "xx"]))
@example("“Yes.” I will.", "en")
def test_identical_texts_lose_nothing(text, language):
    assert score(text, text, metric=METRICS["fidelity"](language)) == pytest.approx(100)


def test_no_difference_is_rewarded():
    assert len(shipped().weights) == len(FEATURES)
    assert (shipped().weights >= 0).all()


@pytest.mark.parametrize(
    ("lost", "name"),
    [
        ("Anna ", "names"),
        (" Novak", "names"),
        (" in Berlin", "names"),
        ("250 ", "numbers"),
        ("not ", "denial"),
        ("houses ", "omission"),
    ],
)
@pytest.mark.parametrize("kept", [REFERENCE, REFERENCE.replace("sell", "give"), f"“{REFERENCE}” He said so."])
def test_what_is_dropped_costs_and_is_named(lost, name, kept):
    assert score(kept.replace(lost, "")) < score(kept)
    assert name in reasons(kept.replace(lost, ""))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=2, max_size=15, unique=True), st.data())
def test_dropping_a_word_never_raises_it(words, data):
    gone = data.draw(st.integers(0, len(words) - 1))
    text = " ".join(words)
    assert score(" ".join(words[:gone] + words[gone + 1 :]), text) <= score(text, text) == pytest.approx(100)


@pytest.mark.parametrize(
    ("translation", "reference", "name"),
    [
        ("Maria met him in Madrid.", "Maria met him in Lisbon.", "names"),
        ("It has 30 rooms.", "It has 13 rooms.", "numbers"),
        ("It has 2 rooms.", "It has two rooms.", None),
        ("It weighs 2,500,000 tons.", "It weighs 2.5 million tons.", None),
        ("They did agree.", "They did not agree.", "denial"),
        ("They didn’t agree.", "They did not agree.", None),
        ("He said she left.", "She said she left.", "persons"),
        ("We saw Москва there.", "We saw Moscow there.", "slips"),
        ("It rained all day. A webinar.", "It rained all day long.", "slips"),
        ("", "It rains.", "empty"),
        ("It rains.", "", "empty"),
    ],
)
def test_what_differs_is_told(translation, reference, name):
    told = set(reasons(translation, reference)) - {"letters", "order", "omission", "addition", "capitals"}
    assert name in told if name else not told


def test_empty_sides():
    assert score("", "") == score(" ", "\u3000") == 100
    assert score("", "Ten words of it are lost when there is nothing.") < 50
    assert score("Nobody asked for this sentence, which is all new.", "") < 50
    metric = fidelity("en")
    assert metric.corpus(metric.statistics([], [])) == 0.0


@settings(max_examples=200, deadline=None)
@given(TEXT, TEXT, TEXT)
def test_parts_sum_to_the_score_and_nothing_is_left_to_chance(translation, reference, source):
    metric = fidelity("en")
    row = metric.statistics([translation], [[reference]], [source])[0]
    value = float(metric.segments(row[None])[0])
    assert 0 <= value <= 100
    parts = metric.parts(row)
    assert 100 + sum(part.points for part in parts) == pytest.approx(value)
    assert sum(part.penalty for part in parts) == pytest.approx(float(metric.penalties(row)))
    assert all(part.points < 0 and sentence(part).startswith("−") for part in parts)
    again = fidelity("en").statistics(["x", translation], [["y"], [reference]], ["", source])[1]
    assert row.tolist() == again.tolist()


def test_a_source_confirms_what_the_reference_says():
    lost = "She sold the houses to Novak."
    whole = "She sold 250 houses to Novak in Berlin."
    assert score(lost, whole, "Продала 250 домов (Berlin).") < score(lost, whole, "Продала дома.")
    assert score(lost, whole, "") == score(lost, whole)


def test_a_name_the_source_has_is_not_invented():
    assert score("We met at Intel.", "We met there.", "Мы встретились в Intel.") > score(
        "We met at Intel.", "We met there.", "Мы встретились там."
    )


def test_of_several_references_the_nearest_counts():
    metric = fidelity("en")
    rows = metric.statistics(["It rains."], [["The sun shines on us.", "It rains."]])
    assert metric.segments(rows)[0] == pytest.approx(100)


def test_a_document_is_scored_by_its_sums_and_its_penalties_add_up():
    metric = fidelity("en")
    rows = metric.statistics([REFERENCE, "She left."], [[REFERENCE], ["He left for Rome."]])
    single = metric.segments(rows)
    assert single[1] < metric.corpus(rows) < single[0]
    assert metric.corpora(rows.sum(axis=0)[None])[0] == pytest.approx(metric.corpus(rows))
    assert float(metric.penalties(rows.sum(axis=0))) == pytest.approx(metric.penalties(rows).sum())


def test_a_judge_is_one_more_part():
    seen = []

    def judge(translations, references, sources):
        seen.append((list(translations), list(references), list(sources)))
        return [1.0, 0.25]

    metric = fidelity("en", judge, "stand-in")
    rows = metric.statistics(["It rains.", "It rains."], [["It rains."], ["It rains."]], ["비", ""])
    assert seen == [(["It rains."] * 2, ["It rains."] * 2, ["비", ""])]
    sure, doubted = metric.segments(rows)
    assert sure == pytest.approx(100)
    assert doubted < sure
    (part,) = metric.parts(rows[1])
    assert part.name == "judge"
    assert "0.25" in sentence(part)
    assert "judge:stand-in" in metric.signature()
    assert metric.signature() != fidelity("en").signature()


@pytest.mark.parametrize("values", [[], [0.5, 0.5], [float("nan")], [float("inf")]])
def test_a_judge_that_fails_is_told_by_name(values):
    with pytest.raises(WorkbenchError, match="stand-in"):
        fidelity("en", lambda *_texts: values, "stand-in").statistics(["a"], [["b"]])


def test_rows_have_a_column_for_each_feature():
    rows = fidelity("en").statistics(["a"] * 3, [["b"]] * 3)
    assert rows.shape == (3, HEAD + len(FEATURES))
    assert np.isfinite(rows).all()


def test_the_penalty_is_fidelitys_own_to_sort_by():
    pairs = (["He left.", "Two dogs ran."], [["She left."], ["Three dogs ran away."]])
    fidelity, penalty = METRICS["fidelity"]("en"), METRICS["penalty"]("en")
    rows = penalty.statistics(*pairs)
    assert (rows == fidelity.statistics(*pairs)).all()
    assert penalty.segments(rows).tolist() == fidelity.penalties(rows).tolist()
    assert penalty.corpus(rows) == pytest.approx(sum(penalty.segments(rows)))
    assert penalty.signature() == fidelity.signature()
    assert not penalty.higher_is_better
    assert penalty.reads_sources
