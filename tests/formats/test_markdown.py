"""Markdown: what is shown, what an edit writes, and that markdown-it-py reads the same blocks afterwards."""

import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from workbench.errors import WorkbenchError
from workbench.formats.markdown import MARKDOWN

README = Path(__file__).parent.parent / "data" / "documents" / "readme.md"


def texts(text):
    return [unit.text for unit in MARKDOWN.read(text.encode(), None).units]


def edited(text, number, new):
    document = MARKDOWN.read(text.encode(), None)
    units = [replace(unit, text=new if n == number else unit.text) for n, unit in enumerate(document.units)]
    return MARKDOWN.write(replace(document, units=tuple(units)), text.encode()).decode()


def test_a_file_of_everything():
    assert [(unit.place, unit.text) for unit in MARKDOWN.read(README.read_bytes(), None).units] == [
        ("6", "Eine große Überschrift"),
        (
            "8",
            """Das ist der erste Kode Satz mit Verweis, & und *Stern*. Die zweite Zeile
nach dem Umbruch,  und http://example.org/x_y.""",
        ),
        ("12", "Ein Zitat über zwei Zeilen, faul fortgesetzt"),
        ("16", "Punkt eins geht weiter"),
        ("18", "Punkt zwei"),
        ("20", "zweiter Absatz"),
        ("22", "erstens"),
        ("23", "verschachtelt fett\nneue Zeile"),
        ("25", "Kopf | eins"),
        ("25", "Kopf zwei"),
        ("27", "a"),
        ("27", "b & c"),
        ("28", "nur eins"),
        ("30", "Setext über zwei Zeilen"),
        ("41", "Text in HTML"),
        ("45", "Ein Bezug und weg, snake_case 2 * 3 und [^1]."),
        ("47", "[^1]: Eine Fußnote mit Text."),
    ]


SHOWN = [
    ("a **b** *c* __d__ _e_ ***f***", "a b c d e f"),
    ("a * b _ c ** d", "a * b _ c ** d"),
    ("*a **b* c**", "a b c"),
    ("*a **b*", "*a *b"),
    ("~~a~~ ~b~", "a ~b~"),
    ("``a ` b`` `c` `d", "a ` b c `d"),
    ("` `` ` x", "`` x"),
    ("[a](b) ![c](d) [e] [f][g] [h](i 'j')", "a  [e] [f][g] h"),
    ("[a *b* `c` \\] d](e)", "a b c ] d"),
    ("\\a \\* \\\\ &copy; &#65; &nope;", "\\a * \\ © A &nope;"),
    ("a <b c='d>e'>f</b><!-- g --> h", "a f h"),
    ("a<br>b<br/>c", "a\nb\nc"),
    ("a  \nb\\\nc\nd", "a\nb\nc d"),
    ("<a@b.c> <https://a.b/_c_>", "a@b.c https://a.b/_c_"),
    ("# a # b #", "a # b"),
    ("#   a", "a"),
    ("a\n===", "a"),
    ("> > 1. - a\n> >      b", "a b"),
    ("+++\nx = 1\n+++\na", "a"),
    ("---\nx: 1\n...\na", "a"),
    ("---\n\na", "a"),
    ("- [ ] a", "[ ] a"),
    ("a\tb", "a\tb"),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_what_is_shown(text, shown, newline):
    assert texts(text.replace("\n", newline)) == [shown]


LEFT_ALONE = [
    "    a",
    "```\na\n```",
    "~~~x\na\n~~~",
    "[a]: b 'c'",
    "***",
    "<!-- a -->",
    "<script>\na\n</script>",
    "![a](b)",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_text_is_left_alone(text):
    with pytest.raises(WorkbenchError, match="no text"):
        texts(text)


EDITS = [
    ("Ein **roter** Ball", "Ein blauer Ball", "Ein **blauer** Ball"),
    ("Ein **sehr roter** Ball", "Ein sehr Ball", "Ein **sehr** Ball"),
    ("Ein **roter** Ball", "Ein Ball", "Ein Ball"),
    ("Ein [Verweis](a_b*c) hier", "Ein Link hier", "Ein [Link](a_b*c) hier"),
    ("Der `Kode` hier", "Der `Kot` hier", "Der \\`Kot\\` hier"),
    ("Der `Kode` hier", "Der Kot hier", "Der `Kot` hier"),
    ("Der Satz", "Der *Satz* <b> & &amp; _x_ a_b", "Der \\*Satz\\* \\<b> & \\&amp; \\_x\\_ a_b"),
    ("Der Satz", "# Der Satz", "\\# Der Satz"),
    ("Der Satz", "- Der Satz", "\\- Der Satz"),
    ("Der Satz", "12. Der Satz", "12\\. Der Satz"),
    ("Der Satz", "[x]: y", "\\[x\\]: y"),
    ("Der Satz", "Der\nSatz", "Der<br>Satz"),
    ("eins\nzwei drei", "eins zwei vier", "eins\nzwei vier"),
    ("> eins\n> zwei drei", "eins zwei vier", "> eins\n> zwei vier"),
    ("a & b", "a & c", "a & c"),
    ("a &amp; b", "a & c", "a &amp; c"),
    ("| a | b |\n|---|---|", "x | y", "| x \\| y | b |\n|---|---|"),
    ("# Kopf #", "Fuß", "# Fuß #"),
    ("Kopf\n====", "Fuß", "Fuß\n===="),
    ("<p>a <b>b</b></p>", "a < c", "<p>a <b>&lt; c</b></p>"),
]


@pytest.mark.parametrize(("text", "new", "wanted"), EDITS)
def test_an_edit_keeps_the_markup(text, new, wanted):
    assert edited(text, 0, new) == wanted


def blocks(text):
    """Give the blocks as the parser sees them, the words of paragraphs aside."""
    md = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return [
        (token.type, token.markup, token.content if token.type != "inline" else "")
        for token in md.parse(text)
    ]


SPOILING = [
    "- neu",
    "1) neu",
    "# neu",
    "> neu",
    "```",
    "    neu",
    "===",
    "| neu |",
    "[neu]: x",
    "neu\n\nneu",
    "<div>",
    "&lt;",
    "***",
]


@pytest.mark.parametrize("new", SPOILING)
def test_no_text_becomes_a_block_of_its_own(new):
    before = README.read_text(encoding="utf-8")
    document = MARKDOWN.read(before.encode(), None)
    for number, unit in enumerate(document.units):
        if unit.place != "41":  # a block of HTML is one token with its text
            assert blocks(edited(before, number, new)) == blocks(before)


MARKS = st.lists(
    st.sampled_from([*"ab *_`~[]()!<>&#\\|-+=1.:\n", "**", "](x)", "&amp;", "<b>", "  \n", "http://x"]),
    max_size=25,
)


@settings(deadline=None)
@given(MARKS.map("".join))
def test_every_sign_has_its_place(text):
    try:
        units = MARKDOWN.read(text.encode(), None).units
    except WorkbenchError:
        return
    assert edited(text, 0, units[0].text) == text
    start, end = units[0].span
    data = text.encode()
    after = edited(text, 0, units[0].text + "x").encode()
    assert (after[:start], after[len(after) - len(data) + end :]) == (data[:start], data[end:])


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000 + "x",
        "x" + "[a](" * 10_000,
        "*a **b " * 7_000,
        "`" * 50_000 + "x",
        "> " * 20_000 + "x",
        "- " * 3_000 + "x",
        "x" * 10_000_000,
        "x ![" * 12_000,
        "<x " * 15_000,
        "x\n" * 20_000,
        "x&" * 20_000,
        "|x" * 5_000 + "|\n" + "|-" * 5_000 + "|\n",
    ],
    ids=lambda text: text[:4],
)
def test_hostile_files_are_read_or_refused_at_once(text):
    started = time.process_time()
    with suppress(WorkbenchError):
        assert texts(text)
    assert time.process_time() - started < 2
