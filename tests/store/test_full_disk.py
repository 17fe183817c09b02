"""A full disk costs the operation that met it and nothing else."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.reviews import content, edit, fill
from workbench.errors import WorkbenchError
from workbench.store import Store


def test_an_operation_that_meets_a_full_disk_is_taken_back(tmp_path):
    with Store.create(tmp_path / "a.twb") as store:
        fill(store)
        edit(store, 1, "A")
        store.undo()
        before, history = content(store), store.history()
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(WorkbenchError, match="disk is full"):
            edit(store, 1, "x" * 100_000)
        assert (content(store), store.history()) == (before, history)
        store._connection.execute("PRAGMA max_page_count = 1000000")
        assert store.redo() is not None
        edit(store, 1, "x" * 100_000)
    with Store.open(tmp_path / "a.twb") as store:
        assert store.undo() is not None


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from tests.store.reviews import content, edit, fill
from workbench.errors import WorkbenchError
from workbench.store import Store

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

path, room = Path(sys.argv[1]), int(sys.argv[2])
store = Store.create(path)
fill(store)
limit(path.stat().st_size + room)
refused = 0
for number in range(60):
    before = content(store), store.history()
    try:
        edit(store, 1 + number % 3, f"{number} " * 300)
    except WorkbenchError as error:
        assert "disk" in str(error), error
        assert (content(store), store.history()) == before
        refused += 1
try:
    store.copy_to(path.with_name("copy.twb"))
except WorkbenchError as error:
    assert "disk" in str(error), error
limit(resource.RLIM_INFINITY)
edit(store, 1, "There is room again.")
last = content(store), store.history()
store.close()
with Store.open(path) as store:
    assert (content(store), store.history()) == last
    assert store.undo() is not None
print(refused)
"""


@pytest.mark.parametrize("room", [0, 5_000, 20_000, 50_000, 100_000])
def test_work_goes_on_when_there_is_room_again(tmp_path, room):
    """SIGXFSZ is ignored by Python: a write beyond the limit fails, in part or as a whole."""
    command = [sys.executable, "-c", FULL, tmp_path / "a.twb", str(room), str(Path(__file__).parents[2])]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert int(run.stdout) > 0
    assert {path.name for path in tmp_path.iterdir()} <= {"a.twb", "copy.twb"}


CREATE = """
import resource, sys
from pathlib import Path
from workbench.errors import WorkbenchError
from workbench.store import Store
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    Store.create(Path(sys.argv[1]))
except WorkbenchError as error:
    print(error)
"""


@pytest.mark.parametrize("size", [0, 4096, 30_000])
def test_a_review_for_which_there_is_no_room_leaves_no_file(tmp_path, size):
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    command = [sys.executable, "-c", CREATE, tmp_path / "a.twb", str(size)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "disk" in run.stdout
    assert list(tmp_path.iterdir()) == []
