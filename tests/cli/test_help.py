"""Every example that a command's help shows runs as it stands, and does what it is there for."""

import json
import shlex
import shutil
from pathlib import Path

import click
import pytest

from workbench.cli.program import program
from workbench.model.annotation import Assessment
from workbench.model.document import Role
from workbench.project.project import Project

MARKS = (
    "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\n"
    "mt\tstory\t1\t1\t{rater}\tEr ging.\tHe <v>goes</v>.\tFluency/Grammar\t{severity}\n"
)
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nLanguage: de\\n"\n\n'
PO = HEAD + 'msgid "Open"\nmsgstr "Öffnen"\n'
HOLDS = {  # a command's effect: the files that are there then, or words that it prints
    "review story.txt": ["results/story.twb", "results/report.html"],
    "review articles": ["results/one.en-mt/one.en-mt.twb"],
    "align": ["pairs.tsv"],
    "score story.txt": "chrf",
    "score segments.tsv": ["scores.jsonl"],
    "compare": "other",
    "check story.txt": "Zelensk",
    "check messages.po": "",
    "names story.txt --reference human.txt --json": ["names.json"],
    "names story.txt --reference human.txt --apply": ["corrected.txt"],
    "export story.twb -o story.po": ["story.po"],
    "export story.twb -o story.docx": ["story.docx"],
    "convert": ["messages.xlf"],
    "glossary import": "2",
    "glossary export": ["agreed.tbx"],
    "glossary list": '"entries"',
    "mqm score": "wmt",
    "mqm agree": "alpha",
    "mqm merge": ["agreed.json"],
    "mqm import": "1",
    "mqm convert": ["marks.xlf"],
    "report": ["report.html", "report.json"],
    "open": "",
}


def commands(command, path=()):
    """Give every command of the program with its words."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from commands(command.get_command(context, name), (*path, name))


def examples(command):
    """Give the lines of an epilog that are commands."""
    lines = (command.epilog or "").split("\n")
    return [line.strip().removeprefix("workbench ") for line in lines if line.startswith("  workbench ")]


ALL = list(dict.fromkeys(line for _path, command in commands(program()) for line in examples(command)))


@pytest.fixture(scope="session")
def desk(tmp_path_factory, sample):
    """Give a folder with every file that the examples name."""
    folder = tmp_path_factory.mktemp("desk")
    names = {Role.TRANSLATION: "story.txt", Role.REFERENCE: "human.txt", Role.SOURCE: "source.txt"}
    (folder / "articles").mkdir()
    for role, suffix in zip(names, ("en-mt", "en-ref", "ko"), strict=True):
        text = "\n".join(sample[role].read_text(encoding="utf-8").split("\n")[:3]) + "\n"
        (folder / names[role]).write_text(text, encoding="utf-8")
        (folder / f"articles/one.{suffix}.txt").write_text(text, encoding="utf-8")
    shutil.copy(folder / "human.txt", folder / "other.txt")
    (folder / "segments.tsv").write_text("translation\treference\nA dog.\tThe dog.\n", encoding="utf-8")
    (folder / "messages.po").write_text(PO, encoding="utf-8")
    (folder / "names.csv").write_text("form,ko\nKyiv,키이우\nLviv,리비우\n", encoding="utf-8")
    for name, rater, severity in (
        ("marks", "kim", "Minor"),
        ("kim", "kim", "Minor"),
        ("lee", "lee", "Major"),
    ):
        text = MARKS.format(rater=rater, severity=severity)
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def here(desk, tmp_path, monkeypatch, workbench):
    """Go to a folder of one's own with those files, and a review and proposals made of them."""
    made = desk / "made"
    if not made.exists():
        workbench("review", desk / "story.txt", "--reference", desk / "human.txt", "--out", made)
        shutil.copy(made / "story.twb", made / "other.twb")
        with Project.open(made / "other.twb") as project:
            project.assess(Assessment(project.pair_ids()[0], "Kim", 40.0))
        workbench("mqm", "convert", made / "other.twb", made / "ratings.json")
    folder = tmp_path / "here"
    shutil.copytree(desk, folder, ignore=shutil.ignore_patterns("made"))
    shutil.copy(made / "story.twb", folder / "story.twb")
    for name in ("names.json", "ratings.json"):
        shutil.copy(made / name, folder / name)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")  # `open` asks whether there is a screen
    return folder


@pytest.mark.parametrize(
    ("path", "command"),
    [pytest.param(*one, id=" ".join(one[0]) or "workbench") for one in commands(program())],
)
def test_every_help_ends_with_an_example_of_its_own(path, command, workbench):
    found = examples(command)
    assert found
    assert all(line.startswith(" ".join(path)) for line in found)
    code, out, _lines = workbench(*path, "--help")
    assert code == 0
    assert all(f"  workbench {line}\n" in out for line in found)  # whole, to be copied


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("line", ALL)
def test_every_example_runs(line, workbench):
    words = shlex.split(line)
    target = words.pop() if ">" in words else None
    words = [word for word in words if word != ">"]
    opened = []
    code, out, lines = workbench(*words, opened=opened)
    assert (code, [one for one in lines if "error of ours" in one]) == (0, [])
    if target:
        Path(target).write_text(out, encoding="utf-8")
        assert json.loads(out)
    (effect,) = [effect for start, effect in HOLDS.items() if line.startswith(start)]
    if isinstance(effect, str):
        assert effect.casefold() in out.casefold()
    else:
        assert all(Path(name).stat().st_size for name in effect)
    assert bool(opened) == (words[0] == "open")
