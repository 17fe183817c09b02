"""Two linked words that stand in the other order: how they are told of, whoever found them."""

from workbench.checks.article import Row
from workbench.checks.hit import Hit
from workbench.i18n import _
from workbench.model.finding import Severity

_SURE = 0.8
Link = tuple[int, int]  # the index of a word of the translation, and that of its counterpart


def crossed(row: Row, a: Link, b: Link) -> Hit:
    """Mark from the first of the two words to the second."""
    words, others = row.translation.words, row.reference.words
    span = (words[a[0]].start, words[b[0]].end)
    text, evidence = row.translation.text, row.reference.text[others[b[1]].start : others[a[1]].end]
    middle = text[words[a[0]].end : words[b[0]].start]
    message = _("“%(a)s” and “%(b)s” stand in each other’s place in the reference.") % {
        "a": words[a[0]].text,
        "b": words[b[0]].text,
    }
    fix = words[b[0]].text + middle + words[a[0]].text
    return Hit(span, "accuracy/mistranslation", Severity.CRITICAL, message, _SURE, evidence, fix)
