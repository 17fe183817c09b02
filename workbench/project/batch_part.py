"""What a run has written so far, beside its output: blocks that are only ever appended, and a journal.

The journal says how long each file of blocks is up to which row; whatever stands behind that, a kill left
there. The output itself is made of the blocks, whole, in one step.
"""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from workbench.errors import WorkbenchError
from workbench.formats import make_folder
from workbench.formats.writing import replace_file, written_or_explained
from workbench.i18n import _
from workbench.project.batch_state import State, as_json, from_json

_BETWEEN_NOTES = 5.0  # seconds of work that a kill may cost
_JOURNAL = "journal.json"
_FORMAT = 1  # of the journal


@dataclass(slots=True)
class Part:
    """A folder of blocks; `job` names what they were made of, so that nothing else is added to them."""

    folder: Path
    job: str
    files: dict[str, IO[bytes]] = field(default_factory=dict)
    noted: float = field(default_factory=time.monotonic)

    def append(self, blocks: Mapping[str, bytes]) -> dict[str, int]:
        """Append blocks by name; give how long the files are now."""
        return {name: self.put(name, block) for name, block in blocks.items()}

    def put(self, name: str, block: bytes) -> int:
        """Append one block."""
        if name not in self.files:
            self.files[name] = self.path(name).open("ab")
        file = self.files[name]
        file.write(block)
        return file.tell()

    def path(self, name: str) -> Path:
        """Name the file of some blocks."""
        return self.folder / name.lstrip(".")

    def note_if_due(self, state: State) -> None:
        """Note the state now and then."""
        if time.monotonic() - self.noted > _BETWEEN_NOTES:
            self.note(state)

    def note(self, state: State) -> None:
        """Make everything durable up to this state."""
        for file in self.files.values():
            file.flush()
            os.fsync(file.fileno())
        shape = {"format": _FORMAT, "job": self.job, "state": as_json(state)}
        replace_file(self.folder / _JOURNAL, json.dumps(shape).encode())
        self.noted = time.monotonic()

    def resume(self) -> State:
        """Give the state that was noted last, and cut off what was written after it."""
        try:
            shape = json.loads((self.folder / _JOURNAL).read_bytes())
        except FileNotFoundError:  # stopped before the first note
            shutil.rmtree(self.folder)
            make_folder(self.folder)
            return State()
        if (shape["format"], shape["job"]) != (_FORMAT, self.job):
            raise WorkbenchError(
                _("%(path)s was begun with other texts or options; run it again without --resume.")
                % {"path": self.folder}
            )
        state = from_json(shape["state"])
        for name, length in state.lengths.items():
            os.truncate(self.path(name), length)
        return state

    @contextmanager
    def reading(self, name: str, state: State) -> Iterator[IO[bytes]]:
        """Open the blocks of a name, as far as the state knows them; empty where there are none."""
        file = self.files.pop(name, None)
        if file:
            file.close()
        with self.path(name).open("ab+") as blocks:
            blocks.truncate(state.lengths.get(name, 0))
            blocks.seek(0)
            yield blocks

    def close(self) -> None:
        """Close the files."""
        for file in self.files.values():
            file.close()
        self.files.clear()

    def remove(self) -> None:
        """Clear away what the output was made of."""
        self.close()
        shutil.rmtree(self.folder)


@contextmanager
def opened_part(output: Path | None, job: str, *, resume: bool) -> Iterator[Part]:
    """Open the folder beside an output, empty unless it is resumed; of no output, one that nobody keeps."""
    if output is None or (os.path.exists(output) and not os.path.isfile(output)):  # noqa: PTH110, PTH113 -- Path raises on a name that is too long
        with tempfile.TemporaryDirectory(prefix="workbench-") as kept, closing(Part(Path(kept), job)) as part:
            yield part
        return
    folder = output.with_name(output.name + ".part")
    with written_or_explained(output):
        if folder.exists() and not resume:
            shutil.rmtree(folder)
        folder.mkdir(exist_ok=True)
    with closing(Part(folder, job)) as part:
        yield part
