"""Which language a text is in, from its script and its commonest words, and from its file's name.

To be used where nobody said: a guess that is shown and can be changed. A file's name ("article.uk.txt")
wins where the text leaves it open; clear words and letters of another language win over the name.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from workbench.text.script import script_counts

_SAMPLE = 20_000  # characters: more changes nothing and costs time
# Scripts that one living language, by far, is printed in.
_BY_SCRIPT = {
    "Hangul": "ko", "Kana": "ja", "Han": "zh", "Greek": "el", "Hebrew": "he", "Arabic": "ar",
    "Armenian": "hy", "Devanagari": "hi", "Bengali": "bn", "Tamil": "ta", "Thai": "th", "Georgian": "ka",
}  # fmt: skip
_LETTERS = {"Latin": "en", "Cyrillic": "ru"}  # where no function word was seen
_KANA_SHARE = 0.1  # Japanese prose is at least a third kana; a Chinese text quotes far less than a tenth
_OWN = 2  # a letter of its own says more than a word, which a neighbour may share
_CLEAR = 3  # so many times the evidence for the language in the name, and the name is mistaken
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """Read the function words of each language."""
    table = tomllib.loads(files("workbench.lang").joinpath("function_words.toml").read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in table.items()}


@cache
def letter_weights() -> Mapping[str, Mapping[str, int]]:
    """Read what a letter says for each language: more where no other language has it."""
    table = tomllib.loads(files("workbench.lang").joinpath("letters.toml").read_text(encoding="utf-8"))
    users = Counter(letter for letters in table.values() for letter in letters)
    return {
        language: {letter: _OWN if users[letter] == 1 else 1 for letter in letters}
        for language, letters in table.items()
    }


def is_language_tag(tag: str) -> bool:
    """Tell whether a word has the form of a language tag (BCP 47, "_" allowed): `ko`, `pt-BR`, `zh_Hant`."""
    return bool(_TAG.fullmatch(tag))


def guess_language(text: str, file_name: str = "") -> str:
    """Guess a language tag ("ko") for a text and the name of its file; "en" with nothing to go by."""
    counts = script_counts(text[:_SAMPLE])
    if not counts:
        return next(iter(tags_in(file_name)), "en")
    script = counts.most_common(1)[0][0]
    if script == "Han" and counts["Kana"] > _KANA_SHARE * counts["Han"]:
        script = "Kana"
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    possible = languages_in(script)
    named = next((tag for tag in tags_in(file_name) if tag in possible), None)
    return by_evidence(text[:_SAMPLE].lower(), possible, named) or _LETTERS[script]


def tags_in(file_name: str) -> list[str]:
    """Give the parts of a file's name that are language tags we know: `story.en-mt.txt` gives `en`."""
    known = {*function_words(), *_BY_SCRIPT.values()}
    stem, *parts = file_name.lower().split(".")
    heads = [part.split("-")[0].split("_")[0] for part in parts]
    return [tag for tag in [*heads, stem] if tag in known]


def languages_in(script: str) -> list[str]:
    """Name the languages written in a script that we have words of."""
    return [lang for lang, words in function_words().items() if script_of(words) == script]


def script_of(words: frozenset[str]) -> str:
    """Give the script of a word list."""
    return script_counts(" ".join(words)).most_common(1)[0][0]


def by_evidence(text: str, possible: list[str], named: str | None) -> str | None:
    """Choose the language with most function words and letters of its own; the file's name when in doubt."""
    words, characters = Counter(re.findall(r"[^\W\d_]+", text)), Counter(text)
    table, letters = function_words(), letter_weights()
    hits = {
        lang: sum(words[word] for word in table[lang])
        + sum(weight * characters[letter] for letter, weight in letters.get(lang, {}).items())
        for lang in possible
    }
    best = max(hits, key=lambda lang: (hits[lang], lang == named))
    if named and hits[best] < _CLEAR * (hits[named] + 1):
        return named
    return best if hits[best] else None
