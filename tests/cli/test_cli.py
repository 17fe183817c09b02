"""The command line as a user meets it: what it prints, what it writes, how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sacrebleu

ROOT = Path(__file__).parent.parent.parent


def workbench(*arguments, cwd=None, env=None, stdin=None):
    """Run the program as users do: in a process of its own."""
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        input=stdin,
        timeout=120,
        check=False,
    )


def complaint(run):
    """Give the one line it complained with."""
    assert run.returncode == 2, run.stderr.decode()
    lines = run.stderr.decode().rstrip("\n").split("\n")
    assert len(lines) == 1, lines
    assert lines[0].startswith("workbench: ")
    assert "Traceback" not in lines[0]
    return lines[0]


def options(sample):
    translation, reference, source = sample.values()
    return [translation, "--reference", reference, "--source", source]


def test_review_does_the_whole_job(sample, tmp_path):
    run = workbench("review", *options(sample), "--out", tmp_path / "out")
    assert run.returncode == 0, run.stderr.decode()
    printed = run.stdout.decode()
    for word in ("chrf", "bleu", "ter", "nrefs:1", "Worst pairs", "Orysia Lutsevych", "Li Zuocheng", ".po"):
        assert word in printed
    written = {path.name for path in (tmp_path / "out").iterdir()}
    stem = "north-korean-troops.en-mt"
    assert written == {
        f"{stem}.twb",
        f"{stem}.po",
        "alignment.json",
        "scores.json",
        "names.json",
        "findings.json",
        "report.json",
        "report.html",
    }
    alignment = json.loads((tmp_path / "out/alignment.json").read_text())
    assert [len(alignment[side]) for side in ("a", "b", "source")] == [59, 53, 53]
    for side in ("a", "b", "source"):
        numbers = [n for bead in alignment["beads"] for n in bead[side]]
        assert sorted(numbers) == list(range(len(alignment[side])))
    scores = json.loads((tmp_path / "out/scores.json").read_text())
    assert [segment["id"] for segment in scores["segments"]] == list(range(len(alignment["beads"])))
    names = json.loads((tmp_path / "out/names.json").read_text())["names"]
    for name in names:
        for mention in name["mentions"]:
            bead = alignment["beads"][mention["pair"]]
            text = " ".join(alignment["a"][n] for n in bead["a"])
            start, end = mention["span"]
            assert text[start:end] in {name["form"], *name["variants"]}


def test_review_again_keeps_the_reviewers_work(sample, tmp_path):
    assert workbench("review", *options(sample), "--out", tmp_path).returncode == 0
    review = tmp_path / "north-korean-troops.en-mt.twb"
    code = (
        "import sys; from pathlib import Path; from workbench.project import Project\n"
        "p = Project.open(Path(sys.argv[1])); p.set_text(p.pair_ids()[0], 'Mended.'); p.close()"
    )
    subprocess.run([sys.executable, "-c", code, review], check=True, cwd=ROOT)
    assert workbench("review", *options(sample), "--out", tmp_path).returncode == 0
    assert 'msgstr "Mended."' in (tmp_path / "north-korean-troops.en-mt.po").read_text()
    other = tmp_path / "other" / "north-korean-troops.en-mt.txt"
    other.parent.mkdir()
    other.write_text("Another text.\n")
    assert "choose another --out" in complaint(workbench("review", other, "--out", tmp_path))
    assert workbench("export", review, "-o", tmp_path / "again.po").returncode == 0
    assert 'msgstr "Mended."' in (tmp_path / "again.po").read_text()


def test_review_of_a_folder_does_every_article(sample, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for path in sample.values():
        (folder / path.name).write_bytes(path.read_bytes())
        (folder / path.name.replace("north-korean-troops", "second")).write_bytes(path.read_bytes())
    (folder / "README.md").write_text("# notes")
    run = workbench("review", folder, "--out", tmp_path / "out", "--json")
    assert run.returncode == 0, run.stderr.decode()
    printed = json.loads(run.stdout)
    results = printed["articles"]
    assert [result["pairs"] for result in results] == [results[0]["pairs"]] * 2
    assert printed["left_out"] == []
    assert (tmp_path / "out/second.en-mt/alignment.json").exists()


def test_review_without_a_reference_has_no_scores(sample, tmp_path):
    run = workbench("review", options(sample)[0], "--out", tmp_path, "--json")
    assert json.loads(run.stdout)["corpus"] == {}
    assert not (tmp_path / "scores.json").exists()


@pytest.mark.parametrize("form", ["json", "tsv", "tmx", "ladder"])
def test_align_writes_each_format(sample, form, tmp_path):
    translation, reference, _source = sample.values()
    run = workbench("align", translation, reference, "--format", form)
    assert run.returncode == 0, run.stderr.decode()
    out = tmp_path / "beads"
    assert workbench("align", translation, reference, "--format", form, "-o", out).returncode == 0
    assert out.read_bytes() == run.stdout
    if form == "json":
        shape = json.loads(run.stdout)
        assert (len(shape["a"]), len(shape["b"])) == (59, 53)
        assert set(shape["beads"][0]) == {"a", "b", "score"}
    if form == "ladder":
        assert run.stdout.startswith(b"[0]:[0]\n")


def test_anchors_are_kept_and_the_rest_is_aligned_around_them(tmp_path):
    a, b, anchors = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "anchors"
    a.write_text("The cat sleeps.\nA dog barks.\nRain falls.\n")
    b.write_text("The cat sleeps.\nA dog barks.\nRain falls.\n")
    anchors.write_text("[0, 1]:[0]\n\n")
    run = workbench("align", a, b, "--presegmented", "--anchors", anchors, "--strictness", "free")
    beads = json.loads(run.stdout)["beads"]
    assert {"a": [0, 1], "b": [0], "score": 1.0} in beads
    assert {"a": [2], "b": [2]} in [{"a": bead["a"], "b": bead["b"]} for bead in beads]
    anchors.write_text("[0]:[0]\n0-1\n")
    assert "Line 2 is no anchor" in complaint(workbench("align", a, b, "--anchors", anchors))
    anchors.write_text("[0]:[7]\n")
    assert "anchor" in complaint(workbench("align", a, b, "--presegmented", "--anchors", anchors))


def test_presegmented_lines_are_sentences_blank_ones_too(tmp_path):
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("One is here. Two too.\n\nThree is far.\n")
    b.write_text("One is here. Two too.\n\nThree is far.\n")
    run = workbench("align", a, b, "--presegmented")
    assert json.loads(run.stdout)["a"] == ["One is here. Two too.", "", "Three is far."]


def test_score_is_what_sacrebleu_says(tmp_path):
    hypotheses = ["The cat sat on the mat.", "", "It is raining cats and dogs today."]
    references = ["The cat sat on a mat.", "Nothing.", "It rains cats and dogs today."]
    t, r = tmp_path / "t.txt", tmp_path / "r.txt"
    t.write_text("\n".join(hypotheses) + "\n")
    r.write_text("\n".join(references) + "\n")
    run = workbench("score", t, r, "--json", "--metric", "chrf,chrf++,bleu,ter")
    shape = json.loads(run.stdout)
    oracles = {
        "chrf": sacrebleu.CHRF(),
        "chrf++": sacrebleu.CHRF(word_order=2),
        "bleu": sacrebleu.BLEU(),
        "ter": sacrebleu.TER(),
    }
    for name, oracle in oracles.items():
        assert shape["corpus"][name] == round(oracle.corpus_score(hypotheses, [references]).score, 4)
        assert shape["signature"][name] == str(oracle.get_signature())
    by_segment = sacrebleu.BLEU(effective_order=True)
    for segment, h, ref in zip(shape["segments"], hypotheses, references, strict=True):
        assert segment["bleu"] == round(by_segment.sentence_score(h, [ref]).score, 4)
        assert segment["ter"] == round(sacrebleu.TER().sentence_score(h, [ref]).score, 4)


@pytest.mark.parametrize(("limit", "code"), [("chrf=1", 0), ("chrf=99", 1), ("ter=10", 1), ("ter=99", 0)])
def test_a_threshold_decides_the_exit_code(tmp_path, limit, code):
    t, r = tmp_path / "t.txt", tmp_path / "r.txt"
    t.write_text("The cat sat on the mat.\n")
    r.write_text("A cat sat on the mat here.\n")
    assert workbench("score", t, r, "--min", limit).returncode == code


def test_score_reads_both_columns_of_a_table(tmp_path):
    table = tmp_path / "both.tsv"
    table.write_text("id\treference\ttranslation\n1\tThe cat.\tThe cat.\n")
    out = tmp_path / "scores.jsonl"
    run = workbench("score", table, "--metric", "chrf", "-o", out, "--json")
    assert json.loads(run.stdout)["corpus"] == {"chrf": 100.0}
    assert json.loads(out.read_text()) == {"id": 0, "chrf": 100.0}


def write(path, data):
    path.write_bytes(data)
    return path


def test_bad_input_is_one_line_and_code_2(tmp_path):
    good = write(tmp_path / "good.txt", b"One is here.\nTwo is there.\n")
    short = write(tmp_path / "short.txt", b"One.\n")
    empty = write(tmp_path / "empty.txt", b"")
    blank = write(tmp_path / "blank.txt", b"\n \n")
    binary = write(tmp_path / "binary.txt", bytes(range(256)) * 20)
    korean = write(tmp_path / "korean.txt", "한국어 문장이다.\n".encode("cp949"))
    broken = write(tmp_path / "broken.po", b'msgid "a"\nmsgstr "b\nmsgid\n')
    conflict = write(tmp_path / "c.po", b'msgid ""\nmsgstr ""\n\n<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n')
    no_review = write(tmp_path / "no.twb", b"this is no review")
    table = write(tmp_path / "table.tsv", b"a\tb\n1\t2\n")
    ragged = write(tmp_path / "ragged.tsv", b"translation\treference\n1\n")
    out = tmp_path / "out"
    cases = [
        (["review", tmp_path / "missing.txt", "--out", out], "no file"),
        (["review", good, "--reference", tmp_path / "missing.txt", "--out", out], "no file"),
        (["review", empty, "--out", out], "empty.txt is empty"),
        (["review", blank, "--out", out], "no text"),
        (["review", binary, "--out", out], "not a text file"),
        (["review", korean, "--charset", "utf-8", "--out", out], "Line 1 is not utf-8"),
        (["review", good, "--charset", "nonsense", "--out", out], "no charset"),
        (["review", broken, "--out", out], "is not PO"),
        (["review", conflict, "--out", out], "Line 4 is the mark of an unresolved merge conflict"),
        (["review", good, "--out", good], "cannot be written"),
        (["review", good], "Missing option '--out'"),
        (["review", out.parent / "nothing-here", "--out", out], "no file"),
        (["review", "--nonsense"], "No such option"),
        (["align", good], "Missing argument"),
        (["align", good, tmp_path], "is a folder"),
        (["align", good, good, "--format", "xml"], "is not one of"),
        (["align", good, good, "-o", tmp_path], "is a folder"),
        (["score", good, short], "good.txt is 1 line longer"),
        (["score", good, good, "--metric", "comet"], "There is no metric “comet”; there are: chrf"),
        (["score", good, good, "--min", "chrf"], "write it like chrf=50"),
        (["score", good, good, "--min", "meteor=3"], "meteor"),
        (["score", good, good, "-o", tmp_path / "x.xlsx"], "scores are written as"),
        (["score", table], "no column “translation” and “reference”; the first line names: “a” and “b”"),
        (["score", ragged], "Line 2 has not as many columns as the first line: 1, not 2"),
        (["export", no_review, "-o", out], "no.twb"),
        (["export", tmp_path / "missing.twb", "-o", out], "missing.twb"),
        (["export", tmp_path, "-o", out], str(tmp_path.name)),
        (["open", tmp_path / "missing.twb"], "no file"),
        (["nonsense"], "No such command"),
    ]
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    for arguments, said in cases:
        line = complaint(workbench(*arguments))
        assert said in line, (arguments, line)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before
    assert not out.exists() or not list(out.iterdir())


def test_help_and_version_need_no_file():
    assert b"review" in workbench("--help").stdout
    assert workbench("review", "--help").returncode == 0
    assert workbench("--version").stdout.strip()


def test_what_a_terminal_would_obey_is_written_out(tmp_path):
    bad = tmp_path / "bad\x1b[31m.txt"
    assert "\\x1b[31m" in complaint(workbench("review", bad, "--out", tmp_path / "out"))


def test_it_speaks_korean(tmp_path):
    line = complaint(workbench("review", tmp_path / "missing.txt", "--out", tmp_path, env={"LANGUAGE": "ko"}))
    assert "파일" in line


def test_a_path_that_is_no_unicode_works(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_bytes(b"One is here.\n")
    run = workbench("review", os.fsdecode(path), "--out", tmp_path / "out")
    assert run.returncode == 0, run.stderr.decode()
