"""The page is whole by itself, safe whatever stands in the article, and can be heard as well as seen."""

import json
import re
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

import pytest
from lxml import html

from tests.report.samples import pair, report
from workbench.i18n import use_language
from workbench.model.annotation import Reply
from workbench.model.document import Role
from workbench.report.article_text import LONGEST
from workbench.report.data import Decision, PairLine
from workbench.report.page import page
from workbench.report.shape import shape

CSS = (files("workbench.report") / "page.css").read_text(encoding="utf-8")
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>&amp;\"'</style></title><!--]]>"
TURNED = "abc\u202edef\u2066ghi\u200fjkl"


def read(data):
    return html.fromstring(page(data).decode("utf-8"))


def words(tree):
    return " ".join(tree.text_content().split())


def test_every_mark_is_listed_with_what_was_said_to_it():
    marks = [replace(report().pairs[0].marks[0], note="No cat.", replies=(Reply("Lee", 0.0, "A dog."),))]
    far = PairLine(pair(3, "The bad cat sat.", "The good cat sat."), 99.0, marks=marks)
    tree = read(report(pairs=[*report().pairs, far], worst=[0]))
    rows = [words(row) for row in tree.xpath("//table[caption='Marks']/tbody/tr")]
    assert len(rows) == 2
    assert rows[1] == "4MajorAccuracyThe bad cat sat.No cat.↳ Lee: A dog.The bad cat sat."


def test_everything_the_reader_asks_for_is_there():
    tree = read(report())
    said = words(tree.find("body"))
    for wanted in (
        "95 % interval 75.7 – 83.3",
        "nrefs:1|model:x",
        "MQM core · failed",
        "Pair 1",
        "names differ",
        "Accuracy · Major",
        "Put right",
        "Kept",
        "Still open (1)",
        "Dismissed (1)",
        "Fixed (1)",
        "1 pair was changed.",
        "Edit text 2×",
        "1,234",
        "November 29, 2026",
        "✓ 1 Approved · ▲ 1 Needs work",
    ):
        assert wanted in said, wanted
    headings = [one.text_content() for one in tree.iter("h2")]
    assert headings == ["What was compared", "Scores", "MQM", "Worst pairs", "Names", "Findings", "Changes"]
    (change,) = tree.xpath("//section[h2='Changes']//td")
    assert [one.text_content() for one in change.iter("del", "ins")] == ["was", "The bad cat sat."]


@pytest.mark.parametrize("said", ["Agreed.", MARKUP])
def test_replies_and_scores_from_0_to_100_are_there(said):
    data = report()
    answered = replace(data.pairs[0].marks[0], replies=(Reply("Lee", None, said),))
    pairs = [replace(data.pairs[0], marks=[answered]), *data.pairs[1:]]
    summary = replace(data.mqm, faultless=3, assessed=2, mean_score=71.5)
    tree = read(replace(data, pairs=pairs, worst=[0], mqm=summary))
    assert f"↳ Lee: {said}" in words(tree.find("body"))
    assert not tree.xpath("//script")
    figures = {words(one[0]): words(one[1]) for one in tree.xpath("//dl[@class='numbers']/div")}
    assert figures["Segments without errors"] == "3"
    assert figures["Mean of these scores"] == "71.5"
    assert "Mean of these scores" not in words(read(report()).find("body"))


def test_the_words_that_differ_are_marked():
    tree = read(report())
    (translation,) = tree.xpath("//article[@id='pair-1']//section[contains(@class, 'translation')]//bdi")
    assert [one.text for one in translation.iter("mark")] == ["The"]
    (reference,) = tree.xpath("//article[@id='pair-1']//section[contains(@class, 'reference')]//bdi")
    assert [one.text for one in reference.iter("ins")] == ["The"]


def test_nothing_is_fetched_and_nothing_runs():
    text = page(report(MARKUP)).decode("utf-8")
    tree = html.fromstring(text)
    names = {one.tag for one in tree.iter() if isinstance(one.tag, str)}
    assert not names & {"script", "img", "link", "iframe", "object", "embed", "form", "base", "a"}
    attributes = {name for one in tree.iter() for name in one.attrib}
    assert not {name for name in attributes if name.startswith("on")} | attributes & {"src", "href", "style"}
    assert "url(" not in CSS
    assert "@import" not in CSS
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("said", [MARKUP, "a & b < c", "{{7*7}}", "'\">", "\x00\x0b\x7f"])
def test_text_of_the_article_is_text(said):
    data = report(said)
    tree = read(data)
    assert {one.tag for one in tree.iter() if isinstance(one.tag, str)} == {
        one.tag for one in read(report("The bad cat sat.")).iter() if isinstance(one.tag, str)
    } | ({"span"} if said.startswith("\x00") else set())
    assert json.loads(json.dumps(shape(data)))["pairs"][0]["translation"] == said
    if said.isprintable():
        assert tree.xpath("//h1/bdi")[0].text_content() == said


def test_what_turns_a_line_around_is_written_out_and_stays_inside():
    tree = read(report(TURNED))
    text = page(report(TURNED)).decode("utf-8")
    assert not {"\u202e", "\u2066"} & set(text)
    assert "U+202E" in words(tree)
    texts = tree.xpath("//section[contains(@class, 'side')]//bdi")
    assert texts
    assert {(one.get("lang"), one.get("dir")) for one in texts} == {("en", "ltr"), ("ko", "ltr")}


def test_a_megabyte_of_text_makes_a_page_one_can_open():
    said = "word " * 200_000 + "end"
    data = report(said[:1_000_000])
    written = page(data)
    assert len(written) < 200_000
    assert "more characters)" in words(html.fromstring(written.decode("utf-8")))
    assert shape(data)["pairs"][0]["translation"] == said[:1_000_000]


def test_a_text_of_one_long_word_is_cut_too():
    assert LONGEST < len("x" * 1_000_000) > len(page(report("x" * 1_000_000)))


def test_ten_thousand_pairs_make_a_page_one_can_open():
    lines = [PairLine(pair(n, f"a{n}", "b"), float(n % 100)) for n in range(10_000)]
    written = page(report(pairs=lines, worst=[0]))
    assert len(written) < 500_000
    tree = html.fromstring(written.decode("utf-8"))
    marks = tree.xpath("//svg[contains(@class, 'strip')]/rect")
    assert len(marks) <= 400
    assert "heat-bad" in {one.get("class") for one in marks}


@pytest.mark.parametrize("language", ["en", "ko", "ar", "he", "zz", ""])
def test_language_and_direction_are_the_readers(language):
    tree = read(report(language=language))
    right = language in {"ar", "he"}
    assert (tree.get("lang"), tree.get("dir")) == (language, "rtl" if right else "ltr")


def test_texts_keep_their_own_language_and_direction():
    data = report()
    texts = [replace(one, language="he" if one.role is not Role.SOURCE else "ar") for one in data.texts]
    tree = read(replace(data, texts=texts))
    found = tree.xpath("//article[@id='pair-1']//section[contains(@class, 'side')]//bdi")
    assert [(one.get("lang"), one.get("dir")) for one in found] == [
        ("ar", "rtl"),
        ("he", "rtl"),
        ("he", "rtl"),
    ]


def test_numbers_and_dates_are_written_in_the_readers_language():
    use_language("ko")
    said = words(read(report(language="ko")))
    assert "2026년 11월 29일" in said
    assert "95 % interval" in said or "95% 구간" in said
    assert "1.234" in words(read(report(language="de")))


def test_a_page_is_heard_as_well():
    tree = read(report())
    for table in tree.iter("table"):
        assert table.find("caption").text_content()
        assert all(one.get("scope") == "col" for one in table.find("thead").iter("th"))
        assert all(one.get("scope") == "row" for one in table.find("tbody").iter("th"))
        assert all(len(row.findall("th")) == 1 for row in table.find("tbody").iter("tr"))
        columns = len(table.findall("thead/tr/th"))
        assert {one.get("role") for one in table.iter("tr")} == {"row"}
        assert {len(row) for row in table.find("tbody").iter("tr")} == {columns}
    for picture in tree.iter("svg"):
        assert picture.get("role") == "img"
        assert picture.get("aria-label")
    levels = [int(one.tag[1]) for one in tree.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert tree.find("head/title").text
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def schemes():
    """Give the colours of each scheme: light, dark, print."""
    return [
        dict(re.findall(r"--([\w-]+): (#\w{6})", block))
        for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    ]


def luminance(colour):
    """Give the relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", range(3), ids=["light", "dark", "print"])
def test_every_text_colour_can_be_read_on_its_grounds(scheme):
    colours = schemes()[scheme]
    grounds = {
        "text": ("page", "window", "panel", "bad-bg", "added-bg"),
        "muted": ("page", "window", "panel"),
        "accent": ("page", "window"),
        "good": ("window", "good-bg"),
        "fair": ("window", "fair-bg"),
        "bad": ("window", "bad-bg"),
    }
    for text, names in grounds.items():
        for ground in names:
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


def test_print_is_light():
    light, _dark, printed = schemes()
    assert {name: printed[name] for name in light if name != "page"} == {
        name: light[name] for name in light if name != "page"
    }


def test_a_report_of_nothing_is_a_page():
    bare = report(scores=[], pairs=[], worst=[], names=[], findings=[], mqm=None, steps=[])
    said = words(read(bare))
    assert "No names were found." in said
    assert "The checks found nothing." in said
    assert "No text was changed." in said
    assert shape(bare)["mqm"] is None


def test_json_holds_what_the_page_shows():
    data = report()
    told = shape(data)
    assert json.loads(json.dumps(told)) == told
    assert told["scores"][0] == {
        "metric": "Fidelity",
        "score": 79.6,
        "interval": [75.7, 83.3],
        "signature": "nrefs:1|model:x",
        "higher_is_better": True,
    }
    assert told["mqm"]["counts"] == [{"category": "The bad cat sat.", "severity": "Major", "count": 1}]
    assert [one["decision"] for one in told["names"]] == [one.value for one in Decision]
    assert [one["state"] for one in told["findings"]] == ["open", "dismissed", "fixed"]
    assert told["findings"][1]["reason"] == "The bad cat sat."
    assert told["changes"] == [{"pair": 0, "before": "was", "after": "The bad cat sat."}]
    assert told["pairs"][0]["marks"][0]["category"] == "accuracy"
    assert told["pairs"][1]["translation"] is None
