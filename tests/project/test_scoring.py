from contextlib import closing

import pytest

from workbench.model.pair import Pair, Sentence, Status
from workbench.project.scoring import score_pairs
from workbench.score import METRICS
from workbench.store import ResultCache

ROLES = ("translation", "reference", "source")


@pytest.fixture
def cache(tmp_path):
    with closing(ResultCache(tmp_path / "results")) as opened:
        yield opened


def pair(*texts):
    """Make a pair of translation, reference and perhaps source."""
    sides = [(Sentence(number, 0, 0, text, text),) for number, text in enumerate(texts)]
    return Pair(
        1, Status.UNREVIEWED, confirmed=False, confidence=1.0, **dict(zip(ROLES, sides, strict=False))
    )


def scores(source, names, cache):
    metrics = [METRICS[name]("en") for name in names]
    return score_pairs([pair("She left at last.", "She left Berlin at last.", *source)], metrics, cache)


@pytest.mark.parametrize("first", [(), ("Она покинула город.",)])
def test_a_score_that_reads_the_source_is_another_for_another_source(first, cache):
    confirmed = ("Она покинула Berlin.",)
    before, after = (scores(source, ["fidelity"], cache).segments[0] for source in (first, confirmed))
    assert after["fidelity"] < before["fidelity"]
    assert scores(confirmed, ["fidelity"], cache).segments[0] == after
    assert scores(confirmed, ["fidelity"], None).segments[0] == after


def test_a_score_that_does_not_is_counted_once_for_all_sources(cache, monkeypatch):
    before = scores((), ["chrf", "ter"], cache)
    for name in ("chrf", "ter"):
        monkeypatch.delattr(type(METRICS[name]("en")), "statistics")
    assert scores(("Она покинула Berlin.",), ["chrf", "ter"], cache) == before
