import pytest

from workbench.errors import WorkbenchError
from workbench.mqm.typology import BUILT_IN, built_in, folded, read

LEAST = """
name = "Ours"
[score]
threshold = 95
acceptable = 5
[[severity]]
id = "bad"
label = "Bad"
weight = 2
its = 50
[[category]]
id = "wrong"
label = "Wrong"
its = "mistranslation"
"""
ITS_TYPES = {  # ITS 2.0, appendix C
    "terminology", "mistranslation", "omission", "untranslated", "addition", "duplication", "inconsistency",
    "grammar", "legal", "register", "locale-specific-content", "locale-violation", "style", "characters",
    "misspelling", "typographical", "formatting", "inconsistent-entities", "numbers", "markup",
    "pattern-problem", "whitespace", "internationalization", "length", "non-conformance", "uncategorized",
    "other",
}  # fmt: skip


@pytest.mark.parametrize("name", BUILT_IN)
def test_what_is_shipped_can_be_used_and_marked_by_key(name):
    found = built_in(name)
    assert {one.its for one in found.categories} <= ITS_TYPES
    for named in (found.severities, found.categories):
        keys = [one.key for one in named if one.key]
        assert keys
        assert len(set(keys)) == len(keys)
    assert [one.its for one in found.severities] == sorted(one.its for one in found.severities)
    assert all(folded(one.id) == one.id for one in found.categories)


def test_mqm_core_has_the_seven_dimensions():
    tops = {one.id.split("/")[0] for one in built_in("mqm-core").categories}
    assert tops == {
        "accuracy",
        "terminology",
        "linguistic-conventions",
        "style",
        "locale-conventions",
        "audience-appropriateness",
        "design-and-markup",
    }
    assert [one.weight for one in built_in("mqm-core").severities] == [0, 1, 5, 25]
    assert len(built_in("simple").categories) == 5


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("Accuracy/Omission", "accuracy/omission"),
        ("Fluency/Punctuation", "linguistic-conventions/punctuation"),
        ("fluency/whatever", "linguistic-conventions"),
        ("terminology/name", "accuracy/mistranslation/entity"),
        ("accuracy/mistranslation/sense", "accuracy/mistranslation"),
        ("Locale convention/Date format", "locale-conventions/date-format"),
        ("unheard-of/thing", None),
    ],
)
def test_a_name_of_another_typology_finds_the_nearest_category(name, category):
    found = built_in("mqm-core").nearest(name)
    assert (found and found.id) == category


@pytest.mark.parametrize("name", BUILT_IN)
def test_no_name_means_two_categories(name):
    names = [one for category in built_in(name).categories for one in category.names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("severity", "category", "weight"),
    [
        ("Minor", "Style/Awkward", 1.0),
        ("Major", "Style/Awkward", 5.0),
        ("critical", "Accuracy/Omission", 5.0),
        ("Minor", "Fluency/Punctuation", 0.1),
        ("Major", "Fluency/Punctuation", 5.0),
        ("Neutral", "Fluency/Grammar", 0.0),
        ("Major", "Non-translation!", 25.0),
        ("minor", "Non_translation", 25.0),
        ("Major", "Source error", 0.0),
        ("Major", "Creative Reinterpretation", 0.0),
        ("trivial", "whatever", 0.1),
        ("No-error", "No-error", 0.0),
    ],
)
def test_wmt_weights_are_the_published_ones(severity, category, weight):
    assert built_in("wmt").rule(severity, category).weight == weight


def test_a_typology_of_ones_own_is_read():
    found = read(LEAST)
    assert found.rule("BAD", "wrong").weight == 2
    assert found.rank("bad") == 1
    assert found.category("Wrong") is found.categories[0]
    assert found.severity_by_its(3).id == "bad"
    assert found.category_by_its("omission") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "not TOML"),
        ("name = 'x'", "score"),
        (LEAST.replace('its = "mistranslation"', 'itss = "x"'), "itss"),
        (LEAST.replace("weight = 2", 'weight = "heavy"'), "heavy"),
        (LEAST.replace("weight = 2", "weight = -2"), "below zero"),
        (LEAST.replace("acceptable = 5", "acceptable = 0"), "penalty points: 0;"),
        (LEAST + '[[category]]\nid = "WRONG"\nlabel = "x"\nits = "style"\n', "id of its own"),
        ("severity = 5\n" + LEAST.split("[[severity]]", maxsplit=1)[0], "lacks"),
    ],
)
def test_what_is_no_typology_is_said_in_a_sentence(text, said):
    with pytest.raises(WorkbenchError, match=said):
        read(text)
