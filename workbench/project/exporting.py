"""A review as a file for others: a new PO or table, or the translation's own file, corrected."""

import codecs
import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.figures import either
from workbench.formats import (
    COMPOSERS,
    FORMATS,
    expect_unchanged,
    read_document,
    recoded,
    replace_file,
    write_back,
)
from workbench.i18n import _
from workbench.model.bitext import Bitext, BitextPair
from workbench.model.code import escaped
from workbench.model.document import Document, Role, Unit
from workbench.model.pair import Pair, Status
from workbench.progress import Report, silent
from workbench.project.exported import is_ours, remember
from workbench.project.queries import DocumentInfo, Placed
from workbench.project.replaced import replacements

_PACKED = frozenset({".docx", ".parquet"})
_SHOWN, _LETTERS = 6, 6_000  # pairs and characters of a preview
_PLACED_BY = (
    Role.TRANSLATION,
    Role.SOURCE,
    Role.REFERENCE,
)  # whose file and paragraph `#:` names, first there is


class Keep(StrEnum):
    """How much of a review goes out."""

    ALL = "all"  # every text; the file's own marks stay where nobody decided
    APPROVED = (
        "approved"  # what is approved alone: other pairs are left out, in the own file left as they were
    )
    MARKED = "marked"  # every text, and whatever is not approved marked as fuzzy, or as its format says that


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asks of an export.

    `translator` goes into a PO file's own header with the time of the last change, which both stay as they
    are without one; `over_changed` replaces a file that somebody changed since the review read it; `utf_8`
    turns a file of another charset into UTF-8, which has every character; `exact` writes CSV as it is, which
    as a rule is guarded against spreadsheets that run texts as formulas.
    """

    keep: Keep = Keep.ALL
    translator: str | None = None
    over_changed: bool = False
    utf_8: bool = False
    exact: bool = False


def suffixes(translation: DocumentInfo) -> list[str]:
    """Name the suffixes a review can be exported by, one a format, the likeliest first."""
    own = FORMATS[translation.format].suffixes
    first = {composer: suffix for suffix, composer in reversed(list(COMPOSERS.items()))}
    return list(dict.fromkeys([".po", *own[:1], *reversed(first.values())]))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A review as it is exported: values alone, so that the work can be done on any thread.

    `is_reviewed`: somebody decides about its texts; a file that is merely converted says itself what it says.
    """

    title: str
    infos: Mapping[Role, DocumentInfo]
    content: bytes
    pairs: Sequence[Pair]
    sentences: Sequence[Placed]
    revised: float
    is_reviewed: bool = True


def export(
    snapshot: Snapshot, path: Path, report: Report = silent, options: Options | None = None
) -> tuple[str, ...]:
    """Write a review to a file, in the format its suffix names; give what is to be said about it."""
    options = options or Options()
    translation = snapshot.infos[Role.TRANSLATION]
    suffix = path.suffix.lower()
    said: tuple[str, ...] = ()
    if suffix in FORMATS[translation.format].suffixes:
        data = own_file(snapshot, options)
    elif suffix in COMPOSERS:
        composer = COMPOSERS[suffix]
        paragraphs = running_text(snapshot, options.keep) if composer.is_running else []
        if not composer.is_template and not any(sentence.text.strip() for sentence in snapshot.sentences):
            raise WorkbenchError(_("Nothing is translated yet; there is nothing to export."))
        composed = bitext(chosen(snapshot, options.keep), paragraphs, report)
        composed = with_codes_as(composer.codes, composed, snapshot.infos)
        compose = composer.exact if options.exact and composer.exact else composer.compose
        data, said = compose(composed), replacements(composer, composed)
    else:
        raise WorkbenchError(
            _("%(path)s: a review of this file can be exported as %(suffixes)s.")
            % {"path": path, "suffixes": either(suffixes(translation))}
        )
    if not options.over_changed and os.path.realpath(path) == os.path.realpath(translation.path):
        expect_unchanged(path, lambda there: there in (snapshot.content, data) or is_ours(path, there))
    replace_file(path, data)
    remember(path, data)
    return said


def can_be_exact(suffix: str) -> bool:
    """Tell whether a format guards texts against spreadsheets unless it is told to be exact."""
    return suffix in COMPOSERS and COMPOSERS[suffix].exact is not None


def can_be_recoded(snapshot: Snapshot, suffix: str) -> bool:
    """Tell whether an export is the translation's own file in another charset than UTF-8."""
    translation = snapshot.infos[Role.TRANSLATION]
    own = FORMATS[translation.format]
    return suffix in own.suffixes and suffix not in _PACKED and not is_utf_8(translation.charset)


def is_utf_8(charset: str) -> bool:
    """Tell UTF-8 by its name, with or without a mark at its beginning."""
    return codecs.lookup(charset).name in {"utf-8", "utf-8-sig"}


def excerpt(snapshot: Snapshot, suffix: str, options: Options) -> str:
    """Show how an export begins; a packed format by its texts. The snapshot should be of a few pairs.

    Of the translation's own format the corrected texts are shown: the file itself is spliced, not composed.
    """
    kept = replace(snapshot, pairs=snapshot.pairs[:_SHOWN])
    own = suffix in FORMATS[snapshot.infos[Role.TRANSLATION].format].suffixes
    if own or suffix in _PACKED:
        return "\n\n".join(pair.text(Role.TRANSLATION) for pair in kept.pairs)
    try:
        composer = COMPOSERS[suffix]
        paragraphs = [pair.text(Role.TRANSLATION) for pair in kept.pairs] if composer.is_running else []
        composed = bitext(chosen(kept, options.keep), paragraphs, silent)
        compose = composer.exact if options.exact and composer.exact else composer.compose
        data = compose(with_codes_as(composer.codes, composed, kept.infos))
    except WorkbenchError as error:
        return str(error)
    return data.decode("utf-8", "replace")[:_LETTERS]


def own_file(snapshot: Snapshot, options: Options) -> bytes:
    """Give the translation's own file with the corrections in it."""
    document, original = read_again(snapshot), snapshot.content
    if options.utf_8 and (original := recoded(document, snapshot.content)) != snapshot.content:
        document = read_document(
            original, Path(snapshot.infos[Role.TRANSLATION].path), "utf-8", document.columns
        )
    data = write_back(corrected(document, snapshot.sentences, options.keep), original, document)
    stamp = FORMATS[document.format].stamp
    if options.translator is None or stamp is None:
        return data
    return stamp(data, document.charset, header_fields(options.translator, snapshot.revised))


def read_again(snapshot: Snapshot) -> Document:
    """Give the translation as its file was read."""
    translation = snapshot.infos[Role.TRANSLATION]
    return read_document(snapshot.content, Path(translation.path), translation.charset, translation.columns)


def running_text(snapshot: Snapshot, keep: Keep) -> list[str]:
    """Give the corrected translation paragraph by paragraph."""
    return [unit.text for unit in corrected(read_again(snapshot), snapshot.sentences, keep).units]


def header_fields(translator: str, revised: float) -> dict[str, str]:
    """Give the fields of a PO header that say who changed the file when."""
    time = dt.datetime.fromtimestamp(revised, dt.UTC).strftime("%Y-%m-%d %H:%M+0000")
    return {"PO-Revision-Date": time, "Last-Translator": translator}


def chosen(snapshot: Snapshot, keep: Keep) -> Snapshot:
    """Leave out the pairs that are not to go into a new file."""
    if keep is not Keep.APPROVED:
        return snapshot
    pairs = [pair for pair in snapshot.pairs if pair.status is Status.APPROVED]
    if not pairs:
        raise WorkbenchError(_("No pair is approved yet; there is nothing to export."))
    return replace(snapshot, pairs=pairs)


def bitext(snapshot: Snapshot, paragraphs: Sequence[str], report: Report) -> Bitext:
    """Put together what a new file is made of, scores included."""
    languages = {role: info.language for role, info in snapshot.infos.items()}
    document = read_again(snapshot) if snapshot.content else None  # a preview does without the file
    rows = scores_of(snapshot, languages, report)
    return Bitext(
        title=snapshot.title,
        languages=languages,
        pairs=tuple(
            bitext_pair(pair, row, snapshot.infos, document)
            for pair, row in zip(snapshot.pairs, rows, strict=True)
        ),
        revised=snapshot.revised,
        paragraphs=tuple(paragraphs),
        is_reviewed=snapshot.is_reviewed,
    )


def bitext_pair(
    pair: Pair, scores: Mapping[str, float], infos: Mapping[Role, DocumentInfo], document: Document | None
) -> BitextPair:
    """Give one pair as an export sees it, with what its file says beside its first unit."""
    sentences = pair.sentences(Role.TRANSLATION)
    unit = document.units[sentences[0].paragraph] if document and sentences else None
    return BitextPair(
        translation=pair.text(Role.TRANSLATION),
        original=pair.original,
        reference=pair.text(Role.REFERENCE),
        source=pair.text(Role.SOURCE),
        status=pair.status,
        places=places(pair, infos),
        scores=scores,
        context=unit.context if unit else None,
        notes=unit.notes if unit else (),
    )


def with_codes_as(
    codes: Callable[[str], str] | None, texts: Bitext, infos: Mapping[Role, DocumentInfo]
) -> Bitext:
    """Write the texts as a new file takes them: inline codes as it has them, or without.

    A text of a file that has no codes may hold the characters that mark one.
    """
    has_codes = {role: FORMATS[info.format].has_codes for role, info in infos.items()}

    def said(role: Role, text: str) -> str:
        if not has_codes.get(role):
            return text if codes else escaped(text)
        return codes(text) if codes else text

    pairs = (
        replace(
            pair,
            translation=said(Role.TRANSLATION, pair.translation),
            original=said(Role.TRANSLATION, pair.original),
            reference=said(Role.REFERENCE, pair.reference),
            source=said(Role.SOURCE, pair.source),
            notes=tuple(said(Role.TRANSLATION, note) for note in pair.notes),
        )
        for pair in texts.pairs
    )
    paragraphs = (said(Role.TRANSLATION, paragraph) for paragraph in texts.paragraphs)
    return replace(texts, pairs=tuple(pairs), paragraphs=tuple(paragraphs))


def places(pair: Pair, infos: Mapping[Role, DocumentInfo]) -> tuple[tuple[str, int], ...]:
    """Give the file and the paragraphs, from 1, that a pair's sentences stand in."""
    role = next(role for role in _PLACED_BY if pair.sentences(role))
    paragraphs = dict.fromkeys(sentence.paragraph + 1 for sentence in pair.sentences(role))
    return tuple((infos[role].name, paragraph) for paragraph in paragraphs)


def corrected(document: Document, sentences: Iterable[Placed], keep: Keep = Keep.ALL) -> Document:
    """Put the corrected sentences into the document's units; a unit nobody touched keeps its very text."""
    units = list(document.units)
    for number, group in groupby(sentences, key=lambda placed: placed.paragraph):
        members = list(group)
        texts = [(member.original, text_kept(member, keep)) for member in members]
        statuses = {member.status for member in members}
        text = unit_text(units[number].text, texts)
        units[number] = replace(units[number], text=text, status=decided(units[number], statuses, keep))
    return replace(document, units=tuple(units))


def text_kept(sentence: Placed, keep: Keep) -> str:
    """Give a sentence as it goes out: as it was, where only what is approved is wanted."""
    left = keep is Keep.APPROVED and sentence.status is not Status.APPROVED
    return sentence.original if left else sentence.text


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


def decided(unit: Unit, statuses: set[Status], keep: Keep) -> Status:
    """Carry the reviewer's decision to the file; where there is none the file's own stays."""
    if statuses == {Status.APPROVED}:
        return Status.APPROVED
    if keep is Keep.APPROVED:
        return unit.status
    if Status.NEEDS_WORK in statuses or (keep is Keep.MARKED and unit.text):
        return Status.NEEDS_WORK
    return unit.status


def scores_of(snapshot: Snapshot, languages: Mapping[Role, str], report: Report) -> list[dict[str, float]]:
    """Score each pair, under the names that metrics are written with; nothing where there is no reference."""
    if Role.REFERENCE not in languages:
        return [{} for _pair in snapshot.pairs]
    # A fifth of a second, for NumPy: files are converted without.
    from workbench.project.scoring import document_scores, label_of  # noqa: PLC0415 -- see above

    scores = document_scores(snapshot.pairs, languages, report)
    rows = scores.segments if scores else [{} for _pair in snapshot.pairs]
    return [{label_of(name): value for name, value in row.items()} for row in rows]
