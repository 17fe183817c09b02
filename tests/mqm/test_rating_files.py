"""Each layout is written and read again without loss, and read as others wrote it."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from workbench.errors import WorkbenchError
from workbench.model.annotation import Annotation, Reply
from workbench.model.document import Role
from workbench.mqm import ratings_json, ratings_tsv, xliff_reading, xliff_writing
from workbench.mqm.ratings import Key, Rating, Segment, numbered, raters
from workbench.mqm.scores import segment_penalty
from workbench.mqm.typology import built_in

CORE, WMT = built_in("mqm-core"), built_in("wmt")
PUBLISHED = Path(__file__).parents[1] / "data/mqm/ted_zhen.tsv"
HARD = "a<b>&\"'\u202e\u2028 나\r\n\t\x00\x0b\ufffe]]>"
CELL = st.text(st.sampled_from("ab <&나\u2028\u202e"), max_size=8)
ANY = st.text(st.sampled_from(HARD), max_size=8)
TIME = st.none() | st.floats(0, 2e9).map(lambda time: round(time, 3))


@st.composite
def marks(draw, source, translation, words):
    side = draw(st.sampled_from([Role.SOURCE, Role.TRANSLATION]))
    text = source if side is Role.SOURCE else translation
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    replies = st.lists(st.builds(Reply, words, TIME, words), max_size=2).map(tuple)
    return Annotation(
        0,
        side,
        (start, end),
        draw(st.sampled_from([one.id for one in CORE.categories])),
        draw(st.sampled_from([one.id for one in CORE.severities])),
        text[start:end],
        note=draw(words),
        time=draw(TIME),
        replies=draw(replies),
        finding=draw(st.none() | st.just("f1")),
    )


@st.composite
def files(draw, words):
    made = []
    for number in range(draw(st.integers(0, 3))):
        source, translation = draw(words), draw(words)
        names = draw(st.lists(st.sampled_from(["Kim", "이", "r 3"]), max_size=2, unique=True))
        ratings = tuple(
            Rating(
                name,
                tuple(draw(st.lists(marks(source, translation, words), max_size=3))),
                draw(st.none() | st.integers(0, 100).map(float)),
            )
            for name in names
        )
        made.append(Segment(Key("sys", draw(words), "1", str(number)), source, translation, ratings))
    return numbered(made)


def on_sides(segments):
    """Leave the order of the marks of two sides open: it says nothing."""
    return [(one.key, one.source, one.translation, *sorted(map(sides_of, one.ratings))) for one in segments]


def sides_of(rating):
    return rating.rater, repr(rating.score), sorted(map(repr, rating.marks))


@given(files(ANY))
@settings(deadline=None, max_examples=60)
def test_json_keeps_everything(segments):
    assert ratings_json.read(ratings_json.write(segments)) == segments


@given(files(CELL))
@settings(deadline=None, max_examples=60)
def test_tsv_keeps_every_rating(segments):
    rated = [one for one in segments if one.ratings]
    assert ratings_tsv.read(ratings_tsv.write(segments)) == numbered(rated)


@given(files(ANY))
@settings(deadline=None, max_examples=60)
def test_xliff_keeps_every_rating_of_xml_text(segments):
    xml = "\x00\x0b\ufffe"  # what only `cp` can hold; names and notes have no such element
    names = [text for one in segments for text in (one.key.document, *notes(one))]
    if any(char in name for char in xml for name in names):
        return
    rated = [one for one in segments if one.ratings]
    assert on_sides(xliff_reading.read(xliff_writing.write(segments, CORE), CORE)) == on_sides(
        numbered(rated)
    )


def notes(segment):
    for rating in segment.ratings:
        for mark in rating.marks:
            yield mark.note
            yield from (text for one in mark.replies for text in (one.author, one.text))


def test_the_published_layout_is_read_and_written_to_the_byte():
    text = PUBLISHED.read_text(encoding="utf-8")
    found = ratings_tsv.read(text)
    assert ratings_tsv.write(found) == text
    assert raters(found) == ["rater3", "rater7", "rater5", "rater2"]
    first, second = found[0], found[1]
    (rating,) = first.ratings
    assert [mark.text for mark in rating.marks][:2] == ["take a moment", "the"]
    assert second.ratings == (Rating("rater7"),)
    omitted = next(one for one in found if one.key.segment == "85").ratings[0].marks[0]
    assert (omitted.side, omitted.text, omitted.category) == (Role.SOURCE, "天上的", "Accuracy/Omission")
    # The campaign's own scores of these lines, with the sign turned.
    assert [segment_penalty(one, WMT) for one in found] == [20, 0, 2, 1, 6, 2]


def test_marots_tenth_column_is_read():
    line = "s\td\t1\t2\tKim\tsrc\ta <v>b</v>\tother\tMinor\t"
    (found,) = ratings_tsv.read(line + '{"timestamp": 1500, "note": "hm", "marked_text": "b"}\n')
    (mark,) = found.ratings[0].marks
    assert (mark.time, mark.note, mark.text, mark.author) == (1.5, "hm", "b", "Kim")
    assert ratings_tsv.read(line + "an old note\n")[0].ratings[0].marks[0].note == "an old note"
    assert ratings_tsv.read(line.replace("Kim", "") + "{}\n") == []


@pytest.mark.parametrize(
    ("target", "span"),
    [
        ("a <v>b</v> c", (2, 3)),
        ("a <v>b</v> <v>c</v> d", (2, 5)),
        ("a <v>b", (2, 3)),
        ("ab</v> c", (0, 2)),
        ("a<v></v>b", (1, 1)),
        ("</v>a <v>b</v>", (2, 3)),
        ("a b", (0, 3)),
    ],
)
def test_spans_of_the_published_layout(target, span):
    (found,) = ratings_tsv.read(f"s\td\t1\t2\tKim\tsrc\t{target}\tother\tMinor\n")
    assert found.ratings[0].marks[0].span == span
    assert "<" not in found.translation


# XLIFF 2.1, 5.9.6.1 and 5.9.6.2: an issue at its mark, and issues that stand beside.
SPECIFIED = """<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:its="http://www.w3.org/2005/11/its"
 version="2.1" srcLang="en" trgLang="fr" its:version="2.0">
<file id="f1" original="talk.txt" its:revPerson="Ann">
<unit id="1"><its:locQualityIssues xml:id="lqi1">
<its:locQualityIssue locQualityIssueType="misspelling" locQualityIssueComment="should be c’est"
 locQualityIssueSeverity="50"/><its:locQualityIssue locQualityIssueType="typographical"/>
</its:locQualityIssues><segment><source>This <pc id="c1">is</pc> the content</source>
<target><mrk id="m1" type="its:generic" its:locQualityIssuesRef="#its=lqi1">c'es</mrk> le
<mrk id="m2" type="term">con<mrk id="m3" its:locQualityIssueType="style" its:revPerson="Bo"
>te</mrk>nu</mrk><cp hex="0007"/></target>
</segment></unit></file></xliff>"""


def test_specified_xliff_is_read():
    (found,) = xliff_reading.read(SPECIFIED.encode(), CORE)
    assert found.key == Key("", "talk.txt", "", "1")
    assert (found.source, found.translation) == ("This is the content", "c'es le\ncontenu\x07")
    told = [
        (one.author, one.text, one.category, one.severity, one.note)
        for rating in found.ratings
        for one in rating.marks
    ]
    assert told == [
        ("Ann", "c'es", "linguistic-conventions/spelling", "major", "should be c’est"),
        ("Ann", "c'es", "linguistic-conventions/punctuation", "minor", ""),
        ("Bo", "te", "style/organizational-style", "minor", ""),
    ]


def test_xliff_says_marks_in_its_words_too():
    marked = Annotation(0, Role.TRANSLATION, (0, 3), "accuracy/omission", "critical", "one", note="why")
    crossing = Annotation(0, Role.TRANSLATION, (2, 6), "oddity", "bad", "e t")
    rating = Rating("Kim", (marked, crossing), 87.0)
    rated = numbered([Segment(Key("", "d", "", "1"), "하나", "one two", (rating,))])
    root = etree.fromstring(xliff_writing.write(rated, CORE, ("ko", "en")))
    names = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
    assert (root.get("srcLang"), root.get("trgLang")) == ("ko", "en")
    (unit,) = root.iterfind(".//x:unit", names)
    its = "{http://www.w3.org/2005/11/its}"
    assert unit.get(f"{its}locQualityRatingScore") == "87"
    (mrk,) = root.iterfind(".//x:mrk", names)
    (sm,) = root.iterfind(".//x:sm", names)
    assert root.find(".//x:em", names).get("startRef") == sm.get("id")
    assert mrk.get(f"{its}locQualityIssueType") == "omission"
    assert mrk.get(f"{its}locQualityIssueSeverity") == "100"
    assert mrk.get(f"{its}locQualityIssueComment") == "why"
    assert mrk.get(f"{its}revPerson") == "Kim"
    assert sm.get(f"{its}locQualityIssueType") == "uncategorized"


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [
        (ratings_tsv.read, "system\tdoc\n\na\tb\n", "Line 3 has 2 columns"),
        (ratings_tsv.read, "\t".join("abcdefghi") + "\t{no json\n", "Line 1: the metadata"),
        (ratings_json.read, "{", "not JSON"),
        (ratings_json.read, "[" * 100_000, "not JSON"),
        (ratings_json.read, '{"format": "mqm-ratings", "version": 9, "segments": []}', "newer version"),
        (ratings_json.read, '{"a": 1}', "holds no ratings"),
        (ratings_json.read, '{"format": "mqm-ratings", "version": 1, "segments": 5}', "holds no ratings"),
        (ratings_json.read, '{"format": "mqm-ratings", "version": 1, "segments": [{}]}', "Segment 1"),
        (lambda text: xliff_reading.read(text.encode(), CORE), "<a", "not XML"),
        (lambda text: xliff_reading.read(text.encode(), CORE), "<xliff version='1.2'/>", "not XLIFF 2"),
    ],
)
def test_what_cannot_be_read_is_said(read, text, said):
    with pytest.raises(WorkbenchError, match=said):
        read(text)


@pytest.mark.parametrize("span", [[3, 2], [0, 9], [-1, 1], ["a", 1], [1]])
def test_a_span_outside_its_text_is_refused(span):
    mark = {"side": "translation", "span": span, "category": "a", "severity": "b"}
    segment = {"source": "", "translation": "one", "ratings": [{"rater": "K", "marks": [mark]}]}
    text = json.dumps({"format": "mqm-ratings", "version": 1, "segments": [segment]})
    with pytest.raises(WorkbenchError, match="Segment 1"):
        ratings_json.read(text)


def test_no_entity_is_resolved(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("told")
    text = f"<!DOCTYPE x [<!ENTITY e SYSTEM '{secret.as_uri()}'>]>" + SPECIFIED.split("?>")[1].replace(
        "This ", "&e;"
    )
    (found,) = xliff_reading.read(text.encode(), CORE)
    assert "told" not in found.source


def test_tsv_cannot_hold_its_own_signs():
    bad = [Segment(Key("", "", "", "7"), "", "a <v> b", (Rating("Kim"),))]
    with pytest.raises(WorkbenchError, match="Segment 7"):
        ratings_tsv.write(bad)
