"""Columns of text in TSV: scores and reviews go out by them."""

from collections.abc import Iterable, Sequence

from workbench.model.bitext import Bitext

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def tsv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    r"""Write rows as TSV; tabs, line ends and backslashes in a text are written \t, \n, \r and \\."""
    lines = ["\t".join(str(cell).translate(_ESCAPES) for cell in row) for row in [header, *rows]]
    return ("\n".join(lines) + "\n").encode("utf-8")


def compose_tsv(bitext: Bitext) -> bytes:
    """Write a review as TSV: one pair a line."""
    metrics = list(dict.fromkeys(name for pair in bitext.pairs for name in pair.scores))
    rows = (
        [number, pair.status.value, pair.translation, pair.original, pair.reference, pair.source]
        + [format(pair.scores[name], ".4f") if name in pair.scores else "" for name in metrics]
        for number, pair in enumerate(bitext.pairs)
    )
    return tsv(["id", "status", "translation", "original", "reference", "source", *metrics], rows)
