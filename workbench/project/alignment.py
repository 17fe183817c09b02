"""Which sentences of a review's texts belong together, computed before anything is stored."""

import re
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.align import Text, align, join_beads
from workbench.errors import WorkbenchError
from workbench.formats import naming_file, read_file, read_lines
from workbench.i18n import _
from workbench.lang.guess import guess_language
from workbench.model.bead import Bead, ReviewBead
from workbench.model.document import Role
from workbench.progress import Report, silent
from workbench.project.intake import TextRead, read_text
from workbench.project.training import Examples, read_examples

_GUESS_FROM = 400  # lines: enough text to tell a language by
_SIDE = r"\[\s*((?:\d{1,9}\s*(?:,\s*\d{1,9}\s*)*)?)\]"
_ANCHOR = re.compile(rf"\s*{_SIDE}\s*:\s*{_SIDE}")


@dataclass(frozen=True, slots=True)
class AlignOptions:
    """What a user may say of two files to align: `languages` of the first, then of the second.

    `anchors` are beads somebody vouches for; `strictness` is the aligner's, None for its own choice;
    `training` are files of earlier translations between the same languages.
    """

    languages: Sequence[str] = ()
    charset: str | None = None
    presegmented: bool = False
    anchors: Sequence[Bead] = ()
    strictness: float | None = None
    training: Sequence[Path] = ()


def align_files(
    paths: tuple[Path, Path], options: AlignOptions, report: Report = silent
) -> tuple[Text, Text, list[Bead]]:
    """Read, cut and align two files; give both texts and the beads."""
    languages = [*options.languages, None, None]
    a, b = (text_of(path, language, options) for path, language in zip(paths, languages[:2], strict=True))
    examples = read_examples(options.training, (a.language, b.language))
    beads = align(
        a, b, anchors=options.anchors, strictness=options.strictness, examples=examples, report=report
    )
    return a, b, beads


def read_anchors(path: Path) -> list[Bead]:
    """Read beads that somebody vouches for: one a line, as `[0, 1]:[0]`, what follows ignored."""
    beads = []
    with naming_file(path):
        for number, line in enumerate(read_lines(read_file(path)), start=1):
            found = _ANCHOR.match(line)
            if line.strip() and found is None:
                raise WorkbenchError(
                    _("Line %(line)d is no anchor; write it like [0, 1]:[0].") % {"line": number}
                )
            if found:
                a, b = (tuple(int(digits) for digits in re.findall(r"\d+", side)) for side in found.groups())
                beads.append(Bead(a, b, 1.0))
    return beads


def text_of(path: Path, language: str | None, options: AlignOptions) -> Text:
    """Read one file as the aligner takes it."""
    if not options.presegmented:
        return as_text(read_text(path, language, options.charset))
    data = read_file(path)
    with naming_file(path):
        lines = read_lines(data, options.charset)
    return Text(lines, language or guess_language("\n".join(lines[:_GUESS_FROM]), path.name))


def align_texts(
    texts: Mapping[Role, TextRead], report: Report = silent, *, training: Sequence[Path] = ()
) -> list[ReviewBead]:
    """Align the translation with the reference and with the source, and join both into pairs.

    Earlier translations, where files of them are named, teach words between the translation and its source.
    """
    translation = texts[Role.TRANSLATION]
    source = texts.get(Role.SOURCE)
    examples = read_examples(training, (translation.language, source.language)) if source else []
    known = {Role.SOURCE: examples}
    found = {
        role: counterpart(translation, texts[role], known.get(role, []), report)
        for role in texts
        if role != Role.TRANSLATION
    }
    return join_beads(
        found.get(Role.REFERENCE), found.get(Role.SOURCE), translation_length=len(translation.cuts)
    )


def counterpart(translation: TextRead, other: TextRead, examples: Examples, report: Report) -> list[Bead]:
    """Align two texts: by row, or by the entries that two catalogues share, else by what they say."""
    if other.path == translation.path and not other.data:  # it stands beside in the same file
        return by_unit(translation, other)
    if translation.document.is_bilingual and other.document.is_bilingual:
        return by_entry(keys(translation), keys(other))
    return align(as_text(translation), as_text(other), examples=examples, report=report)


def by_unit(a: TextRead, b: TextRead) -> list[Bead]:
    """Pair all sentences of a unit with those of the same unit."""
    sides: defaultdict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, text in enumerate((a, b)):
        for sentence, unit in enumerate(text.paragraphs()):
            sides[unit][side].append(sentence)
    return [Bead(tuple(ours), tuple(theirs), 1.0) for _unit, (ours, theirs) in sorted(sides.items())]


def as_text(text: TextRead) -> Text:
    """Give a text as the aligner takes it; a bilingual file's entries are no paragraphs of one story."""
    return Text(text.sentences(), text.language, None if text.document.is_bilingual else text.paragraphs())


def keys(text: TextRead) -> list[tuple[str | None, str | None]]:
    """Give what makes each entry of a catalogue the same entry in another: its context and its source."""
    return [(unit.context, unit.source) for unit in text.document.units]


def by_entry(a: Sequence[object], b: Sequence[object]) -> list[Bead]:
    """Pair entries of equal keys, the first with the first where a key stands twice."""
    waiting: defaultdict[object, deque[int]] = defaultdict(deque)
    for number, key in enumerate(b):
        waiting[key].append(number)
    beads = []
    for number, key in enumerate(a):
        beads.append(Bead((number,), (waiting[key].popleft(),) if waiting[key] else (), 1.0))
    left = sorted(number for numbers in waiting.values() for number in numbers)
    return [*beads, *(Bead((), (number,), 1.0) for number in left)]
