"""`workbench glossary`, with a data folder of one's own."""

import json

import pytest

ROWS = """form,language,kind,note,forbidden,ko
Orysia Lutsevych,en,person,,Olysia Rutsevich,오리시아 루체비치
Li Zuocheng,en,person,,Li Chuo,리줘청
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "g.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def forms(workbench):
    _code, out, _lines = workbench("glossary", "list", "--json")
    return [entry["terms"][0]["form"] for entry in json.loads(out)["entries"]]


def test_an_imported_glossary_is_listed(workbench, here):
    code, out, lines = workbench("glossary", "import", here / "g.csv")
    assert (code, lines) == (0, [])
    assert "2 entries added" in out
    assert forms(workbench) == ["Orysia Lutsevych", "Li Zuocheng"]
    _code, out, _lines = workbench("glossary", "list")
    assert "오리시아 루체비치" in out


def test_a_second_import_adds_nothing_and_names_each_row(workbench, here):
    workbench("glossary", "import", here / "g.csv")
    code, out, lines = workbench("glossary", "import", here / "g.csv")
    assert code == 0
    assert "0 entries added" in out
    assert [f"line {n} repeats your glossary, line {n}" in line for n, line in enumerate(lines, 2)] == [
        True,
        True,
    ]


def test_what_contradicts_is_named_by_its_line_and_left_out(workbench, here):
    (here / "bad.csv").write_text(ROWS + "Lutsevich,en,person,,Olysia Rutsevich,\n", encoding="utf-8")
    _code, out, lines = workbench("glossary", "import", here / "bad.csv")
    assert "1 entry added" in out
    assert len(lines) == 1
    assert "line 2 and line 4 contradict" in lines[0]
    assert forms(workbench) == ["Li Zuocheng"]


@pytest.mark.parametrize(("name", "options"), [("o.csv", []), ("o.tbx", []), ("o.tbx", ["--edition", "2"])])
def test_what_is_exported_can_be_imported_elsewhere(workbench, here, monkeypatch, name, options):
    workbench("glossary", "import", here / "g.csv")
    assert workbench("glossary", "export", "-o", here / name, *options)[0] == 0
    before = forms(workbench)
    monkeypatch.setenv("XDG_DATA_HOME", str(here / "other"))
    workbench("glossary", "import", here / name)
    assert forms(workbench) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("import",),
        ("import", "nothing.csv"),
        ("export", "-o", "x.docx"),
        ("export",),
        ("import", "{here}"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(refused, here, arguments):
    refused("glossary", *(argument.format(here=here) for argument in arguments))


def test_a_gazetteer_is_built_once_and_its_broken_lines_are_named(workbench, here):
    (here / "names.tsv").write_bytes(
        "Orysia Lutsevych\tQ1\n\n\tnothing\nVladimir Putin\n\xff\n".encode("latin-1")
    )
    code, out, lines = workbench("glossary", "import", "--gazetteer", here / "names.tsv")
    assert code == 0
    assert out.startswith("2 names in ")
    assert ["line 3" in lines[0], "line 5" in lines[1], len(lines)] == [True, True, 2]


def test_an_imported_gazetteer_is_searched_for_names(workbench, here):
    (here / "names.tsv").write_text("Orysia Lutsevych\nVladimir Putin\n", encoding="utf-8")
    (here / "t.txt").write_text("There Olysia Rutsevich of Kyiv sat.\n", encoding="utf-8")
    (here / "s.txt").write_text("그때 키이우의 오리시아 루체비치가 있었다.\n", encoding="utf-8")
    arguments = ["names", here / "t.txt", "--source", here / "s.txt", "--json"]
    for options, earlier in (
        ([], None),
        (["--gazetteer", here / "names.tsv"], None),
        ([], here / "names.tsv"),
    ):
        if earlier:
            workbench("glossary", "import", "--gazetteer", earlier)
        _code, out, _lines = workbench(*arguments, *options)
        found = {name["form"]: (name["proposal"], name["from"]) for name in json.loads(out)["names"]}
        expected = ("Orysia Lutsevych", "gazetteer") if options or earlier else (None, "source")
        assert found["Olysia Rutsevich"] == expected


def test_a_gazetteer_that_is_not_there_is_said(refused, here):
    assert "nothing.tsv" in refused("glossary", "import", "--gazetteer", here / "nothing.tsv")
