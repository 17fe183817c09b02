"""A review as one page: the texts side by side, a row a pair. It needs no other file and runs no script."""

import datetime as dt
from html import escape

from workbench.formats.characters import storable
from workbench.i18n import N_, _
from workbench.model.bitext import Bitext, BitextPair
from workbench.model.document import Role
from workbench.model.status import Status

_HEADINGS = {Role.TRANSLATION: N_("Translation"), Role.REFERENCE: N_("Reference"), Role.SOURCE: N_("Source")}
_STATUSES = {
    Status.APPROVED: ("✓", N_("approved")),
    Status.NEEDS_WORK: ("✗", N_("needs work")),
    Status.UNREVIEWED: ("○", N_("unreviewed")),
}
_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 90rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid #8884; }
td { overflow-wrap: anywhere; white-space: pre-line; }
th:nth-child(1) { width: 2.5rem; }
th:nth-child(2) { width: 1.5rem; }
del { display: block; opacity: .7; }
@media print { thead { display: table-header-group; } tr { break-inside: avoid; } }
"""


def compose(bitext: Bitext) -> bytes:
    """Write the review as a page, in UTF-8."""
    language = bitext.languages[Role.TRANSLATION]
    title = text_of(bitext.title)
    revised = dt.datetime.fromtimestamp(bitext.revised, dt.UTC).strftime("%Y-%m-%d %H:%M UTC")
    roles = [role for role in _HEADINGS if role in bitext.languages]
    headings = "".join(f'<th scope="col">{text_of(_(_HEADINGS[role]))}</th>' for role in roles)
    rows = "".join(row(number, pair, bitext, roles) for number, pair in enumerate(bitext.pairs, start=1))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{revised}</p>\n"
        f'<table>\n<thead><tr><th scope="col">#</th><th></th>{headings}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n</body>\n</html>\n"
    ).encode()


def row(number: int, pair: BitextPair, bitext: Bitext, roles: list[Role]) -> str:
    """Write one pair."""
    mark, name = _STATUSES[pair.status]
    cells = "".join(
        f'<td lang="{escape(bitext.languages[role])}" dir="auto">{cell(pair, role)}</td>' for role in roles
    )
    return f'<tr><td>{number}</td><td title="{escape(_(name))}">{mark}</td>{cells}</tr>\n'


def cell(pair: BitextPair, role: Role) -> str:
    """Write one side of a pair; under an edited translation, what the machine wrote."""
    if role is not Role.TRANSLATION:
        return text_of(pair.reference if role is Role.REFERENCE else pair.source)
    before = (
        f"<del>{text_of(pair.original)}</del>" if pair.original != pair.translation and pair.original else ""
    )
    return text_of(pair.translation) + before


def text_of(text: str) -> str:
    """Write a text as text."""
    return escape(storable(text))
