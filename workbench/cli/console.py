"""What the terminal shows: tables and JSON on stdout, progress on stderr where a person is watching."""

import json
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from workbench.figures import percent
from workbench.progress import Report
from workbench.text.display import visible

_WIDTH_IN_FILES = 120  # columns, where there is no terminal to ask


class Share(ProgressColumn):
    """How much is done; nothing while nobody knows of how much."""

    def render(self, task: Task) -> Text:
        """Give the share."""
        return Text(percent(task.percentage / 100) if task.total else "")


@contextmanager
def progress(label: str) -> Iterator[Report]:
    """Show a bar while work reports; nothing is shown where stderr is not a terminal."""
    console = Console(stderr=True)
    columns = [TextColumn("{task.description}"), BarColumn(), Share(), TimeRemainingColumn()]
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(label, total=None)

        def report(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield report


def print_json(shape: object) -> None:
    """Print JSON in UTF-8, whatever the terminal's own charset is."""
    write_bytes((json.dumps(shape, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def write_bytes(data: bytes) -> None:
    """Write data to stdout as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def print_table(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Collection[int] = ()
) -> None:
    """Print a table; the columns in `numbers`, from 0, are aligned to the right."""
    table = Table(title=title, title_justify="left", title_style="bold", show_edge=False, pad_edge=False)
    for index, column in enumerate(columns):
        table.add_column(column, justify="right" if index in numbers else "left")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    console().print(table)


def print_line(text: str = "") -> None:
    """Print a line of plain text."""
    console().print(Text(visible(text)), soft_wrap=True)


def complain(message: str) -> None:
    """Say on stderr, in one line, what is wrong; where nobody can hear it, the exit code says it."""
    line = " ".join(visible(message).split())
    with suppress(OSError):
        sys.stderr.write(f"workbench: {line}\n")
        sys.stderr.flush()


def console() -> Console:
    """Make a console that fits where stdout goes."""
    there = sys.stdout.isatty()
    return Console(width=None if there else _WIDTH_IN_FILES)
