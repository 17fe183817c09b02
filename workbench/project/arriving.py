"""Large texts become a review in a process of their own, so that the window goes on.

The process reads, aligns and makes the review, then lets go of it; a catalogue's entries it sends as rows.
"""

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats import po, read_file
from workbench.i18n import _
from workbench.model.document import Role
from workbench.model.status import Status
from workbench.progress import Report
from workbench.project import catalogue
from workbench.project.intake import Inputs
from workbench.project.places import reviews_called, untitled_review
from workbench.store import Batch, Store

_LARGE = 2_000_000  # bytes of texts, or of a review: more than is read and checked between two key strokes
_FIRST = 200  # entries: more than a screen
_LOOK_UP = 0.1  # seconds until a cancel is answered
_HEAD = 65_536  # bytes: room for the longest licence comment above a first msgid


@dataclass(frozen=True, slots=True)
class Ready:
    """The review stands there, checked, and nobody has it open; entries may be `arriving` still."""

    path: Path
    arriving: bool = False


Rows = list[Batch]  # none: that was all
Part = Ready | tuple[int, int] | Rows | WorkbenchError
Deliver = Callable[[Ready | Rows], None]


def pairs_in(rows: Rows) -> list[tuple[int, Status]]:
    """Give the ids of the pairs in a part, and what their file says was decided."""
    pairs = next((batch for batch in rows if batch.table == "pair"), None)
    return [(int(str(row[0])), Status(str(row[2]))) for row in pairs.rows] if pairs else []


def is_large(inputs: Inputs) -> bool:
    """Tell whether texts are better read elsewhere."""
    return sum(path.stat().st_size for path in inputs.paths.values() if path.is_file()) >= _LARGE


def is_large_review(path: Path) -> bool:
    """Tell whether a review is better checked elsewhere."""
    return path.is_file() and path.stat().st_size >= _LARGE


def fetch(work: Callable[[Connection], None], deliver: Deliver, report: Report) -> None:
    """Run one of the functions below in a process, and hand over what it sends; `report` may cancel it."""
    with process(work) as pipe:
        while True:
            while not pipe.poll(_LOOK_UP):
                report(0, 0)
            try:
                part: Part = pipe.recv()
            except EOFError:
                return
            if isinstance(part, tuple):
                report(*part)
            elif isinstance(part, WorkbenchError):
                raise part
            else:
                deliver(part)


@contextmanager
def process(work: Callable[[Connection], None]) -> Iterator[Connection]:
    """Start a process and end it, done or not."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=begin, args=(work, theirs), daemon=True)
    worker.start()
    theirs.close()
    try:
        yield ours
    finally:
        ours.close()
        worker.terminate()
        worker.join()
        worker.close()


def begin(work: Callable[[Connection], None], pipe: Connection) -> None:
    """Do the work, and send what is the user's to mend instead of raising it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the window answers to it
    gc.disable()  # a short life of a million values, none in circles
    try:
        work(pipe)
    except WorkbenchError as error:
        pipe.send(WorkbenchError(str(error)))
    except BrokenPipeError:
        return  # nobody waits any more


def check(path: Path, pipe: Connection) -> None:
    """Look a review through before the window opens it."""
    from workbench.project.project import Project  # noqa: PLC0415 -- a catalogue's process needs none of it

    Project.open(path).close()
    pipe.send(Ready(path))


def make(inputs: Inputs, pipe: Connection) -> None:
    """Read texts, align them and make their review, or find the one that was begun earlier."""
    path = inputs.paths[Role.TRANSLATION]
    data = read_file(path)
    if set(inputs.paths) == {Role.TRANSLATION} and po.recognises(data[:_HEAD]):
        make_catalogue(inputs, data, pipe)
        return
    from workbench.project.alignment import align_texts  # noqa: PLC0415 -- as above
    from workbench.project.intake import read_texts  # noqa: PLC0415 -- as above
    from workbench.project.untitled import open_untitled  # noqa: PLC0415 -- as above

    def report(done: int, total: int) -> None:
        pipe.send((done, total))

    texts = read_texts(inputs, report)
    with open_untitled(texts, align_texts(texts, report)) as project:
        made = project.path
    pipe.send(Ready(made))


def make_catalogue(inputs: Inputs, data: bytes, pipe: Connection) -> None:
    """Make the review of a catalogue's first entries, and send the rest."""
    path = inputs.paths[Role.TRANSLATION]
    head, found = catalogue.entries(data, inputs.charset)
    first = list(islice(found, _FIRST))
    if not first:
        raise WorkbenchError(_("The PO file holds no entries."))
    texts = catalogue.texts_of(path, data, replace(head, units=tuple(first)), inputs)
    if reviews_called(path.stem):
        from workbench.project.untitled import earlier_of  # noqa: PLC0415 -- as above

        if (project := earlier_of(texts)) is not None:
            project.close()
            pipe.send(Ready(project.path))
            return
    review = untitled_review(path.stem)
    with Store.create(review) as store:
        catalogue.begin(store, texts, first)
    pipe.send(Ready(review, arriving=True))
    for rows in catalogue.parts(found, len(first)):
        pipe.send(rows)
    pipe.send([])
