r"""Ratings as the WMT campaigns publish them: one line a mark, the span between <v> and </v> in its text.

Columns: system, doc, doc_id, seg_id, rater, source, target, category, severity, and in Marot's layout
metadata (JSON: timestamp in milliseconds, note, …). Sources: the README of Marot (google-research), and
https://github.com/google/wmt-mqm-human-evaluation. Lines end at "\n" alone and nothing is quoted; a rater's
line with the category and severity "No-error" says that there is none.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from workbench.errors import WorkbenchError
from workbench.figures import count
from workbench.i18n import _, ngettext
from workbench.model.annotation import Annotation, Reply, Span
from workbench.model.document import Role
from workbench.mqm.ratings import Key, Rating, Segment, grouped, numbered
from workbench.mqm.typology import folded

COLUMNS = ("system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity")
METADATA = "metadata"
NO_ERROR = "No-error"
OPEN, CLOSE = "<v>", "</v>"
_MILLISECONDS = 1000
_BREAKS = str.maketrans("\t\n\r", "   ")  # what the layout cannot hold; a span stays where it is


def recognises(head: bytes) -> bool:
    """Tell the layout by its header."""
    return head.startswith((b"system\tdoc", b"\xef\xbb\xbfsystem\tdoc"))


def read(text: str) -> list[Segment]:
    """Read ratings; WorkbenchError names the line that cannot be read."""
    rows = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        cells = line.removesuffix("\r").split("\t")
        if line.strip() and not (cells[0] == COLUMNS[0] and cells[1:2] == [COLUMNS[1]]):
            rows += list(rated(cells, number))
    return numbered(grouped(rows))


def rated(cells: Sequence[str], line: int) -> Iterator[tuple[Segment, Rating]]:
    """Read one line; a line without a rater carries no rating."""
    if len(cells) not in {len(COLUMNS), len(COLUMNS) + 1}:
        raise WorkbenchError(
            ngettext(
                "Line %(line)d has %(count)s column; this layout has %(wanted)s, or one more for metadata.",
                "Line %(line)d has %(count)s columns; this layout has %(wanted)s, or one more for metadata.",
                len(cells),
            )
            % {"line": line, "count": count(len(cells)), "wanted": count(len(COLUMNS))}
        )
    *key, rater, source, target, category, severity = cells[: len(COLUMNS)]
    if not rater:
        return
    extra = metadata(cells[-1], line) if len(cells) > len(COLUMNS) else {}
    (plain_source, in_source), (plain_target, in_target) = unmarked(source), unmarked(target)
    segment = Segment(Key(*key), plain_source, plain_target)
    side = Role.SOURCE if in_source and not in_target else Role.TRANSLATION
    span = in_target or in_source or (0, len(plain_target))
    if folded(severity) == folded(NO_ERROR) or folded(category) == folded(NO_ERROR):
        yield segment, Rating(rater, score=number_of(extra.get("score")))
        return
    mark = Annotation(
        0, side, span, category, severity, segment.text(side)[slice(*span)],
        note=str(extra.get("note", "")),
        time=seconds(extra.get("timestamp")),
        replies=tuple(replies(extra.get("replies"))),
        finding=extra.get("finding") if isinstance(extra.get("finding"), str) else None,
    )  # fmt: skip
    yield segment, Rating(rater, (mark,), number_of(extra.get("score")))


def unmarked(text: str) -> tuple[str, Span | None]:
    """Take the signs of marking out of a text; give the span from the first to the last.

    A sign that lacks its counterpart marks to the end of the text, or from its beginning.
    """
    if OPEN not in text and CLOSE not in text:
        return text, None
    start = text.find(OPEN)
    before = text[: max(start, 0)].replace(CLOSE, "")
    rest = text[start + len(OPEN) :] if start >= 0 else text
    end = rest.rfind(CLOSE)
    marked = plain(rest[: end if end >= 0 else len(rest)])
    after = plain(rest[end + len(CLOSE) :]) if end >= 0 else ""
    return before + marked + after, (len(before), len(before) + len(marked))


def plain(text: str) -> str:
    """Leave out signs of marking."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def metadata(cell: str, line: int) -> dict[str, Any]:
    """Read the tenth column: JSON, or in older files a note."""
    if not cell.startswith("{"):
        return {"note": cell} if cell else {}
    try:
        found = json.loads(cell)
    except ValueError as error:
        raise WorkbenchError(
            _("Line %(line)d: the metadata is not JSON (%(reason)s).") % {"line": line, "reason": error}
        ) from error
    return found if isinstance(found, dict) else {}


def number_of(value: object) -> float | None:
    """Give a number where there is one."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def seconds(value: object) -> float | None:
    """Give a time of Marot's, in milliseconds, in seconds."""
    number = number_of(value)
    return None if number is None else number / _MILLISECONDS


def replies(value: object) -> Iterator[Reply]:
    """Read the talk beneath a mark."""
    for one in value if isinstance(value, list) else []:
        if isinstance(one, dict):
            yield Reply(str(one.get("author", "")), seconds(one.get("timestamp")), str(one.get("text", "")))


def write(segments: Sequence[Segment]) -> str:
    """Write ratings; the tenth column is there when something needs it."""
    rows = [row for segment in segments for rating in segment.ratings for row in lines(segment, rating)]
    wide = any(row[-1] for row in rows)
    header = [*COLUMNS, METADATA] if wide else list(COLUMNS)
    return "".join("\t".join(row[: len(header)]) + "\n" for row in [header, *rows])


def lines(segment: Segment, rating: Rating) -> Iterator[list[str]]:
    """Write one rating: a line a mark, or one that says there is no error."""
    first = [cell.translate(_BREAKS) for cell in (*key_cells(segment.key), rating.rater)]
    extra: dict[str, object] = {} if rating.score is None else {"score": rating.score}
    if not rating.marks:
        texts = [marked(segment, None, Role.SOURCE), marked(segment, None, Role.TRANSLATION)]
        yield [*first, *texts, NO_ERROR, NO_ERROR, dumped(extra)]
    for mark in rating.marks:
        texts = [marked(segment, mark, Role.SOURCE), marked(segment, mark, Role.TRANSLATION)]
        names = [mark.category.translate(_BREAKS), mark.severity.translate(_BREAKS)]
        yield [*first, *texts, *names, dumped(extra | said(mark))]


def key_cells(key: Key) -> tuple[str, str, str, str]:
    """Give a key as cells."""
    return key.system, key.document, key.place, key.segment


def marked(segment: Segment, mark: Annotation | None, side: Role) -> str:
    """Write a text, with the signs around the span when the mark is on this side."""
    text = segment.text(side).translate(_BREAKS)
    if OPEN in text or CLOSE in text:
        raise WorkbenchError(
            _("Segment %(name)s has “<v>” in its text, which TSV cannot tell from a mark; write JSON.")
            % {"name": segment.key.segment}
        )
    if mark is None or (mark.side is Role.SOURCE) is not (side is Role.SOURCE):
        return text
    start, end = mark.span
    return f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"


def said(mark: Annotation) -> dict[str, object]:
    """Give what a mark says beyond the columns, as Marot names it where it does."""
    extra: dict[str, object] = {"note": mark.note} if mark.note else {}
    if mark.time is not None:
        extra["timestamp"] = round(mark.time * _MILLISECONDS)
    if mark.finding:
        extra["finding"] = mark.finding
    if mark.replies:
        extra["replies"] = [
            {"author": one.author, "text": one.text}
            | ({} if one.time is None else {"timestamp": round(one.time * _MILLISECONDS)})
            for one in mark.replies
        ]
    return extra


def dumped(extra: dict[str, object]) -> str:
    """Write metadata in one cell."""
    return json.dumps(extra, ensure_ascii=False) if extra else ""
