"""What the reader doubts: which words make one finding, and where it is not asked."""

import pytest
from hypothesis import given
from hypothesis.strategies import integers, lists

from workbench.checks import Context, Passage, find, find_in, meaning, read
from workbench.checks.article import Row
from workbench.checks.doubted import suspicion
from workbench.checks.examples import examples
from workbench.checks.meaning import CHECK, doubted, heaviest, instead, peak
from workbench.model.document import Role

(WRONG,), (RIGHT,) = examples("meaning")[0].translation, examples("meaning")[0].reference
ENGLISH = {Role.TRANSLATION: "en", Role.SOURCE: "ko"}


def passages(count, translation=WRONG, reference=RIGHT):
    """Give the same pair many times."""
    return [Passage(row, (translation,), (reference,) if reference else ()) for row in range(count)]


@pytest.mark.parametrize(
    ("doubts", "found"),
    [
        ([], []),
        ([0.1, 0.9, 0.1], []),
        ([0.1, 0.9, 0.9, 0.1], [range(1, 3)]),
        ([0.9, 0.05, 0.05, 0.9, 0.05], [range(4)]),
        ([0.9, 0.9, *[0] * 12, 0.9, 0.9], [range(2), range(14, 16)]),
        ([0.25, 0.25, 0.8, 0.8, 0.25, 0.1], [range(2, 4)]),
        ([0.6] * 9, []),
        ([0.6] * 4 + [0.8], [range(5)]),
        ([0.29] * 8 + [0.75], []),
    ],
    ids=[
        "none", "a single word", "side by side", "with right ones between", "far apart", "edges", "mild",
        "mild with one that is not", "too little between the edges",
    ],
)  # fmt: skip
def test_stretches_that_are_doubted_enough(doubts, found):
    assert list(doubted(doubts, range(len(doubts)), 0.75)) == found


@pytest.mark.parametrize(
    ("strong", "pairs", "expected"),
    [(0, 1, 0.11), (1, 1, 0.16), (10, 100, 0.1), (45, 100, 0.4), (0, 0, 0.12)],
    ids=["one pair tells little", "nor does one doubted", "good", "poor", "none"],
)
def test_an_article_is_suspect_by_its_doubted_pairs(monkeypatch, strong, pairs, expected):
    monkeypatch.setattr(
        Row, "doubts", property(lambda row: [0.1, 0.9 if row.passage.row < strong else 0.5, 0.1])
    )
    assert suspicion(read(passages(pairs), ENGLISH)) == pytest.approx(expected, abs=0.01)


def test_the_more_an_article_is_doubted_the_less_doubt_is_asked_of_a_word(monkeypatch):
    asked = []
    for share in (0.0, 0.1, 0.15, 0.2, 0.9):
        monkeypatch.setattr(meaning, "suspicion", lambda _article, share=share: share)
        asked.append(peak(read(passages(1), ENGLISH)))
    assert asked == sorted(asked, reverse=True)
    assert (asked[0], asked[0], asked[-1]) == (asked[1], meaning._PEAK[0], meaning._PEAK[1])


def test_what_is_told_of_a_pair_follows_the_article_it_is_in(monkeypatch):
    monkeypatch.setattr(Row, "doubts", property(lambda row: [0.6 for _ in row.translation.words]))
    told = {}
    before = None
    for share in (0.9, 0.0, 0.9):
        monkeypatch.setattr(meaning, "suspicion", lambda _article, share=share: share)
        before = read(passages(2), ENGLISH, None, before)
        told.setdefault(share, []).append(len(find(before, [CHECK])))
        typed = before.with_row(0, passages(1)[0])
        assert len(find_in(typed.rows[:1], typed, [CHECK])) == told[share][0] / 2
    assert told == {0.9: [2, 2], 0.0: [0]}


@given(lists(integers(-9, 9), max_size=12))
def test_the_heaviest_stretch_is_found_first_and_then_those_beside_it(counts):
    def expected(first, last):
        rows = [
            (sum(counts[a:b]), -a, a - b, a, b) for a in range(first, last) for b in range(a + 1, last + 1)
        ]
        best = max(rows, default=(0,))
        if best[0] <= 0:
            return []
        _, _, _, a, b = best
        return [*expected(first, a), range(a, b), *expected(b, last)]

    assert list(heaviest(counts, range(len(counts)))) == expected(0, len(counts))


def test_a_stretch_ends_with_its_sentence(monkeypatch):
    monkeypatch.setattr(Row, "doubts", [0.1, 0.9, 0.9, 0.9, 0.9, 0.1])
    sentences = Passage(0, ("They sold boats.", "He burned them."), ("Boats were bought, and kept.",))
    assert [each.text for each in find(read([sentences], ENGLISH), [CHECK])] == ["sold boats", "He burned"]


@pytest.mark.parametrize(
    ("words", "evidence"),
    [(range(2, 6), "was opened at noon"), (range(3, 4), "opened"), (range(1), "")],
    ids=["with what is linked", "one word", "nothing without counterpart"],
)
def test_the_evidence_is_what_stands_in_the_place_of_the_words(words, evidence):
    ours, theirs = "The bridge was bombed at noon on Friday.", "The bridge was opened at noon on Friday."
    assert instead(Row(Passage(0, (ours,), (theirs,)), ENGLISH), words) == evidence


def test_what_lies_far_apart_is_no_evidence():
    ours = "He sold boats on Friday."
    theirs = "On Friday, when the harbor master had gone and nobody was left on the quay, he burned boats."
    row = Row(Passage(0, (ours,), (theirs,)), ENGLISH)
    assert instead(row, range(1, 3)) == "burned boats"
    assert instead(row, range(5)) == ""


def test_articles_are_read_and_catalogues_are_not():
    assert {finding.pair for finding in find(read(passages(500), ENGLISH), [CHECK])} == set(range(500))
    assert find(read(passages(501), ENGLISH), [CHECK]) == []
    assert find(read(passages(1), ENGLISH, Context(is_part=True)), [CHECK]) == []


@pytest.mark.parametrize(
    ("article", "languages"),
    [
        (passages(1, reference=""), ENGLISH),
        (passages(1, reference=WRONG), ENGLISH),
        (passages(1), {Role.TRANSLATION: "de", Role.SOURCE: "ko"}),
    ],
    ids=["no reference", "its own reference", "German"],
)
def test_what_cannot_be_read_is_not_doubted(article, languages):
    assert find(read(article, languages), [CHECK]) == []
