"""A glossary as CSV: one name a row, a heading that says what each column holds.

Columns: `form` (in `language`), `language`, `kind`, `note`, `forbidden`, `admitted`, and one column for each
other language, headed by its tag (`ko`, `zh-Hant`). Several forms in a cell are separated by `|`. Commas,
semicolons or tabs separate cells; quoting is that of RFC 4180.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from workbench.errors import WorkbenchError
from workbench.figures import listed
from workbench.formats.reading import decode
from workbench.i18n import _
from workbench.model.glossary import GlossaryEntry, Standing, Term

COLUMNS = ("form", "language", "kind", "note", "forbidden", "admitted")
# What others call these columns.
_ALIASES = {
    "form": ("form", "term", "name", "target", "translation", "right", "preferred", "proposal"),
    "language": ("language", "lang", "target_language", "locale"),
    "kind": ("kind", "type", "category", "domain"),
    "note": ("note", "notes", "comment", "remark", "description"),
    "forbidden": ("forbidden", "wrong", "avoid", "deprecated", "forbidden forms"),
    "admitted": ("admitted", "variants", "also", "synonyms"),
    "source": ("source", "original", "source form"),
    "source_language": ("source_language", "source lang", "source language"),
}
_COLUMN = {alias: column for column, aliases in _ALIASES.items() for alias in aliases}
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*\Z", re.IGNORECASE)
_UNKNOWN = "und"  # BCP 47: language not told
_LONGEST = 1_000_000  # characters of a cell: more is a quotation mark that was never closed


def read_csv(data: bytes, language: str, charset: str | None = None) -> list[GlossaryEntry]:
    """Read a glossary; `language` is that of the forms where the file does not say."""
    text, _codec = decode(data, charset)
    rows = numbered_rows(text)
    number, heading = next(rows, (1, []))
    columns = columns_of(heading, language)
    if "form" not in columns:
        raise WorkbenchError(
            _("Line %(line)d heads no column “form”; it names: %(there)s.")
            % {"line": number, "there": listed(heading)}
        )
    entries = (entry_of(row, columns, line, language) for line, row in rows if any(row))
    return [entry for entry in entries if entry.terms]


def numbered_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the number of its first line."""
    first = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    before = csv.field_size_limit(_LONGEST)
    try:
        line = 1
        for row in reader:
            yield line, [cell.strip() for cell in row]
            line = reader.line_num + 1
    except csv.Error as error:
        raise WorkbenchError(
            _("Line %(line)d cannot be read as CSV: %(reason)s.") % {"line": reader.line_num, "reason": error}
        ) from error
    finally:
        csv.field_size_limit(before)


def columns_of(heading: Sequence[str], language: str) -> dict[str, int]:
    """Give where each column stands: our names, and tags of languages as they are.

    Where no column is headed “form”, the one headed by the language of the forms is that column.
    """
    columns: dict[str, int] = {}
    for index, cell in enumerate(heading):
        name = _COLUMN.get(cell.casefold(), cell if _TAG.match(cell) else "")
        if name:
            columns.setdefault(name, index)
    own = next((name for name in columns if name.casefold() == language.casefold()), None)
    if "form" not in columns and own is not None:
        columns["form"] = columns.pop(own)
    return columns


def entry_of(row: Sequence[str], columns: Mapping[str, int], line: int, language: str) -> GlossaryEntry:
    """Make an entry of one row."""
    cells = {name: row[index] for name, index in columns.items() if index < len(row)}
    own = cells.get("language") or language
    terms = [Term(form, own) for form in split(cells.get("form", ""))[:1]]
    terms += [Term(form, own, Standing.ADMITTED) for form in split(cells.get("form", ""))[1:]]
    terms += [Term(form, own, Standing.ADMITTED) for form in split(cells.get("admitted", ""))]
    terms += [Term(form, own, Standing.FORBIDDEN) for form in split(cells.get("forbidden", ""))]
    other = cells.get("source_language") or _UNKNOWN
    terms += [Term(form, other) for form in split(cells.get("source", ""))]
    for name in cells.keys() - _COLUMN.keys():
        terms += [Term(form, name) for form in split(cells[name])]
    return GlossaryEntry(
        tuple(terms), cells.get("kind", "").casefold(), cells.get("note", ""), _("line %d") % line
    )


def split(cell: str) -> list[str]:
    """Give the forms of a cell."""
    return [form.strip() for form in cell.split("|") if form.strip()]


def write_csv(entries: Sequence[GlossaryEntry]) -> bytes:
    """Write a glossary; each entry's first language is that of its form."""
    others = list(dict.fromkeys(tag for entry in entries for tag in entry.languages()[1:]))
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([*COLUMNS, *others])
    writer.writerows(row_of(entry, others) for entry in entries)
    return file.getvalue().encode("utf-8")


def row_of(entry: GlossaryEntry, others: Sequence[str]) -> list[str]:
    """Write one entry as the cells of a row."""
    own = next(iter(entry.languages()), "")
    groups = {
        standing: " | ".join(t.form for t in entry.terms if t.language == own and t.standing is standing)
        for standing in Standing
    }
    cells = [groups[Standing.PREFERRED], own, entry.kind, entry.note]
    cells += [groups[Standing.FORBIDDEN], groups[Standing.ADMITTED]]
    return cells + [
        " | ".join(term.form for term in entry.terms if term.language == tag and tag != own) for tag in others
    ]
