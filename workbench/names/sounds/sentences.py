"""Differences of sound in words for the reviewer: the rule if there is one, how often either is written."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from workbench.i18n import N_, _
from workbench.names.sounds.explaining import Difference
from workbench.names.sounds.letters import base

_RULES: Mapping[str, str] = {
    "one_letter": N_("Korean writes %(shown)s and %(right)s with one letter, %(sound)s"),
    "no_th": N_("Korean has no th and writes it like other sounds, here with %(sound)s"),
    "vowel": N_("the Korean vowel %(sound)s stands for %(shown)s as for %(right)s"),
    "added": N_("Korean adds %(sound)s where a consonant has no vowel; Latin letters may leave it out"),
    "doubled": N_("Korean does not tell doubled letters from single ones"),
    "mark": N_("%(right)s and %(shown)s differ by a mark that Korean does not write"),
}
_NONE = "–"


def sentence(difference: Difference, language: str = "ko") -> str:
    """Say in words why the letters may differ, with the shares of both, without a full stop."""
    rule = rule_of(difference, language)
    values = {
        "shown": difference.shown or _NONE,
        "right": difference.right or _NONE,
        "sound": difference.sound,
        "shown_share": round(100 * difference.shown_share),
        "right_share": round(100 * difference.right_share),
    }
    shares = (
        _("%(sound)s is %(right)s in %(right_share)d %%, %(shown)s in %(shown_share)d %% of known names")
        % values
    )
    return f"{_(_RULES[rule]) % values} ({shares})" if rule else shares


def rule_of(difference: Difference, language: str) -> str | None:
    """Name the rule that fits a difference, None when there is none."""
    one, other = difference.shown, difference.right
    if one and other and bare(one) == bare(other):
        return "mark"
    if one and other and single(one) == single(other):
        return "doubled"
    wanted = {one or _NONE, other or _NONE}
    fitting = (
        rule for sound, known, rule in rules(language) if sound == difference.sound and wanted <= known
    )
    return next(fitting, None)


def bare(letters: str) -> str:
    """Give letters without their marks."""
    return "".join(base(letter) or letter for letter in letters)


def single(letters: str) -> str:
    """Give letters without doubled ones."""
    return "".join(letter for place, letter in enumerate(letters) if letters[place - 1 : place] != letter)


@cache
def rules(language: str) -> tuple[tuple[str, frozenset[str], str], ...]:
    """Read the rules of a language: letter, spellings, name of the rule; none where no file is."""
    file = files("workbench.names.sounds").joinpath(f"data/rules.{language}.tsv")
    lines = file.read_text("utf-8").split("\n") if file.is_file() else []
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((sound, frozenset(known.split()), rule) for sound, known, rule in rows)
