"""Pronouns of the wrong gender: he for a woman, her for a man."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.checks.links import NONE
from workbench.checks.persons import genders, name_runs
from workbench.checks.side import Side
from workbench.i18n import N_, _
from workbench.lang.genders import Gender, gendered_nouns, gendered_words
from workbench.lang.grammar import grammar_words
from workbench.lang.verbs import verb_forms
from workbench.lang.wordnet import parts_of_speech
from workbench.model.finding import Severity

_REACH = 3  # words between a pronoun and the linked word that shows its counterpart
# Confidence by evidence.
_BESIDE, _ALONE, _NAMED, _NEAREST, _BEFORE, _TOLD = 0.95, 0.8, 0.9, 0.75, 0.65, 0.65
_SUBJECTS, _OWN, _SELF = (
    frozenset(["he", "she"]),
    frozenset(["his", "her", "hers", "him"]),
    frozenset(["himself", "herself"]),
)
_OWNERS = frozenset(["his", "her"])
_EASTERN = "\u1100"  # from here on scripts that are not cut into words by spaces, or take endings
_TO_HE = {"she": "he", "hers": "his", "herself": "himself"}
_TO_SHE = {"he": "she", "him": "her", "himself": "herself"}


@dataclass(frozen=True, slots=True)
class Said:
    """Whom a pronoun should stand for, on what words that rests, and how sure it is."""

    gender: Gender
    evidence: str
    confidence: float


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the pronouns of a pair that other words show to be of the wrong gender."""
    side = row.translation
    if side.known.language != "en":
        return
    pronouns = gendered_words("en")
    if side.folded.isdisjoint(pronouns):
        return
    for at, word in enumerate(side.small):
        gender = pronouns.get(word)
        if gender is None:
            continue
        said = by_reference(row, article, at, gender) or by_text(row, article, at, gender)
        if said and said.gender is not gender:
            yield hit(side, at, said)


def hit(side: Side, at: int, said: Said) -> Hit:
    """Make a hit."""
    word = side.words[at]
    if said.gender is Gender.SHE:
        message = _("The pronoun stands for a man; other words say that it is a woman.")
    else:
        message = _("The pronoun stands for a woman; other words say that it is a man.")
    return Hit(
        (word.start, word.start + len(word.folded)),
        "accuracy/gender",
        Severity.MAJOR,
        message,
        said.confidence,
        said.evidence,
        turned(side, at, said.gender),
    )


def turned(side: Side, at: int, gender: Gender) -> str:
    """Give a pronoun's form for the other gender, with its capital."""
    word = side.words[at]
    if word.folded == "his":
        new = "her" if owns(side, at) else "hers"
    elif word.folded == "her":
        new = "his" if owns(side, at) else "him"
    else:
        new = (_TO_SHE if gender is Gender.SHE else _TO_HE)[word.folded]
    return new.capitalize() if word.is_capital else new


def owns(side: Side, at: int) -> bool:
    """Tell whether a noun that belongs to somebody follows: her house, not "told her that"."""
    if at + 1 >= len(side.words) or side.text[side.words[at].end : side.words[at + 1].start] != " ":
        return False
    after = side.words[at + 1].folded
    kinds = grammar_words("en")
    if after in kinds["prepositions"] | kinds["conjunctions"] | kinds["articles"] | kinds["auxiliaries"]:
        return False
    noun, verb, adjective, adverb = parts_of_speech(after)
    return after not in kinds["pronouns"] and (adverb <= noun + verb + adjective)


def by_reference(row: Row, article: Article, at: int, gender: Gender) -> Said | None:
    """Say whom the reference's pronoun, or the person it names, stands for in the place of a pronoun."""
    owner = owner_there(row, at) if row.reference else None
    if owner is not None and gendered_words("en")[row.reference.words[owner].folded] is not gender:
        return Said(gender.other, row.reference.words[owner].text, _BESIDE)
    if not row.reference or row.links.forward[at] != NONE:
        return Said(gender, "", 1.0) if row.reference else None
    other, pronouns = row.reference, gendered_words("en")
    free = [
        place
        for place, word in enumerate(other.words)
        if word.folded in pronouns and row.links.backward[place] == NONE
    ]
    same = [place for place in free if pronouns[other.words[place].folded] is gender]
    kind = kind_of(row.translation.words[at].folded)
    alike = [place for place in free if kind_of(other.words[place].folded) is kind]
    best = min(alike, key=lambda place: distance(row, at, place), default=None)
    near = best is not None and distance(row, at, best) <= _REACH
    # A "he" elsewhere says nothing of a "his" beside the words that belong to her in the reference.
    if same and (not near or not set(same).isdisjoint(alike)):
        return Said(gender, "", 1.0)
    if best is not None and near:
        return Said(gender.other, other.words[best].text, _BESIDE)
    if best is not None and not has_free(row, other.small[best]):
        return Said(gender.other, other.words[best].text, _ALONE) if len(free) == 1 else None
    return by_name(row, article, at)


def has_free(row: Row, pronoun: str) -> bool:
    """Tell whether an unlinked word may stand for the pronoun there: her grip on his hand, grip on him."""
    pronouns, kind = gendered_words("en"), kind_of(pronoun)
    return any(
        there == NONE and pronouns.get(word) is pronouns[pronoun] and kind_of(word) is kind
        for word, there in zip(row.translation.small, row.links.forward, strict=True)
    )


def owner_there(row: Row, at: int) -> int | None:
    """Give the reference's his or her right before the counterpart of what his or her stands right before."""
    words = row.translation.words
    if words[at].folded not in _OWNERS or at + 1 >= len(words) or not row.translation.content[at + 1]:
        return None
    there = row.links.forward[at + 1] - 1
    return there if there >= 0 and row.reference.words[there].folded in _OWNERS else None


def kind_of(word: str) -> frozenset[str]:
    """Tell what a pronoun does in its sentence."""
    return next(kind for kind in (_SUBJECTS, _OWN, _SELF) if word in kind)


def distance(row: Row, at: int, place: int) -> int:
    """Count the words between a place of the reference and where a pronoun's linked neighbours point to."""
    forward = row.links.forward
    found = [
        abs(forward[near] - place) + abs(near - at) - 1
        for near in range(max(0, at - _REACH), min(len(forward), at + _REACH + 1))
        if near != at and forward[near] != NONE and (forward[near] > place) == (near > at)
    ]
    return min(found, default=2 * _REACH)


def by_name(row: Row, article: Article, at: int) -> Said | None:
    """Say who does in the reference what the verb after a pronoun says, if that is a known person."""
    side, other = row.translation, row.reference
    if side.words[at].folded not in _SUBJECTS:
        return None
    verb = next(
        (near for near in range(at + 1, min(len(side.words), at + _REACH)) if side.content[near]), None
    )
    if verb is None or row.links.forward[verb] == NONE:
        return None
    place, known = row.links.forward[verb], article.fact(genders)
    for start, end in name_runs(other):
        if end == place or start == place + 1:
            name = other.words[end - 1].folded
            if name in known:
                text = other.text[other.words[start].start : other.words[end - 1].end]
                return Said(known[name], text, _NAMED)
    return None


def by_text(row: Row, article: Article, at: int, gender: Gender) -> Said | None:
    """Say whom the source, or the only person of the sentences before, shows."""
    return by_person(row, article, at) or by_source(row, gender)


def by_person(row: Row, article: Article, at: int) -> Said | None:
    """Say the gender of the only known person that a pair names before a pronoun, or the pair before it."""
    side, known = row.translation, article.fact(genders)
    if is_known_there(row, at):
        return None
    here, there = persons_in(side, known), persons_in(row.reference, known)
    if len(here) > 1 or len(there) > 1 or any(word.folded in gendered_nouns("en") for word in side.words):
        return None
    told, sure = persons_in(side, known, side.words[at].start), _NEAREST
    if not here and not there and row.reference and row.passage.row and speaks(side, at):
        told, sure = persons_in(article.rows[row.passage.row - 1].translation, known), _BEFORE
    if len(told) != 1:
        return None
    name, text = next(iter(told.items()))
    return Said(known[name], text, sure)


def is_known_there(row: Row, at: int) -> bool:
    """Tell whether a pronoun right before one has a counterpart of the same gender: he opened his eyes."""
    pronouns, side = gendered_words("en"), row.translation
    for near in range(max(0, at - _REACH), at) if row.reference else ():
        there = row.links.forward[near]
        if there != NONE and side.small[near] in pronouns:
            gender = pronouns.get(row.reference.small[there])
            return gender is pronouns[side.small[near]] is pronouns[side.small[at]]
    return False


def speaks(side: Side, at: int) -> bool:
    """Tell whether a pronoun stands beside a verb of speech."""
    speech = verb_forms("en")["speech"]
    return any(
        word.folded in speech for word in (*side.words[max(0, at - 1) : at], *side.words[at + 1 : at + 2])
    )


def persons_in(side: Side, known: Mapping[str, Gender], end: int | None = None) -> dict[str, str]:
    """Give the known persons that a side names (before a place): family names, and the names as written."""
    limit = len(side.text) if end is None else end
    return {
        name: side.text[side.words[start].start : side.words[stop - 1].end]
        for start, stop in name_runs(side)
        for name in [side.words[stop - 1].folded]
        if name in known and side.words[stop - 1].start < limit
    }


def by_source(row: Row, gender: Gender) -> Said | None:
    """Say whom the source's words for women and men show, if they are all of one gender."""
    telling = gendered_words(row.source.known.language) if row.source else {}
    if not telling:
        return None
    text = row.source.text.replace("其他", "")  # "others", no man
    spaced = max(telling) < _EASTERN
    words = {word.folded for word in row.source.words}
    found = {telling[word]: word for word in telling if (word in words if spaced else word in text)}
    if gender.other in found and gender not in found:
        return Said(gender.other, found[gender.other], _TOLD)
    return None


CHECK = Check(
    "pronouns",
    N_("Pronouns and gender"),
    N_(
        "He, she, his, her, him where the reference has the other one, or where titles, given names and the"
        " rest of the article say that the person is a woman or a man. A pronoun in place of a name is right."
    ),
    find,
    wide=True,
)
