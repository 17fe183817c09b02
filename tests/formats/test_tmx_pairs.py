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
