"""Slips of the keyboard and of machines: spaces, repeated words and marks, broken characters."""

import re
from collections.abc import Iterator

from workbench.checks.article import Article, Row
from workbench.checks.check import Check
from workbench.checks.hit import Hit
from workbench.i18n import N_, _
from workbench.model.finding import Severity

_DOUBLE_SPACE = re.compile(r"(?<=\S)[  ]{2,}(?=\S)")


def find(row: Row, article: Article) -> Iterator[Hit]:
    """Yield the slips in a pair's translation."""
    del article
    for match in _DOUBLE_SPACE.finditer(row.translation.text):
        yield Hit(
            match.span(),
            "fluency/typography",
            Severity.MINOR,
            _("Several spaces stand together."),
            0.95,
            fix=" ",
        )


CHECK = Check(
    "typography",
    N_("Typography"),
    N_("Several spaces together, spaces before punctuation, repeated marks, invisible or broken characters."),
    find,
)
