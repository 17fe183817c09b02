"""Real documents in and out: unchanged byte for byte, or changed in just the one sentence that was edited.

PYTHONPATH=JUDGES .venv/bin/python tests/bench/documents.py DIR… [--sample N] [--seed N] [--failures FILE]

Walks folders for .docx .html .md .srt .vtt. Each file is read and written unchanged, then with one word of
one unit edited, both random. Bytes outside the unit must stay (docx: other members, and the part outside one
paragraph); readers that are not ours must see that one change: python-docx and lxml, html.parser and
html5lib, markdown-it-py and mistune, srt and webvtt-py, where they are installed (JUDGES: a folder of them).
"""

import argparse
import io
import random
import re
import sys
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from lxml import etree  # noqa: E402 -- the folder is on the path only now
from markdown_it import MarkdownIt  # noqa: E402 -- as above

from tests.bench import format_table as table  # noqa: E402 -- as above
from workbench.errors import WorkbenchError  # noqa: E402 -- as above
from workbench.formats import FORMATS, read_document, write_back  # noqa: E402 -- as above
from workbench.model.document import Document  # noqa: E402 -- as above

NAMES = ("docx", "html", "markdown", "srt", "vtt")
NAME_OF = {suffix: name for name in NAMES for suffix in FORMATS[name].suffixes}
SUFFIXES = set(NAME_OF)
WORD = re.compile(r"\w+")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from (
            path for path in sorted(folder.rglob("*")) if path.suffix.lower() in SUFFIXES and path.is_file()
        )


def edited(document: Document, chance: random.Random) -> tuple[Document, int]:
    """Change one word: another in its place, one more behind it, or none."""
    number = chance.randrange(len(document.units))
    unit = document.units[number]
    words = list(WORD.finditer(unit.text))
    if not words:
        text = unit.text.strip() + " geändert"
    else:
        word = chance.choice(words)
        new = chance.choice(["geändert", f"{word[0]} & <neu>", f"{word[0]}s", "" if len(words) > 1 else "x"])
        text = unit.text[: word.start()] + new + unit.text[word.end() :]
    units = list(document.units)
    units[number] = replace(unit, text=text)
    return replace(document, units=tuple(units)), number


# How many places differ, by readers that are not ours


def differing(before: Sequence[Any], after: Sequence[Any]) -> int:
    """Count the places where two lists of facts differ; a length that changed counts for all."""
    if len(before) != len(after):
        before, after = (list(map(repr, side)) for side in (before, after))
        return max(
            1,
            sum(
                tag != "equal"
                for tag, *_ in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
            ),
        )
    return sum(a != b for a, b in zip(before, after, strict=True))


def by_python_docx(data: bytes) -> list[Any]:
    import docx  # noqa: PLC0415 -- only where it is installed

    document = docx.Document(io.BytesIO(data))
    return [(p.style.name if p.style else "", p.text) for p in document.paragraphs] + [
        p.text for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs
    ]


def by_lxml(data: bytes) -> list[Any]:
    facts: list[Any] = []
    archive = zipfile.ZipFile(io.BytesIO(data))
    for name in archive.namelist():
        content = archive.read(name)
        if name.startswith("word/") and name.endswith(".xml"):
            for paragraph in etree.fromstring(content).iter(f"{W}p"):
                texts = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
                tags = [(e.tag, sorted(e.attrib.items())) for e in paragraph.iter() if e.tag != f"{W}t"]
                facts.append((texts, tags))
        else:
            facts.append(content)
    return facts


class Events(HTMLParser):
    """What html.parser sees: tags, and the texts between them."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: list[Any] = []
        self.text = ""

    def flush(self) -> None:
        self.facts.append(" ".join(self.text.split()))
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.flush()
        self.facts.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.flush()
        self.facts.append(tag)

    def handle_comment(self, data: str) -> None:
        self.facts.append(("!", data))

    def handle_data(self, data: str) -> None:
        self.text += data


def by_html_parser(data: bytes) -> list[Any]:
    reader = Events()
    reader.feed(data.decode("latin-1"))
    reader.close()
    reader.flush()
    return reader.facts


def by_html5lib(data: bytes) -> list[Any]:
    import html5lib  # noqa: PLC0415 -- only where it is installed

    tree = html5lib.parse(data.decode("latin-1"), treebuilder="lxml")
    return [
        (
            str(e.tag),
            sorted(e.attrib.items()),
            " ".join((e.text or "").split()),
            " ".join((e.tail or "").split()),
        )
        for e in tree.iter()
    ]


def by_markdown_it(data: bytes) -> list[Any]:
    md = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return [
        (t.type, t.markup, t.content if t.type != "inline" else " ".join(t.content.split()))
        for t in md.parse(data.decode("utf-8-sig"))
    ]


def by_mistune(data: bytes) -> list[Any]:
    import mistune  # noqa: PLC0415 -- only where it is installed

    parsed = mistune.create_markdown(renderer="ast", plugins=["table", "strikethrough"])(
        data.decode("utf-8-sig")
    )
    return [repr(block) for block in parsed if isinstance(block, dict)]


def by_srt(data: bytes) -> list[Any]:
    import srt  # noqa: PLC0415 -- only where it is installed

    return [(c.index, c.start, c.end, c.content) for c in srt.parse(data.decode("utf-8-sig"))]


def by_webvtt(data: bytes) -> list[Any]:
    import webvtt  # noqa: PLC0415 -- only where it is installed

    return [(c.identifier, c.start, c.end, c.raw_text) for c in webvtt.from_string(data.decode("utf-8-sig"))]


JUDGES: dict[str, tuple[Callable[[bytes], list[Any]], ...]] = {
    "docx": (by_lxml, by_python_docx),
    "html": (by_html_parser, by_html5lib),
    "markdown": (by_markdown_it, by_mistune),
    "srt": (by_srt,),
    "vtt": (by_webvtt,),
}


def outside(name: str, before: bytes, after: bytes, span: tuple[int, int] | None) -> bool:
    """Tell whether all that is outside the edited unit stayed."""
    if name != "docx":
        start, end = span or (0, 0)
        return before[:start] == after[:start] and before[end:] == after[len(after) - (len(before) - end) :]
    old, new = (zipfile.ZipFile(io.BytesIO(data)) for data in (before, after))
    changed = [
        i.filename for i, j in zip(old.infolist(), new.infolist(), strict=True) if old.read(i) != new.read(j)
    ]
    if old.namelist() != new.namelist() or len(changed) != 1:
        return False
    a, b = old.read(changed[0]), new.read(changed[0])
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    least = min(len(a), len(b)) - head
    tail = next((i for i in range(least) if a[-1 - i] != b[-1 - i]), least)
    # What differs lies in one paragraph: no paragraph begins or ends in it.
    return b"w:p>" not in a[head : len(a) - tail]


def judged(name: str, before: bytes, after: bytes, result: Counter[str]) -> list[str]:
    wrong = []
    for judge in JUDGES[name]:
        with suppress(ImportError):
            try:
                old = judge(before)
            except ImportError:
                raise
            except Exception:  # noqa: BLE001 -- a judge may fail as it likes
                result[f"{judge.__name__} cannot read it"] += 1
                continue
            count = differing(old, judge(after))
            # A text inside an inline element is the element's own and its neighbours' in some models.
            result[f"{judge.__name__}: {'one change' if count == 1 else f'{min(count, 9)} changes'}"] += 1
            if count != 1:
                wrong.append(f"{judge.__name__} sees {count} changes")
    return wrong


def one(
    path: Path, chance: random.Random, results: dict[str, Counter[str]], reasons: Counter[tuple[str, str]]
) -> Iterator[str]:
    data = path.read_bytes()
    started = time.perf_counter()
    try:
        document = read_document(data, path)
    except WorkbenchError as error:
        name = NAME_OF[path.suffix.lower()]
        results[name].update([table.FILES, table.REFUSED])
        reasons[name, str(error).removeprefix(f"{path}: ")[:100]] += 1
        return
    name = document.format
    if name not in NAMES:
        return
    result = results[name]
    result[table.FILES] += 1
    result["bytes"] += len(data)
    result["slowest ms"] = max(result["slowest ms"], int(1000 * (time.perf_counter() - started)))
    same = write_back(document, data) == data
    result[table.IDENTICAL if same else table.CHANGED] += 1
    if not same:
        yield "unchanged differs"
    wanted, number = edited(document, chance)
    try:
        after = write_back(wanted, data)
    except WorkbenchError as error:
        result[table.LEFT] += 1
        reasons[name, f"edit: {error}"[:100]] += 1
        yield f"edit refused: {error}"
        return
    kept = outside(name, data, after, document.units[number].span)
    result[table.ALONE if kept else table.MORE] += 1
    if not kept:
        yield f"more changed: {wanted.units[number].text[:60]!r}"
    yield from (
        f"{said}: {document.units[number].text[:60]!r} -> {wanted.units[number].text[:60]!r}"
        for said in judged(name, data, after, result)
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, help="so many random files of each suffix at the most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--failures", type=Path)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    by_suffix: defaultdict[str, list[Path]] = defaultdict(list)
    for path in files(options.folders):
        by_suffix[path.suffix.lower()].append(path)
    if not by_suffix:
        parser.exit(2, table.nothing(options.folders, SUFFIXES) + "\n")
    results: defaultdict[str, Counter[str]] = defaultdict(Counter)
    reasons: Counter[tuple[str, str]] = Counter()
    said = []
    for paths in by_suffix.values():
        chosen = chance.sample(paths, min(len(paths), options.sample or len(paths)))
        for path in chosen:
            said += [f"{path}: {line}" for line in one(path, chance, results, reasons)]
    print(*table.shown(results, reasons), sep="\n")
    for name, result in sorted(results.items()):
        more = {what: count for what, count in result.items() if what not in table.COLUMNS}
        print(f"  {name:<10}", ", ".join(f"{what} {count:,}" for what, count in more.items()))
    if options.failures:
        options.failures.write_text("\n".join(said) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
