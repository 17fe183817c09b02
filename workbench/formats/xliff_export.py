"""A review as a new XLIFF 2.1 file: one unit a pair, the reference and the scores in its notes.

Source: XLIFF 2.1, OASIS Standard, 2018. The source is the source sentence, or the machine's own where there
is none; `state` is what the reviewer decided. Texts have their codes as `model.code` writes them.
"""

from collections.abc import Iterator

from workbench.formats.xliff_2 import NEEDS_WORK
from workbench.formats.xml_inline import in_xliff
from workbench.formats.xml_writing import escaped, quoted
from workbench.model.bitext import Bitext, BitextPair
from workbench.model.code import without_codes
from workbench.model.document import Role
from workbench.model.status import Status

_STATES = {
    Status.APPROVED: 'state="reviewed"',
    Status.NEEDS_WORK: f'state="translated" subState="{NEEDS_WORK}"',
    Status.UNREVIEWED: 'state="translated"',
}


def compose(bitext: Bitext) -> bytes:
    """Write the review as XLIFF 2.1, in UTF-8; blank in a sentence is text."""
    target = bitext.languages[Role.TRANSLATION]
    source = bitext.languages.get(Role.SOURCE, target)
    units = "".join(unit(number, pair) for number, pair in enumerate(bitext.pairs, start=1))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" xml:space="preserve"'
        f" srcLang={quoted(source)} trgLang={quoted(target)}>\n"
        f'<file id="f1" original={quoted(bitext.title)}>\n{units}</file>\n</xliff>\n'
    ).encode()


def unit(number: int, pair: BitextPair) -> str:
    """Write one pair."""
    notes = "".join(note(category, text) for category, text in notes_of(pair))
    name = "" if pair.context is None else f" name={quoted(pair.context)}"
    source = pair.source or pair.original or pair.reference or pair.translation
    target = f"<target>{in_xliff(pair.translation)}</target>" if pair.translation else ""
    state = _STATES[pair.status] if pair.translation else 'state="initial"'
    list_of_notes = f"<notes>{notes}</notes>\n" if notes else ""
    return (
        f'<unit id="u{number}"{name}>\n{list_of_notes}'
        f'<segment id="s{number}" {state}><source>{in_xliff(source)}</source>{target}</segment>\n</unit>\n'
    )


def note(category: str, text: str) -> str:
    """Write a note; the file's own have no category."""
    kind = f" category={quoted(category)}" if category else ""
    return f"<note{kind}>{escaped(without_codes(text))}</note>"


def notes_of(pair: BitextPair) -> Iterator[tuple[str, str]]:
    """Give the file's own notes; say what the reviewer compared with, and how near the machine came."""
    yield from (("", text) for text in pair.notes)
    if pair.reference:
        yield "reference", pair.reference
    if pair.source and pair.original != pair.translation:
        yield "machine", pair.original
    if pair.scores:
        yield "scores", ", ".join(f"{name} {value:.1f}" for name, value in pair.scores.items())
