"""A user's rules: what their file may say, and how a bad or runaway rule is refused."""

import pytest

from workbench.checks import CHECKS, Context, Passage, find, read, read_rules
from workbench.errors import WorkbenchError
from workbench.model.document import Role
from workbench.model.finding import Severity

RULES = [check for check in CHECKS if check.name == "rules"]


def found(text, translation, source=""):
    context = Context(rules=read_rules(text, "house.toml"))
    passages = [Passage(0, (translation,), (), (source,) if source else ())]
    return find(read(passages, {Role.TRANSLATION: "en", Role.SOURCE: "ko"}, context), RULES)


def test_a_file_of_rules_is_read_and_run():
    text = r"""
[[rule]]
name = "percent"
translation = '(?P<value>\d+) per cent'
fix = '\g<value> percent'
severity = "major"
message = "This house writes percent."
category = "style/house"
"""
    (finding,) = found(text, "Prices rose 5 per cent.")
    assert (finding.text, finding.fix, finding.severity) == ("5 per cent", "5 percent", Severity.MAJOR)
    assert (finding.message, finding.category) == ("This house writes percent.", "style/house")


def test_a_file_without_rules_finds_nothing():
    assert found("", "Prices rose 5 per cent.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[rule]", ["house.toml", "TOML"]),
        ("[rule]\nname = 'a'", ["house.toml", "[[rule]]"]),
        ("rules = 1", ["house.toml", "[[rule]]"]),
        ("[[rule]]\ntranslation = 'a'", ["house.toml, 1", "name"]),
        ("[[rule]]\nname = 'a'", ["house.toml, a", "no pattern"]),
        ("[[rule]]\nname = 'a'\ntranslation = '(b'", ["house.toml, a", "(b"]),
        ("[[rule]]\nname = 'a'\ntranslation = 'b'\nfix = '\\1'", ["house.toml, a", "\\1"]),
        ("[[rule]]\nname = 'a'\ntranslation = 'b'\nfix = '\\g<year>'", ["house.toml, a", "year"]),
        ("[[rule]]\nname = 'a'\nsource = 'b'\nfix = '\\1'", ["house.toml, a", "\\1"]),
        ("[[rule]]\nname = 'a'\ntranslation = 'b'\nseverity = 'huge'", ["house.toml, a", "huge", "critical"]),
        ("[[rule]]\nname = 'a'\ntranslation = 'b'\ncolour = 'red'", ["house.toml, a", "colour", "message"]),
        ("[[rule]]\nname = 'a'\ntranslation = 1", ["house.toml, a", "translation"]),
        ("[[rule]]\nname = 'a'\ntranslation = 'b'\ncase = 'yes'", ["house.toml, a", "case"]),
        ("[[rule]]\nname='ok'\nsource='b'\n[[rule]]\nname='bad'\nsource='['", ["house.toml, bad"]),
    ],
)  # fmt: skip
def test_a_bad_rule_is_named(text, words):
    with pytest.raises(WorkbenchError) as error:
        read_rules(text, "house.toml")
    assert all(word in str(error.value) for word in words)


@pytest.mark.parametrize("side", ["translation", "source", "unless_translation"])
def test_a_runaway_pattern_is_stopped_and_named(side):
    text = f"[[rule]]\nname = 'runs'\n{side} = '(a|aa)+$'\n"
    text += "" if side == "translation" else "translation = 'a'\n"
    words = "a" * 60 + "b"
    with pytest.raises(WorkbenchError, match=r"house.toml, runs.*too long"):
        found(text, words, words)
