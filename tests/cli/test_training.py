"""--train: earlier translations that teach the aligner words."""

import json

import pytest

from workbench.formats import tmx

WORDS = {"가나": "one", "다라": "two", "마바": "three", "사아": "four", "자차": "five", "카타": "six"}
KOREAN = [f"{a} {b}" for a in WORDS for b in WORDS if a != b]


def english(sentence):
    return " ".join(WORDS[word] for word in reversed(sentence.split()))


@pytest.fixture
def texts(tmp_path):
    rows = KOREAN[::3]
    (tmp_path / "a.ko.txt").write_text("\n".join(rows), "utf-8")
    (tmp_path / "b.en.txt").write_text("\n".join(english(row) for row in rows[1:]), "utf-8")
    (tmp_path / "told.tmx").write_bytes(tmx(("ko", "en"), [(row, english(row)) for row in KOREAN]))
    return tmp_path / "a.ko.txt", tmp_path / "b.en.txt", tmp_path / "told.tmx"


def test_what_is_learned_changes_the_beads(workbench, texts):
    *both, memory = texts
    options = ["--presegmented", "--language", "ko", "--language", "en"]
    code, out, _lines = workbench("align", *both, *options, "--train", memory)
    beads = [(bead["a"], bead["b"]) for bead in json.loads(out)["beads"]]
    assert code == 0
    assert beads == [([0], []), *(([k + 1], [k]) for k in range(9))]
    _code, untaught, _lines = workbench("align", *both, *options)
    assert untaught != out


def test_a_review_learns_from_a_memory(workbench, article, texts, tmp_path):
    def reviewed(*options):
        paths = article / "translation.txt", "--source", article / "source.txt"
        return workbench("review", *paths, "--out", tmp_path / "out", *options)[0]

    assert reviewed("--train", texts[2]) == 0
    assert (tmp_path / "out" / "alignment.json").exists()


def test_what_is_learned_from_is_kept_and_must_fit(refused, texts):
    a, b, memory = texts
    assert "is an input" in refused("align", a, b, "--train", memory, "-o", memory)
    assert "two languages" in refused("align", a, a, "--train", memory)
    assert "no file" in refused("align", a, b, "--train", memory.with_name("none.tmx"))
