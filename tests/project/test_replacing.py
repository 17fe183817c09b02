"""Find and replace: a table of searches, and what a step of replacements does and refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.model.document import Role
from workbench.model.pair import Pair, Sentence, Status
from workbench.project.replacing import Search, find


def replaced(text, hits):
    """What replacing must come to: the last hit first, so that the other spans stay right."""
    for hit in sorted(hits, key=lambda hit: hit.span, reverse=True):
        text = text[: hit.span[0]] + hit.replacement + text[hit.span[1] :]
    return text


def pairs(*texts):
    return [
        Pair(
            n,
            Status.UNREVIEWED,
            confirmed=False,
            confidence=1.0,
            translation=(Sentence(n, n, 0, text, text),),
        )
        for n, text in enumerate(texts)
    ]


TABLE = [
    ("General saw the general.", Search("general"), "Gen.", "Gen. saw the Gen.."),
    ("General saw the general.", Search("General", match_case=True), "Gen.", "Gen. saw the general."),
    ("generals and a general", Search("general", whole_words=True), "X", "generals and a X"),
    ("a.b axb", Search("a.b"), "-", "- axb"),
    ("a.b axb", Search("a.b", pattern=True), "-", "- -"),
    (r"C:\new", Search(r"\n"), "/n", "C:/new"),
    ("5 March 2022", Search(r"(\d+) (\w+)", pattern=True), r"\2 \1", "March 5 2022"),
    (
        "5 March 2022",
        Search(r"(?<day>\d+) (?<month>\w+)", pattern=True),
        r"\g<month> \g<day>",
        "March 5 2022",
    ),
    ("plain", Search("plain"), r"\1 stays", r"\1 stays"),
    ("", Search("x"), "y", ""),
    ("text", Search(""), "y", "text"),
    ("text", Search("z*", pattern=True), "y", "text"),
    ("Straße STRASSE", Search("straße"), "street", "street street"),
    ("리줘청 장군, 리줘청", Search("리줘청", whole_words=True), "Li", "Li 장군, Li"),
    ("🙂🙂", Search("🙂"), "x", "xx"),
    ("no\u00a0break", Search(r"\s", pattern=True), "_", "no_break"),
]


@pytest.mark.parametrize(("text", "search", "replacement", "wanted"), TABLE)
def test_what_is_found_and_what_becomes_of_it(text, search, replacement, wanted):
    hits = find(pairs(text), search, replacement=replacement)
    assert all(text[slice(*hit.span)] == hit.found for hit in hits)
    assert replaced(text, hits) == wanted


@pytest.mark.parametrize(
    ("text", "search", "replacement", "said"),
    [
        ("a", Search("(", pattern=True), "", "pattern cannot be read: missing \\).*position 1"),
        ("a", Search("a", pattern=True), r"\3", "replacement cannot be read"),
        ("a" * 60 + "b", Search(r"(a|aa)+$", pattern=True), "", "takes too long on a text of 61 characters"),
    ],
)
def test_what_cannot_be_is_said(text, search, replacement, said):
    with pytest.raises(WorkbenchError, match=said):
        find(pairs(text), search, replacement=replacement)


@given(
    st.lists(st.text(alphabet="ab🙂 ", max_size=12), min_size=1, max_size=4),
    st.text(alphabet="ab🙂", min_size=1, max_size=3),
    st.text(alphabet="xb", max_size=3),
)
def test_words_are_replaced_as_python_does(texts, wanted, replacement):
    hits = find(pairs(*texts), Search(wanted, match_case=True), replacement=replacement)
    for number, text in enumerate(texts):
        mine = [hit for hit in hits if hit.pair == number]
        assert replaced(text, mine) == text.replace(wanted, replacement)


def test_other_texts_are_searched_too_and_progress_is_told(make):
    project = make(translation="One is here.\nTwo is there.\n", reference="One was here.\nTwo was there.\n")
    told = []
    hits = find(
        project.pairs(), Search("was"), list(Role), report=lambda done, total: told.append((done, total))
    )
    assert [(hit.pair, hit.role) for hit in hits] == [(1, Role.REFERENCE), (2, Role.REFERENCE)]
    assert told[-1] == (2, 2)


def test_ticked_hits_are_one_step_and_stale_ones_are_refused(make):
    project = make(translation="One is here. One is there.\nOne more.\n")
    hits = find(project.pairs(), Search("one"), replacement="1")
    project.replace(hits[1:])
    assert [pair.text(Role.TRANSLATION) for pair in project.pairs()] == [
        "One is here.",
        "1 is there.",
        "1 more.",
    ]
    before = project.history()
    with pytest.raises(WorkbenchError, match="has changed since “One” was found"):
        project.replace(hits)
    assert project.history() == before
    project.undo()
    project.replace([])
    assert [pair.text(Role.TRANSLATION) for pair in project.pairs()] == [
        "One is here.",
        "One is there.",
        "One more.",
    ]


def test_sentences_of_one_pair_keep_what_is_their_own(make):
    project = make(translation="One dog. One cat.\nOne bird.\n")
    project.merge(project.pair_ids())
    project.replace(find(project.pairs(), Search("one"), replacement="A"))
    assert [sentence.text for sentence in project.pairs()[0].translation] == ["A dog.", "A cat.", "A bird."]
