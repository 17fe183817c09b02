"""Names searched in a gazetteer and looked up: proposals only where they lead clearly."""

import pytest

from workbench.names import Passage, propose_names
from workbench.names.gazetteer import Gazetteer, build
from workbench.names.hints import Hints
from workbench.names.lookup import Hit

NAMES = [
    "Orysia Lutsevych", "Olesya Rostovtseva", "Li Zuocheng", "Vladimir Putin", "Sergey Lavrov", "Hamamatsu",
    "Odessa", "Charles Francis Richter",
    "Zbigniew Wróblewski", "Anna Frank", "Miho Miyazaki", "Kenzaburo Fujishiro", "John Logan", "Henri Lebrun",
]  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    path = tmp_path_factory.mktemp("names") / "g.names"
    build(NAMES, path)
    return Gazetteer.open(path)


def found(text, source, **hints):
    passages = [Passage(0, text, None, source)]
    return {
        n.form: n for n in propose_names(passages, language="en", source_language="ko", hints=Hints(**hints))
    }


@pytest.mark.parametrize(
    ("text", "source", "form", "proposal"),
    [
        (
            "There Olysia Rutsevich sat.",
            "그때 오리시아 루체비치가 있었다.",
            "Olysia Rutsevich",
            "Orysia Lutsevych",
        ),
        ("He is from Hamamassu now.", "그는 하마마쓰 출신이다.", "Hamamassu", "Hamamatsu"),
        (
            "Then Zbigniev Brublevski left.",
            "즈비그니에프 브루블레프스키가 갔다.",
            "Zbigniev Brublevski",
            "Zbigniew Wróblewski",
        ),
    ],
)
def test_a_name_is_proposed_by_the_sound_of_the_source(gazetteer, text, source, form, proposal):
    name = found(text, source, gazetteer=gazetteer)[form]
    assert (name.proposal, name.origin) == (proposal, "gazetteer")
    assert 0.85 <= name.confidence < 0.9
    assert "gazetteer" in name.why


@pytest.mark.parametrize(
    ("text", "source", "form"),
    [
        ("Then Vladimir Putin left.", "블라디미르 푸틴이 갔다.", "Vladimir Putin"),
        ("Then Sergei Lavrov left.", "세르게이 라브로프가 갔다.", "Sergei Lavrov"),
        ("He lives in Odesa now.", "그는 오데사에 산다.", "Odesa"),
        ("Then Charles Richter left.", None, "Charles Richter"),
    ],
)
def test_a_known_name_and_another_custom_of_spelling_are_left_alone(gazetteer, text, source, form):
    name = found(text, source, gazetteer=gazetteer)[form]
    assert (name.proposal, name.origin) == (None, "gazetteer")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Then Oleg Petrasiuk left.", "올레흐 페트라시우크가 갔다."),
        ("There sat Anne Funk.", "그때 안네 풍크가 있었다."),
        ("Then Hamamassu spoke.", None),
    ],
)
def test_nothing_is_proposed_for_a_name_that_is_not_there(gazetteer, text, source):
    assert [
        name.proposal for name in found(text, source, gazetteer=gazetteer).values() if name.proposal
    ] == []


def test_a_surname_alone_follows_the_full_name(gazetteer):
    names = found(
        "Olysia Rutsevich sat. Rutsevich laughed.",
        "오리시아 루체비치가 앉았다. 루체비치는 웃었다.",
        gazetteer=gazetteer,
    )
    assert names["Rutsevich"].proposal == "Lutsevych"


def answering(*hits):
    asked = []

    def look_up(form, form_language, language):
        asked.append((form, form_language, language))
        return list(hits)

    return look_up, asked


def test_what_the_gazetteer_lacks_is_looked_up_by_the_form_of_the_source():
    look_up, asked = answering(Hit("Li Zuocheng", "리줘청", "Chinese general", "http://x/Q1"))
    names = found("He called General Li Chuocheng.", "그는 리줘청 장군에게 전화했다.", lookup=look_up)
    assert asked == [("리줘청", "ko", "en")]
    assert (names["Li Chuocheng"].proposal, names["Li Chuocheng"].origin) == ("Li Zuocheng", "gazetteer")
    assert "Chinese general" in names["Li Chuocheng"].why


@pytest.mark.parametrize(
    "hit",
    [
        Hit("Li Zuocheng", "리줘쳉", "", ""),
        Hit("Vladimir Putin", "리줘청", "", ""),
        Hit("Li Chuocheng", "리줘청", "", ""),
    ],
)
def test_an_answer_to_another_form_or_of_another_sound_is_no_proposal(hit):
    look_up, _asked = answering(hit)
    names = found("He called General Li Chuocheng.", "그는 리줘청 장군에게 전화했다.", lookup=look_up)
    assert names["Li Chuocheng"].proposal is None


def test_nothing_is_asked_where_the_reference_decides():
    look_up, asked = answering()
    passages = [Passage(0, "He called Li Chuo.", "He called Li Zuocheng.", "그는 리줘청에게 전화했다.")]
    propose_names(passages, language="en", source_language="ko", hints=Hints(lookup=look_up))
    assert asked == []
