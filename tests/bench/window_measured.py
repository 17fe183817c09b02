"""What `bench_window` measures, and how."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from ui.app import make_window
from ui.main_window import MainWindow
from workbench.model.document import Role
from workbench.model.pair import Status
from workbench.project.intake import Inputs

ROOT = Path(__file__).parent.parent.parent
PAIRS, ROW, MANY, FRAMES, KEYS = 3_000, 90_000, 10_000, 400, 60
PATIENCE = 180  # seconds for anything
RIVALS = {"poedit": ["poedit"], "lokalize": ["dbus-run-session", "lokalize"]}  # KDE's talk over a bus
BEAT = 2  # milliseconds between two looks
SETTLED = 12  # seconds after which nothing is left to be done for an opening
QUIET = 1.0  # seconds without work, after which a rival is done


def show(name: str, measured: float, asked: float, unit: str = "ms") -> None:
    """Print a line of the report."""
    print(f"{name:52}{measured:10.1f} {unit:3} (asked {asked:g})", flush=True)


class Painted(QObject):
    """Notes when a widget was painted last."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        self.times += event.type() == QEvent.Type.Paint
        return False


class Watchdog(QObject):
    """Measures the longest time in which the UI thread did not answer."""

    def __init__(self) -> None:
        super().__init__()
        self._last = perf_counter()
        self.longest = 0.0
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self.look)
        self._beat.start()

    def look(self) -> None:
        """Note the time since the last look."""
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def restart(self) -> None:
        """Forget what was."""
        self._last, self.longest = perf_counter(), 0.0


def until(app: QApplication, condition: Callable[[], bool]) -> float:
    """Let the window work until something is so, waiting for events as a program does; give the seconds."""
    start, beat = perf_counter(), QTimer(interval=BEAT)
    beat.start()
    while not condition():
        if perf_counter() - start > PATIENCE:
            raise TimeoutError(condition)
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    beat.stop()
    return perf_counter() - start


def percentile(values: list[float], part: float) -> float:
    """Give the value that a part of all stays below, in milliseconds."""
    return 1000 * sorted(values)[min(int(part * len(values)), len(values) - 1)]


def resident(process: str = "self") -> float:
    """Give the megabytes a process holds."""
    return int(Path("/proc", process, "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def catalogue(folder: Path) -> Path:
    """Compose the large PO file."""
    import bench_po  # noqa: PLC0415 -- beside this file

    path = folder / "big.po"
    path.write_bytes((bench_po.HEADER + "".join(bench_po.entries())).encode())
    return path


def article(folder: Path) -> dict[Role, Path]:
    """Compose a long article and a reference that differs here and there."""
    chooser = random.Random(3)
    words = [word for path in (ROOT / "seeds").glob("*.en-ref.txt") for word in path.read_text().split()]
    lines = [" ".join(chooser.choices(words, k=chooser.randint(6, 28))) + "." for _number in range(PAIRS)]
    other = [" ".join(w for w in line.split() if chooser.random() > 0.1) for line in lines]
    paths = {Role.TRANSLATION: folder / "long.en-mt.txt", Role.REFERENCE: folder / "long.en-ref.txt"}
    for path, text in zip(paths.values(), (other, lines), strict=True):
        path.write_text("\n".join(text) + "\n")
    return paths


def type_letter(window: MainWindow, letter: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(letter)
    QApplication.sendEvent(window.view.editor, event)


def frames(app: QApplication, window: MainWindow, painted: Painted) -> list[float]:
    """Scroll by half a screen at a time; give the seconds of each frame."""
    bar, times = window.view.verticalScrollBar(), []
    for _frame in range(FRAMES):
        before, start = painted.times, perf_counter()
        bar.setValue(bar.value() + 300)
        while painted.times == before:
            app.processEvents()
        times.append(perf_counter() - start)
    return times


def keys(app: QApplication, window: MainWindow, painted: Painted) -> list[float]:
    """Type a line; give the seconds from each key to its paint."""
    times = []
    editor_paint = Painted()
    window.view.editor.viewport().installEventFilter(editor_paint)
    for _key in range(KEYS):
        before, start = editor_paint.times, perf_counter()
        type_letter(window, "x")
        while editor_paint.times == before:
            app.processEvents()
        times.append(perf_counter() - start)
        until(app, lambda start=start: perf_counter() - start > 0.08)
    del painted
    return times


def show_first(app: QApplication, window: MainWindow) -> None:
    """Show the window, and let it come to rest: files are opened from one that stands."""
    painted = Painted()
    window.installEventFilter(painted)
    window.show()
    begin = perf_counter()
    until(app, lambda: painted.times > 0 and perf_counter() - begin > QUIET)


def opening(app: QApplication, window: MainWindow, path: Path) -> Painted:
    """Measure how a large catalogue opens; give what notes that the rows are painted."""
    painted, dog = Painted(), Watchdog()
    window.view.viewport().installEventFilter(painted)
    start = perf_counter()
    window.session.open_texts(Inputs({Role.TRANSLATION: path}, {}))
    until(app, lambda: window.model.rowCount() > 0)
    until(app, lambda: window.view.editor is not None and painted.times > 0)
    show("first rows painted", perf_counter() - start, 1.0, "s")
    until(app, lambda: window.model.rowCount() >= 100_000 and not window.session.is_growing)
    show("all rows usable", perf_counter() - start, 3.0, "s")
    until(app, lambda: perf_counter() - start > SETTLED)
    show("UI thread blocked at most, opening", 1000 * dog.longest, 50)
    show("resident", resident(), 250, "MB")
    return painted


def large(app: QApplication, window: MainWindow, path: Path) -> None:
    """Measure the work in a large catalogue."""
    painted, dog = opening(app, window, path), Watchdog()
    times = frames(app, window, painted)
    show("frame while scrolling, p95", percentile(times, 0.95), 16)
    show("frame while scrolling, worst", percentile(times, 1), 50)
    begin, before = perf_counter(), painted.times
    window.view.go_to_row(ROW)
    while painted.times == before:
        app.processEvents()
    show(f"jump to row {ROW}", 1000 * (perf_counter() - begin), 50)
    times = keys(app, window, painted)
    show("key to paint, p95", percentile(times, 0.95), 16)
    ids = window.model.order[:MANY]
    window.session.do(lambda project: project.set_status(ids, Status.APPROVED))
    until(app, lambda: True)
    begin = perf_counter()
    window.session.do(lambda project: project.undo())
    app.processEvents()
    show(f"undo of {MANY} rows", 1000 * (perf_counter() - begin), 300)
    dog.restart()
    with signal_of(window.session.exported) as seen:
        window.session.export(path.with_name("out.po"))
        until(app, lambda: bool(seen))
    show("UI thread blocked at most, export", 1000 * dog.longest, 50)
    dog.restart()
    window.filter.ask_for("Verzeichnis status:unreviewed")
    until(app, lambda: window.model.rowCount() < 100_000)
    show("UI thread blocked at most, filter", 1000 * dog.longest, 50)
    window.filter.ask_for("")
    show("resident at the end", resident(), 250, "MB")


@contextmanager
def signal_of(signal: object) -> Iterator[list[object]]:
    """Collect what a signal brings."""
    seen: list[object] = []

    def take(first: object, *_more: object) -> None:
        seen.append(first)

    signal.connect(take)
    yield seen
    signal.disconnect(take)


def long_article(app: QApplication, window: MainWindow, paths: dict[Role, Path]) -> None:
    """Measure the long article: alignment, scores and names go on while one types."""
    painted, dog = Painted(), Watchdog()
    window.view.viewport().installEventFilter(painted)
    with signal_of(window.session.analysed) as seen:
        window.session.open_texts(Inputs(paths, {}))
        until(app, lambda: PAIRS // 2 < window.model.rowCount() < 100_000)
        show(f"UI thread blocked at most, aligning {PAIRS}", 1000 * dog.longest, 50)
        dog.restart()
        until(app, lambda: any(analysis.scores and analysis.names for analysis in seen))
        show("UI thread blocked at most, scoring and names", 1000 * dog.longest, 50)
    window.view.go_to_row(PAIRS // 2)
    until(app, lambda: window.view.editor is not None)
    times = keys(app, window, painted)
    show("key to paint, p95", percentile(times, 0.95), 16)
    fresh = []
    for _key in range(20):
        time_of: list[float] = []
        note = time_of.append
        window.session.scored.connect(lambda _id, note=note: note(perf_counter()))
        begin = perf_counter()
        type_letter(window, "y")
        until(app, lambda time_of=time_of: bool(time_of))
        fresh.append(time_of[0] - begin)
        until(app, lambda begin=begin: perf_counter() - begin > 0.2)
    show("key to the pair's fresh scores, p95", percentile(fresh, 0.95), 66)


def cold() -> None:
    """Open the window, and print when it was painted."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    window = make_window(app, QSettings(sys.argv[2], QSettings.Format.IniFormat))
    painted = Painted()
    window.installEventFilter(painted)
    window.show()
    until(app, lambda: painted.times > 0)
    print(time.time(), flush=True)
    window.close()


def cold_start(folder: Path) -> None:
    """Measure from nothing to a window that answers, the third time of three."""
    for _turn in range(3):
        begin = time.time()
        run = subprocess.run(
            [sys.executable, sys.argv[0], "--cold", str(folder / "cold.ini")],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        seconds = float(run.stdout.split()[-1]) - begin
    show("cold start", seconds, 1.2, "s")


def family(process: int) -> list[int]:
    """Give a process and all that it started."""
    found = [process]
    for one in found:
        with suppress(OSError):
            found += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
    return found


def worked(process: int) -> int:
    """Give the clock ticks a process has worked."""
    with suppress(OSError):
        fields = Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])
    return 0


def rival(name: str, command: list[str], path: Path) -> None:
    """Time another program on the same file until it works no more."""
    if shutil.which(command[-1]) is None:
        return
    copy = path.with_name(f"{name}.po")
    shutil.copy(path, copy)
    begin = last = time.monotonic()
    run = subprocess.Popen([*command, str(copy)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ticks, most = 0, 0.0
    while time.monotonic() - last < QUIET or time.monotonic() - begin < 2 * QUIET:
        time.sleep(0.05)
        members = family(run.pid)
        with suppress(OSError):
            most = max(most, *(resident(str(one)) for one in members))
        if (now := sum(map(worked, members))) > ticks + 1:
            ticks, last = now, time.monotonic()
        if time.monotonic() - begin > PATIENCE:
            break
    print(f"{name:52}{last - begin:10.1f} s   {most:.0f} MB", flush=True)
    for one in reversed(family(run.pid)):
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGTERM)
    run.wait()


def main() -> None:
    """Measure everything in a folder that is thrown away; `--cold` opens the window alone."""
    if sys.argv[1:2] == ["--cold"]:
        cold()
    else:
        everything()


def everything() -> None:
    """Measure everything in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("DATA", "CACHE", "CONFIG")}
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores: times are of this very moment")
        path = catalogue(folder)
        cold_start(folder)
        app = QApplication(sys.argv[:1])
        app.setStyle("Fusion")
        window = make_window(app, QSettings(str(folder / "w.ini"), QSettings.Format.IniFormat))
        show_first(app, window)
        large(app, window, path)
        long_article(app, window, article(folder))
        window.close()
        for rival_name, command in RIVALS.items():
            rival(rival_name, command, path)
