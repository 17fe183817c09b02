"""Real files in and out: unchanged byte for byte, or changed in just the one entry that was edited.

.venv/bin/python tests/bench/roundtrip.py DIR [--sample N] [--seconds N] [--judges lxml] [--failures FILE]

Walks any folder for .po .pot .xlf .xliff .sdlxliff .mqxliff .mxliff .tmx. Each file is read and written
unchanged, then with one random entry edited; the judges (msgfmt -c, msgcat, polib, translate-toolkit, lxml)
run as processes of their own and must see that one change, wherever they can read the file at all. Prints a
line a format (files, identical, refused, edited alone), totals, the reasons of refusals, what the judges saw.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.bench import format_table as table  # noqa: E402 -- the folder is on the path only now
from workbench.errors import WorkbenchError  # noqa: E402 -- the folder is on the path only now
from workbench.formats import FORMATS, read_document, write_back  # noqa: E402 -- as above
from workbench.model.document import Document  # noqa: E402 -- as above

NAME_OF = {suffix: name for name in ("po", "xliff", "tmx") for suffix in FORMATS[name].suffixes}
SUFFIXES = set(NAME_OF)
JUDGES = {"po": ("msgfmt", "msgcat", "polib", "pypo"), "xliff": ("lxml",), "tmx": ("lxml",)}
GOOD = {"identical", "exact", "one", "not worse", "unreadable"}
_SHOWN = 40  # failures printed; all of them go to --failures
_REASON = 100  # characters of a reason


class Judge:
    """A judge's process, kept for many files."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.process = self.started()

    def started(self) -> "subprocess.Popen[str]":
        """Start the process."""
        command = [sys.executable, Path(__file__).with_name("judge.py"), self.kind]
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def ask(self, before: Path, after: Path) -> str:
        """Ask how many entries differ."""
        if self.process.stdin is None or self.process.stdout is None:
            raise TypeError(self.kind)
        self.process.stdin.write(json.dumps([str(before), str(after)]) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:  # it crashed on this file
            self.process = self.started()
            return "unreadable"
        return str(json.loads(answer))


def files(folder: Path) -> list[Path]:
    """Give the files to try, in the order of their names."""
    return [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in SUFFIXES and path.is_file()]


def edited(text: str, source: str) -> str:
    """Change a text so that no check of formats minds: a word before the line end at its end."""
    base = text or source
    inner = base.rstrip("\n")
    return f"{inner} qzx{base[len(inner) :]}" if inner else "qzx" + base


def entry_to_edit(document: Document, chooser: random.Random) -> list[int]:
    """Choose an entry: all its forms, since one translated beside an empty one is what msgfmt -c minds."""
    forms = Counter(unit.place for unit in document.units)
    # The plural forms of a template cannot be translated before its header has their rule.
    wanted = [number for number, unit in enumerate(document.units) if unit.text]
    wanted = wanted or [number for number, unit in enumerate(document.units) if forms[unit.place] == 1]
    number = chooser.choice(wanted or range(len(document.units)))
    place = document.units[number].place
    same = [other for other, unit in enumerate(document.units) if unit.place == place]
    return same if document.format == "po" else [number]


def try_file(path: Path, chooser: random.Random) -> tuple[dict[str, str], bytes | None]:
    """Read, write, edit one file; give what happened and the edited bytes."""
    data = path.read_bytes()
    try:
        document = read_document(data, path)
    except WorkbenchError as error:
        reason = str(error).removeprefix(f"{path}: ")
        return {"format": NAME_OF[path.suffix.lower()], "refused": reason}, None
    found = {"format": document.format, "units": str(len(document.units))}
    found["unchanged"] = "identical" if write_back(document, data) == data else "CHANGED"
    entry = entry_to_edit(document, chooser)
    units = list(document.units)
    for number in entry:
        units[number] = replace(units[number], text=edited(units[number].text, units[number].source or ""))
    try:
        written = write_back(replace(document, units=tuple(units)), data, document)
    except WorkbenchError as error:
        return found | {"edited": f"refused: {error}"}, None
    start, end = document.units[entry[0]].span or (0, 0), document.units[entry[-1]].span or (0, 0)
    exact = written.startswith(data[: start[0]]) and written.endswith(data[end[1] :])
    again = read_document(written, path, document.charset).units
    exact = exact and [unit.text for unit in again] == [unit.text for unit in units]
    return found | {"edited": "exact" if exact else "WRONG"}, written


def tried(
    paths: list[Path], judges: Mapping[str, Judge], chooser: random.Random
) -> Iterator[tuple[Path, dict[str, str]]]:
    """Try each file, and ask the judges."""
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            found, written = try_file(path, chooser)
            if written is not None:
                before, after = (Path(folder, f"{side}{path.suffix.lower()}") for side in ("before", "after"))
                shutil.copyfile(path, before)
                after.write_bytes(written)
                for kind in judges.keys() & set(JUDGES[found["format"]]):
                    found[kind] = judges[kind].ask(before, after)
            yield path, found


def kinds(found: Mapping[str, str]) -> Iterator[str]:
    """Give the columns of the table that a file counts in."""
    yield table.FILES
    if "refused" in found:
        yield table.REFUSED
        return
    yield table.IDENTICAL if found["unchanged"] == "identical" else table.CHANGED
    yield {"exact": table.ALONE, "WRONG": table.MORE}.get(found["edited"], table.LEFT)


def oddities(found: Mapping[str, str]) -> dict[str, str]:
    """Give what of one file is not as it should be."""
    facts = {"format", "units"}
    return {name: value for name, value in found.items() if name not in facts and value not in GOOD}


def print_table(results: Iterable[Mapping[str, str]]) -> None:
    """Print the table, why what was refused, and what the judges saw."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    judged: defaultdict[str, Counter[str]] = defaultdict(Counter)
    reasons: Counter[tuple[str, str]] = Counter()
    for found in results:
        name = found["format"]
        counts[name].update(kinds(found))
        judged[name].update(f"{kind}: {found[kind]}" for kind in found.keys() & set(JUDGES[name]))
        judged[name]["entries"] += int(found.get("units", 0))
        if reason := found.get("refused") or found.get("edited", "").partition("refused: ")[2]:
            reasons[name, reason[:_REASON]] += 1
    print(*table.shown(counts, reasons), sep="\n")
    for name, said in sorted(judged.items()):
        print(f"  {name:<10}", ", ".join(f"{what} {count:,}" for what, count in sorted(said.items())))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop, and print what was tried")
    parser.add_argument("--judges", default="msgfmt,msgcat,polib,pypo,lxml", help="by comma; empty for none")
    parser.add_argument("--failures", type=Path)
    options = parser.parse_args()
    chooser = random.Random(7)
    paths = files(options.folder)
    if not paths:
        parser.exit(2, table.nothing([options.folder], SUFFIXES) + "\n")
    if options.sample:
        paths = chooser.sample(paths, min(options.sample, len(paths)))
    end = monotonic() + options.seconds
    judges = {kind: Judge(kind) for kind in options.judges.split(",") if kind}
    results = []
    for result in tried(paths, judges, chooser):
        results.append(result)
        if monotonic() > end:
            break
    print_table(found for _path, found in results)
    failures = [f"{path}: {odd}" for path, found in results if (odd := oddities(found))]
    print(*failures[:_SHOWN], sep="\n", end="\n" if failures else "")
    if options.failures:
        options.failures.write_text("\n".join(failures) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
