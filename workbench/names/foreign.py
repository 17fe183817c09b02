"""Names in a Korean, Chinese or Japanese text: known ones, those before titles, those that sound foreign."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.lang.name_signs import NameSigns
from workbench.names import hangul_words
from workbench.names.hangul_words import Stem

Span = tuple[int, int]
_LATIN = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z.&’'-]*[A-Za-z](?: [A-Z][A-Za-z.&’'-]*[A-Za-z])*")
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}(?:[・＝][ァ-ヺー]{2,})*")
_HAN = "㐀-䶿一-鿿\uf900-\ufaff"
_QUOTED = re.compile(r"[‘『《「]([^‘’『』《》「」]{2,20})[’』》」]")
_FOREIGN, _PERHAPS = 0.6, 0.0  # mean log-odds of a word's syllables: by itself; beside a name or a title
_SHORT = 2  # syllables
_SURE_SHORT = 1.5  # mean log-odds wanted of a word of two
_GIVEN = 3  # syllables of a Korean name


@dataclass(frozen=True, slots=True)
class Foreign:
    """A name of the source where it stands. `known` are its names in English, where they are known."""

    form: str
    start: int
    end: int
    known: tuple[str, ...] = ()


def foreign_names(text: str, signs: NameSigns) -> list[Foreign]:
    """Find the names of a sentence, in order."""
    finders = {"ko": korean, "zh": chinese, "ja": japanese}
    found = [*known_names(text, signs), *latin(text), *finders[signs.language](text, signs)]
    return without_overlaps(found)


def without_overlaps(found: Iterable[Foreign]) -> list[Foreign]:
    """Keep the longest of names that overlap, the earlier found of equals."""
    kept: list[Foreign] = []
    for name in sorted(found, key=lambda name: name.start - name.end):
        if not any(name.start < other.end and other.start < name.end for other in kept):
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def latin(text: str) -> Iterator[Foreign]:
    """Yield the names that stand there in Latin letters."""
    return (Foreign(match.group(), *match.span()) for match in _LATIN.finditer(text))


def known_names(text: str, signs: NameSigns) -> Iterator[Foreign]:
    """Yield the names that are known: of several words anywhere, of one where a word begins and ends so."""
    for form, english in signs.known.items():
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            if signs.language != "ko" or is_whole(text, start, end, signs):
                yield Foreign(form, start, end, english)
            start = text.find(form, end)


def is_whole(text: str, start: int, end: int, signs: NameSigns) -> bool:
    """Tell whether a Korean word begins here and goes on with nothing but endings and joined nouns."""
    before = text[start - 1 : start]
    if before and (hangul_words.is_hangul(before) or before.isdigit()):
        return False
    rest = hangul_words.HANGUL.match(text, end)
    return rest is None or hangul_words.is_ending(rest.group(), signs)


def chinese(text: str, signs: NameSigns) -> Iterator[Foreign]:
    """Yield transcribed names, and a family name with one or two signs before a title."""
    sounds = "".join(sorted(signs.sounds))
    for match in re.finditer(f"[{sounds}]{{2,}}(?:[·•・][{sounds}]{{2,}})+|[{sounds}]{{4,}}", text):
        yield Foreign(match.group(), *match.span())
    titles = "|".join(sorted(map(re.escape, signs.titles), key=len, reverse=True))
    surnames = "".join(sorted(signs.surnames))
    for match in re.finditer(
        f"([{surnames}][{_HAN}]{{1,2}}?)(?:{titles})|(?:{titles})([{surnames}][{_HAN}]{{2}})", text
    ):
        group = 1 if match.group(1) else 2
        yield Foreign(match.group(group), *match.span(group))


def japanese(text: str, signs: NameSigns) -> Iterator[Foreign]:
    """Yield names in katakana that are no common words, and two to four Han signs before a title."""
    for match in _KATAKANA.finditer(text):
        if match.group() not in signs.common:
            yield Foreign(match.group(), *match.span())
    titles = "|".join(sorted(map(re.escape, signs.titles), key=len, reverse=True))
    for match in re.finditer(f"(?<![{_HAN}])([{_HAN}]{{2,4}}?)(?:{titles})", text):
        yield Foreign(match.group(1), *match.span(1))


def korean(text: str, signs: NameSigns) -> Iterator[Foreign]:
    """Yield names in Hangul: words that sound foreign, words around titles, quoted titles of works."""
    stems = hangul_words.stems(text, signs)
    likely = [is_likely(stem, signs) for stem in stems]
    for index in range(len(stems)):
        near = is_near_name(stems, likely, index, text, signs)
        likely[index] = likely[index] or (near and could_be(stems[index], signs))
    yield from runs(text, stems, likely)
    yield from shorts(stems, signs)
    for match in _QUOTED.finditer(text):
        inner = match.group(1)
        if hangul_words.HANGUL.fullmatch(inner) and inner not in signs.common:
            yield Foreign(inner, *match.span(1))


def is_likely(stem: Stem, signs: NameSigns) -> bool:
    """Tell whether a word sounds foreign enough by itself."""
    if is_common(stem, signs):
        return False
    wanted = _SURE_SHORT if len(stem.form) <= _SHORT else _FOREIGN
    return len(stem.form) >= _SHORT and oddness(stem.form, signs) >= wanted


def could_be(stem: Stem, signs: NameSigns) -> bool:
    """Tell whether a word beside a name or a title could be one: it sounds foreign, or is a Korean name."""
    if is_common(stem, signs):
        return False
    if stem.form[0] in signs.surnames and len(stem.form) in {1, _GIVEN}:
        return stem.form not in signs.short
    return len(stem.form) > 1 and oddness(stem.form, signs) >= _PERHAPS


def is_common(stem: Stem, signs: NameSigns) -> bool:
    """Tell whether a word is known to be none: common, a title, a day."""
    words = {stem.form, stem.whole}
    return (
        bool(words & signs.common or words & signs.titles or words & signs.calendar)
        or stem.form in signs.known
    )


def oddness(form: str, signs: NameSigns) -> float:
    """Give how much a word's syllables speak for a foreign name, on average (log-odds)."""
    return sum(signs.signs.get(sign, 0.0) for sign in form) / max(1, len(form))


def is_near_name(
    stems: Sequence[Stem], likely: Sequence[bool], index: int, text: str, signs: NameSigns
) -> bool:
    """Tell whether a word stands as names stand: by a title, a bare name before it or after, in brackets."""
    here = stems[index]
    before, after = stems[index - 1] if index else None, stems[index + 1] if index + 1 < len(stems) else None
    if text[max(0, here.start - 1) : here.start] == "(" and text[here.end : here.end + 1] in {"/", ")"}:
        return True
    if after is not None and here.bare and hangul_words.beside(text, here, after):
        if after.form in signs.titles or after.whole in signs.titles or likely[index + 1]:
            return True
        if after.form in signs.known and titled(stems, index + 1, signs):
            return True
    if before is not None and before.bare and hangul_words.beside(text, before, here):
        return likely[index - 1] or before.form in signs.titles
    return False


def titled(stems: Sequence[Stem], index: int, signs: NameSigns) -> bool:
    """Tell whether a country or a body before an office follows: 젤렌스키 우크라이나 대통령."""
    follows = stems[index + 1 : index + 3]
    return any(stem.form in signs.titles for stem in follows)


def runs(text: str, stems: Sequence[Stem], likely: Sequence[bool]) -> Iterator[Foreign]:
    """Yield the likely words as names, those that stand together as one; an ending closes a name."""
    start = None
    for index, stem in enumerate(stems):
        if not likely[index]:
            start = None
            continue
        start = stem.start if start is None else start
        follows = index + 1 < len(stems) and likely[index + 1]
        if not (follows and stem.bare and hangul_words.beside(text, stem, stems[index + 1])):
            yield Foreign(text[start : stem.end], start, stem.end)
            start = None


def shorts(stems: Sequence[Stem], signs: NameSigns) -> Iterator[Foreign]:
    """Yield countries by one syllable before a body, an office or as 군: 미 국무부, 미군."""
    for stem, after in zip(stems, [*stems[1:], None], strict=True):
        head = stem.whole[:1]
        if head in signs.short and stem.whole == head and after is not None:
            if after.form in signs.known or after.form in signs.titles:
                yield Foreign(head, stem.start, stem.start + 1, signs.short[head])
        elif head in signs.short and stem.whole[1:] in {"군", "측"}:
            yield Foreign(head, stem.start, stem.start + 1, signs.short[head])
