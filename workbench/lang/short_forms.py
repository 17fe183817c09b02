"""Short forms written out, by language: "Oct." and October, U.S. and United States, isn't and is not."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def short_forms(language: str) -> Mapping[str, str]:
    """Give what each short form of a language (its first subtag) stands for; none if unknown."""
    text = files("workbench.lang").joinpath("short_forms.toml").read_text(encoding="utf-8")
    forms: dict[str, str] = tomllib.loads(text).get(language, {})
    return forms


@cache
def pattern(language: str) -> re.Pattern[str] | None:
    """Give what finds the short forms of a language, the longest first; None if it has none."""
    forms = sorted(short_forms(language), key=len, reverse=True)
    starts = "".join({re.escape(form[0]) for form in forms})  # lets the search skip most letters
    return re.compile(f"(?=[{starts}])(?:{'|'.join(map(bounded, forms))})") if forms else None


def bounded(form: str) -> str:
    """Give the pattern of one form: a capital begins a word, a letter at the end ends one."""
    before, after = r"\b" if form[0].isupper() else "", r"\b" if form[-1].isalpha() else ""
    return before + re.escape(form) + after


def written_out(text: str, language: str) -> str:
    """Write the short forms of a text out; curly apostrophes become straight ones."""
    found = pattern(language)
    straight = text.replace("’", "'")
    return found.sub(lambda match: short_forms(language)[match[0]], straight) if found else straight
