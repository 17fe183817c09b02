"""Every format there is, written out, and how the right one is found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.formats import docx, html, markdown, plain, po, subtitles, tabular, tmx, xliff
from workbench.formats.deferred import Deferred
from workbench.formats.reading import naming_file
from workbench.formats.recoding import in_utf8
from workbench.model.bitext import Bitext
from workbench.model.code import as_tags, without_codes
from workbench.model.document import Document
from workbench.model.format import Format

# In the order they are asked: plain text takes whatever nobody else knows.
FORMATS: Mapping[str, Format] = {
    form.name: form
    for form in (
        po.PO,
        xliff.XLIFF,
        tmx.TMX,
        docx.DOCX,
        html.HTML,
        subtitles.VTT,
        subtitles.SRT,
        markdown.MARKDOWN,
        tabular.PARQUET,
        tabular.TSV,
        tabular.CSV,
        tabular.JSONL,
        plain.TEXT,
    )
}


@dataclass(frozen=True, slots=True)
class Composer:
    """A format that a review can be written in anew: `compose` gives its bytes.

    `exact` gives them with texts that `compose` has to guard: a spreadsheet runs what begins like a formula.
    `codes` says what becomes of inline codes in a format that has none: they are left out, or are characters;
    None where the format has them and takes its texts as `model.code` writes them. `is_running`: it wants
    the corrected translation as running text. `is_template`: it says something without any translation too.
    """

    compose: Callable[[Bitext], bytes]
    codes: Callable[[str], str] | None = without_codes
    is_running: bool = False
    is_template: bool = True
    exact: Callable[[Bitext], bytes] | None = None


# By suffix. A review's own file is written by `write_back`.
COMPOSERS: Mapping[str, Composer] = {
    ".po": Composer(Deferred("po_export", "compose"), as_tags),
    ".xlf": Composer(Deferred("xliff_export", "compose"), None),
    ".xliff": Composer(Deferred("xliff_export", "compose"), None),
    ".tmx": Composer(Deferred("tmx_export", "compose"), None, is_template=False),
    ".tsv": Composer(Deferred("tables", "compose_tsv")),
    ".csv": Composer(Deferred("tables", "compose_csv"), exact=Deferred("tables", "compose_exact_csv")),
    ".jsonl": Composer(Deferred("tables", "compose_jsonl")),
    ".parquet": Composer(Deferred("parquet_document", "compose")),
    ".txt": Composer(plain.compose, is_running=True, is_template=False),
    ".html": Composer(Deferred("html_export", "compose")),
    ".htm": Composer(Deferred("html_export", "compose")),
    ".docx": Composer(Deferred("docx_export", "compose"), is_running=True, is_template=False),
}

_HEAD = 65_536  # bytes: room for the longest licence comment above a first msgid


def identify(data: bytes, name: str) -> Format:
    """Find the format of a file, by its content first and by its name second."""
    by_content = (
        form for form in FORMATS.values() if form is not plain.TEXT and form.recognises(data[:_HEAD])
    )
    by_name = (form for form in FORMATS.values() if name.lower().endswith(form.suffixes))
    return next(by_content, None) or next(by_name, plain.TEXT)


def read_document(data: bytes, path: Path, charset: str | None = None) -> Document:
    """Read a file's bytes in its format; what is wrong is said with the file's name."""
    with naming_file(path):
        return identify(data, path.name).read(data, charset)


def recoded(document: Document, original: bytes) -> bytes:
    """Give a file in UTF-8; one that is so already stays as it is."""
    form = FORMATS[document.format]
    return original if document.charset.startswith("utf-8") else in_utf8(original, document.charset, form)


def read_in_parts(data: bytes, path: Path, charset: str | None = None) -> Iterator[Document]:
    """Read a file's bytes part by part: documents whose units, in order, are those of the whole.

    The first part is there soon, however large the file; formats whose files are small give one part.
    """
    form = identify(data, path.name)
    with naming_file(path):
        yield from form.parts(data, charset) if form.parts else [form.read(data, charset)]


def write_back(document: Document, original: bytes, before: Document | None = None) -> bytes:
    """Write a document into the bytes it was read from (as `before`), everything else unchanged."""
    form = FORMATS[document.format]
    if before and form.rewrite:
        return form.rewrite(before, document, original)
    return form.write(document, original)
