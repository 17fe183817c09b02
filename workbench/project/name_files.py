"""Names of files without a review: found, and put right in a copy of the translation's file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.errors import WorkbenchError
from workbench.formats import write_back
from workbench.i18n import _
from workbench.model.bead import ReviewBead
from workbench.model.document import Role
from workbench.model.name import Name
from workbench.names import Passage
from workbench.names.mentions import mention_spans
from workbench.names.plan import Edit, applied, plan
from workbench.progress import Report, silent
from workbench.project.intake import Cut, TextRead
from workbench.project.name_choices import Choice
from workbench.project.naming import Knowing, names_in
from workbench.text.edit import joined

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A translation's file with names put right: its bytes, how many mentions, which names could not be."""

    data: bytes
    mentions: int
    refused: tuple[str, ...]


def names_of_texts(
    texts: Mapping[Role, TextRead], rows: Sequence[ReviewBead], knowing: Knowing, report: Report = silent
) -> list[Name]:
    """Find the names of a translation that was aligned with its other texts."""
    languages = {role: text.language for role, text in texts.items()}
    return names_in(passages_of(texts, rows), languages, knowing, report)


def passages_of(texts: Mapping[Role, TextRead], rows: Sequence[ReviewBead]) -> list[Passage]:
    """Give each pair's texts."""
    sentences = {role: text.sentences() for role, text in texts.items()}

    def side(row: ReviewBead, role: Role) -> str | None:
        if role not in sentences:
            return None
        return joined([sentences[role][index] for index in row.sentences.get(role, ())]) or None

    return [
        Passage(number, side(row, Role.TRANSLATION) or "", side(row, Role.REFERENCE), side(row, Role.SOURCE))
        for number, row in enumerate(rows)
    ]


def correct_file(text: TextRead, rows: Sequence[ReviewBead], choices: Sequence[Choice]) -> Corrected:
    """Put names right in the bytes of a translation's file; what is not a mention stays byte for byte.

    The names' mentions are looked for where they were found. Where the pairs are cut differently now (another
    reference, or none), they are taken in the order of the text, if the form stands there as often.
    """
    pairs = [cuts_of(text, row) for row in rows]
    edits: dict[int, list[Edit]] = {}
    refused, count = [], 0
    for choice in choices:
        name, places = choice.name, placed(choice, pairs, text)
        if places is None:
            refused.append(name.form)
            continue
        count += len(places)
        for pair, span in places:
            here = pair_text(pairs[pair], text)
            english = text.language.startswith("en")
            form = written_form(here[slice(*span)], name)
            new = plan(here, [span], form, name.proposal or form, english=english)
            for unit, edit in (in_unit(each, pairs[pair]) for each in new):
                edits.setdefault(unit, []).append(edit)
    return Corrected(edited(text, edits), count, tuple(refused))


def edited(text: TextRead, edits: Mapping[int, Sequence[Edit]]) -> bytes:
    """Write the file with these edits of its units."""
    units = [
        replace(unit, text=applied(unit.text, without_overlaps(edits.get(number, ()))))
        for number, unit in enumerate(text.document.units)
    ]
    return write_back(replace(text.document, units=tuple(units)), text.data)


def without_overlaps(edits: Sequence[Edit]) -> list[Edit]:
    """Leave out an edit of what an earlier one changes; the a or an of one name may stand before another."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -len(edit.old))):
        if not kept or edit.start >= kept[-1].start + len(kept[-1].old):
            kept.append(edit)
    return kept


def cuts_of(text: TextRead, row: ReviewBead) -> list[Cut]:
    """Give the sentences of a pair that have text, as places in the file's units."""
    cuts = (text.cuts[index] for index in row.sentences.get(Role.TRANSLATION, ()))
    return [cut for cut in cuts if cut.end > cut.start]


def pair_text(cuts: Sequence[Cut], text: TextRead) -> str:
    """Give a pair's text as spans count in it."""
    return joined([text.document.units[cut.unit].text[cut.start : cut.end] for cut in cuts])


def placed(choice: Choice, pairs: Sequence[Sequence[Cut]], text: TextRead) -> list[tuple[int, Span]] | None:
    """Give the pair and the span of each ticked mention; None where they cannot be told."""
    name = choice.name
    listed = [(mention.pair, mention.span) for mention in choice.ticked]
    if all(reads(name, pair, span, pairs, text) for pair, span in listed):
        return listed
    found = [
        (number, span) for number, cuts in enumerate(pairs) for span in all_spans(pair_text(cuts, text), name)
    ]
    if len(found) != len(name.mentions):
        return None if found else []
    return [place for place, mention in zip(found, name.mentions, strict=True) if mention in choice.ticked]


def reads(name: Name, pair: int, span: Span, pairs: Sequence[Sequence[Cut]], text: TextRead) -> bool:
    """Tell whether a mention stands where it is said to stand."""
    return pair < len(pairs) and span in all_spans(pair_text(pairs[pair], text), name)


def all_spans(here: str, name: Name) -> list[Span]:
    """Give the mentions of a name's forms that are not the right form."""
    right = mention_spans(here, name.proposal or "")
    spans = {span for form in (name.form, *name.variants) for span in mention_spans(here, form)}
    return sorted(span for span in spans if not any(a <= span[0] and span[1] <= b for a, b in right))


def written_form(written: str, name: Name) -> str:
    """Give the form of a name that is written here, maybe in capitals."""
    forms = (name.form, *name.variants)
    return next((form for form in forms if mention_spans(written, form) == [(0, len(written))]), name.form)


def in_unit(edit: Edit, cuts: Sequence[Cut]) -> tuple[int, Edit]:
    """Move an edit from a pair's text to the unit of the file it stands in."""
    start = 0
    for cut in cuts:
        length = cut.end - cut.start
        if start <= edit.start and edit.start + len(edit.old) <= start + length:
            return cut.unit, replace(edit, start=edit.start - start + cut.start)
        start += length + 1
    raise WorkbenchError(_("“%(form)s” runs over the end of a sentence.") % {"form": edit.old})
