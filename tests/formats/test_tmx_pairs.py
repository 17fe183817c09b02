import tracemalloc
from itertools import chain

import pytest

from workbench.errors import WorkbenchError
from workbench.formats import read_tmx, tmx

UNIT = '<tu><tuv {0}="en-US"><seg>{1}</seg></tuv><tuv {0}="ko"><seg>{2}</seg></tuv></tu>'


def memory(*units, head="", version="1.4", encoding="utf-8"):
    body = "".join(units)
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>{head}<tmx version="{version}"><body>{body}</body></tmx>'
    )
    return text.encode(encoding)


@pytest.mark.parametrize(
    ("data", "languages", "expected"),
    [
        (tmx(("ko", "en"), [("가 & <나>", "a"), ("", "b")]), ("en", "ko"), [("a", "가 & <나>")]),
        (memory(UNIT.format("xml:lang", "a", "가")), ("ko", "en"), [("가", "a")]),
        (memory(UNIT.format("lang", "a", "가"), version="1.1"), ("ko-KR", "en"), [("가", "a")]),
        (memory(UNIT.format("xml:lang", "a", "가"), encoding="utf-16"), ("ko", "en"), [("가", "a")]),
        (memory(UNIT.format("xml:lang", "a", "ä"), encoding="iso-8859-1"), ("ko", "en"), [("ä", "a")]),
        (memory(UNIT.format("xml:lang", "a", "가"), encoding="euc-kr"), ("ko", "en"), [("가", "a")]),
        (memory(UNIT.format("xml:lang", "a", "가")), ("ko", "de"), []),
        (memory(UNIT.format("xml:lang", "a\n  b", " ")), ("en", "ko"), []),
        (
            memory(
                UNIT.format("xml:lang", 'One <bpt i="1">&lt;b></bpt><hi>two</hi>\n three<ph>x</ph>', "가")
            ),
            ("en", "ko"),
            [("One two three", "가")],
        ),
        (
            memory(UNIT.format("xml:lang", "a", "가"), head='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'),
            ("en", "ko"),
            [("a", "가")],
        ),
    ],
)
def test_pairs(data, languages, expected):
    assert list(read_tmx([data], languages)) == expected
    byte_by_byte = [data[place : place + 1] for place in range(len(data))]
    assert list(read_tmx(byte_by_byte, languages)) == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"not xml", "not XML"),
        (b"<tmx><body><tu>", "not XML"),
        (memory(head="<!DOCTYPE tmx [<!ENTITY a 'aaaa'>]>"), "entities"),
        (b'<?xml version="1.0"?>\n<tmx>\xff</tmx>', "Line 2 is not utf-8"),
    ],
)
def test_what_is_refused(data, message):
    with pytest.raises(WorkbenchError, match=message):
        list(read_tmx([data], ("en", "ko")))


def peak_of(units):
    """Give the bytes at most in use while a memory of so many units is read."""
    body = (UNIT.format("xml:lang", f"a {number} " * 10, "가") * 50 for number in range(units // 50))
    pieces = chain(["<tmx><body>"], body, ["</body></tmx>"])
    tracemalloc.start()
    try:
        assert sum(1 for _pair in read_tmx((piece.encode() for piece in pieces), ("en", "ko"))) == units
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_stays_flat():
    assert peak_of(4_000) < 1.2 * peak_of(1_000)
