"""Whatever a review holds is read back from what was written, and edits do not depend on their order."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.formats import COMPOSERS, FORMATS, write_back
from workbench.formats.po_strings import Style, quoted, text_of
from workbench.model.bitext import Bitext, BitextPair
from workbench.model.code import CODE, codes, escaped, is_balanced, parts, without_codes
from workbench.model.document import Role
from workbench.model.status import Status

# All that the three formats can hold: no NUL, no halves of characters; XML has no other control characters
# either, and PO marks a context in MO files by U+0004.
TEXT = st.text(
    st.sampled_from('ab \n\t"\\&<>]⟦⟧%')
    | st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"),
    max_size=12,
).filter(lambda text: not any(ord(char) & 0xFFFE == 0xFFFE for char in text))
STATUS = st.sampled_from(list(Status))
PAIRS = st.lists(
    st.builds(
        lambda source, text, status: BitextPair(text, text, "", source, status, (("a.txt", 1),)),
        TEXT.filter(str.strip), TEXT, STATUS,
    ),
    min_size=1, max_size=5,
)  # fmt: skip
NAMES = {".po": "po", ".xlf": "xliff", ".tmx": "tmx"}


def review(pairs):
    return Bitext("title", {Role.TRANSLATION: "ko", Role.SOURCE: "en"}, tuple(pairs), 0.0)


def written(suffix, pairs):
    """Write a review of plain texts."""
    if suffix != ".po":
        pairs = [
            replace(pair, source=escaped(pair.source), translation=escaped(pair.translation))
            for pair in pairs
        ]
    return COMPOSERS[suffix].compose(review(pairs))


def trimmed(source, text):
    """What a PO file holds of a text: the line ends about it are its msgid's."""
    inner = text.strip("\n")
    return "\n" * source.startswith("\n") + inner + "\n" * source.endswith("\n") if inner else ""


@given(PAIRS)
def test_a_new_po_file_reads_back_as_the_review(pairs):
    units = FORMATS["po"].read(COMPOSERS[".po"].compose(review(pairs)), None).units
    assert [(unit.source, unit.text) for unit in units] == [
        (pair.source, trimmed(pair.source, pair.translation)) for pair in pairs
    ]
    assert [unit.status is Status.NEEDS_WORK for unit in units] == [
        pair.status is not Status.APPROVED for pair in pairs
    ]


@given(PAIRS)
def test_a_new_xliff_file_reads_back_as_the_review(pairs):
    units = FORMATS["xliff"].read(written(".xlf", pairs), None).units
    assert [(unit.source, unit.text) for unit in units] == [
        (escaped(pair.source), escaped(pair.translation)) for pair in pairs
    ]
    assert [unit.status for unit in units if unit.text] == [pair.status for pair in pairs if pair.translation]


@given(PAIRS)
def test_a_new_memory_holds_the_pairs_that_have_both_sides(pairs):
    whole = [pair for pair in pairs if pair.translation]
    data = written(".tmx", pairs)
    if not whole:
        assert b"<tu>" not in data
        return
    units = FORMATS["tmx"].read(data, None).units
    kept = [(unit.source, unit.text, unit.status) for unit in units]
    layout = ("\n", "\r")
    for (source, text, status), pair in zip(kept, whole, strict=True):
        assert status is pair.status
        for now, then in ((source, pair.source), (text, pair.translation)):
            assert now == escaped(then) or any(end in then for end in layout)


@given(PAIRS, st.data(), st.sampled_from(list(NAMES)))
def test_any_text_is_written_back_and_read_again(pairs, data, suffix):
    composed = written(suffix, [replace(pair, translation=pair.translation or "x") for pair in pairs])
    form = FORMATS[NAMES[suffix]]
    document = form.read(composed, None)
    texts = [data.draw(TEXT) for _unit in document.units]
    escape = str if suffix == ".po" else escaped
    units = tuple(replace(unit, text=escape(text)) for unit, text in zip(document.units, texts, strict=True))
    again = form.read(form.write(replace(document, units=units), composed), document.charset)
    assert [unit.text for unit in again.units] == [unit.text for unit in units]
    assert [unit.status for unit in again.units] == [unit.status for unit in document.units]


@given(PAIRS.filter(lambda pairs: len(pairs) > 1), TEXT, TEXT, STATUS, st.sampled_from(list(NAMES)))
def test_edits_commute(pairs, one, two, status, suffix):
    composed = written(suffix, [replace(pair, translation=pair.translation or "x") for pair in pairs])
    escape = str if suffix == ".po" else escaped
    edits = [(0, escape(one), status), (len(pairs) - 1, escape(two), Status.UNREVIEWED)]
    results = []
    for order in (edits, edits[::-1]):
        data = composed
        for number, text, decided in order:
            document = FORMATS[NAMES[suffix]].read(data, None)
            units = list(document.units)
            units[number] = replace(units[number], text=text, status=decided)
            data = write_back(replace(document, units=tuple(units)), data, document)
        results.append(data)
    assert results[0] == results[1]


STYLES = st.builds(
    Style, width=st.none() | st.integers(20, 100), empty_first=st.booleans(), by_line=st.booleans(),
    indent=st.sampled_from(["", "\t", "  "]), room=st.sampled_from([9, 12]),
)  # fmt: skip


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0")), STYLES, st.sampled_from(["\n", "\r\n"])
)
def test_a_string_reads_back_in_any_layout(text, style, newline):
    assert text_of(quoted(text, newline, style)) == text


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "euc_kr", "cp949", "euc_jp", "iso8859-1", "gb18030"])
@given(text=TEXT)
def test_in_every_charset_a_text_is_written_or_refused(codec, text):
    data = 'msgid "a"\nmsgstr "x"\n\nmsgid "b"\nmsgstr "y"\n'.encode(codec)
    document = FORMATS["po"].read(data, codec)
    units = (replace(document.units[0], text=text), document.units[1])
    if text.encode(codec, "replace").decode(codec) != text:
        with pytest.raises(WorkbenchError, match="has no"):
            FORMATS["po"].write(replace(document, units=units), data)
        return
    written = FORMATS["po"].write(replace(document, units=units), data)
    assert FORMATS["po"].read(written, codec).units[0].text == text


CODED = st.recursive(
    TEXT.map(escaped) | st.sampled_from(["⟦x/⟧", "⟦b7/⟧"]),
    lambda inner: st.tuples(st.sampled_from("123"), inner, inner).map(
        lambda three: f"⟦{three[0]}⟧{three[1]}⟦/{three[0]}⟧{three[2]}"
    ),
    max_leaves=4,
)


@given(CODED, st.data())
def test_codes_go_into_new_files_and_come_back(text, data):
    names = [piece for piece, count in codes(text).items() if count > 1]
    assume(text.strip() and not names)  # a code stands once in a segment
    crossed = data.draw(st.permutations([piece for piece, _is_code in parts(text)]))
    for target in (text, "".join(code_notation(crossed))):
        pair = BitextPair(target, target, "", text, Status.APPROVED, (("a.xlf", 1),))
        unit = FORMATS["xliff"].read(COMPOSERS[".xlf"].compose(review([pair])), None).units[0]
        assert unit.source == text
        assert unit.text == target or not is_balanced(target)
        assert without_codes(unit.text) == without_codes(target)
        memory = FORMATS["tmx"].read(COMPOSERS[".tmx"].compose(review([pair])), None).units
        for found in memory:
            assert codes(found.source).total() == codes(found.text).total() == codes(text).total()


def code_notation(pieces):
    """Write pieces that may be bare brackets."""
    return (piece if CODE.fullmatch(piece) else escaped(piece) for piece in pieces)
