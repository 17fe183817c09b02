"""`workbench names`: the table, the JSON, and ticked proposals applied to a copy."""

import json

import pytest


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def texts(here):
    """Give an article of four lines, its reference, and a file for each."""
    translation = (
        "Olysia Rutsevich of Chatham House spoke in Kyiv.\r\n"
        "“No,”  Rutsevich said.\tIt was RUTSEVICH’S day.\r\n"
        "\r\n"
        "See https://x.org/Rutsevich or write to Rutsevich@x.org.\r\n"
    )
    reference = (
        "Orysia Lutsevych of Chatham House spoke in Kyiv.\n“No,” Lutsevych said. It was her day.\n\n"
        "See https://x.org/Rutsevich or write to Rutsevich@x.org.\n"
    )
    paths = here / "a.txt", here / "r.txt"
    for path, text in zip(paths, (translation, reference), strict=True):
        path.write_bytes(text.encode("utf-8"))
    return paths


def proposals(workbench, here, translation, *options):
    code, out, lines = workbench("names", translation, *options, "--json")
    assert (code, lines) == (0, [])
    path = here / "p.json"
    path.write_text(out, encoding="utf-8")
    return path, json.loads(out)["names"]


def test_the_table_names_what_is_wrong_and_what_agrees(workbench, texts):
    code, out, _lines = workbench("names", texts[0], "--reference", texts[1])
    assert code == 0
    assert "Orysia Lutsevych" in out
    assert "Chatham House" in out


def test_the_json_has_the_shape_of_the_design(workbench, here, texts):
    _path, names = proposals(workbench, here, texts[0], "--reference", texts[1])
    keys = {"form", "kind", "mentions", "variants", "proposal", "confidence", "from", "why", "judgement"}
    assert all(set(name) == keys for name in names)
    (name,) = [name for name in names if name["form"] == "Olysia Rutsevich"]
    assert name["mentions"] == [{"pair": 0, "span": [0, 16]}]
    assert (name["proposal"], name["from"]) == ("Orysia Lutsevych", "reference")


@pytest.mark.parametrize("with_reference", [True, False])
def test_all_mentions_are_put_right_and_every_other_byte_stays(workbench, here, texts, with_reference):
    translation, reference = texts
    path, _names = proposals(workbench, here, translation, "--reference", reference)
    options = ["--reference", reference] if with_reference else []
    code, out, _lines = workbench("names", translation, *options, "--apply", path, "-o", here / "o.txt")
    assert (code, out.split()[0]) == (0, "3")
    expected = translation.read_bytes().replace(b"Olysia Rutsevich", b"Orysia Lutsevych")
    expected = expected.replace(b"  Rutsevich said", b"  Lutsevych said")
    assert (here / "o.txt").read_bytes() == expected.replace("RUTSEVICH’S".encode(), "LUTSEVYCH’S".encode())


def test_a_second_run_changes_nothing(workbench, here, texts):
    path, _names = proposals(workbench, here, texts[0], "--reference", texts[1])
    workbench("names", texts[0], "--apply", path, "-o", here / "o.txt")
    code, out, _lines = workbench("names", here / "o.txt", "--apply", path, "-o", here / "o2.txt")
    assert (code, out.split()[0]) == (0, "0")
    assert (here / "o2.txt").read_bytes() == (here / "o.txt").read_bytes()


def test_what_is_not_ticked_is_left_alone(workbench, here, texts):
    path, names = proposals(workbench, here, texts[0], "--reference", texts[1])
    for name in names:
        if name["form"] == "Olysia Rutsevich":
            name["apply"] = False
        elif name["form"] == "Rutsevich":
            name["mentions"][0]["apply"] = False
    path.write_text(json.dumps({"names": names}), encoding="utf-8")
    workbench("names", texts[0], "--apply", path, "-o", here / "o.txt")
    text = (here / "o.txt").read_text(encoding="utf-8")
    assert ("Olysia Rutsevich" in text, "  Rutsevich said" in text, "LUTSEVYCH" in text) == (True, True, True)


def test_what_was_put_right_can_be_remembered(workbench, here, texts):
    path, _names = proposals(workbench, here, texts[0], "--reference", texts[1])
    workbench("names", texts[0], "--apply", path, "-o", here / "o.txt", "--remember")
    _path, names = proposals(workbench, here, texts[0])
    found = {name["form"]: (name["proposal"], name["from"]) for name in names if name["proposal"]}
    assert found == {
        "Olysia Rutsevich": ("Orysia Lutsevych", "glossary"),
        "Rutsevich": ("Lutsevych", "glossary"),
    }


def test_a_glossary_comes_before_the_reference(workbench, here, texts):
    glossary = here / "g.csv"
    glossary.write_text("form,forbidden\nOrysya Lutsevych,Olysia Rutsevich\n", encoding="utf-8")
    _path, names = proposals(workbench, here, texts[0], "--reference", texts[1], "--glossary", glossary)
    assert [name["proposal"] for name in names if name["form"] == "Olysia Rutsevich"] == ["Orysya Lutsevych"]


def test_a_contradiction_in_a_glossary_is_named_and_the_rest_used(workbench, here, texts):
    glossary = here / "g.csv"
    glossary.write_text(
        "form,forbidden\nA,Rutsevich\nB,Rutsevich\nChatham Haus,Chatham House\n", encoding="utf-8"
    )
    code, out, lines = workbench("names", texts[0], "--glossary", glossary, "--json")
    assert code == 0
    assert ["line 2 and line 3" in line for line in lines] == [True]
    assert [n["proposal"] for n in json.loads(out)["names"] if n["proposal"]] == ["Chatham Haus"]


@pytest.mark.parametrize(
    "data",
    ["", "[]", "{}", '{"names": 1}', '{"names": [1]}', '{"names": [{}]}',
     '{"names": [{"form": "x", "mentions": [{}]}]}',
     '{"names": [{"form": "x", "mentions": [{"pair": -1, "span": [0, 1]}]}]}',
     '{"names": [{"form": "x", "mentions": [{"pair": 0, "span": [0]}]}]}', "[" * 100_000],
)  # fmt: skip
def test_what_is_no_json_of_names_is_refused_in_one_line(refused, here, texts, data):
    (here / "p.json").write_text(data, encoding="utf-8")
    assert "p.json" in refused("names", texts[0], "--apply", here / "p.json", "-o", here / "o.txt")
    assert not (here / "o.txt").exists()


def test_mentions_of_another_text_are_refused(refused, here, texts):
    shape = {"names": [{"form": "Chatham", "proposal": "Xatham", "mentions": []}]}
    shape["names"][0] |= {"form": "Rutsevich", "mentions": [{"pair": 0, "span": [0, 9]}]}
    (here / "p.json").write_text(json.dumps(shape), encoding="utf-8")
    assert "--reference" in refused("names", texts[0], "--apply", here / "p.json", "-o", here / "o.txt")


@pytest.mark.parametrize("options", [["--apply", "p.json"], ["-o", "o.txt"], ["--reference", "nothing.txt"]])
def test_bad_usage_is_said_in_one_line(refused, texts, options):
    refused("names", texts[0], *options)


def test_an_input_is_never_overwritten(refused, workbench, here, texts):
    path, _names = proposals(workbench, here, texts[0], "--reference", texts[1])
    assert "input" in refused("names", texts[0], "--apply", path, "-o", texts[0])


def test_a_review_hears_the_glossary(workbench, tmp_path):
    text, glossary = tmp_path / "t.txt", tmp_path / "g.csv"
    text.write_text("Yesterday the editor Jon Smyth spoke in Kyiv.\nLater Jon Smyth left.\n")
    glossary.write_text("form,forbidden\nJohn Smith,Jon Smyth\n")
    assert workbench("review", text, "--glossary", glossary, "--out", tmp_path / "out")[0] == 0
    names = json.loads((tmp_path / "out" / "names.json").read_text())["names"]
    found = {name["form"]: (name["proposal"], name["from"]) for name in names}
    assert found["Jon Smyth"] == ("John Smith", "glossary")
