"""What the checks find in whole articles with keys, from the files on; the figures are those of the bench."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from tests.bench.bench_checks import SETTINGS, judge, own_articles, unlearnt
from workbench.checks import Context
from workbench.model.document import Role
from workbench.project.alignment import align_texts
from workbench.project.checking import findings_of, passages_of_texts
from workbench.project.intake import Inputs, read_texts

ROLES = SETTINGS["all texts"]


@pytest.fixture(scope="module")
def sample_stem(sample, tmp_path_factory):
    """Lay the sample article beside its key, as the bench wants it."""
    folder = tmp_path_factory.mktemp("sample")
    for path in sample.values():
        shutil.copy(path, folder)
    stem = sample[Role.TRANSLATION].name.removesuffix(".en-mt.txt")
    key = sample[Role.TRANSLATION].parents[1] / f"tests/data/{stem}.gold.json"
    shutil.copy(key, folder)
    return folder / stem


@cache
def judged(stem):
    """Count for one article, once."""
    return judge(stem, ROLES)


def share(count):
    done, of = count
    return done / of


def test_the_sample_article(sample_stem):
    counts = judge(sample_stem, ROLES)
    assert share(counts["grave"]) >= 0.8
    assert share(counts["all"]) >= 0.75
    assert share(counts["right"]) >= 0.75
    assert counts["fixes"][0] >= 20


@pytest.mark.parametrize("stem", own_articles(), ids=lambda stem: stem.rsplit("/", 1)[1])
def test_an_article(stem):
    counts = judged(stem)
    assert share(counts["all"]) >= 0.4
    assert share(counts["right"]) >= 0.5  # one article alone; see the next test


def test_articles_that_nothing_learnt_from_together():
    counts = [judged(stem) for stem in own_articles() if Path(stem).name in unlearnt()]
    assert len(counts) == len(unlearnt())
    assert sum(each["grave"][0] for each in counts) >= 0.79 * sum(each["grave"][1] for each in counts)
    assert sum(each["right"][0] for each in counts) >= 0.72 * sum(each["right"][1] for each in counts)


def test_the_reference_beside_itself_has_no_grave_finding(sample):
    reference = sample[Role.REFERENCE]
    texts = read_texts(Inputs({Role.TRANSLATION: reference, Role.REFERENCE: reference}, {}))
    passages = passages_of_texts(texts, align_texts(texts))
    languages = {role: text.language for role, text in texts.items()}
    found = findings_of(passages, languages, Context())
    assert not [finding for finding in found if finding.severity in {"major", "critical"}]
