"""A translation memory of any size: peak memory and time, as a table and as pairs for the aligner.

.venv/bin/python tests/bench/bench_tmx.py [--megabytes 1000] [--document]
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from workbench.formats import read_document, read_tmx  # noqa: E402 -- the folder is on the path only now
from workbench.formats.segments import open_table  # noqa: E402 -- as above

WORDS = [
    "the",
    "translation",
    "of",
    "a",
    "memory",
    "große",
    "Übersetzung",
    "für",
    "한국어",
    "문장을",
    "&amp;",
    "检查",
    "segment",
    "review",
    "%s",
]
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"'
    ' srclang="en" datatype="plaintext"/>\n<body>\n'
)
UNIT = (
    '<tu tuid="{0}">\n  <prop type="x-domain">it</prop>\n  <tuv xml:lang="en"><seg>{0} {1}</seg></tuv>\n'
    '  <tuv xml:lang="de"><seg>{2}</seg></tuv>\n</tu>\n'
)
CODES = ' <bpt i="1">&lt;b></bpt>x<ept i="1">&lt;/b></ept>'
_BLOCK = 1_000  # units made at once


def units(megabytes: int) -> Iterator[str]:
    """Compose units, each seventh with codes."""
    chooser, size, number = random.Random(3), len(HEAD), 0
    while size < megabytes * 1_000_000:
        block = ""
        for _unit in range(_BLOCK):
            number += 1
            sides = (" ".join(chooser.choices(WORDS, k=chooser.randint(4, 20))) for _side in range(2))
            block += UNIT.format(number, *(side + CODES * (number % 7 == 0) for side in sides))
        size += len(block.encode())
        yield block


def measured(path: Path, kind: str) -> None:
    """Read the file in one way; print what it took."""
    start = perf_counter()
    if kind == "table":
        with open_table(path) as (_stream, table):
            count = sum(1 for _row in table.rows(table.columns))
    elif kind == "pairs":
        with path.open("rb") as file:
            count = sum(1 for _pair in read_tmx(iter(partial(file.read, 1 << 20), b""), ("en", "de")))
    else:
        count = len(read_document(path.read_bytes(), path).units)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = perf_counter() - start
    print(f"{kind}: {count} units, {seconds:.1f} s, at most {peak:.0f} MB")


def main() -> None:
    """Make the file, and read it in processes of their own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--document", action="store_true", help="also as a document, its units kept")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measured(Path(options.measure[0]), options.measure[1])
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "big.tmx")
        with path.open("w", encoding="utf-8") as file:
            file.writelines([HEAD])
            file.writelines(units(options.megabytes))
            file.write("</body>\n</tmx>\n")
        print(f"{path.stat().st_size / 1e6:.0f} MB", flush=True)
        for kind in ["table", "pairs", *(["document"] if options.document else [])]:
            subprocess.run([sys.executable, __file__, "--measure", path, kind], check=True)


if __name__ == "__main__":
    main()
