import importlib.util
import json
import random
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.align import Text, align, join_beads
from workbench.align.order import moved
from workbench.errors import WorkbenchError
from workbench.model.bead import Bead
from workbench.model.document import Role
from workbench.progress import Cancelled

KEY = json.loads((Path(__file__).parents[1] / "data" / "north-korean-troops.gold.json").read_text("utf-8"))

CAT = "The cat sat on the mat near the door."
DOG = "A dog barked at the passing postman."
RAIN = "Rain fell all night over the harbour town."
MAYOR = "The mayor promised 300 new lamps by 2025."
LOOSE = "Nobody expected oranges from Valencia."


def shapes(beads):
    return [(bead.a, bead.b) for bead in beads]


def run(a, b, *languages, **options):
    one, two = languages or ("en", "en")
    return shapes(align(Text(a, one), Text(b, two), **options))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([CAT, DOG], [CAT, DOG], [((0,), (0,)), ((1,), (1,))]),
        ([CAT, DOG, RAIN], [CAT, RAIN], [((0,), (0,)), ((1,), ()), ((2,), (1,))]),
        ([CAT, RAIN], [CAT, LOOSE, RAIN], [((0,), (0,)), ((), (1,)), ((1,), (2,))]),
        ([CAT, DOG, RAIN], [f"{CAT} {DOG}", RAIN], [((0, 1), (0,)), ((2,), (1,))]),
        ([CAT, f"{DOG} {MAYOR}"], [CAT, DOG, MAYOR], [((0,), (0,)), ((1,), (1, 2))]),
        ([], [CAT], [((), (0,))]),
        ([CAT, DOG], [], [((0,), ()), ((1,), ())]),
        ([], [], []),
    ],
)
def test_beads(a, b, expected):
    assert run(a, b) == expected


def test_another_language_is_aligned_by_numbers_names_and_lengths():
    korean = [
        "젤렌스키 대통령은 300명을 보냈다.",
        "비가 왔다.",
        "푸틴은 2025년에 모스크바에서 5,000마일을 갔다.",
    ]
    english = [
        "President Zelensky sent 300 people.",
        "It rained.",
        "Putin went 5,000 miles from Moscow in 2025.",
    ]
    assert run(korean, english, "ko", "en") == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


def test_anchors_come_back_as_they_are():
    beads = align(
        Text([CAT, DOG, RAIN], "en"), Text([CAT, DOG, RAIN], "en"), anchors=[Bead((0, 1), (0,), 0.2)]
    )
    assert beads[0] == Bead((0, 1), (0,), 1.0)
    assert shapes(beads)[1:] in ([((), (1,)), ((2,), (2,))], [((2,), (1, 2))])


@pytest.mark.parametrize(
    "anchors",
    [
        [Bead((0,), (1,), 1), Bead((0,), (0,), 1)],
        [Bead((0,), (9,), 1)],
        [Bead((-1,), (0,), 1)],
        [Bead((0, 0), (0,), 1)],
    ],
)
def test_anchors_that_cannot_be_are_refused(anchors):
    with pytest.raises(WorkbenchError, match="anchor"):
        align(Text([CAT, DOG], "en"), Text([CAT, DOG], "en"), anchors=anchors)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_anchors_of_any_kind(data):
    size = data.draw(st.integers(2, 9))
    text = Text([f"{CAT} {k} {k * 7}" for k in range(size)], "en")
    rows, columns = (data.draw(st.permutations(range(size))) for _ in "ab")
    anchors = [
        Bead((rows[k],), () if data.draw(st.booleans()) and k == 0 else (columns[k],), 0.3)
        for k in range(data.draw(st.integers(1, size)))
    ]
    beads = align(text, text, anchors=anchors)
    assert {(bead.a, bead.b) for bead in anchors} <= {(bead.a, bead.b) for bead in beads if bead.score == 1}
    assert sorted(i for bead in beads for i in bead.a) == list(range(size))
    assert sorted(j for bead in beads for j in bead.b) == list(range(size))


def test_no_bead_leads_across_an_anchor():
    text = [f"{word} {CAT}" for word in ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta"]]
    beads = align(Text(text, "en"), Text(text, "en"), anchors=[Bead((2,), (5,), 1)])
    sides = {(bead.a < (2,), bead.b < (5,)) for bead in beads if bead.a and bead.b and bead.a != (2,)}
    assert sides <= {(True, True), (False, False)}


def test_report_can_cancel():
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        align(Text([CAT], "en"), Text([CAT], "en"), report=stop)


def test_neighbours_that_changed_places_are_told_apart():
    assert run([CAT, DOG, RAIN, MAYOR], [CAT, RAIN, DOG, MAYOR]) == [
        ((0,), (0,)),
        ((1,), (2,)),
        ((2,), (1,)),
        ((3,), (3,)),
    ]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([0, 1, 2], [0, 0, 0]),
        ([1, 0, 2], [0, 1, 0]),  # of two neighbours that changed places, the later
        ([0, 4, 1, 2, 3], [0, 1, 0, 0, 0]),
        ([2, 3, 4, 5, 0, 1], [0, 0, 0, 0, 1, 1]),
        ([0, None, 2, 1], [0, 0, 0, 1]),
        ([], []),
    ],
)
def test_what_moved_is_the_least_that_disturbs_the_order(columns, expected):
    beads = [Bead((i,), () if j is None else (j,), 1.0) for i, j in enumerate(columns)]
    assert moved([Bead((), (9,), 1.0), *beads]) == [False, *map(bool, expected)]


def test_a_passage_that_moved_far_is_found():
    rng = random.Random(5)
    text = [" ".join(rng.choices([f"w{k}" for k in range(300)], k=9)) for _ in range(60)]
    moved = [*text[:10], *text[14:40], *text[10:14], *text[40:]]
    found = dict(run(text, moved))
    assert [found[k,] for k in range(10, 14)] == [(k,) for k in range(36, 40)]
    assert found[9,] == (9,)
    assert found[14,] == (10,)


def test_what_was_dropped_on_both_sides_is_not_paired():
    rng = random.Random(6)
    text = [" ".join(rng.choices([f"w{k}" for k in range(300)], k=9)) for _ in range(40)]
    beads = run([*text[:20], CAT, *text[20:]], [*text[:20], LOOSE, *text[20:]])
    assert ((20,), ()) in beads
    assert ((), (20,)) in beads


def test_the_same_whatever_the_threads(monkeypatch):
    rng = random.Random(7)
    vocabulary = [f"w{k}" for k in range(500)]
    text = [" ".join(rng.choices(vocabulary, k=9)) for _ in range(1800)]
    other = [sentence for sentence in text if rng.random() > 0.05]
    found = []
    for threads in (1, 3):
        monkeypatch.setattr("workbench.align.aligner.THREADS", threads)
        found.append(align(Text(text, "en"), Text(other, "en")))
    assert found[0] == found[1]


def test_what_report_raises_stops_long_work():
    calls = []

    def stop(done, total):
        calls.append((done, total))
        if done:
            raise Cancelled

    text = Text([f"word{k} word{k + 1} other{k}" for k in range(20000)], "en")
    with pytest.raises(Cancelled):
        align(text, text, report=stop)
    assert calls[0][0] == 0
    assert calls[-1][0] < calls[-1][1]


def test_examples_teach_words():
    rng = random.Random(8)
    words = [f"{one}{two}{three}a" for one in "bdfgk" for two in "aeiou" for three in "lmnrs"]
    other = dict(zip(words, rng.sample(words, len(words)), strict=True))
    texts = [rng.sample(words, 8) for _ in range(90)]
    pairs = [(" ".join(text), " ".join(other[word].replace("a", "ö") for word in text)) for text in texts]
    told, rest = pairs[:70], pairs[70:]
    a, b = (
        Text([one for one, _ in rest], "xx"),
        Text([two for k, (_, two) in enumerate(rest) if k != 7], "yy"),
    )
    expected = {((k,), (k - (k > 7),)) for k in range(20) if k != 7}
    assert expected <= set(shapes(align(a, b, examples=told)))
    assert not expected <= set(shapes(align(a, b)))


def test_examples_within_one_language_change_nothing():
    a, b = Text([CAT, DOG, RAIN], "en"), Text([CAT, RAIN], "en-GB")
    assert align(a, b, examples=[(DOG, RAIN)] * 5) == align(a, b)


def test_embeddings_must_fit():
    with pytest.raises(WorkbenchError, match="vectors"):
        align(Text([CAT], "en"), Text([CAT], "en"), embed=lambda _: np.ones((2, 3)))


def test_embeddings_join_what_shares_no_word():
    meaning = {"a": [1.0, 0, 0], "b": [0, 1.0, 0], "c": [0, 0, 1.0]}
    a, b = ["foo x a", "bar y b", "baz z c"], ["uno q a", "tres s c"]
    cut = {sentence: sentence[:-2] for sentence in a + b}
    beads = align(
        Text([cut[s] for s in a], "en"),
        Text([cut[s] for s in b], "en"),
        embed=lambda sentences: np.array(
            [meaning[next(s for s in a + b if cut[s] == x)[-1]] for x in sentences]
        ),
    )
    assert shapes(beads) == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


words = st.lists(
    st.sampled_from(["Kim", "2024", "서울", "russia,", "北京", "the", "‘quote’", "\x00", "x…"]), max_size=6
)
sentences = st.lists(words.map(" ".join), max_size=9)


@settings(max_examples=60, deadline=None)
@given(sentences, sentences, st.sampled_from(["en", "ko", "zh"]), st.booleans())
def test_every_sentence_once_in_order_and_twice_the_same(a, b, language, paragraphs):
    one = Text(a, "en", [k // 2 for k in range(len(a))] if paragraphs else None)
    two = Text(b, language, [k // 3 for k in range(len(b))] if paragraphs else None)
    beads = align(one, two)
    assert sorted(i for bead in beads for i in bead.a) == list(range(len(a)))
    starts = [bead.a[0] for bead in beads if bead.a]
    assert starts == sorted(starts)
    assert sorted(j for bead in beads for j in bead.b) == list(range(len(b)))
    assert all(0 <= bead.score <= 1 for bead in beads)
    assert all(len(bead.a) + len(bead.b) == 1 or (bead.a and bead.b) for bead in beads)
    assert align(one, two) == beads


def test_identical_long_texts_align_one_to_one():
    rng = random.Random(3)
    vocabulary = [f"w{k}" for k in range(900)]
    text = [" ".join(rng.choices(vocabulary, k=9)) for _ in range(1500)]
    assert run(text, text) == [((k,), (k,)) for k in range(1500)]


def test_one_against_thousands_and_nothing_shared_end():
    many = [f"word{k}" for k in range(3000)]
    assert len({j for _, b in run(["word7 word8"], many) for j in b}) == 3000
    assert {j for _, b in run(["alpha beta"] * 30, ["γάμμα δέλτα"] * 40, "en", "el") for j in b} == set(
        range(40)
    )


def key_text(role):
    rows = [(text, bead["paragraph"]) for bead in KEY["beads"] for text in bead[role]]
    return Text([text for text, _ in rows], KEY["languages"][role], [paragraph for _, paragraph in rows])


def key_beads(*roles):
    ends = [list(accumulate((len(bead[role]) for bead in KEY["beads"]), initial=0)) for role in roles]
    return [tuple(tuple(range(*step)) for step in steps) for steps in zip(*map(pairwise, ends), strict=True)]


def f1(key, found):
    return 2 * len(set(key) & set(found)) / (len(key) + len(found))


@pytest.mark.parametrize(("role", "least"), [("reference", 0.94), ("source", 0.91)])
def test_the_sample_article(role, least):
    found = shapes(align(key_text("translation"), key_text(role)))
    assert f1(key_beads("translation", role), found) >= least


def test_the_sample_article_over_three_texts():
    translation = key_text("translation")
    pairs = [align(translation, key_text(role)) for role in ("reference", "source")]
    joined = join_beads(*pairs, len(translation.sentences))
    found = [tuple(bead.sentences[role] for role in Role) for bead in joined]
    assert f1(key_beads("translation", "reference", "source"), found) >= 0.94


def test_the_scorer_agrees_where_it_is_at_hand():
    path = Path(__file__).parents[3] / "shared" / "tools" / "score_align.py"
    if not path.exists():
        pytest.skip("the scorer is not on this machine")  # it is shared beside the project, not part of it
    spec = importlib.util.spec_from_file_location("score_align", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    key, found = (
        key_beads("translation", "reference"),
        shapes(align(key_text("translation"), key_text("reference"))),
    )
    assert scorer.score([key], [found])["f1_strict"] == pytest.approx(f1(key, found), abs=0.02)
