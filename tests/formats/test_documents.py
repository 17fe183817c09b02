"""What holds of every document format: an edit changes its unit alone, edits commute."""

import random
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.formats import FORMATS, read_document, write_back
from workbench.formats.package import open_package, read_part, with_parts

DOCUMENTS = Path(__file__).parent.parent / "data" / "documents"
NAMES = {
    "docx": "article.docx",
    "html": "page.html",
    "markdown": "readme.md",
    "srt": "film.srt",
    "vtt": "film.vtt",
}
FORMATS_HERE = list(NAMES)
LONGEST = 2  # seconds that any file may take


@pytest.fixture(params=FORMATS_HERE)
def form(request):
    return FORMATS[request.param]


def original(form):
    return (DOCUMENTS / NAMES[form.name]).read_bytes()


def edited(form, data, texts):
    """Write texts by unit number into a file."""
    document = form.read(data, None)
    units = [replace(unit, text=texts.get(n, unit.text)) for n, unit in enumerate(document.units)]
    return form.write(replace(document, units=tuple(units)), data)


def texts(form, data):
    return [unit.text for unit in form.read(data, None).units]


@pytest.mark.parametrize("name", NAMES.values())
def test_the_format_is_told_by_the_content_or_the_name(name):
    path = DOCUMENTS / name
    document = read_document(path.read_bytes(), path)
    assert NAMES[document.format] == name
    assert write_back(document, path.read_bytes()) == path.read_bytes()


@pytest.mark.parametrize(
    ("name", "found"),
    [("article.docx", "docx"), ("page.html", "html"), ("film.srt", "srt"), ("film.vtt", "vtt")],
)
def test_content_goes_before_the_name(name, found):
    assert read_document((DOCUMENTS / name).read_bytes(), Path("x.txt")).format == found


def test_each_unit_can_be_edited_and_no_other_changes(form):
    data = original(form)
    before = texts(form, data)
    for number, text in enumerate(before):
        new = re.sub(r"\w+", lambda word: f"{word[0]}neu", text, count=1)
        after = texts(form, edited(form, data, {number: new}))
        assert after == [*before[:number], new, *before[number + 1 :]]


@pytest.mark.parametrize("name", ["html", "markdown", "srt", "vtt"])
def test_bytes_outside_the_unit_stay(name):
    form = FORMATS[name]
    data = original(form)
    for number, unit in enumerate(form.read(data, None).units):
        after = edited(form, data, {number: unit.text + " und mehr"})
        start, end = unit.span
        assert after[:start] == data[:start]
        assert after[len(after) - (len(data) - end) :] == data[end:]
        assert len(after) > len(data)


# Spaces at the edges of a line are layout in most formats; what XML or HTML cannot hold is refused.
TYPED = st.text(
    st.one_of(
        st.sampled_from(list("abc &<>\"'*_`~[]()#+-=|!\\.{}1:;\u00a0ä漢字나🙂\u2028\n\t")),
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]),
    ),
    max_size=30,
)


def kept(form, text):
    """Give what a format keeps of a typed text."""
    if form.name == "docx":
        return text
    if form.name == "markdown":
        return text.strip(" \t\n")
    if form.name in {"srt", "vtt"}:
        return re.sub(r"\s*\n\s*\n\s*", "\n", text).strip()
    return re.sub(r" ?\n[\n ]*", "\n", re.sub(r"[\t\f\r ]+", " ", text)).strip(" \n")


@pytest.mark.parametrize("name", FORMATS_HERE)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_was_written_reads_back(name, data):
    form = FORMATS[name]
    before = texts(form, original(form))
    number = data.draw(st.integers(0, len(before) - 1))
    new = data.draw(TYPED)
    try:
        after = texts(form, edited(form, original(form), {number: new}))
    except WorkbenchError as error:
        assert "Paragraph" in str(error)  # noqa: PT017 -- most texts are written
        return
    exact = name == "html" and before[number] != kept(form, before[number])
    in_html = before[number] == "Text in HTML"  # the block of HTML in the Markdown file
    wanted = new if exact else kept(FORMATS["html"] if in_html else form, new)
    expected = [*before[:number], wanted, *before[number + 1 :]]
    expected = [text for text in expected if text.strip()]
    if name != "docx":  # elsewhere the space at a unit's edges is layout
        after, expected = ([text.strip() for text in side] for side in (after, expected))
    assert after == expected


@pytest.mark.parametrize("name", FORMATS_HERE)
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_edits_commute(name, data):
    form = FORMATS[name]
    before = texts(form, original(form))
    one, two = sorted(data.draw(st.sets(st.integers(0, len(before) - 1), min_size=2, max_size=2)))
    words = st.text(st.characters(categories=["Ll", "Lo"], codec="utf-8"), min_size=1).map(
        lambda word: f"x{word}"
    )
    a, b = ({number: f"{before[number]} {data.draw(words)}"} for number in (one, two))
    at_once = edited(form, original(form), a | b)
    assert edited(form, edited(form, original(form), a), b) == at_once
    assert edited(form, edited(form, original(form), b), a) == at_once


@pytest.mark.parametrize("name", FORMATS_HERE)
@pytest.mark.parametrize("text", ["\ud800", "a\0b", "\x1b[31m", "\ufffe"])
def test_a_character_that_cannot_be_held_is_refused_or_kept(name, text):
    form = FORMATS[name]
    try:
        after = edited(form, original(form), {0: text})
    except WorkbenchError:
        return
    assert texts(form, after)[0] == text


def mutant(data, chance):
    """Break a file in one to four places."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        length = min(int(chance.expovariate(0.05)) + 1, 400)
        match chance.randrange(5):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length] * chance.randint(1, 20)
            case 3:
                other = chance.randrange(len(data) + 1)
                data[at:at] = data[other : other + length]
            case _:
                data[at:at] = chance.choice(TOKENS)
        if not data:
            data = bytearray(b"x")
    return bytes(data)


TOKENS = [
    b"<", b">", b"&", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"&#0;", b"&#x110000;", b"&amp",
    b"\0",
    b"\r", b"\n\n", b"\xff\xfe", b"\xef\xbb\xbf", b"<pre>", b"</pre>", b"<br>", b"<script>", b"<title>", b"'",
    b'"', b"`", b"```\n", b"~~", b"**", b"__", b"[", b"](", b")", b"| ", b"\\", b"- ", b"> ", b"1. ", b"\t",
    b"    ", b"===\n", b"---\n", b"\n\n00:00:01,000 --> 00:00:02,000\n", b"{\\an8}", b"<i>", b"<w:p>",
    b"</w:p>", b"<w:t>", b"</w:t>", b"<w:del>", b"PK\x03\x04",
]  # fmt: skip


def survive(form, data, chance):
    """Read a broken file, write it unchanged, then edit it: it works, or says why not."""
    try:
        document = form.read(data, None)
    except WorkbenchError:
        return False
    assert form.write(document, data) == data
    number = chance.randrange(len(document.units))
    new = document.units[number].text.strip() + chance.choice([" neu", " <neu>", " *neu* & [x]", "\nneu"])
    before = [unit.text for unit in document.units]
    try:
        after = edited(form, data, {number: new})
    except WorkbenchError:
        return True
    there = form.read(after, document.charset).units
    assert [unit.text for n, unit in enumerate(there) if n != number] == before[:number] + before[
        number + 1 :
    ]
    return True


def hunt(form, count, seed):
    """Try mutants; give how many could still be read."""
    chance, whole = random.Random(seed), original(form)
    alive = 0
    for _ in range(count):
        data = broken(form, whole, chance)
        started = time.process_time()
        alive += survive(form, data, chance)
        assert time.process_time() - started < LONGEST
    return alive


def broken(form, whole, chance):
    """Break a file; a Word document mostly inside one of its parts, and there mostly so that it stays XML."""
    if form.name != "docx" or chance.random() < 0.2:
        return mutant(whole, chance)
    package = open_package(whole)
    name = chance.choice(
        ["word/document.xml", "word/document.xml", "word/footnotes.xml", "[Content_Types].xml"]
    )
    part = read_part(package, name)
    return with_parts(
        package, {name: rebuilt(part, chance) if chance.random() < 0.7 else mutant(part, chance)}
    )


def rebuilt(part, chance):
    """Double, drop, wrap or fill an element of a part."""
    for _ in range(chance.randint(1, 4)):
        found = list(ELEMENT.finditer(part))
        if not found:
            return part
        start, end = chance.choice(found).span()
        whole = part[start:end]
        new = chance.choice(
            [
                b"",
                whole * 2,
                b"<w:del>%b</w:del>" % whole,
                b"<w:p>%b</w:p>" % whole,
                b"<!--%b-->" % whole.replace(b"-", b""),
            ]
            + [whole.replace(b">", b">" + token, 1) for token in FILLING]
        )
        part = part[:start] + new + part[end:]
    return part


ELEMENT = re.compile(rb"<(w:(?:t|r|p|ins|tc))\b[^>/]*>(?:(?!<\1\b).)*?</\1>", re.DOTALL)
FILLING = [
    b"&amp;",
    b"&#x1F600;",
    b"<!-- < -->",
    b"<?x?>",
    b"<![CDATA[<w:t>]]>",
    b"<w:tab/>",
    b"<w:br w:type='page'/>",
    b"x > y",
]


def test_broken_files_are_read_or_refused(form):
    hunt(form, 60, seed=1)


@pytest.mark.slow
def test_ten_thousand_broken_files_are_read_or_refused(form):
    assert hunt(form, 10_000, seed=2) > 100
