"""In which ways a form may be read aloud: Han characters have Chinese, Korean and Japanese readings."""

import re

from workbench.names.sounds.letters import folded

# Revised Romanisation of Korean (2000), syllable by syllable; `l` at the end of a syllable, `r` or `ll` between.
_ONSET = "kk|tt|pp|ss|jj|ch|[gndrmbsjkttph]|l"
_VOWEL = "yeo|yae|wae|eo|eu|ae|oe|ui|ya|ye|yo|yu|wa|wo|we|wi|[aeiou]"
_ROMANISED = re.compile(rf"(?:(?:{_ONSET})?(?:{_VOWEL})(?:ng|[gnklmbptds])?|_)+")


def readings_of(form: str, language: str | None) -> list[tuple[str, str]]:
    """Give (table, form to spell out by it) for each way to read a form."""
    if language == "la":
        return [("la", form), *([("rr", form)] if _ROMANISED.fullmatch(folded(form)) else [])]
    return [(language, form)] if language else []
