"""Forms of English words: what is sought by its spelling before it is looked up must be spelled so."""

from workbench.lang.exclusive import exclusive_signs, exclusive_wordings
from workbench.lang.wordings import wordings
from workbench.lang.wordnet import base_forms, forms_of, spellings

FORMS = {
    "stop": ["stops", "stopped", "stopping"],
    "carry": ["carries", "carried", "carrying"],
    "take": ["takes", "took", "taken", "taking"],
    "woman": ["women"],
    "knife": ["knives"],
    "big": ["bigger", "biggest"],
    "late": ["later", "latest"],
}


def test_forms_of_a_base_are_among_its_spellings():
    for base, forms in FORMS.items():
        assert {base, *forms} <= spellings(frozenset([base]))


def test_whatever_leads_to_a_base_is_spelled_as_one_of_its_forms():
    listed = [word + ending for word in wordings("en") for ending in ("", "s", "ing")][::7]
    for word in listed:
        for base in base_forms(word):
            assert word in forms_of(base)


def test_each_wording_that_excludes_others_has_a_sign():
    signs = exclusive_signs("en")
    for wording in (each for listed in exclusive_wordings("en").values() for each in listed):
        found = {(sign.group, sign.member) for word in wording.words for sign in signs.get(word, ())}
        assert (wording.group, wording.member) in found
