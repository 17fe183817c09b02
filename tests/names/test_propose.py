"""Single pairs: what is proposed, and the traps in which nothing may be."""

import pytest

from workbench.model.glossary import GlossaryEntry, Standing, Term
from workbench.model.name import Judgement
from workbench.names import Passage, propose_names
from workbench.progress import Cancelled


def found(*pairs, language="en", glossary=None, sources=None):
    sources = sources or [None] * len(pairs)
    passages = [
        Passage(index, left, right, source)
        for index, ((left, right), source) in enumerate(zip(pairs, sources, strict=True))
    ]
    return propose_names(passages, language=language, glossary=entries(glossary or {}))


def entries(mapping):
    """Make a glossary of wrong or foreign forms and the right ones."""
    return [
        GlossaryEntry(
            (Term(right, "en"), Term(form, "en", Standing.FORBIDDEN) if form.isascii() else Term(form, "ko"))
        )
        for form, right in mapping.items()
    ]


def proposed(*pairs, **more):
    return {name.form: name.proposal for name in found(*pairs, **more) if name.proposal}


@pytest.mark.parametrize(
    ("translation", "reference", "expected"),
    [
        ("He met Zelenskiy there.", "There he met Zelensky.", {"Zelenskiy": "Zelensky"}),
        ("A call to General Li Chuo ended.", "A call to Gen. Li Zuocheng ended.", {"Li Chuo": "Li Zuocheng"}),
        ("He edits Ukraine Alert now.", "Now he edits UkraineAlert.", {"Ukraine Alert": "UkraineAlert"}),
        ("Then Sergey Lavrov left.", "Then Sergei Lavrov left.", {"Sergey Lavrov": "Sergei Lavrov"}),
        ("On Monday Joi Henri came.", "Zoe Henry came on Monday.", {"Joi Henri": "Zoe Henry"}),
        ("He saw Zelenskiy Thursday.", "On Thursday he saw Zelensky.", {"Zelenskiy": "Zelensky"}),
        ("A man, Kim Jongun, left.", "A man, Kim Jong Un, left.", {"Kim Jongun": "Kim Jong Un"}),
        ("It was Pavel Novak’s car.", "The car was Pawel Nowak’s.", {"Pavel Novak": "Pawel Nowak"}),
        ("It was Ursula von der Rayen.", "Ursula von der Leyen it was.", {"Rayen": "Leyen"}),
    ],
)  # fmt: skip
def test_a_misspelt_name_is_proposed(translation, reference, expected):
    assert proposed((translation, reference)) == expected


@pytest.mark.parametrize(
    ("translation", "reference"),
    [
        ("Troops of South Korea arrived.", "Troops of North Korea arrived."),
        ("The Finnish government met.", "The Swedish government met."),
        ("He left Austria on Monday.", "He left Australia on Tuesday."),
        ("Photo by AP on the front.", "Photo by Associated Press on the front."),
        ("The US and the U.N. agreed.", "The U.S. and the United Nations agreed."),
        ("UNICEF said so.", "It was UNESCO that said so."),
        ("He met the Secretary of State.", "He met Antony Blinken there."),
        ("The Ministry of Defense paid.", "The Defence Ministry paid."),
        ("They met in the Senate.", "They met in Seoul."),
        ("Samsung has a plant there.", "There is a plant there."),
        ("He saw Kim Jong Un in March.", "In March he saw the leader."),
        ("Supporters of Marx cheered.", "The Marxists cheered."),
        ("In Paris the mayor spoke.", "The Parisian mayor spoke."),
        ("World War I broke out.", "World War II broke out."),
        ("Pope Pius XI prayed.", "Pope Pius XII prayed."),
        ("He knew Anna Nowak and Piotr Nowak.", "He knew Piotr Nowak and Anna Nowak."),
        ("Traders waited.", "The Trades waited."),
        ("Jan Wójcik and Ewa Wojcik came.", "Jan Wojcik and Ewa Wójcik came."),
        ("Mr. Smith, the mayor, left.", "Mr. Jones, the mayor, left."),
        ("The writer Victor Cha said so.", "The writer Anna Bell said so."),
        ("Theresa May left in May.", "In May Theresa May left."),
        ("He read the Peril of Bob Woodward.", "He read “Peril,” by Bob Woodward."),
        ("", ""),
        ("...", "—"),
        ("On.", "On."),
    ],
)
def test_a_trap_is_left_alone(translation, reference):
    assert proposed((translation, reference)) == {}


def test_without_a_reference_nothing_is_proposed_for_lack_of_evidence():
    assert proposed(("He met Zelenskiy there.", None)) == {}


def test_a_surname_alone_follows_as_a_name_of_its_own():
    names = found(
        ("Olysia Rutsevich, of Chatham House, spoke.", "Orysia Lutsevych, of Chatham House, spoke."),
        ("Rutsevich said no.", "She said no."),
    )
    short = next(name for name in names if name.form == "Rutsevich")
    assert short.proposal == "Lutsevych"
    assert [(mention.pair, mention.span) for mention in short.mentions] == [(1, (0, 9))]
    assert "Orysia Lutsevych" in short.why


def test_one_proposal_has_all_mentions_of_surname_and_full_name():
    names = found(
        ("President Volodymyr Zelenskiy came.", "President Volodymyr Zelensky came."),
        ("ZELENSKIY’S VISIT ENDS", "ZELENSKY’S VISIT ENDS"),
        ("But Zelenskiy stayed.", "He stayed, though."),
    )
    name = next(name for name in names if name.proposal)
    assert (name.form, name.proposal, name.origin) == ("Zelenskiy", "Zelensky", "reference")
    assert [mention.pair for mention in name.mentions] == [0, 1, 2]


def test_another_person_of_the_surname_is_not_touched():
    names = found(
        ("The singer Olysia Rutsevich left.", "The singer Orysia Lutsevych left."),
        ("The painter Jan Rutsevich stayed.", "The painter Jan Rutsevich stayed."),
    )
    assert [(name.form, len(name.mentions)) for name in names if name.proposal] == [("Olysia Rutsevich", 1)]


def test_the_neighbouring_pair_is_looked_at():
    names = proposed(
        ("They met Orekseu Reznikof.", "They all met."), ("He laughed.", "Oleksii Reznikov laughed there.")
    )
    assert names == {"Orekseu Reznikof": "Oleksii Reznikov"}


def test_the_reason_names_the_sounds_and_quotes_the_reference():
    name = next(
        n for n in found(("There Olysia Rutsevich sat.", "There Orysia Lutsevych sat.")) if n.proposal
    )
    assert "l~r" in name.why
    assert "r~l" in name.why
    assert "same sentence: “There Orysia Lutsevych sat.”" in name.why


def test_confidence_is_high_only_where_context_agrees_too():
    alone = next(n for n in found(("He called Li Chuo.", "Then Li Zuocheng spoke.")) if n.proposal)
    titled = next(n for n in found(("Ha, President Zelenskiy!", "Oh, President Zelensky!")) if n.proposal)
    assert alone.confidence < 0.9 <= titled.confidence <= 1


def test_a_glossary_comes_first():
    pairs = [("Then Zelenskiy came.", "Then Zelensky came.")]
    names = [n for n in found(*pairs, glossary={"Zelenskiy": "Zelenskyy"}) if n.proposal]
    assert [(n.proposal, n.origin) for n in names] == [("Zelenskyy", "glossary")]


def test_a_glossary_works_from_the_form_of_the_source():
    names = found(
        ("Then Rutsevich came.", None), sources=["그때 루체비치가 왔다."], glossary={"루체비치": "Lutsevych"}
    )
    assert [(n.form, n.proposal, n.origin) for n in names if n.proposal] == [
        ("Rutsevich", "Lutsevych", "glossary")
    ]


def test_a_glossary_leaves_the_right_form_alone():
    assert proposed(("Gen. Li Zuocheng came.", None), glossary={"Li": "Li Zuocheng", "": "x"}) == {}


@pytest.mark.parametrize(
    ("rare", "often", "is_clear"), [(1, 2, False), (1, 3, True), (2, 5, False), (2, 6, True), (3, 3, False)]
)
def test_without_reference_the_clearly_commoner_spelling_wins(rare, often, is_clear):
    pairs = [("There sat Zelennsky.", None)] * rare + [("There sat Zelensky.", None)] * often
    assert proposed(*pairs) == ({"Zelennsky": "Zelensky"} if is_clear else {})


def test_a_commoner_spelling_is_proposed_at_low_confidence():
    pairs = [("There sat Bohdan Zelensky.", None)] * 4 + [("There sat Bohdan Zelennsky.", None)]
    name = next(n for n in found(*pairs) if n.proposal)
    assert (name.form, name.proposal, name.origin) == ("Bohdan Zelennsky", "Bohdan Zelensky", "article")
    assert name.confidence < 0.7


@pytest.mark.parametrize("pairs", [
    [("There sat Bohdan Zelensky.", None), ("There sat Bohdan Zelennsky.", None)],
    [("There sat Anna Kowalska.", None)] * 4 + [("There sat Anna Kowalski.", None)],
])  # fmt: skip
def test_a_tie_or_a_gender_proposes_nothing(pairs):
    assert proposed(*pairs) == {}


def test_agreement_says_so_and_joins_the_surname():
    names = found(
        ("Gen. Mark Milley spoke.", "Gen. Mark Milley spoke."),
        ("There was Milley again.", "Milley was there."),
    )
    assert [(n.form, n.variants, n.proposal, n.kind) for n in names] == [
        ("Mark Milley", ("Milley",), None, "person")
    ]
    assert names[0].confidence >= 0.9
    assert len(names[0].mentions) == 2


@pytest.mark.parametrize("language", ["ko", "ja", "zh", "ru", "ar", "xx", "de", "pl", "en-GB", "sr_Latn"])
def test_other_languages_are_silent_rather_than_wrong(language):
    pairs = [
        ("볼로디미르 젤렌스키 대통령은 AP에 말했다.", "볼로디미르 젤렌스키 대통령이 AP에 밝혔다."),
        ("Путин встретил Лукашенко.", "Путин принял Лукашенку."),
    ]
    assert proposed(*pairs, language=language) == {}


def test_progress_is_told_and_can_stop_the_work():
    told = []
    propose_names([], language="en", report=lambda done, total: told.append((done, total)))
    assert told[0] == (0, told[-1][1])
    assert told[-1][0] == told[-1][1]

    def stop(done, total):
        raise Cancelled(done, total)

    with pytest.raises(Cancelled):
        propose_names([], language="en", report=stop)


@pytest.mark.parametrize(
    ("pairs", "form", "judgement"),
    [
        ([("He met Zelensky there.", "There he met Zelensky.")], "Zelensky", Judgement.AGREES),
        ([("He met Zelenskiy there.", "There he met Zelensky.")], "Zelenskiy", Judgement.DIFFERS),
        ([("Lee Jin-man left.", None), ("Lee Jinman came.", None)], "Lee Jin-man", Judgement.INCONSISTENT),
        ([("Olysia Rutsevich left.", None), ("Then came Orysia Lutsevich.", None)], "Olysia Rutsevich",
         Judgement.INCONSISTENT),
        ([("Jaroslav Zavadsky left.", None), ("Then came Miroslav Zavadsky.", None)], "Jaroslav Zavadsky",
         Judgement.UNKNOWN),
        ([("He met Zеlensky there.", "There he met Zelensky.")], "Zеlensky", Judgement.STRANGE),
        ([("He met Zelen\u200bsky there.", None)], "Zelen\u200bsky", Judgement.STRANGE),
        ([("He met \u2066Zelensky\u2069 there.", None)], "\u2066Zelensky\u2069", Judgement.STRANGE),
        ([("Then Jane Doe left.", None), ("“No,” said Doe.", None)], "Jane Doe", Judgement.UNKNOWN),
        ([("Then Jane Doe left Iran.", "She left Iran.")], "Iran", Judgement.AGREES),
    ],
)  # fmt: skip
def test_each_name_says_how_it_was_judged(pairs, form, judgement):
    assert {name.form: name.judgement for name in found(*pairs)}[form] is judgement


@pytest.mark.parametrize(
    ("translation", "reference", "expected"),
    [
        ("The Ukrainian Yeben Tkachuk won.", "Yevhen Tkachuk won.", {"Yeben Tkachuk": "Yevhen Tkachuk"}),
        ("They sailed to Siretoko.", "They sailed to Shiretoko Peninsula.", {"Siretoko": "Shiretoko"}),
        ("At the Hokaido Shinbun.", "At The Hokkaido Shimbun.", {"Hokaido Shinbun": "Hokkaido Shimbun"}),
        ("They landed in Colomie today.", "Today they landed at Colomiers.", {"Colomie": "Colomiers"}),
        ("She won a Golden Palm in May.", "In May she won a Palme d’Or.", {}),
        ("The Berliners met in Berlin.", "People of Berlin met.", {}),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_is_no_part_of_it(translation, reference, expected):
    assert proposed((translation, reference)) == expected
