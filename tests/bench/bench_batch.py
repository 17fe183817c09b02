"""How `workbench score` takes large files: two processes beside one, memory, and the time until it has begun.

The texts are made up. The times are a clock's: measure where little else runs.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
FEW, SOME, MANY = 50, 100_000, 1_000_000
WORDS = [
    f"{a}{b}{c}" for a in ("ka", "stro", "me", "li") for b in ("n", "rt", "ss") for c in ("a", "ing", "os")
]


def table(path, rows):
    random = Random(7)
    pairs = []
    for _ in range(5000):
        words = random.choices(WORDS, k=random.randint(10, 35))
        kept = [word for word in words if random.random() > 0.1]
        pairs.append(f"{' '.join(kept[3:] + kept[:3])}\t{' '.join(words)}\n")
    with path.open("w") as file:
        file.write("id\ttranslation\treference\n")
        file.writelines(f"{row}\t{pairs[row % len(pairs)]}" for row in range(rows))
    return path


def run(*arguments):
    """Give the seconds and the peak megabytes of one run in a process of its own."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, ROOT / "main.py", "score", *map(str, arguments)], stdout=subprocess.DEVNULL
    )
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, arguments
    return time.perf_counter() - start, usage


def megabytes(usage: resource.struct_rusage):
    return usage.ru_maxrss / 1024


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = table(folder / "few.tsv", FEW)
        run(few)  # the first run compiles
        started = [run(few) for _ in range(5)]
        best, spent = min(s for s, _ in started), min(u.ru_utime + u.ru_stime for _, u in started)
        print(f"{FEW} pairs: {best:.2f} s, of the processor {spent:.2f} s; asked 0.5 s", flush=True)

        some = table(folder / "some.tsv", SOME)
        heavy = [some, "--metric", "ter,chrf++,bleu"]
        one, two = (min(run(*heavy, "--jobs", jobs)[0] for _ in range(2)) for jobs in (1, 2))
        print(f"--jobs 2: {one:.1f} s / {two:.1f} s = {one / two:.2f}; asked 1.7", flush=True)

        many = table(folder / "many.tsv", MANY)
        for path, rows in ((some, SOME), (many, MANY)):
            seconds, usage = run(path, "--metric", "chrf,bleu", "-o", folder / "out.parquet")
            print(f"{rows} segments: {megabytes(usage):.0f} MB, {rows / seconds:.0f} a second; asked 500 MB")


if __name__ == "__main__":
    main()
