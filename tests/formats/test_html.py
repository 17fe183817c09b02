"""Pages, judged by the standard library's parser and by lxml: what is shown, and what an edit changes."""

import time
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.formats.html import HTML
from workbench.formats.html_tokens import tokens

PAGE = Path(__file__).parent.parent / "data" / "documents" / "page.html"


def texts(data, charset=None):
    return [unit.text for unit in HTML.read(data, charset).units]


def edited(data, number, text, charset=None):
    document = HTML.read(data, charset)
    units = [replace(unit, text=text if n == number else unit.text) for n, unit in enumerate(document.units)]
    return HTML.write(replace(document, units=tuple(units)), data)


def test_a_page_of_every_trouble():
    document = HTML.read(PAGE.read_bytes(), None)
    assert document.language == "de"
    assert [unit.text for unit in document.units] == [
        "Ein & Zwei",
        "Eine große Überschrift",
        "Das ist der erste Satz, und\u00a0er steht <hier>.\nNach dem Umbruch “geht” es weiter © 2024 AT&T.",
        "eins",
        "zwei mit Verweis und code()",
        "Zelle",
        "noch eine",
        "  Zeile eins",
        "\tZeile  zwei",
        "漢字です。",
        "Loser Text am Ende",
    ]


SHOWN = [
    ("<p>a<p>b", ["a", "b"]),
    ("<p> a \n b </p>\n", ["a b"]),
    ("<p>a <b> b </b> c", ["a b c"]),
    ("<p>a<br><br/>b<br></p>", ["a\nb"]),
    ("a<div>b</div>c", ["a", "b", "c"]),
    ("<p>&lt;b&gt; &amp;amp; &#x41;&#66; &notit; &unknown; & &;", ["<b> &amp; AB ¬it; &unknown; & &;"]),
    ("<p title='>'>a<!-- > --><?x ?><![CDATA[x]]>b</p>", ["ab"]),
    ("<SCRIPT>a</b></SCRIPT>b<style></style >c", ["b", "c"]),
    ("<script>a</scriptx>b", []),
    ("<title>a <b> &amp;</title>b", ["a <b> &", "b"]),
    ("a < b <3 c </> d", ["a < b <3 c d"]),
    ('a<b title="x', ["a"]),
    ('a<b title=x">b</b>', ["ab"]),
    ("<pre>\na\n\n b</pre>c", ["a", " b", "c"]),
    ("<pre><code>a</code>b</pre>", ["b"]),
    ("<p>a&nbsp;&nbsp;b</p>&nbsp;", ["a\u00a0\u00a0b"]),
    ("<ruby>漢<rt>kan<rb>字<rt>ji</ruby>。", ["漢字。"]),
    ("<!-->a<!--->b<!-- --!>c<!-- d", ["abc"]),
]


@pytest.mark.parametrize(("page", "shown"), SHOWN)
def test_what_is_shown(page, shown):
    if not shown:
        with pytest.raises(WorkbenchError, match="no text"):
            texts(page.encode())
    else:
        assert texts(page.encode()) == shown


EDITS = [
    ("<p>Ein <b>roter</b> Ball</p>", "Ein blauer Ball", "<p>Ein <b>blauer</b> Ball</p>"),
    ("<p>Ein <b>roter</b> Ball</p>", "Ein Ball", "<p>Ein<b></b> Ball</p>"),
    ("<p>Ein <b>roter</b> Ball</p>", "Ein sehr roter Ball", "<p>Ein sehr <b>roter</b> Ball</p>"),
    ("<p>a&nbsp;b &amp; c</p>", "a\u00a0b & d", "<p>a&nbsp;b &amp; d</p>"),
    ("<p>a &amp; c</p>", "a < c & d", "<p>a &lt; c &amp; d</p>"),
    ("<p>eins\n   zwei drei</p>", "eins zwei vier", "<p>eins\n   zwei vier</p>"),
    ("<p>eins zwei</p>", "eins\nzwei", "<p>eins<br/>zwei</p>"),
    ("<p>eins<br>zwei</p>", "eins zwei", "<p>eins zwei</p>"),
    ("<a href='x'>Verweis</a>", "Ein Verweis!", "<a href='x'>Ein Verweis!</a>"),
    ("<p>AT&T kauft</p>", "AT&T verkauft", "<p>AT&T verkauft</p>"),
    ("<p>&am kauft</p>", "&amp; kauft", "<p>&amp;amp; kauft</p>"),
    ("<p>a<i>b</i></p>", "", "<p><i></i></p>"),
    ("<pre>a  b</pre>", "a  c", "<pre>a  c</pre>"),
]


@pytest.mark.parametrize(("page", "text", "wanted"), EDITS)
def test_an_edit_keeps_the_markup(page, text, wanted):
    assert edited(page.encode(), 0, text).decode() == wanted


class Tags(HTMLParser):
    """What the standard library sees: tags, and one text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, attrs))

    def handle_endtag(self, tag):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("number", range(11))
def test_the_standard_parser_sees_the_same_tags_and_one_change(number):
    data = PAGE.read_bytes()
    before, after = (
        Tags(page.decode()) for page in (data, edited(data, number, texts(data)[number] + " <neu> & gut"))
    )
    assert after.tags == before.tags
    assert len(after.text) == len(before.text) + len(" <neu> & gut")
    assert "<neu> & gut" in after.text


WHOLE = [
    "a", "<b>", "</b>", "<br/>", "<p class='x>y' a=b>", "<!-- > -->", "&amp;", " ", ">", "1", '"', "</p >",
    "<img alt='<'>", "<hr a = \"'\" b>", "</p x='>'>",
]  # fmt: skip
BROKEN = [
    "<",
    "&",
    "</",
    "<!--",
    "<!",
    "<a '",
    "=",
    "'",
    "<script>",
    "</title>",
    "<title>",
    "&#x",
    "\0",
    "<pre>",
    "\n",
]


@given(st.lists(st.sampled_from(WHOLE), max_size=12).map("".join))
def test_the_standard_parser_cuts_the_same_tags(page):
    names = [token.name.removeprefix("/") for token in tokens(page) if token.name not in {"", "!"}]
    seen = [tag if isinstance(tag, str) else tag[0] for tag in Tags(page).tags]
    assert names == seen


@given(st.lists(st.sampled_from(WHOLE + BROKEN), max_size=12).map("".join))
def test_tokens_lie_edge_to_edge(page):
    assert "".join(page[token.start : token.end] for token in tokens(page)) == page


CHARSETS = [
    ("euc-kr", "한국어 문장이다. 똠방각하", "cp949"),
    ("iso-8859-1", "“Déjà vu” – 5 €", "cp1252"),
    ("shift_jis", "日本語の文章です。①", "cp932"),
    ("windows-1251", "Русский текст", "cp1251"),
]


@pytest.mark.parametrize(("declared", "text", "codec"), CHARSETS)
@pytest.mark.parametrize(
    "head",
    ['<meta charset="{}">', "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset={}'>"],
)
def test_the_page_says_its_charset(declared, text, codec, head):
    data = f"<html><head>{head.format(declared)}</head><p>{text}</p>".encode(codec)
    document = HTML.read(data, None)
    assert (document.units[0].text, document.charset) == (text, codec)
    after = edited(data, 0, f"{text} 🙂 & Ж漢")
    assert texts(after) == [f"{text} 🙂 & Ж漢"]
    assert after.startswith(data[: data.index(b"</p>")])


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_mark_of_the_byte_order_stays(codec):
    data = "<!DOCTYPE html><p>Grüße</p>".encode(codec)
    assert HTML.recognises(data)
    assert edited(data, 0, "Große Grüße") == "<!DOCTYPE html><p>Große Grüße</p>".encode(codec)


HOSTILE = {
    "nested divs": b"<div>" * 100_000 + b"x" + b"</div>" * 100_000,
    "nested tables": b"<table><tr><td>" * 30_000 + b"x",
    "nested bold": b"<b>" * 100_000 + b"x",
    "a long line": b"<p>" + b"x" * 10_000_000,
    "a long line of spaces": b"<p>x" + b" " * 10_000_000 + b"y",
    "opening signs": b"<" * 3_000_000 + b"x",
    "open comments": b"x<!--" * 1_000_000,
    "open quotes": b"x <a b='" * 500_000,
    "open tags": b"x<a " * 500_000,
    "open scripts": b"x<script>" * 500_000,
    "open titles": b"x<title>" * 100_000,
    "ends": b"x</" * 1_000_000,
    "references": b"&amp" * 50_000,
    "long reference": b"x&" + b"a" * 5_000_000,
    "a long number": b"x&#" + b"9" * 100_000 + b";",
    "a long hexadecimal number": b"x&#x" + b"0" * 100_000 + b"41;",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_are_read_at_once(data):
    started = time.process_time()
    document = HTML.read(data, None)
    assert document.units[0].text
    assert time.process_time() - started < 2


def test_a_zero_byte_is_no_page():
    with pytest.raises(WorkbenchError):
        HTML.read(b"<p>a\0b</p>", None)
