"""Ratings as JSON: everything a review knows, for scripts and for other installations of this program.

{"format": "mqm-ratings", "version": 1, "segments": [{"system", "document", "place", "segment", "source",
"translation", "ratings": [{"rater", "score": 0-100 | null, "marks": [{"side": "translation" | "source",
"span": [start, end), "text", "category", "severity", "note", "time": seconds | null, "finding": … | null,
"replies": [{"author", "time", "text"}]}]}]}]}. A rating without marks says that there is no error.
"""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model.annotation import Annotation, Reply
from workbench.model.document import Role
from workbench.mqm.ratings import Key, Rating, Segment, numbered

FORMAT, VERSION = "mqm-ratings", 1
Shape = dict[str, object]


def recognises(head: bytes) -> bool:
    """Tell JSON by its first character."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def read(text: str) -> list[Segment]:
    """Read ratings; WorkbenchError says what the file lacks."""
    try:
        table = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise WorkbenchError(_("The ratings are not JSON: %(reason)s.") % {"reason": error}) from error
    segments = table.get("segments") if isinstance(table, dict) else None
    if not isinstance(segments, list) or table.get("format") != FORMAT:
        raise WorkbenchError(
            _('This JSON holds no ratings: it lacks "format": "%(format)s" and a list of "segments".')
            % {"format": FORMAT}
        )
    if table.get("version") != VERSION:
        raise WorkbenchError(
            _("The ratings were written by a newer version of this program: update the program to read them.")
        )
    return numbered([read_segment(one, row) for row, one in enumerate(segments, start=1)])


def read_segment(one: Mapping[str, Any], row: int) -> Segment:
    """Read one segment, the row being for messages."""
    try:
        key = Key(*(whole(one.get(name, "")) for name in ("system", "document", "place", "segment")))
        segment = Segment(key, whole(one["source"]), whole(one["translation"]))
        ratings = tuple(read_rating(rating, segment) for rating in one.get("ratings", ()))
        return Segment(key, segment.source, segment.translation, ratings)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WorkbenchError(
            _("Segment %(row)d of the ratings cannot be read: %(reason)s.") % {"row": row, "reason": error}
        ) from error


def whole(value: object) -> str:
    """Give a text; half a surrogate pair, which no file can be written with, becomes U+FFFD."""
    return str(value).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def read_rating(one: Mapping[str, Any], segment: Segment) -> Rating:
    """Read one reviewer's rating."""
    score = one.get("score")
    marks = tuple(read_mark(mark, segment) for mark in one.get("marks", ()))
    return Rating(whole(one["rater"]), marks, None if score is None else float(score))


def read_mark(one: Mapping[str, Any], segment: Segment) -> Annotation:
    """Read one mark; its span must lie in its text."""
    side = Role(one["side"])
    if side is Role.REFERENCE:
        raise ValueError(side)
    start, end = (int(place) for place in one["span"])
    if not 0 <= start <= end <= len(segment.text(side)):
        raise ValueError(f"span [{start}, {end}]")
    time = one.get("time")
    return Annotation(
        0, side, (start, end), whole(one["category"]), whole(one["severity"]),
        text=whole(one.get("text", segment.text(side)[start:end])),
        note=whole(one.get("note", "")),
        time=None if time is None or not math.isfinite(time) else float(time),
        replies=tuple(read_reply(reply) for reply in one.get("replies", ())),
        finding=None if one.get("finding") is None else whole(one["finding"]),
    )  # fmt: skip


def read_reply(one: Mapping[str, Any]) -> Reply:
    """Read one reply."""
    time = one.get("time")
    return Reply(whole(one.get("author", "")), None if time is None else float(time), whole(one["text"]))


def write(segments: Sequence[Segment]) -> str:
    """Write ratings."""
    table = {"format": FORMAT, "version": VERSION, "segments": [segment_shape(one) for one in segments]}
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def segment_shape(segment: Segment) -> Shape:
    """Give one segment as JSON."""
    key = segment.key
    return {
        "system": key.system,
        "document": key.document,
        "place": key.place,
        "segment": key.segment,
        "source": segment.source,
        "translation": segment.translation,
        "ratings": [
            {"rater": one.rater, "score": one.score, "marks": [mark_shape(mark) for mark in one.marks]}
            for one in segment.ratings
        ],
    }


def mark_shape(mark: Annotation) -> Shape:
    """Give one mark as JSON."""
    return {
        "side": mark.side.value,
        "span": list(mark.span),
        "text": mark.text,
        "category": mark.category,
        "severity": mark.severity,
        "note": mark.note,
        "time": mark.time,
        "finding": mark.finding,
        "replies": [{"author": one.author, "time": one.time, "text": one.text} for one in mark.replies],
    }
