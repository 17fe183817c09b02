from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.formats import read_file
from workbench.formats.reading import decode
from workbench.project.intake import read_text

KOREAN = "첫째 문장이다. 북한군이 전장에 있다.\n둘째 문장은 조금 더 길다. 그는 “그렇다”고 말했다.\n"
JAPANESE = "ロシアが全面侵攻してから約三年が過ぎた。戦場には北朝鮮軍の兵士がいる。\n"
CHINESE = "俄罗斯全面入侵乌克兰已近三年，战争经历了许多曲折。那就是战场上的朝鲜军队。\n"
TRADITIONAL = "俄羅斯全面入侵烏克蘭已近三年，戰爭經歷了許多曲折。那就是戰場上的朝鮮軍隊。\n"
RUSSIAN = "Почти три года прошло с начала полномасштабного вторжения. Аналитики считают это поворотом.\n"
UKRAINIAN = "Майже три роки минуло від початку вторгнення. Їхня армія воює, і це є новим елементом.\n"
GERMAN = "Die Straße führt über die Brücke. Er sagte, daß das möglich wäre.\n"

CHARSETS = [
    (KOREAN, "utf-8"), (KOREAN, "utf-8-sig"), (KOREAN, "utf-16"), (KOREAN, "utf-16-le"),
    (KOREAN, "utf-16-be"),
    (KOREAN, "utf-32"), (KOREAN, "cp949"), (JAPANESE, "cp932"), (JAPANESE, "euc_jp"),
    (JAPANESE, "iso2022_jp"),
 (CHINESE, "gb18030"), (CHINESE, "gbk"), (TRADITIONAL, "big5"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8_r"), (RUSSIAN, "utf-16-be"), (UKRAINIAN, "cp1251"), (UKRAINIAN, "koi8_u"),
    (GERMAN, "cp1252"),
    (GERMAN, "utf-16"), ("plain ascii", "ascii"), ("Привет.", "cp1251"), (RUSSIAN, "iso8859_5"),
    (RUSSIAN, "cp866"),
    ("東京は日本の首都です。", "euc_jp"), ("北京是中国的首都。", "gb18030"), ("très", "cp1252"),
    ("České město Plzeň.", "cp1250"), ("Być może także jest.", "cp1250"),
    (CHINESE, "utf-16-le"), (CHINESE, "utf-16-be"), ("你好。", "utf-16-le"),
    ("Почти три года — это много. " * 3, "utf-16-le"), ("Почти три года — это много. " * 3, "utf-16-be"),
    ("España", "cp1252"), ("La capital de España es Madrid.", "cp1252"), ("C’est très bien.", "cp1252"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "charset"), CHARSETS)
def test_the_charset_is_found(text, charset):
    found, codec = decode(text.encode(charset))
    assert found == text
    assert text.encode(charset).decode(codec) == text


NO_TEXT = [
    b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    b"PK\x03\x04" + bytes(100),
    b"\0" * 64,
    b"\x7fELF\x02\x01\x01" + bytes(200),
    b"some text with a \0 in it",
    b"SQLite format 3\0" + bytes(100),
]


@pytest.mark.parametrize("data", NO_TEXT)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(WorkbenchError):
        decode(data)


@pytest.mark.parametrize(
    ("data", "charset", "said"),
    [
        (KOREAN.encode("cp949"), "utf-8", "Line 1 is not utf-8"),
        (b"fine\nfine\n\xff\xfe\xff", "utf-8", "Line 3 is not utf-8"),
        (b"x", "klingon-8", "There is no charset"),
        (b"x", "rot13", "charset"),
        (b"x", "hex", "charset"),
        (b"x", "cp949\0", "There is no charset"),
    ],
)
def test_a_wrong_charset_is_said(data, charset, said):
    with pytest.raises(WorkbenchError, match=said):
        decode(data, charset)


NO_CHARSETS = [
    "undefined", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "rot13", "hex", "base64", "zip",
]  # fmt: skip


@pytest.mark.parametrize("name", NO_CHARSETS)
@pytest.mark.parametrize("data", [b"x", b"\xb0\xa1..\xff", b"\\x", b""])
def test_a_codec_that_is_no_charset_is_said(name, data):
    with pytest.raises(WorkbenchError, match="There is no charset"):
        decode(data, name)
    with pytest.raises(WorkbenchError, match="There is no charset"):
        decode(b"\xb0\xa1\xff" + data, None, name)


def test_what_cannot_be_read_is_said_in_one_sentence(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    for path, said in [
        (tmp_path / "missing.txt", "There is no file"),
        (tmp_path, "is a folder"),
        (empty, "is empty"),
        (tmp_path / ("x" * 300), "cannot be read"),
        (tmp_path / "a\0b", "cannot be read"),
        (empty / "inside.txt", "cannot be read"),
    ]:
        with pytest.raises(WorkbenchError, match=said):
            read_file(path)


def test_a_device_is_not_read_without_end():
    with pytest.raises(WorkbenchError, match="is a device"):
        read_file(Path("/dev/zero"))


def test_a_file_too_large_for_a_review_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "big.tmx"
    with path.open("wb") as file:
        file.truncate(1_100_000_000)  # of holes
    with pytest.raises(WorkbenchError, match=r"big.tmx has 1,100 MB, and a review holds 1,000 MB"):
        read_text(path)
