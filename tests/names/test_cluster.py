"""Which forms of one text are one name."""

import pytest

from workbench.lang.name_words import name_words
from workbench.model.name import Name
from workbench.names import Passage, propose_names
from workbench.names.cluster import clusters
from workbench.names.detect import Candidate


def candidate(form):
    return Candidate(form, 0, len(form), tuple(form.split()), None, sure=True, left=(), right=())


@pytest.mark.parametrize(
    "expected",
    [
        [["Lee Jin-man", "Lee Jinman", "Lee Jin Man"]],
        [["Jan Wójcik", "Jan Wojcik", "Wójcik"]],
        [["WASHINGTON", "Washington"]],
        [["John Ronald Tolkien", "J. R. Tolkien", "J.R. Tolkien", "Tolkien"]],
        [["Choe Son Hui", "Son Hui Choe"]],
        [["Kim Jong Un"], ["Kim Yong Hyun"], ["Kim"]],
        [["Anna Nowak"], ["Piotr Nowak"], ["Nowak"]],
        [["John Smith", "J. Smith"], ["Kate Smith"]],
        [["John Smith"], ["James Smith"], ["J. Smith"]],
        [["Bill Clinton"], ["Hillary Clinton"], ["B. Dylan"]],
        [["Ursula von der Leyen", "Leyen"]],
    ],
)
def test_forms_of_one_name_are_put_together_and_no_others(expected):
    forms = {form: candidate(form) for group in expected for form in group}
    assert clusters(forms, name_words("en")) == expected


def test_what_else_is_known_to_be_one_joins_groups():
    forms = {form: candidate(form) for form in ("Jan Abak", "Abak", "Jan Abbak", "X")}
    assert clusters(forms, name_words("en"), [("Jan Abbak", "Abak")]) == [
        ["Jan Abak", "Abak", "Jan Abbak"],
        ["X"],
    ]


def names(*pairs, **more) -> dict[str, Name]:
    passages = [Passage(i, one, None, source) for i, (one, source) in enumerate(pairs)]
    return {name.form: name for name in propose_names(passages, language="en", source_language="ko", **more)}


def test_a_slip_is_a_variant_of_the_name_and_neither_is_proposed():
    found = names(("There sat Bohdan Zelensky.", None), ("There sat Bohdan Zelennsky.", None))
    assert found["Bohdan Zelensky"].variants == ("Bohdan Zelennsky",)


def test_what_the_source_has_twice_is_one_name_and_the_commoner_spelling_wins():
    sources = "그때 루체비치가 왔다.", "그때 루체비치가 웃었다.", "루체비치는 갔다."
    texts = "Then Lutsevych came.", "Then Lutsevych laughed.", "Here Rutsebichi left."
    found = names(*zip(texts, sources, strict=True))
    assert found["Rutsebichi"].proposal == "Lutsevych"
    assert found["Rutsebichi"].origin == "article"


def test_two_people_of_the_source_stay_two():
    sources = "그때 김정은이 왔다.", "그때 김용현이 왔다.", "그때 김용현이 갔다."
    found = names(
        *zip(("Kim Jong Un came.", "Then Kim Yong Hyun came.", "Kim Yong Hyun left."), sources, strict=True)
    )
    assert [(name.variants, name.proposal) for name in found.values()] == [((), None), ((), None)]
