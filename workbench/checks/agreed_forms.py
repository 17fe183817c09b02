"""The forms of a glossary found in a text, inflected and with hyphens or without."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.checks.article import Article
from workbench.checks.hit import Span
from workbench.checks.side import Side
from workbench.checks.words import Word, words_of
from workbench.lang.wordnet import base_forms
from workbench.model.document import Role
from workbench.model.glossary import GlossaryEntry, Standing, main_tag

_KEY = 2  # letters of a form's first word that it is sought by
_UNSPACED = frozenset({"ko", "zh", "ja"})  # words run into one another or into their particles
_ENDING = 3  # letters that an inflected word may have more or other ones of
_STEM = 4  # letters that must be the same


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an entry: its words in small letters, as written, its standing, the entry's number."""

    words: tuple[str, ...]
    written: str
    standing: Standing
    entry: int


@dataclass(frozen=True, slots=True)
class Found:
    """A form in a text, without a possessive ending; `plural` says that it stands there with an "s" more."""

    span: Span
    entry: int
    standing: Standing
    plural: bool


@dataclass(frozen=True, slots=True)
class Terms:
    """A glossary to look up: forms by language and by the first letters; agreed forms by entry."""

    entries: Sequence[GlossaryEntry]
    forms: Mapping[tuple[str, str], Sequence[Form]]
    agreed: Mapping[int, Sequence[tuple[str, ...]]]


def terms_of(article: Article) -> Terms:
    """Prepare an article's glossary."""
    forms: dict[tuple[str, str], list[Form]] = {}
    agreed: dict[int, list[tuple[str, ...]]] = {}
    mine = main_tag(article.languages[Role.TRANSLATION])
    for number, entry in enumerate(article.context.glossary):
        for term in entry.terms:
            language = main_tag(term.language)
            words = tuple(word.folded for word in words_of(term.form))
            if words:
                form = Form(words, term.form, term.standing, number)
                forms.setdefault((language, key(form, language)), []).append(form)
            if language == mine and term.standing is not Standing.FORBIDDEN:
                agreed.setdefault(number, []).append(words)
    return Terms(article.context.glossary, forms, agreed)


def key(form: Form, language: str) -> str:
    """Give what a form is sought by."""
    return form.written[:1] if language in _UNSPACED else "".join(form.words)[:_KEY]


def found_in(side: Side, terms: Terms) -> list[Found]:
    """Give the forms of a glossary that stand in a side; of two that overlap the longer."""
    language = side.known.language
    found = (
        written_in(side.text, terms, language) if language in _UNSPACED else worded_in(side, terms, language)
    )
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.span[0] - one.span[1]):
        if not any(one.span[0] < other.span[1] and other.span[0] < one.span[1] for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)


def written_in(text: str, terms: Terms, language: str) -> Iterator[Found]:
    """Yield forms letter by letter, where words do not stand apart."""
    for at, letter in enumerate(text):
        for form in terms.forms.get((language, letter), ()):
            if text.startswith(form.written, at):
                yield Found((at, at + len(form.written)), form.entry, form.standing, plural=False)


def worded_in(side: Side, terms: Terms, language: str) -> Iterator[Found]:
    """Yield forms word by word; the hyphens, the spaces and the ending of the last word may be others."""
    for at, word in enumerate(side.words):
        start = word.folded[:_KEY]
        if len(start) < _KEY and at + 1 < len(side.words):
            start = (start + side.words[at + 1].folded)[:_KEY]
        for form in terms.forms.get((language, start), ()):
            for size in dict.fromkeys((len(form.words), len(form.words) - 1, len(form.words) + 1)):
                run = side.words[at : at + size]
                if 0 < size == len(run) and says(run, form, language):
                    last = run[-1]
                    end = last.start + len(last.folded) if last.text[:1].isalpha() else last.end
                    plural = last.folded != form.words[-1] and last.folded.endswith("s") and language == "en"
                    yield Found((run[0].start, end), form.entry, form.standing, plural)
                    break


def says(run: Sequence[Word], form: Form, language: str) -> bool:
    """Tell whether a run of words is a form: a form in capitals only in capitals (US, us)."""
    if form.written.isupper() and not run[0].text.isupper():
        return False
    joined, written = "".join(word.folded for word in run), "".join(form.words)
    if inflects(joined, written, language):
        return True
    return len(run) == len(form.words) and all(
        inflects(word.folded, other, language) for word, other in zip(run, form.words, strict=True)
    )


def inflects(word: str, form: str, language: str) -> bool:
    """Tell whether a word is another form of one: by WordNet in English, else by its stem."""
    if word == form:
        return True
    if language == "en":
        return not set(base_forms(word, "nv")).isdisjoint(base_forms(form, "nv"))
    stem = len(form) - _ENDING
    return stem >= _STEM and word[:stem] == form[:stem] and abs(len(word) - len(form)) <= _ENDING
