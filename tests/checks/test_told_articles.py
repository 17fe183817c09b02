"""Articles that are kept a bead a line are laid out as the bench reads them."""

import json
from pathlib import Path

import pytest

from tests.bench.bench_checks import SETTINGS, judge
from tests.bench.told_articles import laid_out

DATA = Path(__file__).parents[1] / "data/rewordings"


@pytest.mark.parametrize(("name", "articles"), [("through-korean", 102), ("held-through-korean", 17)])
def test_each_error_stands_once_in_what_its_machine_gave(name, articles, tmp_path):
    stems = laid_out(DATA / f"{name}.jsonl.gz", tmp_path)
    assert len(stems) == len(set(stems)) == 2 * articles
    for stem in stems:
        key = json.loads(Path(f"{stem}.gold.json").read_text(encoding="utf-8"))
        texts = [" ".join(bead["translation"]) for bead in key["beads"]]
        assert all(texts[error["bead"]].count(error["span"]) == 1 for error in key["errors"])


def test_the_bench_judges_one(tmp_path):
    stem = laid_out(DATA / "held-through-korean.jsonl.gz", tmp_path)[0]
    counts = judge(stem, SETTINGS["all texts"])
    assert 0 < counts["grave"][0] <= counts["grave"][1]
    assert 0 < counts["right"][0] < counts["right"][1]
