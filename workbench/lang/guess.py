"""Which language a text is in, from its script and its commonest words, and from its file's name.

To be used where nobody said: a guess that is shown and can be changed. A file's name wins over the text's
words when the two can both be true ("article.uk.txt"), since people name their files knowingly.
"""

import re
import tomllib
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
_NAME_TAG = re.compile(r"[._-]([A-Za-z]{2})(?=[._-]|$)")


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """Read the function words of each language."""
    table = tomllib.loads(files("workbench.lang").joinpath("function_words.toml").read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in table.items()}


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
    named = [tag for tag in tags_in(file_name) if tag in possible]
    return named[0] if named else by_words(text[:_SAMPLE], script, possible)


def tags_in(file_name: str) -> list[str]:
    """Give the parts of a file's name that are language tags we know: `story.en-mt.txt` gives `en`."""
    known = {*function_words(), *_BY_SCRIPT.values()}
    return [tag.lower() for tag in _NAME_TAG.findall(file_name) if tag.lower() in known]


def languages_in(script: str) -> list[str]:
    """Name the languages written in a script that we have words of."""
    return [lang for lang, words in function_words().items() if script_of(words) == script]


def script_of(words: frozenset[str]) -> str:
    """Give the script of a word list."""
    return script_counts(" ".join(words)).most_common(1)[0][0]


def by_words(text: str, script: str, possible: list[str]) -> str:
    """Choose the language most of whose function words stand in the text."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    table = function_words()
    hits = {lang: sum(word in table[lang] for word in words) for lang in possible}
    best = max(hits, key=lambda lang: hits[lang])
    return best if hits[best] else _LETTERS[script]
