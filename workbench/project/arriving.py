"""Large texts become a review, and large reviews are checked and exported, where no window waits for it.

Each of these runs in a process of its own (see `processes`): it makes the review and lets go of it before the
window opens it; a catalogue's entries it sends packed.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.formats import read_file
from workbench.model.document import Role, Unit
from workbench.project import catalogue
from workbench.project.entry_rows import Part
from workbench.project.exporting import Options
from workbench.project.intake import Inputs, TextRead
from workbench.project.places import reviews_called, untitled_review
from workbench.store import Store

# Bytes of texts, and of a review: more than is read and aligned, or checked, while nobody notices.
_LARGE, _LARGE_REVIEW = 200_000, 2_000_000
_FIRST = 200  # entries: more than a screen


@dataclass(frozen=True, slots=True)
class Ready:
    """The review stands there, checked, and nobody has it open; entries may be `arriving` still."""

    path: Path
    arriving: bool = False


@dataclass(frozen=True, slots=True)
class Complete:
    """No more entries will come."""


Arrival = Ready | Part | Complete


def is_large(inputs: Inputs) -> bool:
    """Tell whether texts are better read elsewhere."""
    return sum(path.stat().st_size for path in inputs.paths.values() if path.is_file()) >= _LARGE


def is_large_review(path: Path) -> bool:
    """Tell whether a review is better checked elsewhere."""
    return path.is_file() and path.stat().st_size >= _LARGE_REVIEW


def check(path: Path, pipe: Connection) -> None:
    """Look a review through before the window opens it."""
    from workbench.project.project import Project  # noqa: PLC0415 -- a catalogue's process needs none of it

    Project.open(path).close()
    pipe.send(Ready(path))


def make(inputs: Inputs, pipe: Connection) -> None:
    """Read texts, align them and make their review, or find the one that was begun earlier."""
    path = inputs.paths[Role.TRANSLATION]
    if set(inputs.paths) == {Role.TRANSLATION}:
        data = read_file(path)
        head, found = catalogue.entries(data, path, inputs.charset)
        if head.is_bilingual:
            make_catalogue(inputs, catalogue.texts_of(path, data, head, inputs), found, pipe)
            return
    from workbench.project.alignment import align_texts  # noqa: PLC0415 -- a catalogue's process needs none of it
    from workbench.project.intake import read_texts  # noqa: PLC0415 -- as above
    from workbench.project.untitled import open_untitled  # noqa: PLC0415 -- as above

    def report(done: int, total: int) -> None:
        pipe.send((done, total))

    texts = read_texts(inputs, report)
    with open_untitled(texts, align_texts(texts, report, training=inputs.training)) as project:
        made = project.path
    pipe.send(Ready(made))


def make_catalogue(
    inputs: Inputs, texts: dict[Role, TextRead], found: Iterator[Unit], pipe: Connection
) -> None:
    """Make the review of a catalogue's first entries, and send the rest."""
    title = inputs.paths[Role.TRANSLATION].stem
    if reviews_called(title):
        from workbench.project.untitled import earlier_of  # noqa: PLC0415 -- needed here alone

        if (project := earlier_of(texts)) is not None:
            project.close()
            pipe.send(Ready(project.path))
            return
    review = untitled_review(title)
    first = list(islice(found, _FIRST))
    with Store.create(review) as store:
        catalogue.begin(store, texts, first)
    pipe.send(Ready(review, arriving=True))
    for part in catalogue.parts(found, len(first)):
        pipe.send(part)
    pipe.send(Complete())


def export_copy(review: Path, target: Path, options: Options, pipe: Connection) -> None:
    """Export a review that the window has open by a copy of its file, which rests meanwhile."""
    from workbench.project.exporting import export  # noqa: PLC0415 -- a catalogue's process needs none of it
    from workbench.project.project import Project  # noqa: PLC0415 -- as above

    with TemporaryDirectory() as folder:
        copy = Path(folder, review.name)
        shutil.copyfile(review, copy)
        with Project.open_checked(copy) as project:
            snapshot = project.snapshot()
    export(snapshot, target, lambda done, total: pipe.send((done, total)), options)
