"""Columns of text in TSV and CSV: scores and reviews go out by them."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from workbench.model.bitext import Bitext, BitextPair

OWN_HEADINGS = ("id", "status", "translation", "original", "reference", "source")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def tsv(header: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    r"""Write rows as TSV; tabs, line ends and backslashes in a text are written \t, \n, \r and \\."""
    lines = ["\t".join(str(cell).translate(ESCAPES) for cell in row) for row in [header, *rows]]
    return ("\n".join(lines) + "\n").encode("utf-8")


def compose_tsv(bitext: Bitext) -> bytes:
    """Write a review as TSV, every text just as it is: one pair a line."""
    header, rows = review_rows(bitext)
    return tsv(header, (map(shown, row) for row in rows))


def compose_csv(bitext: Bitext) -> bytes:
    """Write a review as CSV for spreadsheets (RFC 4180): no text in it can run as a formula."""
    header, rows = review_rows(bitext)
    defused_rows = ([defused_cell(shown(cell)) for cell in row] for row in rows)
    return csv_of(header, defused_rows)


def compose_exact_csv(bitext: Bitext) -> bytes:
    """Write a review as CSV, every text just as it is: a spreadsheet may run one as a formula.

    Its columns stand in another order, so that no reader takes a quote of a text for one that defuses it.
    """
    header, rows = review_rows(bitext)
    return csv_of([*header[2:], *header[:2]], ([*map(shown, row[2:]), *row[:2]] for row in rows))


def csv_of(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write CSV (RFC 4180) in UTF-8, with the mark that Excel goes by."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return storable(lines.getvalue()).encode("utf-8-sig", "replace")


def storable(text: str) -> str:
    """Put U+FFFD for what no reader of CSV takes."""
    return text.replace("\0", "\ufffd")


def compose_jsonl(bitext: Bitext) -> bytes:
    """Write a review as JSON Lines, every text just as it is: an object a pair."""
    header, rows = review_rows(bitext)
    lines = (json.dumps(dict(zip(header, row, strict=True)), ensure_ascii=False) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def defused_cell(cell: object) -> object:
    """Put a quote before what a spreadsheet would take for a formula (CWE-1236; OWASP ASVS 5.0, 1.2.10)."""
    return defused(cell) if isinstance(cell, str) else cell


def defused(text: str) -> str:
    """Put the quote before a text; before one that looks guarded too, which is to read back as it was."""
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text


def undefused(text: str) -> str:
    """Take the quote away that we put there."""
    is_guarded = text.startswith("'") and text.lstrip("'").startswith(_FORMULA)
    return text[1:] if is_guarded else text


def said_beside(pair: BitextPair) -> dict[str, str]:
    """Give what the translation's file says beside a text."""
    return {"context": pair.context or "", "note": "\n".join(pair.notes)}


def shown(cell: object) -> object:
    """Write a score as people read it; none where there is none."""
    return "" if cell is None else format(cell, ".4f") if isinstance(cell, float) else cell


def review_rows(bitext: Bitext) -> tuple[list[str], Iterable[Sequence[object]]]:
    """Give the header of a review's table and its rows."""
    metrics = list(dict.fromkeys(name for pair in bitext.pairs for name in pair.scores))
    beside = [name for name in ("context", "note") if any(said_beside(pair)[name] for pair in bitext.pairs)]
    rows = (
        [number, pair.status.value, pair.translation, pair.original, pair.reference, pair.source]
        + [said_beside(pair)[name] for name in beside]
        + [pair.scores.get(name) for name in metrics]
        for number, pair in enumerate(bitext.pairs)
    )
    return [*OWN_HEADINGS, *beside, *metrics], rows
