"""How fast a review of 200,000 rows is on this disk. Run: python tests/bench/bench_store.py"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.store import Store

ROWS = 100_000
EDITS = 300
TEXT = "The troops of North Korea’s army were sent to the front in October, the minister said. "
TARGETS = {
    "import of 200,000 rows": 3.0,
    "update of 100,000 rows": 1.5,
    "undo of it": 1.0,
    "edit, p95": 0.010,
}


@contextmanager
def timed(name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    show(name, time.perf_counter() - start)


def show(name: str, seconds: float) -> None:
    target = f"   target {TARGETS[name] * 1000:,.0f} ms" if name in TARGETS else ""
    sys.stdout.write(f"{name:30} {seconds * 1000:10,.1f} ms{target}\n")


def fill(store: Store) -> None:
    with store.operation("import") as operation:
        operation.run(
            "INSERT INTO document(id, role, name, format, charset, content) "
            "VALUES(1, 'translation', 'n', 'txt', 'utf-8', x'')"
        )
        operation.run("INSERT INTO unit(id, document, position, place) VALUES(1, 1, 0, '1')")
        operation.run_many(
            "INSERT INTO pair(id, position, status, confirmed, confidence) VALUES(?, ?, ?, 0, 0.5)",
            ((i, i, "unreviewed") for i in range(ROWS)),
        )
        operation.run_many(
            "INSERT INTO sentence(id, unit, pair, position, text, original) VALUES(?, 1, ?, 0, ?, ?)",
            ((i, i, TEXT + str(i), TEXT + str(i)) for i in range(ROWS)),
        )


def edit(store: Store) -> list[float]:
    times = []
    for i in range(EDITS):
        start = time.perf_counter()
        with store.operation("edit", place=i) as operation:
            operation.run("UPDATE sentence SET text = text || '.' WHERE id = ?", (i * 300,))
        times.append(time.perf_counter() - start)
    return sorted(times)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.twb"
        store = Store.create(path)
        with timed("import of 200,000 rows"):
            fill(store)
        with timed("update of 100,000 rows"), store.operation("replace all") as operation:
            operation.run("UPDATE sentence SET text = 'x' || text")
        with timed("undo of it"):
            store.undo()
        with timed("redo of it"):
            store.redo()
        times = edit(store)
        show("edit, median", statistics.median(times))
        show("edit, p95", times[int(len(times) * 0.95)])
        with timed("undo of an edit"):
            store.undo()
        with timed("close"):
            store.close()
        with timed("open, with every check"):
            store = Store.open(path)
        with timed("copy"):
            store.copy_to(Path(folder) / "copy.twb")
        store.close()
        sys.stdout.write(f"{'size':30} {path.stat().st_size / 1e6:10,.1f} MB\n")


if __name__ == "__main__":
    main()
