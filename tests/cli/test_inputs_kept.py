"""No result ever takes the place of an input."""

import pytest

PO = 'msgid "The cat."\nmsgstr "A cat."\n'
CASES = {
    "the reference": ["review", "a.txt", "--reference", "J/a.po", "--out", "J"],
    "the translation": ["review", "A/x.po", "--out", "A"],
    "a shape": ["review", "a.txt", "--source", "J/alignment.json", "--out", "J"],
    "by a link": ["review", "a.txt", "--reference", "link.po", "--out", "J"],
    "a folder's": ["review", "B", "--out", "B"],
    "the table": ["score", "in.tsv", "-o", "in.tsv"],
    "the other line file": ["score", "a.txt", "lines.tsv", "-o", "lines.tsv"],
    "the first text": ["align", "a.txt", "b.txt", "-o", "a.txt"],
    "the second text": ["align", "a.txt", "b.txt", "-o", "./A/../b.txt"],
    "the review": ["export", "r.twb", "-o", "r.twb"],
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "B/a.mt").mkdir(parents=True)
    (tmp_path / "J").mkdir()
    (tmp_path / "A").mkdir()
    texts = {
        **dict.fromkeys(["a.txt", "b.txt", "lines.tsv", "B/a.mt.txt", "J/alignment.json"], "The cat sat.\n"),
        **dict.fromkeys(["J/a.po", "A/x.po", "B/a.mt/a.mt.po"], PO),
        "in.tsv": "translation\treference\nA cat.\tThe cat.\n",
        "r.twb": "a review",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "link.po").symlink_to("J/a.po")
    return tmp_path


def held(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("arguments", CASES.values(), ids=CASES)
def test_an_output_that_is_an_input_is_refused(folder, refused, arguments):
    before = held(folder)
    option = "--out" if "--out" in arguments else "-o"
    assert f"is an input; choose another {option}." in refused(*arguments)
    assert held(folder) == before


@pytest.mark.parametrize(
    "arguments",
    [["review", "", "--out", "J"], ["review", "a.txt", "--out", ""], ["align", "a.txt", ""], ["open", ""]],
)
def test_an_empty_name_is_refused(folder, refused, arguments):
    before = held(folder)
    assert "the name is empty" in refused(*arguments)
    assert held(folder) == before
