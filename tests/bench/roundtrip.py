"""Real files in and out: unchanged byte for byte, or changed in just the one entry that was edited.

.venv/bin/python tests/bench/roundtrip.py DIR [--sample N] [--judges msgfmt,lxml] [--failures FILE]

Walks any folder for .po .pot .xlf .xliff .sdlxliff .mqxliff .mxliff .tmx. Each file is read and written
unchanged, then with one random segment edited; the judges (msgfmt -c, msgcat, polib, translate-toolkit, lxml)
run as processes of their own and must see that one change, wherever they can read the file at all.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from workbench.errors import WorkbenchError  # noqa: E402 -- the folder is on the path only now
from workbench.formats import FORMATS, read_document, write_back  # noqa: E402 -- as above

SUFFIXES = {suffix for name in ("po", "xliff", "tmx") for suffix in FORMATS[name].suffixes}
JUDGES = {"po": ("msgfmt", "msgcat", "polib", "pypo"), "xliff": ("lxml",), "tmx": ("lxml",)}
PATIENCE = 120  # seconds for one judge on one file

# Reads a pair of files a line, says how many entries differ; a process of its own, so no licence and no crash
# of a judge comes near the program.
JUDGE = """
import json, sys, warnings
warnings.simplefilter("ignore")
kind = sys.argv[1]
def polib_(path):
    import polib
    return [(e.msgid, e.msgid_plural, e.msgctxt, e.msgstr, sorted(e.msgstr_plural.items()), e.obsolete, e.flags,
             e.previous_msgid, e.previous_msgctxt, e.comment, e.tcomment, e.occurrences) for e in polib.pofile(path)]
def pypo(path):
    from translate.storage import pypo
    return [(str(u.source), [str(s) for s in u.target.strings] if hasattr(u.target, "strings") else str(u.target),
             u.isfuzzy(), u.isobsolete(), u.getnotes(), u.getlocations(), u.getcontext())
            for u in pypo.pofile.parsefile(path).units]
def msgcat(path):
    import subprocess
    run = subprocess.run(["msgcat", "--no-wrap", path], capture_output=True, timeout=60)
    if run.returncode: raise ValueError
    return run.stdout.split(b"\\n\\n")
def msgfmt(path):
    import subprocess
    run = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, timeout=60)
    return run.returncode
def lxml(path):
    from lxml import etree
    tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    units = list(tree.iter("{*}trans-unit", "{*}segment", "{*}tu"))
    def facts(e): return [e.tag if isinstance(e.tag, str) else "?", dict(e.attrib), e.text, e.tail, *map(facts, e)]
    found = [facts(u)[:3] + facts(u)[4:] for u in units]
    for u in units: u.clear(keep_tail=True)
    return [*found, facts(tree.getroot())]
judge = {"polib": polib_, "pypo": pypo, "msgcat": msgcat, "msgfmt": msgfmt, "lxml": lxml}[kind]
for line in sys.stdin:
    before, after = json.loads(line)
    try: old = judge(before)
    except Exception: print(json.dumps("unreadable"), flush=True); continue
    try: new = judge(after)
    except Exception as error: print(json.dumps("worse"), flush=True); continue
    if kind == "msgfmt": answer = "worse" if new and not old else "one" 
    elif len(old) != len(new): answer = "other count"
    else:
        different = sum(a != b for a, b in zip(old, new))
        answer = "one" if different == 1 else "none" if different == 0 else f"{different} entries"
    print(json.dumps(answer), flush=True)
"""


class Judge:
    """A judge's process, kept for many files."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.process = self.started()

    def started(self) -> "subprocess.Popen[str]":
        """Start the process."""
        command = [sys.executable, "-c", JUDGE, self.kind]
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


def files(folder: Path) -> Iterator[Path]:
    """Give the files to try, in the order of their names."""
    return (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in SUFFIXES and path.is_file())


def edited(text: str, source: str) -> str:
    """Change a text so that no check of formats minds: a word before the line end at its end."""
    base = text or source
    inner = base.rstrip("\n")
    return f"{inner} qzx{base[len(inner) :]}" if inner else "qzx" + base


def try_file(path: Path, chooser: random.Random) -> tuple[dict[str, str], bytes | None]:
    """Read, write, edit one file; give what happened and the edited bytes."""
    data = path.read_bytes()
    try:
        document = read_document(data, path)
    except WorkbenchError as error:
        return {"refused": str(error).removeprefix(f"{path}: ")}, None
    found = {"format": document.format, "units": str(len(document.units))}
    found["unchanged"] = "identical" if write_back(document, data) == data else "CHANGED"
    is_po = document.format == "po"
    # The plural forms of a template cannot be translated before its header has their rule.
    forms = Counter(unit.place for unit in document.units)
    wanted = [number for number, unit in enumerate(document.units) if unit.text]
    wanted = wanted or [number for number, unit in enumerate(document.units) if forms[unit.place] == 1]
    number = chooser.choice(wanted or range(len(document.units)))
    place = document.units[number].place
    entry = [other for other, unit in enumerate(document.units) if unit.place == place] if is_po else [number]
    units = list(document.units)
    for other in entry:  # all forms: one translated form beside an empty one is what msgfmt -c minds
        units[other] = replace(units[other], text=edited(units[other].text, units[other].source or ""))
    try:
        written = write_back(replace(document, units=tuple(units)), data, document)
    except WorkbenchError as error:
        return found | {"edited": f"refused: {error}"}, None
    start, end = document.units[entry[0]].span or (0, 0), document.units[entry[-1]].span or (0, 0)
    exact = written.startswith(data[: start[0]]) and written.endswith(data[end[1] :])
    again = read_document(written, path, document.charset).units
    exact = exact and [unit.text for unit in again] == [unit.text for unit in units]
    return found | {"edited": "exact" if exact else "WRONG"}, written


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--judges", default="msgfmt,msgcat,polib,pypo,lxml", help="by comma; empty for none")
    parser.add_argument("--failures", type=Path)
    options = parser.parse_args()
    chooser = random.Random(7)
    paths = list(files(options.folder))
    if options.sample and options.sample < len(paths):
        paths = sorted(chooser.sample(paths, options.sample))
    judges = {kind: Judge(kind) for kind in options.judges.split(",") if kind}
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            before, after = (Path(folder, f"{side}{path.suffix.lower()}") for side in ("before", "after"))
            counts = table[path.suffix.lower()]
            counts["files"] += 1
            found, written = try_file(path, chooser)
            if written is not None:
                shutil.copyfile(path, before)
                after.write_bytes(written)
                for kind in judges.keys() & set(JUDGES[found["format"]]):
                    found[kind] = judges[kind].ask(before, after)
            for name, value in found.items():
                if name in {"refused", "units", "format"}:
                    counts[name] += int(value) if name == "units" else name == "refused"
                else:
                    counts[f"{name}: {value[:40]}"] += 1
            odd = {n: v for n, v in found.items() if v not in {"identical", "exact", "one", "unreadable"}}
            if odd.keys() - {"format", "units"}:
                failures.append(f"{path}: {odd}")
    for suffix, counts in table.items():
        print(suffix)
        for name, count in sorted(counts.items()):
            print(f"  {name:<52}{count:>9}")
    for line in failures[:40]:
        print(line)
    if options.failures:
        options.failures.write_text("\n".join(failures) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
