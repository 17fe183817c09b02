"""Columns of text in TSV and CSV: scores and reviews go out by them."""

import csv
import io
from collections.abc import Iterable, Sequence

from workbench.model.bitext import Bitext

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def tsv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    r"""Write rows as TSV; tabs, line ends and backslashes in a text are written \t, \n, \r and \\."""
    lines = ["\t".join(str(cell).translate(_ESCAPES) for cell in row) for row in [header, *rows]]
    return ("\n".join(lines) + "\n").encode("utf-8")


def compose_tsv(bitext: Bitext) -> bytes:
    """Write a review as TSV, every text just as it is: one pair a line."""
    return tsv(*review_rows(bitext))


def compose_csv(bitext: Bitext) -> bytes:
    """Write a review as CSV for spreadsheets (RFC 4180): no text in it can run as a formula."""
    header, rows = review_rows(bitext)
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return lines.getvalue().replace("\0", "\ufffd").encode("utf-8-sig", "replace")  # Excel goes by the mark


def defused(cell: object) -> object:
    """Put a quote before what a spreadsheet would take for a formula (CWE-1236; OWASP ASVS 5.0, 1.2.10)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def review_rows(bitext: Bitext) -> tuple[list[str], Iterable[Sequence[object]]]:
    """Give the header of a review's table and its rows."""
    metrics = list(dict.fromkeys(name for pair in bitext.pairs for name in pair.scores))
    rows = (
        [number, pair.status.value, pair.translation, pair.original, pair.reference, pair.source]
        + [format(pair.scores[name], ".4f") if name in pair.scores else "" for name in metrics]
        for number, pair in enumerate(bitext.pairs)
    )
    return ["id", "status", "translation", "original", "reference", "source", *metrics], rows
