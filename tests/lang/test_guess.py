import pytest

from workbench.lang.guess import function_words, guess_language, is_language_tag

TEXTS = [
    ("The president said that he would not go to the city with her.", "en"),
    ("Der Präsident sagte, dass er nicht mit ihr in die Stadt fahren wird.", "de"),
    ("Le président a dit qu’il ne serait pas dans la ville avec elle.", "fr"),
    ("El presidente dijo que no iría a la ciudad con ella para hablar.", "es"),
    ("Il presidente ha detto che non sarebbe andato con lei nella città.", "it"),
    ("O presidente disse que não vai com ela para a cidade hoje.", "pt"),
    ("De president zei dat hij niet met haar naar de stad zou gaan.", "nl"),
    ("Prezydent powiedział, że nie pojedzie z nią do miasta, które jest daleko.", "pl"),
    ("Tổng thống nói rằng ông không thể đến thành phố với những người này.", "vi"),
    ("Президент сказал, что он не поедет с ней в этот город.", "ru"),
    ("Президент сказав, що він не поїде з нею до цього міста і що вона теж.", "uk"),
    ("České město Plzeň.", "cs"),
    ("Київ — столиця України.", "uk"),
    ("Это столица.", "ru"),
    ("Zażółć gęślą jaźń.", "pl"),
    ("¿España?", "es"),
    ("Große Straße.", "de"),
    ("Wirtschaft wächst.", "de"),
    ("Guten Morgen.", "de"),
    ("Smørrebrød og øl.", "da"),
    ("Þetta er gott.", "is"),
    ("Kış güneşi.", "tr"),
    ("대통령은 그 도시에 가지 않겠다고 말했다. NATO는 아니다.", "ko"),
    ("大統領はその都市に行かないと述べた。", "ja"),
    ("总统说他不会和她一起去那个城市。", "zh"),
    ("وقال الرئيس إنه لن يذهب إلى المدينة معها.", "ar"),
    ("הנשיא אמר שהוא לא ייסע לעיר איתה.", "he"),
    ("Ο πρόεδρος είπε ότι δεν θα πάει στην πόλη.", "el"),
    ("राष्ट्रपति ने कहा कि वह शहर नहीं जाएंगे।", "hi"),
    ("ประธานาธิบดีกล่าวว่าเขาจะไม่ไป", "th"),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_a_language_is_known_by_its_script_and_words(text, language):
    assert guess_language(text) == language


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("Kyiv", "story.de.txt", "de"),
        ("Kyiv", "story.en-mt.txt", "en"),
        ("Київ", "story.uk.txt", "uk"),
        ("Москва", "story.en.txt", "ru"),  # the name cannot be true of the text
        ("대통령", "story.en.txt", "ko"),
        ("2024", "story.fr.txt", "fr"),
        ("2024", "story.txt", "en"),
        ("", "", "en"),
        ("Kyiv", "story.md.txt", "en"),
        ("Read this first.", "how-to-do-it.txt", "en"),
        ("Read this first.", "story-is-no.txt", "en"),
        ("Київ", "uk.txt", "uk"),
        ("Kyiv", "story.de_AT.txt", "de"),
        ("The president said that he would not go to the city with her.", "story.de.txt", "en"),
    ],
)
def test_a_files_name_decides_where_the_text_leaves_it_open(text, name, language):
    assert guess_language(text, name) == language


def test_the_word_lists_are_what_they_should_be():
    for language, words in function_words().items():
        assert len(words) >= 20, language
        assert all(word == word.lower() for word in words)


@pytest.mark.parametrize(
    ("tag", "valid"),
    [
        ("ko", True), ("pt-BR", True), ("zh_Hant", True), ("fil", True), ("de-DE-1996", True),
        ("", False), ("k", False), ("korean", False), ("ko-", False), ("ko\n", False),
        ("../ko", False), ("한국", False),
    ],
)  # fmt: skip
def test_a_language_tag_is_known_by_its_form(tag, valid):
    assert is_language_tag(tag) is valid
