"""Who does what to whom in a clause: what is read, and where nothing is."""

import pytest

from workbench.checks.deeds import deed
from workbench.checks.nouns_of_deeds import noun_deed
from workbench.checks.side import Side

# A sentence, its verb, and the one that does it, it is done to, it is taken from; "" where it tells none.
READ = [
    ("The army attacked the town.", "attacked", "The army", "the town", ""),
    ("The town was attacked on Monday by the army.", "attacked", "the army", "The town", ""),
    ("The agency that had recruited Nakitto closed.", "recruited", "The agency", "Nakitto", ""),
    ("The agency recruited by Nakitto closed.", "recruited", "Nakitto", "The agency", ""),
    ("The agency recruiting Nakitto closed.", "recruiting", "The agency", "Nakitto", ""),
    ("The bloc, which Austria left in 2019, met.", "left", "Austria", "The bloc", ""),
    ("Gen. Ortiz, named to his post by President Paz, quit.", "named", "President Paz", "Gen. Ortiz", ""),
    ("The mine was seized from Delmar Foods.", "seized", "", "The mine", "Delmar Foods"),
    ("She has not yet told him.", "told", "She", "him", ""),
    ("They’ve been warned by us.", "warned", "us", "They’ve", ""),
    ("Delmar, a Spanish company, sued the city.", "sued", "Delmar", "the city", ""),
    ("The bank’s governor, Ana Ruiz, sued us.", "sued", "The bank’s governor", "us", ""),
    ("The general on Tuesday night decided to arrest the mayor.", "arrest", "The general", "the mayor", ""),
    ("He would not let them run and would arrest them.", "arrest", "He", "them", ""),
    ("The head of the agency in Kampala fired Okello.", "fired", "The head", "Okello", ""),
    ("On Sept. 28 a storm damaged the port.", "damaged", "a storm", "the port", ""),
    ("Prices rose by a third.", "rose", "Prices", "", ""),
    ("She won a second term by a margin of 12 votes.", "won", "She", "a second term", ""),
    ("The firm was sold by auction.", "sold", "", "The firm", ""),
    ("She kept telling him.", "telling", "She", "him", ""),
    ("He has never stopped thanking them.", "thanking", "He", "them", ""),
    ("No one from the pump house was asked.", "asked", "", "No one from the pump house", ""),
    ("They do not need it.", "need", "They", "it", ""),
]  # fmt: skip
UNREAD = [
    ("He’s arrested them.", "arrested"),  # is or has
    ("A man called Jesus made mud.", "called"),
    ("They are concerned about the delay.", "concerned"),
    ("The police chief spoke.", "police"),
]
NOUNS = [
    ("The patrol carried out an ambush.", "ambush", "The patrol", ""),
    ("The patrol came under attack.", "attack", "", "The patrol"),
    ("The mayor had not given notice of the drill.", "notice", "The mayor", ""),
    ("Park’s arrest of Lee surprised us.", "arrest", "Park’s", "Lee"),
    ("Park’s arrest by Lee surprised us.", "arrest", "Lee", "Park’s"),
    ("The murder of the king by a page shocked us.", "murder", "a page", "the king"),
    ("We left at the request of the abbot.", "request", "the abbot", ""),
    ("The city filed a lawsuit against Delmar.", "lawsuit", "The city", "Delmar"),
    ("We get a call every day.", "call", "", "We"),
]


def parties(text, word, read):
    """Give the parties of a word as they stand in a text."""
    side = Side((text,), "en")
    at = next(at for at, each in enumerate(side.words) if each.text == word)
    told = read(side, at)
    found = (told.doer, told.done_to, told.source) if told else None
    return found and [
        side.text[side.words[party.start].start : side.words[party.end - 1].end] if party else ""
        for party in found
    ]


@pytest.mark.parametrize(("text", "verb", "doer", "done_to", "source"), READ)
def test_parties_of_a_verb(text, verb, doer, done_to, source):
    assert parties(text, verb, deed) == [doer, done_to, source]


@pytest.mark.parametrize(("text", "verb"), UNREAD)
def test_what_is_left_unread(text, verb):
    assert parties(text, verb, deed) is None


@pytest.mark.parametrize(("text", "noun", "doer", "done_to"), NOUNS)
def test_parties_of_a_noun(text, noun, doer, done_to):
    assert parties(text, noun, noun_deed)[:2] == [doer, done_to]
