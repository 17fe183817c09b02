"""Ratings written as XLIFF 2.1: a unit a segment, each mark an annotation with its ITS attributes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from workbench.model.annotation import Annotation
from workbench.model.document import Role
from workbench.mqm.ratings import Rating, Segment
from workbench.mqm.typology import Typology
from workbench.mqm.xliff_names import ITS, KEY_FIELDS, MDA, OWN, XLIFF

Named = tuple[str, Annotation]
Languages = tuple[str, str]
UNDETERMINED: Languages = ("und", "und")  # BCP 47's tag for a language nobody named
# What XML 1.0 cannot hold (section 2.2): XLIFF writes such a character of a text as <cp hex="…"/>.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNCATEGORIZED = "uncategorized"  # ITS's word for what it has no type for


def write(segments: Sequence[Segment], typology: Typology, languages: Languages = UNDETERMINED) -> bytes:
    """Write ratings in UTF-8; blank in a text is text."""
    units = "".join(unit(number, one, typology) for number, one in enumerate(segments, start=1))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xliff xmlns="{XLIFF}" xmlns:its="{ITS}" xmlns:mda="{MDA}" xmlns:mqm="{OWN}" version="2.1"'
        f' its:version="2.0" xml:space="preserve" srcLang={attribute(languages[0])}'
        f" trgLang={attribute(languages[1])}>\n"
        f'<file id="f1">\n{units}</file>\n</xliff>\n'
    ).encode()


def unit(number: int, segment: Segment, typology: Typology) -> str:
    """Write one segment with all its ratings."""
    marks = [mark for rating in segment.ratings for mark in rating.marks]
    named = [(f"m{index}", mark) for index, mark in enumerate(marks, start=1)]
    source = annotated(segment.source, [one for one in named if one[1].side is Role.SOURCE], typology)
    target = annotated(
        segment.translation, [one for one in named if one[1].side is not Role.SOURCE], typology
    )
    scores = [rating.score for rating in segment.ratings if rating.score is not None]
    rating = f' its:locQualityRatingScore="{scores[0]:g}"' if len(scores) == 1 else ""
    state = "reviewed" if segment.ratings else "translated"
    return (
        f'<unit id="u{number}"{rating}>\n{metadata(segment, named)}<segment state="{state}">\n'
        f"<source>{source}</source>\n<target>{target}</target>\n</segment>\n</unit>\n"
    )


def metadata(segment: Segment, named: Iterable[Named]) -> str:
    """Write which segment it is, who rated it, and the talk beneath its marks."""
    key = segment.key
    fields = zip(KEY_FIELDS, (key.system, key.document, key.place, key.segment), strict=True)
    groups = [group("mqm-segment", fields)]
    groups += [group("mqm-rating", rating_fields(rating)) for rating in segment.ratings]
    for id_, mark in named:
        for one in mark.replies:
            time = [] if one.time is None else [("time", f"{one.time!r}")]
            told = [("mark", id_), ("author", one.author), *time, ("text", one.text)]
            groups.append(group("mqm-reply", told))
    return f"<mda:metadata>\n{''.join(groups)}</mda:metadata>\n"


def rating_fields(rating: Rating) -> list[tuple[str, str]]:
    """Give what a rating says as a whole."""
    score = [] if rating.score is None else [("score", f"{rating.score!r}")]
    return [("rater", rating.rater), *score]


def group(category: str, fields: Iterable[tuple[str, str]]) -> str:
    """Write a group of metadata."""
    told = "".join(f'<mda:meta type="{name}">{plain(value)}</mda:meta>' for name, value in fields)
    return f'<mda:metaGroup category="{category}">{told}</mda:metaGroup>\n'


def annotated(text: str, named: Sequence[Named], typology: Typology) -> str:
    """Write a text with its marks: `mrk` where they nest, `sm` and `em` where one crosses another."""
    starts = sorted(named, key=lambda one: (one[1].span[0], -one[1].span[1]))
    crossing = set(crossing_ids(starts))
    cuts = sorted({0, len(text), *(place for _id, mark in named for place in mark.span)})
    pieces: list[str] = []
    for place, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        pieces += ends(starts, crossing, place)
        pieces += begins(starts, crossing, place, typology)
        pieces.append(encoded(text[place:following]))
    return "".join(pieces)


def crossing_ids(starts: Iterable[Named]) -> Iterator[str]:
    """Name the marks that end after an element they begin in."""
    open_: list[int] = []
    for id_, mark in starts:
        start, end = mark.span
        while open_ and open_[-1] <= start:
            open_.pop()
        if open_ and end > open_[-1]:
            yield id_
        elif start < end:
            open_.append(end)


def ends(starts: Iterable[Named], crossing: set[str], place: int) -> Iterator[str]:
    """Write what ends at a place."""
    ending = [id_ for id_, mark in starts if mark.span[0] < mark.span[1] == place]
    for id_ in ending:
        if id_ in crossing:
            yield f'<em startRef="{id_}"/>'
    for id_ in ending:
        if id_ not in crossing:
            yield "</mrk>"


def begins(starts: Iterable[Named], crossing: set[str], place: int, typology: Typology) -> Iterator[str]:
    """Write what begins at a place: marks of no character first, then the longest."""
    here = [one for one in starts if one[1].span[0] == place]
    for id_, mark in here:
        if mark.span[1] == place:
            yield f"<mrk {attributes(id_, mark, typology)}></mrk>"
    for id_, mark in here:
        if mark.span[1] > place:
            told = attributes(id_, mark, typology)
            yield f"<sm {told}/>" if id_ in crossing else f"<mrk {told}>"


def attributes(id_: str, mark: Annotation, typology: Typology) -> str:
    """Write what a mark says: ITS's words for other programs, the typology's own for this one."""
    category, severity = typology.category(mark.category), typology.severity(mark.severity)
    said = [
        ("id", id_),
        ("type", "its:generic"),
        ("its:locQualityIssueType", category.its if category else _UNCATEGORIZED),
        ("its:locQualityIssueComment", mark.note),
        ("its:locQualityIssueSeverity", f"{severity.its:g}" if severity else ""),
        ("its:locQualityIssueProfileRef", typology.reference),
        ("its:revPerson", mark.author),
        ("mqm:category", mark.category),
        ("mqm:severity", mark.severity),
        ("mqm:time", "" if mark.time is None else f"{mark.time!r}"),
        ("mqm:finding", mark.finding or ""),
    ]
    return " ".join(f"{name}={attribute(value)}" for name, value in said if value)


def encoded(text: str) -> str:
    """Write characters of a text."""
    escaped = escape(text, {"\r": "&#13;"})
    return _FORBIDDEN.sub(lambda found: f'<cp hex="{ord(found[0]):04X}"/>', escaped)


def plain(text: str) -> str:
    """Write characters where no element may stand."""
    return escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"})


def attribute(text: str) -> str:
    """Write the value of an attribute."""
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))
