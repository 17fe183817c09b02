"""Progress of long runs: how many segments, how many a second, how long it will take still."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from workbench.figures import count
from workbench.i18n import _
from workbench.progress import Report


class Rate(ProgressColumn):
    """How many of something are done in a second."""

    def render(self, task: Task) -> Text:
        """Give the rate of the last while, of all the time at the end."""
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else _("%(count)s a second") % {"count": count(speed)})


class Done(ProgressColumn):
    """How many of how many are done; of how many is an estimate while files are read."""

    def render(self, task: Task) -> Text:
        """Give the count."""
        of = f" / {count(task.total)}" if task.total else ""
        return Text(f"{count(task.completed)}{of}")


@contextmanager
def pace(label: str) -> Iterator[Report]:
    """Show progress with its rate while work reports; nothing where stderr is not a terminal."""
    console = Console(stderr=True)
    columns = [TextColumn("{task.description}"), BarColumn(), Done(), Rate(), TimeRemainingColumn()]
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(label, total=None)

        def report(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total or None)

        yield report
