"""Sources in other languages are listened to as Korean ones are."""

import pytest

from workbench.names import Passage, propose_names
from workbench.names.finding import names_of_source
from workbench.names.hearing import heard
from workbench.names.text import read

CHINESE = [
    ("Olysia Rutsevich, head of the Ukraine Forum, spoke.", "Orysia Lutsevych leads the Ukraine Forum.",
     "乌克兰论坛负责人奥里西娅·卢采维奇周一发表讲话。"),
    ("“Russia is weak,” Rutsevich said.", "Russia was weak, Lutsevych said.", "卢采维奇说：“俄罗斯很虚弱。”"),
    ("A Frenchman, Jil Morero, sold it.", "Gilles Moreau of France sold it.", "法国人吉勒·莫罗卖掉了它。"),
    ("General Li Chuo did not answer.", "Gen. Li Zuocheng did not reply.", "李作成上将没有回答。"),
]  # fmt: skip
JAPANESE = [
    ("Olysia Rutsevich spoke on Monday.", "On Monday, Orysia Lutsevych spoke.",
     "オリシア・ルツェビチは月曜日に話した。"),
    ("“Russia is weak,” Rutsevich said.", "Lutsevych said that Russia was weak.",
     "「ロシアは弱い」とルツェビチは語った。"),
    ("Kazimiesh Wasniewsky bought it.", "Kazimierz Waśniewski was the buyer.",
     "カジミエシュ・ワシニェフスキが買った。"),
]  # fmt: skip


def passages(rows):
    return [Passage(number, *row) for number, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("rows", "language", "expected"),
    [
        (CHINESE, "zh", {"Olysia Rutsevich": "Orysia Lutsevych", "Rutsevich": "Lutsevych",
                         "Jil Morero": "Gilles Moreau", "Li Chuo": "Li Zuocheng"}),
        (JAPANESE, "ja", {"Olysia Rutsevich": "Orysia Lutsevych", "Rutsevich": "Lutsevych",
                          "Kazimiesh Wasniewsky": "Kazimierz Waśniewski"}),
    ],
)  # fmt: skip
def test_the_source_agrees_with_what_is_proposed(rows, language, expected):
    found = propose_names(passages(rows), language="en", source_language=language)
    assert {name.form: name.proposal for name in found if name.proposal} == expected
    assert all("source’s" in name.why for name in found if name.proposal)


@pytest.mark.parametrize(
    ("rows", "language", "expected"),
    [
        (
            CHINESE,
            "zh",
            [{"乌克兰", "奥里西娅·卢采维奇"}, {"卢采维奇", "俄罗斯"}, {"法国", "吉勒·莫罗"}, {"李作成"}],
        ),
        (
            JAPANESE,
            "ja",
            [{"オリシア・ルツェビチ"}, {"ルツェビチ", "ロシア"}, {"カジミエシュ・ワシニェフスキ"}],
        ),
    ],
)
def test_names_of_the_source_are_found_with_the_help_of_the_others(rows, language, expected):
    article = read(passages(rows), "en", language)
    found = [{name.form for name in names_of_source(article, row)} for row in article.rows]
    assert [wanted <= there for wanted, there in zip(expected, found, strict=True)] == [True] * len(rows)


KOREAN = "영국 채텀하우스의 오리시아 루체비치는 젤렌스키 우크라이나 대통령이 리줘청 부부장과 만났다고 말했다."


@pytest.mark.parametrize(
    ("name", "language", "text", "expected"),
    [
        ("Orysia Lutsevych", "ko", KOREAN, "오리시아 루체비치"),
        ("Olysia Rutsevich", "ko", KOREAN, "오리시아 루체비치"),
        ("Zelensky", "ko", KOREAN, "젤렌스키"),
        ("Li Zuocheng", "ko", KOREAN, "리줘청"),
        ("Zelensky", "uk", "Президент Зеленський сказав це в Києві.", "Зеленський"),
        ("Volodymyr Zelensky", "ru", "Он встретил Владимира Зеленского в Киеве.", "Владимира Зеленского"),
        ("Muhammad Ali", "ar", "قال محمد علي ذلك", "محمد علي"),
        ("Zelensky", "ja", "ウクライナのゼレンスキー大統領は", "ゼレンスキー"),
        ("Zelensky", "zh", "乌克兰总统泽连斯基说", "泽连斯基"),
    ],
)
def test_a_name_is_found_by_sound(name, language, text, expected):
    window = heard(text, name, language)
    assert window.form == expected
    assert text[window.start : window.end] == expected


@pytest.mark.parametrize(
    ("sentence", "language"), [("他没有回答。", "zh"), ("彼は答えなかった。", "ja"), ("", "zh")]
)
def test_a_name_that_is_not_there_is_not_heard(sentence, language):
    way = heard(sentence, "Volodymyr Zelensky", language)
    assert way is None or way.affinity < 0.5


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("그 편지는 서지 랭에게 갔다.", "Serge Lang", "서지 랭"),
        ("얼마 뒤 조지 마이컨은 그 계획이 너무 비싸다고 말했다.", "George Mikan", "조지 마이컨"),
        ("그의 집 옆에서 발견됐다.", "Kathy Bates", None),
    ],
)
def test_no_verb_is_taken_for_a_name_in_korean(sentence, name, expected):
    way = heard(sentence, name, "ko")
    assert (way.form if way and way.affinity > 0.5 else None) == expected
