"""Korean words without what is written onto them: particles, endings, nouns joined to a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.lang.name_signs import NameSigns

HANGUL = re.compile("[가-힣]+")
_WORD = re.compile("(?<![0-9가-힣])[가-힣]+")  # what follows a number counts or measures: 31일
_PLACES = re.compile("[가-힣]{3,}(?=[주성현군]\\Z)")  # a foreign province or district, written onto its name
_GIVEN = 3  # syllables of a Korean name
_LEAST = 2  # syllables of a word by itself
_FIRST, _CODA, _CODAS = ord("가"), 28, "가이를는와라로며고"
# None, ㄱ ㄴ ㄹ ㅁ ㅂ ㅅ ㅇ: the only finals of foreign names (외래어 표기법, chapter 1, rule 3).
_NAME_CODAS = frozenset({0, 1, 4, 8, 16, 17, 19, 21})
_MOST_JOINED = 3  # nouns and endings that one name is followed by: 우크라이나 + 군 + 과의


@dataclass(frozen=True, slots=True)
class Stem:
    """A word: `form` without its endings, from `start` to `end`; `whole` as it stands."""

    form: str
    start: int
    end: int
    whole: str

    @property
    def bare(self) -> bool:
        """Tell whether the word has no ending."""
        return self.form == self.whole


def may_be_name(form: str) -> bool:
    """Tell whether a form ends its syllables as names do, which verbs often do not: 있었, 옆."""
    codas = ((ord(sign) - _FIRST) % _CODA for sign in form if is_hangul(sign))
    return all(coda in _NAME_CODAS for coda in codas)


def is_hangul(sign: str) -> bool:
    """Tell whether a character is a Hangul syllable."""
    return HANGUL.fullmatch(sign) is not None


def stems(text: str, signs: NameSigns) -> list[Stem]:
    """Cut a text into words and take the endings off."""
    return [stem_of(match, signs) for match in _WORD.finditer(text)]


def stem_of(match: re.Match[str], signs: NameSigns) -> Stem:
    """Take the longest ending off that leaves a word."""
    whole = match.group()
    if whole in signs.known or whole in signs.titles:
        return Stem(whole, match.start(), match.end(), whole)
    form = next((stem for stem in shortened(whole, signs)), whole)
    if form in signs.common or form in signs.titles or form in signs.known:
        return Stem(form, match.start(), match.start() + len(form), whole)
    if whole[0] in signs.surnames and len(form) < _GIVEN and whole[_GIVEN:] in {"", *signs.endings}:
        form = whole[:_GIVEN]  # 김정은이, whose 은 is no ending
    elif (place := _PLACES.match(form)) and form not in signs.common:
        form = place.group()
    return Stem(form, match.start(), match.start() + len(form), whole)


def readings(stem: Stem, signs: NameSigns, *, single: bool = False) -> list[str]:
    """Give the forms a word may have without what is written onto it: as it stands, and less each ending.

    `single` lets one syllable remain, as of a surname behind a given name: 서지 랭에게.
    """
    shorter = shortened(stem.whole, signs, 1 if single else _LEAST)
    joined = (
        form[: -len(noun)]
        for form in (stem.whole, stem.form)
        for noun in signs.attached
        if form.endswith(noun)
    )
    return list(dict.fromkeys(form for form in (stem.form, stem.whole, *shorter, *joined) if form))


def shortened(whole: str, signs: NameSigns, least: int = _LEAST) -> Iterator[str]:
    """Yield a word without an ending that may follow it, the shortest first; `least` syllables remain."""
    for ending in signs.endings:
        form = whole.removesuffix(ending)
        if form != whole and len(form) >= least and fits(form[-1], ending):
            yield form


def fits(last: str, ending: str) -> bool:
    """Tell whether an ending has the form it takes after this syllable: 은 after ㄴ, 는 after ㅏ."""
    closed = (ord(last) - _FIRST) % _CODA
    first = ending[0]
    if first in "은을과" or (first == "이" and len(ending) > 1):
        return closed != 0
    if first in "는를와가" or (first in "라며고" and len(ending) > 1):
        return closed == 0
    if first == "으":
        return closed not in {0, 8}  # 8 is ㄹ, after which 로 stands as after a vowel
    return closed in {0, 8} if first == "로" else True


def is_ending(rest: str, signs: NameSigns, joined: int = 0) -> bool:
    """Tell whether what follows a name is made of joined nouns and an ending."""
    if not rest or rest in signs.endings:
        return True
    if joined >= _MOST_JOINED:
        return False
    return any(
        rest.startswith(noun) and is_ending(rest[len(noun) :], signs, joined + 1) for noun in signs.attached
    )


def beside(text: str, one: Stem, other: Stem) -> bool:
    """Tell whether two words are divided by one space alone."""
    return text[one.start + len(one.whole) : other.start] == " "
