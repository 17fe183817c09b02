"""Articles that came through Korean, with and without their source, judged by mention."""

import tomllib
from collections import Counter

import pytest

from tests.names.judging import HERE, NOTHING, SIDES, judge, load, sample
from workbench.lang.name_signs import name_signs
from workbench.names import Passage, propose_names
from workbench.names.finding import names_of_side, names_of_source
from workbench.names.foreign import foreign_names
from workbench.names.text import read

ARTICLES = sorted((HERE / "through_korean").glob("*.toml"))
WITH, WITHOUT = SIDES, SIDES[:2]
GOLD = tomllib.loads((HERE / "data/sample_names.toml").read_text(encoding="utf-8"))


def names_of(passages):
    return propose_names(passages, language="en", source_language="ko")


@pytest.mark.parametrize("sides", [WITH, WITHOUT], ids=["with source", "without"])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_names_are_put_right_and_no_others(path, sides):
    passages, wrong = load(path, sides)
    score = judge(passages, wrong, names_of(passages))
    assert (score.recall >= 0.9, score.precision >= 0.9) == (True, True), (score.missed, score.spurious)


@pytest.mark.parametrize("sides", [WITH, WITHOUT], ids=["with source", "without"])
def test_the_sample_is_put_right_with_and_without_its_source(sides):
    passages, wrong = sample(sides)
    score = judge(passages, wrong, names_of(passages))
    assert (score.recall, score.precision, score.wanted) == (1, 1, 6)


@pytest.mark.parametrize("sides", [(SIDES[0], SIDES[2]), SIDES[:1]], ids=["source alone", "alone"])
def test_nothing_is_proposed_where_nothing_tells_the_spelling(sides):
    total = NOTHING
    for path in [None, *ARTICLES]:
        passages, wrong = load(path, sides) if path else sample(sides)
        total += judge(passages, wrong, names_of(passages))
    assert total.proposed == 0


def test_a_reference_against_itself_has_nothing_to_put_right():
    for path in ARTICLES:
        passages, _wrong = load(path)
        same = [Passage(p.pair, p.reference, p.reference, p.source) for p in passages]
        assert [name for name in names_of(same) if name.proposal] == []


def f1(found, side):
    found, wanted = Counter(found), Counter(GOLD[side])
    return 2 * (found & wanted).total() / (found.total() + wanted.total())


@pytest.mark.parametrize("side", SIDES)
def test_names_of_the_sample_are_found_with_the_other_texts_beside(side):
    article = read(sample()[0], "en", "ko")
    for_source = (name.form for row in article.rows for name in names_of_source(article, row))
    for_others = (name.form for row in article.rows for name in names_of_side(getattr(row, side)))
    assert f1(for_source if side == "source" else for_others, side) >= 0.95


@pytest.mark.parametrize("side", SIDES)
def test_names_of_the_sample_are_found_in_each_text_alone(side):
    passages, _wrong = sample()
    if side == "source":
        found = [name.form for p in passages for name in foreign_names(p.source or "", name_signs("ko"))]
    else:
        article = read([Passage(p.pair, getattr(p, side), None, None) for p in passages], "en")
        found = [name.form for row in article.rows for name in names_of_side(row.translation)]
    assert f1(found, side) >= 0.85
