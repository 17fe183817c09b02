"""From files to sentences: what an import needs, computed before anything is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats import read_document, read_file, read_in_parts
from workbench.i18n import _
from workbench.lang.guess import guess_language, is_language_tag
from workbench.model.document import Document, Role
from workbench.progress import Report, silent
from workbench.segment import sentence_spans

_LARGEST = 1_000_000_000  # bytes: what SQLite keeps in one value (its SQLITE_MAX_LENGTH)
_GUESS_FROM = 400  # units: enough text to tell a language by


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the user names: a file for each role, and what they know better than a guess.

    `training` are files of earlier translations, for the aligner to learn words from; `glossary` is one of
    agreed names; `dismissed` is JSON of findings, some of which a reviewer dismissed elsewhere.
    """

    paths: Mapping[Role, Path]
    languages: Mapping[Role, str]
    charset: str | None = None
    training: Sequence[Path] = ()
    glossary: Path | None = None
    dismissed: Path | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """One sentence of a unit: [start, end) in the unit's text."""

    unit: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextRead:
    """One text of a review, read and cut into sentences."""

    path: Path
    data: bytes
    document: Document
    language: str
    cuts: tuple[Cut, ...]

    def sentences(self) -> list[str]:
        """Give the sentences' texts in order."""
        return [self.document.units[cut.unit].text[cut.start : cut.end] for cut in self.cuts]

    def paragraphs(self) -> list[int]:
        """Give the paragraph of each sentence."""
        return [cut.unit for cut in self.cuts]


def read_texts(inputs: Inputs, report: Report = silent) -> dict[Role, TextRead]:
    """Read and cut every text of a review; the translation is the one that must be there."""
    texts: dict[Role, TextRead] = {}
    for done, role in enumerate(role for role in Role if role in inputs.paths):
        report(done, len(inputs.paths))
        texts[role] = read_text(inputs.paths[role], inputs.languages.get(role), inputs.charset)
    translation = texts[Role.TRANSLATION]
    if translation.document.is_bilingual:
        if Role.SOURCE in texts:
            raise WorkbenchError(
                _("%(path)s brings its own source texts; leave --source out.") % {"path": translation.path}
            )
        texts[Role.SOURCE] = source_within(translation, inputs.languages.get(Role.SOURCE))
    return texts


def source_within(translation: TextRead, language: str | None) -> TextRead:
    """Take the source texts out of a bilingual file, as a text of their own."""
    units = tuple(replace(unit, text=unit.source or "") for unit in translation.document.units)
    document = replace(translation.document, units=units)
    return TextRead(
        translation.path,
        b"",
        document,
        language or stated(document.source_language) or guess(document, Path()),
        tuple(cuts(document, "")),
    )


def read_text(path: Path, language: str | None = None, charset: str | None = None) -> TextRead:
    """Read one file and cut it into sentences; the entries of a bilingual file are kept whole."""
    data = read_file(path, _LARGEST)
    document = read_document(data, path, charset)
    language = language or stated(document.language) or guess(document, path)
    return TextRead(path, data, document, language, tuple(cuts(document, language)))


def first_look(path: Path, language: str | None = None, charset: str | None = None) -> TextRead:
    """Read the beginning of a file, some 200 units, to be shown while `read_text` reads the whole.

    It is no text of a review: its units are the first of those that `read_text` gives.
    """
    data = read_file(path, _LARGEST)
    document = next(read_in_parts(data, path, charset))
    language = language or stated(document.language) or guess(document, path)
    return TextRead(path, data, document, language, tuple(cuts(document, language)))


def stated(language: str | None) -> str | None:
    """Give the language a file says it is in, where that is one: `sr@latin` is `sr`, `../../x` none."""
    tag = (language or "").split("@")[0].split(".")[0]
    return tag if is_language_tag(tag) else None


def guess(document: Document, path: Path) -> str:
    """Guess the language a document's texts are in."""
    return guess_language("\n".join(unit.text for unit in document.units[:_GUESS_FROM]), path.name)


def cuts(document: Document, language: str) -> list[Cut]:
    """Cut the units of a document into sentences."""
    if document.is_bilingual:
        return [Cut(number, 0, len(unit.text)) for number, unit in enumerate(document.units)]
    return [
        Cut(number, start, end)
        for number, unit in enumerate(document.units)
        for start, end in sentence_spans(unit.text, language)
    ]
