"""What is dismissed stays so: through runs, edits elsewhere, export and import; and it can be taken back."""

import json
from pathlib import Path

import pytest

from workbench.checks import Context
from workbench.errors import WorkbenchError
from workbench.model.dismissal import Dismissals, Scope
from workbench.model.status import Status
from workbench.project.checking import findings_of, passages_of_pairs
from workbench.project.finding_shapes import dismissed_in, findings_shape

TEXT = (
    "The the men came  home on Monday. It rained.\nWe saw the the men. The sky was dark and they went home.\n"
)


@pytest.fixture
def review(make):
    return make(translation=TEXT)


def found(review):
    return findings_of(passages_of_pairs(review.pairs()), review.languages(), Context())


def open_texts(review):
    return [(one.pair, one.text) for one in review.dismissals().still_open(found(review))]


def edit(review, row, old, new):
    pair = review.pairs()[row]
    text = " ".join(sentence.text for sentence in pair.translation)
    assert old in text
    review.set_text(pair.id, text.replace(old, new))


def test_a_finding_dismissed_here_comes_back_when_its_words_change(review):
    first, *_rest = found(review)
    before = open_texts(review)
    review.dismiss([first], Scope.HERE, "a quotation")
    after = [one for one in before if one != (first.pair, first.text)]
    assert open_texts(review) == after
    edit(review, 0, "Monday", "Tuesday")
    assert open_texts(review) == after
    edit(review, 0, "The the men", "The the women")
    assert open_texts(review) == before
    review.undo()
    assert open_texts(review) == after
    review.undo()
    review.undo()
    assert open_texts(review) == before


def test_an_approval_is_not_held_against_a_pair_whose_grave_findings_were_dismissed(make):
    review = make(
        translation="The council did approve 30 bids.\n", reference="The council did approve 40 bids.\n"
    )
    review.set_status([review.pairs()[0].id], Status.APPROVED)
    checks = {one.check for one in found(review)}
    assert checks == {"numbers", "untouched"}
    review.dismiss([one for one in found(review) if one.check == "numbers"], Scope.HERE, "the reference errs")
    assert open_texts(review) == []
    shapes = findings_shape(passages_of_pairs(review.pairs()), found(review), review.dismissals())
    assert [one["check"] for one in shapes["findings"]] == ["numbers"]


def test_words_dismissed_anywhere_are_one_dismissal_and_go_back_at_once(review):
    before = open_texts(review)
    alike = [one for one in found(review) if one.text == " the"]
    assert len(alike) > 1
    review.dismiss(alike, Scope.ANYWHERE)
    assert open_texts(review) == [one for one in before if one[1] != " the"]
    (only,) = review.dismissals()
    review.restore([only.id])
    assert open_texts(review) == before


@pytest.mark.parametrize("scope", Scope)
def test_dismissals_are_exported_and_brought_into_another_review(review, scope):
    review.dismiss([one for one in found(review) if one.text == " the"], scope, "so said")
    left = open_texts(review)
    shape = findings_shape(passages_of_pairs(review.pairs()), found(review), review.dismissals())
    known = dismissed_in(json.dumps(shape).encode(), Path("findings.json"))
    assert Dismissals(known).still_open(found(review)) == review.dismissals().still_open(found(review))
    kept = list(review.dismissals())
    review.undo()
    review.bring_dismissals(known)
    assert open_texts(review) == left
    again = list(review.dismissals())
    assert [(one.scope, one.key, one.reason) for one in again] == [
        (one.scope, one.key, one.reason) for one in kept
    ]
    assert review.bring_dismissals(known) is None


@pytest.mark.parametrize(
    "junk",
    ["", "[]", "3", '{"findings": null}', '{"findings": [{"dismissed": true}]}', "[" * 100_000,
     '{"findings": [{"dismissed": {"scope": "x", "key": "k"}, "check": "c", "text": "t"}]}'],
)  # fmt: skip
def test_what_is_no_list_of_findings_is_refused(junk):
    with pytest.raises(WorkbenchError, match="no list of findings"):
        dismissed_in(junk.encode(), Path("findings.json"))
