"""The learnt model: probabilities, affinities, chunks; learning itself on a small scale."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.names.sounds import SoundModel, affinities, latin_affinities, latin_affinity
from workbench.names.sounds.confidence import confidence
from workbench.names.sounds.lattice import LETTER_BITS, SIDE, UNIT_BITS, joint
from workbench.names.sounds.learning import Recipe, digamma, learn
from workbench.names.sounds.letters import codes, folded
from workbench.names.sounds.model import STRANGE
from workbench.names.sounds.table import load, save
from workbench.names.sounds.train import main

TABLES = ["ko", "ru", "ar", "zh", "ja", "la", "lh", "rr"]


def joint_oracle(model, way, letters):
    """Sum over all cuts, one by one, from a dictionary of chunks."""
    table = model.ordered
    chances = dict(zip(table.chunks.tolist(), (table.counts / table.counts.sum()).tolist(), strict=True))

    def rest(i, j):
        if i == len(way):
            return float(j == len(letters))
        total = 0.0
        for a, b in itertools.product((1, 2), range(5)):
            if i + a <= len(way) and j + b <= len(letters):
                side = sum(int(unit) << (UNIT_BITS * k) for k, unit in enumerate(way[i : i + a])) << SIDE
                key = side | sum(int(code) << (LETTER_BITS * k) for k, code in enumerate(letters[j : j + b]))
                chance = chances.get(key, 0.0) + (STRANGE[b] if a == 1 else 0.0)
                total += chance * rest(i + a, j + b)
        return total

    return math.log(rest(0, 0))


@pytest.mark.parametrize(
    ("form", "name"), [("김", "Kim"), ("루체", "Lutse"), ("박 은", "Park"), ("체비치", "x")]
)
def test_joint_probability_is_the_sum_over_all_cuts(form, name):
    model = SoundModel.load("ko")
    way, letters = model.spellings(form)[0], codes(folded(name))
    expected = joint_oracle(model, way.tolist(), letters.tolist())
    assert joint(way, letters.astype(np.int32), model.chances, STRANGE) == pytest.approx(expected)


@pytest.mark.parametrize("language", TABLES)
def test_every_table_is_there_and_sums_to_one(language):
    model = SoundModel.load(language)
    assert 5_000 < model.table.chunks.size < 80_000
    assert model.chances.values.sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("language", "form", "right", "wrong"),
    [
        ("ko", "오리시아 루체비치", "Orysia Lutsevych", "Vladimir Putin"),
        ("ko", "리줘청", "Li Zuocheng", "Li Chuo"),
        ("ko", "김정은", "Kim Jong Un", "Kim Yong Hyun"),
        ("ru", "зеленский", "zelensky", "zaluzhny"),
        ("ar", "محمد", "mohammed", "mubarak"),
        ("ja", "ゼレンスキー", "zelensky", "kishida"),
        ("zh", "泽连斯基", "zelensky", "biden"),
        ("la", "Rutsevich", "Lutsevych", "Richards"),
        ("rr", "Gimdongseon", "Kim Dong-seon", "Kim Dong-jin"),
    ],
)
def test_the_right_name_scores_above_a_wrong_one(language, form, right, wrong):
    model = SoundModel.load(language)
    assert model.score(form, right) > model.score(form, wrong)
    assert model.affinity(form, right) > max(0.3, model.affinity(form, wrong))


def test_the_order_of_names_does_not_matter():
    model = SoundModel.load("ko")
    assert model.score("다키야 료", "Ryo Takiya") == pytest.approx(model.score("료 다키야", "Ryo Takiya"))


@pytest.mark.parametrize(("form", "name"), [("", "Kim"), ("김", ""), ("", ""), ("!", "?")])
def test_nothing_is_like_nothing(form, name):
    assert SoundModel.load("ko").affinity(form, name) == -math.inf
    assert affinities(SoundModel.load("ko"), [form], [name])[0, 0] == -20


@given(st.text(max_size=12), st.text(max_size=12))
def test_latin_affinity_is_symmetric(one, other):
    assert latin_affinity(one, other) == pytest.approx(latin_affinity(other, one))


def test_variants_are_nearer_than_other_names():
    near = latin_affinities(["Olysia Rutsevich", "Orysia Lutsevych", "Kim Jong Un", "Kim Yong Hyun"])
    assert near[0, 1] > 1.5 > near[2, 3]


def test_affinities_are_those_of_the_model():
    model = SoundModel.load("ko")
    forms, names = ["루체비치", "김정은"], ["Lutsevych", "Kim Jong Un"]
    found = affinities(model, forms, names)
    assert found == pytest.approx(
        np.array([[model.affinity(form, name) for name in names] for form in forms])
    )


def test_chunks_cover_both_forms():
    chunks = SoundModel.load("ko").chunks("오리시아 루체비치", "Orysia Lutsevych")
    assert "".join(chunk.letters for chunk in chunks) == "orysia_lutsevych"
    assert [chunk.letters for chunk in chunks if chunk.units[0] == "ᄅ"] == ["r", "l"]
    assert all(0 <= chunk.share <= 1 for chunk in chunks)


@pytest.mark.parametrize(("letters", "low", "high"), [("r", 0.6, 0.85), ("l", 0.1, 0.25), ("q", 0, 0.001)])
def test_shares_say_what_the_study_found(letters, low, high):
    assert low <= SoundModel.load("ko").share(("ᄅ",), letters) <= high


@given(st.floats(0.01, 50))
def test_digamma_is_the_slope_of_the_logarithm_of_gamma(x):
    step = 1e-4 * x
    slope = (math.lgamma(x + step) - math.lgamma(x - step)) / (2 * step)
    assert float(digamma(np.array([x]))[0]) == pytest.approx(slope, rel=1e-4, abs=1e-4)


def test_what_is_learnt_can_be_kept_and_read(tmp_path):
    pairs = [("ба", "ba"), ("бо", "bo"), ("та", "ta"), ("то", "to")] * 20
    table = learn(pairs, "ru", Recipe(rounds=4))
    model = SoundModel("ru", table)
    assert model.share(("б", "а"), "ba") > 0.95
    save(table, tmp_path / "ru.npz")
    again = load(tmp_path / "ru.npz")
    assert again.units == table.units
    assert sorted(again.chunks) == sorted(table.chunks)
    order = np.argsort(table.chunks)
    assert again.counts == pytest.approx(table.counts[order], rel=0.005)


def test_a_glossary_can_be_learnt_from_the_command_line(tmp_path):
    (tmp_path / "pairs.tsv").write_text("ба\tba\nта\tta\nonly one column\n\n", "utf-8")
    main(["ru", str(tmp_path / "pairs.tsv"), str(tmp_path / "ru.npz")])
    assert SoundModel.read("ru", tmp_path / "ru.npz").score("ба", "ba") > -5


def test_too_few_words_to_train_are_said():
    with pytest.raises(WorkbenchError, match="Name a language"):
        main(["ru"])


def test_what_is_no_table_is_said(tmp_path):
    (tmp_path / "x.npz").write_bytes(b"nothing")
    with pytest.raises(WorkbenchError, match="no table of sounds"):
        load(tmp_path / "x.npz")


@settings(max_examples=30)
@given(st.floats(-3, 4), st.floats(-6, 0), st.floats(0, 30))
def test_confidence_is_a_probability_that_grows_with_affinity(affinity, joint_score, lead):
    for language in ("ko", "la", "ru"):
        low, high = (confidence(language, affinity + more, joint_score, lead) for more in (0, 0.5))
        assert 0 <= low < high <= 1
