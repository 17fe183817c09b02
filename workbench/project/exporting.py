"""A review as a file for others: a new PO or table, or the translation's own file, corrected."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats import COMPOSERS, FORMATS, read_document, replace_file, write_back
from workbench.i18n import _
from workbench.model.bitext import Bitext, BitextPair
from workbench.model.document import Document, Role, Unit
from workbench.model.pair import Pair, Status
from workbench.progress import Report, silent
from workbench.project.queries import DocumentInfo, Placed
from workbench.project.scoring import Scores, document_scores, label_of

_PLACED_BY = (
    Role.TRANSLATION,
    Role.SOURCE,
    Role.REFERENCE,
)  # whose file and paragraph `#:` names, first there is


def suffixes(translation: DocumentInfo) -> list[str]:
    """Name the suffixes a review can be exported by, the likeliest first."""
    own = FORMATS[translation.format].suffixes
    return list(dict.fromkeys([".po", *own[:1], *COMPOSERS]))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A review as it is exported: values alone, so that the work can be done on any thread."""

    title: str
    infos: Mapping[Role, DocumentInfo]
    content: bytes
    pairs: Sequence[Pair]
    sentences: Sequence[Placed]
    revised: float


def export(snapshot: Snapshot, path: Path, report: Report = silent) -> None:
    """Write a review to a file, in the format its suffix names."""
    translation = snapshot.infos[Role.TRANSLATION]
    suffix = path.suffix.lower()
    if suffix in FORMATS[translation.format].suffixes:
        document = read_document(snapshot.content, Path(translation.path), translation.charset)
        replace_file(path, write_back(corrected(document, snapshot.sentences), snapshot.content))
        return
    if suffix not in COMPOSERS:
        raise WorkbenchError(
            _("%(path)s: a review of this file can be exported as %(suffixes)s.")
            % {"path": path, "suffixes": ", ".join(suffixes(translation))}
        )
    replace_file(path, COMPOSERS[suffix](bitext(snapshot, report)))


def bitext(snapshot: Snapshot, report: Report) -> Bitext:
    """Put together what a new file is made of, scores included."""
    languages = {role: info.language for role, info in snapshot.infos.items()}
    scores = document_scores(snapshot.pairs, languages, report)
    rows = labelled(scores) if scores else [{} for _pair in snapshot.pairs]
    return Bitext(
        title=snapshot.title,
        languages=languages,
        pairs=tuple(
            bitext_pair(pair, row, snapshot.infos) for pair, row in zip(snapshot.pairs, rows, strict=True)
        ),
        revised=snapshot.revised,
    )


def bitext_pair(pair: Pair, scores: Mapping[str, float], infos: Mapping[Role, DocumentInfo]) -> BitextPair:
    """Give one pair as an export sees it."""
    return BitextPair(
        translation=pair.text(Role.TRANSLATION),
        original=pair.original,
        reference=pair.text(Role.REFERENCE),
        source=pair.text(Role.SOURCE),
        status=pair.status,
        places=places(pair, infos),
        scores=scores,
    )


def places(pair: Pair, infos: Mapping[Role, DocumentInfo]) -> tuple[tuple[str, int], ...]:
    """Give the file and the paragraphs, from 1, that a pair's sentences stand in."""
    role = next(role for role in _PLACED_BY if pair.sentences(role))
    paragraphs = dict.fromkeys(sentence.paragraph + 1 for sentence in pair.sentences(role))
    return tuple((infos[role].name, paragraph) for paragraph in paragraphs)


def corrected(document: Document, sentences: Iterable[Placed]) -> Document:
    """Put the corrected sentences into the document's units; a unit nobody touched keeps its very text."""
    units = list(document.units)
    for number, group in groupby(sentences, key=lambda placed: placed.paragraph):
        members = list(group)
        text = unit_text(units[number].text, [(member.original, member.text) for member in members])
        units[number] = replace(
            units[number], text=text, approved=approved(units[number], {member.status for member in members})
        )
    return replace(document, units=tuple(units))


def unit_text(text: str, sentences: Iterable[tuple[str, str]]) -> str:
    """Put each sentence (as it was, as it is) in its place; what stands around and between them stays.

    A sentence that was emptied takes one gap along: the one before it, or after it where it was the first.
    An added one stands a space from its neighbours.
    """
    sentences = list(sentences)
    begin = done = text.index(next((original for original, _current in sentences if original), ""))
    body = ""
    for original, current in sentences:
        start = text.index(original, done)
        gap = text[done:start] if original and done > begin else " "
        if current:
            body += gap + current if body else current
        done = start + len(original)
    return text[:begin] + body + text[done:]


def approved(unit: Unit, statuses: set[Status]) -> bool:
    """Carry the reviewer's decision to the file; where there is none the file's own stays."""
    if Status.NEEDS_WORK in statuses:
        return False
    return unit.approved or statuses == {Status.APPROVED}


def labelled(scores: Scores) -> list[dict[str, float]]:
    """Give the segments' scores under the names they are written with."""
    return [{label_of(name): value for name, value in row.items()} for row in scores.segments]
