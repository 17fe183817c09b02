"""A check that says it looks at one pair alone finds the same in the pair without the others."""

from dataclasses import replace

import pytest

from workbench.checks import CHECKS, Passage, find, find_in, read
from workbench.model.document import Role
from workbench.progress import Cancelled

LANGUAGES = {Role.TRANSLATION: "en", Role.SOURCE: "ko"}
NARROW = [check for check in CHECKS if not (check.wide or check.varies)]


@pytest.fixture(scope="module")
def passages(key):
    return [Passage(row, *(tuple(bead[role]) for role in Role)) for row, bead in enumerate(key["beads"])]


@pytest.mark.parametrize("check", NARROW, ids=lambda check: check.name)
def test_what_is_not_wide_needs_no_other_pair(check, passages):
    together = find(read(passages, LANGUAGES), [check])
    alone = [
        replace(finding, pair=passage.row)
        for passage in passages
        for finding in find(read([passage], LANGUAGES), [check])
    ]
    assert together == alone


def test_pairs_are_checked_alike_one_by_one_and_many_at_a_time(passages):
    many = [replace(passage, row=row) for row, passage in enumerate(passages * 4)]
    article = read(many, LANGUAGES)
    one_by_one = [finding for row in article.rows for finding in find_in([row], article, CHECKS)]
    assert len(many) > 128
    assert find(read(many, LANGUAGES), CHECKS) == one_by_one


def test_a_stop_is_heeded_between_two_checks(passages):
    asked = []

    def stop(done, total):
        asked.append((done, total))
        if len(asked) == len(NARROW):
            raise Cancelled

    with pytest.raises(Cancelled):
        find(read(passages, LANGUAGES), NARROW, stop)
    assert asked == [(0, len(passages))] * len(NARROW)


def test_what_was_found_before_serves_again_and_an_edit_is_seen(passages):
    before = read(passages, LANGUAGES)
    first = find(before, CHECKS)
    again = read(passages, LANGUAGES, before=before)
    assert all(row is old for row, old in zip(again.rows, before.rows, strict=True))
    assert find(again, CHECKS) == first
    row = next(passage.row for passage in passages if len(passage.translation) == 1)
    edited = replace(passages[row], translation=("This is  new.",))
    now = read([*passages[:row], edited, *passages[row + 1 :]], LANGUAGES, before=before)
    assert [
        finding.text for finding in find(now, CHECKS) if finding.check == "typography" and finding.pair == row
    ] == ["  "]
    assert find(now, CHECKS) == find(read([row.passage for row in now.rows], LANGUAGES), CHECKS)
