"""Names in a text by their capitals: runs of capitalised words, sentence starts told apart, titles off."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.lang.name_words import NameWords
from workbench.names.words import Word, plain, words_of

_SPACE = re.compile(r"\.?[ \u00a0\n]+\Z")  # the full stop of a title; any other would open a sentence
_HEADLINE_WORDS = 4  # fewer capitalised words than this may be a bare name or a caption
_MOST_WORDS = 12  # more is a list or a headline without small words
_LONG = 4  # letters from which a headline's words have capitals (the custom of AP and others)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words that may be a name: `form` is text[start:end] without title and possessive.

    `title` is the class of the title before it. `sure` is False for a lone first word of a sentence, which
    may be capitalised for its place alone, and for a lone word where every noun is.
    `left` and `right` are the nearest other words, case-folded.
    """

    form: str
    start: int
    end: int
    words: tuple[str, ...]
    title: str | None
    sure: bool
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known beyond one sentence: the language's words, and those the texts write in small letters.

    `common` holds words seen in lower case in any of the texts, `capitals` those seen with a capital where
    no sentence begins.
    """

    language: NameWords
    common: frozenset[str]
    capitals: frozenset[str]


def knowledge(texts: Sequence[Sequence[Word]], language: NameWords) -> Knowledge:
    """Gather what the words of all texts tell about one another."""
    running = [words for words in texts if not is_headline(words)]
    common = {word.folded for words in running for word in words if word.text.islower()}
    capitals = {word.folded for words in running for word in words if word.capital and not word.opens}
    return Knowledge(language, frozenset(common), frozenset(capitals - common))


def candidates(text: str, words: Sequence[Word], known: Knowledge) -> list[Candidate]:
    """Find the names of a text; those of a headline are doubtful, and a text all in capitals gives none."""
    if all(word.text.isupper() for word in words):
        return []
    doubtful = is_headline(words)
    found = []
    for run in runs(words, known.language):
        first, last = without_dates(words, *without_openers(words, *run, known), known.language)
        if first == last:
            continue
        start, title = without_titles(words, without_people(words, first, last, known), last, known)
        start, last = without_openers(words, start, last, known)
        if start < last <= start + _MOST_WORDS and is_latin(words[start:last]):
            found.append(candidate(text, words, (start, last), title, known))
    return [replace(one, sure=one.sure and not doubtful) for one in found if is_name(one, known)]


def is_headline(words: Sequence[Word]) -> bool:
    """Tell whether capitals stand everywhere but on small words: a title or a text in capitals."""
    long = [word for word in words if len(word.text) >= _LONG]
    return len(long) > _HEADLINE_WORDS and all(word.capital for word in long)


def runs(words: Sequence[Word], language: NameWords) -> Iterable[tuple[int, int]]:
    """Yield [first, last) of words that stand together with capitals, small particles between included."""
    index = 0
    while index < len(words):
        if not words[index].capital:
            index += 1
            continue
        last = end_of_run(words, index, language)
        yield lead_in(words, index, language), last
        index = last


def end_of_run(words: Sequence[Word], first: int, language: NameWords) -> int:
    """Give where the run that begins at a capitalised word ends."""
    last = first + 1
    while True:
        ahead = last
        while joined(words, ahead) and words[ahead].text in language.particles:
            ahead += 1
        if not joined(words, ahead) or not words[ahead].capital:
            ahead = named_after(words, first, last, language)
            if ahead == last:
                return last
        last = ahead + 1


def named_after(words: Sequence[Word], first: int, last: int, language: NameWords) -> int:
    """Give where the rest of a body's name goes on: Bank of Japan, Center for Strategic and Foreign Studies.

    `last` where it does not: only what a body is called by (Bank, Center) goes on with such a word.
    """
    if not joined(words, last) or words[last].text not in {"of", "for", "and"}:
        return last
    ahead = last + 1
    if joined(words, ahead) and words[ahead].text == "the":
        ahead += 1
    if not joined(words, ahead) or not words[ahead].capital:
        return last
    bodies = language.institutions
    if words[last].text == "and":
        inside = any(word.text in {"of", "for"} for word in words[first:last])
        return ahead if inside and {words[last - 1].folded, words[ahead].folded} <= bodies else last
    return ahead if words[last - 1].folded in bodies - set(language.titles) else last


def lead_in(words: Sequence[Word], first: int, language: NameWords) -> int:
    """Give where a run begins with the particles before it: de Gaulle, von der Leyen."""
    while (
        first
        and joined(words, first)
        and not words[first - 1].opens
        and is_particle(words[first - 1], language)
    ):
        first -= 1
    return first


def is_particle(word: Word, language: NameWords) -> bool:
    """Tell whether a word is a particle and nothing else in this language."""
    return word.text in language.particles and word.folded not in language.grammar and len(word.text) > 1


def joined(words: Sequence[Word], index: int) -> bool:
    """Tell whether a word follows the one before with nothing but space between, possessives apart."""
    if not 0 < index < len(words) or words[index].opens:
        return False
    return bool(_SPACE.match(words[index].gap)) and words[index].start - words[index - 1].end == len(
        words[index].gap
    )


def without_dates(words: Sequence[Word], first: int, last: int, language: NameWords) -> tuple[int, int]:
    """Drop days and months before a name, and days after it: on Monday Jane Doe met John Roe Tuesday.

    A month after a name may be a surname, and before it, unless a preposition stands there, a given name.
    """
    while last - first > 1 and is_date_before(words, first, language):
        first += 1
    while last - first > 1 and words[last - 1].folded in language.days:
        last -= 1
    return first, last


def is_date_before(words: Sequence[Word], index: int, language: NameWords) -> bool:
    """Tell whether the first word of a run is a day or a month."""
    folded = words[index].folded
    after_grammar = index > 0 and words[index - 1].folded in language.grammar
    return folded in language.days or (folded in language.months and after_grammar)


def without_people(words: Sequence[Word], first: int, last: int, known: Knowledge) -> int:
    """Give where a person's name begins after a word for a people: the Ukrainian Jane Doe, the Pole John Roe.

    A people before what bodies are called by belongs to the name: Polish Radio Choir.
    """
    language, start = known.language, first
    if words[start].folded in language.directions and start + 1 < last:
        start += 1
    start += 1
    if words[start - 1].folded not in language.peoples or last - start <= 1:
        return first
    rest = {word.folded for word in words[start:last]}
    ordinary = (language.institutions, known.common, language.phrases, language.directions)
    return start if all(rest.isdisjoint(group) for group in ordinary) else first


def without_titles(words: Sequence[Word], first: int, last: int, known: Knowledge) -> tuple[int, str | None]:
    """Give where the name begins after the titles before it, and the class of the last title.

    Peoples and countries before a title go with it: Ukrainian President Volodymyr Zelensky.
    """
    titles, title, start = known.language.titles, None, first
    for index in range(first, last):
        folded = words[index].folded
        if folded in titles and index + 1 < last:
            title, start = titles[folded], index + 1
        elif not belongs_to_title(folded, known) and not before_office(words, index, last, known):
            break
    if title is None:
        return after_office(words, first, last, known)
    return start, title


def before_office(words: Sequence[Word], index: int, last: int, known: Knowledge) -> bool:
    """Tell whether an office is named after a word of its field: Infrastructure Minister Jane Doe."""
    offices = {"minister", "secretary", "chairman", "director", "leader"}
    return index + 2 < last and known.language.titles.get(words[index + 1].folded) in offices


def belongs_to_title(folded: str, known: Knowledge) -> bool:
    """Tell whether a word may stand within a title: Prime Minister, U.S. Vice President."""
    language = known.language
    return folded in language.before_titles or is_place_word(folded, language) or folded in language.grammar


def is_place_word(folded: str, language: NameWords) -> bool:
    """Tell whether a word is of peoples or countries."""
    return folded in language.phrases or folded in language.directions or folded in {"u.s", "u.k", "u.n"}


def after_office(words: Sequence[Word], first: int, last: int, known: Knowledge) -> tuple[int, str | None]:
    """Take off the rest of an office (the State of Secretary of State Jane Doe); a small title before."""
    titles = known.language.titles
    before = words[first - 1].folded if first and not words[first].opens else ""
    if before in titles and joined(words, first):
        return first, titles[before]
    if (
        before not in {"of", "for"}
        or first < len(("Secretary", "of"))
        or words[first - 2].folded not in titles
    ):
        return first, None
    start = first
    while start < last and (
        words[start].folded in known.language.institutions or words[start].folded in known.common
    ):
        start += 1
    return (start, titles[words[first - 2].folded]) if first < start < last else (first, None)


def without_openers(words: Sequence[Word], first: int, last: int, known: Knowledge) -> tuple[int, int]:
    """Drop a sentence's first word from a run when it is grammar or written small elsewhere."""
    while first < last and words[first].opens and is_ordinary(words[first].folded, known):
        first += 1
    while first < last and words[first].text == "I":
        first += 1
    return first, last


def is_ordinary(folded: str, known: Knowledge) -> bool:
    """Tell whether a word is one of grammar, or written small in the texts."""
    return folded in known.language.grammar or (folded in known.common and folded not in known.capitals)


def is_latin(words: Iterable[Word]) -> bool:
    """Tell whether all letters are Latin ones: the only script whose capitals are judged here."""
    return all("a" <= letter <= "z" for word in words for letter in plain(word.text) if letter.isalpha())


def candidate(
    text: str, words: Sequence[Word], place: tuple[int, int], title: str | None, known: Knowledge
) -> Candidate:
    """Make the candidate of words [first, last)."""
    first, last = place
    run = words[first:last]
    shown = not known.language.capital_nouns and (not run[0].opens or run[0].folded in known.capitals)
    sure = len(run) > 1 or title is not None or shown
    return Candidate(
        form=text[run[0].start : run[-1].end],
        start=run[0].start,
        end=run[-1].end,
        words=tuple(word.text for word in run),
        title=title,
        sure=sure,
        left=tuple(word.folded for word in words[max(0, first - 6) : first]),
        right=tuple(word.folded for word in words[last : last + 6]),
    )


def is_name(one: Candidate, known: Knowledge) -> bool:
    """Tell whether a candidate is more than a title, a date, a country, a people or a word of grammar."""
    return not is_place_or_date(one.form, known.language) and not all(
        is_dull(word, known.language) for word in one.words
    )


def is_place_or_date(form: str, language: NameWords) -> bool:
    """Tell whether a form is a country, a people, a month or a day, with a point of the compass before it."""
    phrase = " ".join(form.casefold().replace("’", "'").rstrip(".").split())
    words = phrase.split()
    rest = [word for word in words if word not in language.directions]
    return phrase in language.phrases or (bool(rest) and all(word in language.phrases for word in rest))


def is_dull(word: str, language: NameWords) -> bool:
    """Tell whether a word by itself is no name: a title, grammar, an initial, a point of the compass."""
    folded = word.casefold().replace("’", "'").rstrip(".")
    dull = (
        language.titles,
        language.grammar,
        language.directions,
        language.before_titles,
        language.particles,
    )
    return len(folded) == 1 or word.endswith(".") or any(folded in words for words in dull)


def found_names(text: str, known: Knowledge) -> list[Candidate]:
    """Find the names of a text from its letters on."""
    return candidates(text, words_of(text, frozenset(known.language.titles)), known)
