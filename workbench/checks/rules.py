"""The user's own rules, run with a limit of time."""

from collections.abc import Iterator

import regex

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.checks.rule import Rule, refused
from workbench.figures import count
from workbench.i18n import N_, ngettext

_PATIENCE = 0.5  # seconds a pattern may take over one text: honest ones take microseconds
_SURE = 0.95  # a rule means what it finds


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield what the rules mark in a pair; WorkbenchError names a rule whose pattern runs away."""
    for rule in article.context.rules:
        if applies(rule, row):
            yield from marked(rule, row)


def applies(rule: Rule, row: Row) -> bool:
    """Tell whether what must stand beside the translation does, and nothing that must not."""
    texts = {"translation": row.translation.text, "reference": row.reference.text, "source": row.source.text}
    return all(
        matches(rule, pattern, texts[side]) for side, pattern in rule.must.items() if side != "translation"
    ) and not any(matches(rule, pattern, texts[side]) for side, pattern in rule.unless.items())


def matches(rule: Rule, pattern: "regex.Pattern[str]", text: str) -> bool:
    """Tell whether a pattern finds something in time."""
    try:
        return pattern.search(text, timeout=_PATIENCE) is not None
    except TimeoutError:
        raise too_long(rule, text) from None


def marked(rule: Rule, row: Row) -> Iterator[Hit]:
    """Yield the places of a rule in the translation: all of it where the rule has no pattern for it."""
    text = row.translation.text
    pattern = rule.must.get("translation")
    if pattern is None:
        yield Hit((0, len(text)), rule.category, rule.severity, rule.message, _SURE, "", rule.fix)
        return
    try:
        found = [match for match in pattern.finditer(text, timeout=_PATIENCE) if match[0]]
    except TimeoutError:
        raise too_long(rule, text) from None
    for match in found:
        fix = match.expand(rule.fix) if rule.fix is not None else None
        yield Hit(match.span(), rule.category, rule.severity, rule.message, _SURE, "", fix)


def too_long(rule: Rule, text: str) -> Exception:
    """Make the error of a pattern that runs away."""
    reason = ngettext(
        "a pattern takes too long on a text of %(count)s character; make it simpler",
        "a pattern takes too long on a text of %(count)s characters; make it simpler",
        len(text),
    )
    return refused(rule.place, reason % {"count": count(len(text))})


CHECK = Check(
    "rules",
    N_("Your own rules"),
    N_(
        "What the rules in your own file mark: patterns for translation, reference and source, with severity,"
        " message and fix."
    ),
    find,
    wide=True,
)
