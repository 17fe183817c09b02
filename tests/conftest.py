"""What every test has: the sample article, its key, and a user whose folders are its own."""

import contextlib
import gc
import json
import threading
from pathlib import Path

import pytest

from workbench.i18n import use_language
from workbench.model.document import Role

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
_ENDING = 10  # seconds that a thread which was told to end may take


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """Keep the user's data, cache and settings out of it, and speak English."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    monkeypatch.setenv("LANGUAGE", "en")
    use_language("en")
    return home


@pytest.fixture(autouse=True)
def nothing_left_open():
    """Fail a test that leaves a thread running or a database open."""
    threads, databases = set(threading.enumerate()), open_databases()
    yield
    for thread in set(threading.enumerate()) - threads:
        thread.join(_ENDING)  # cancelled work ends at its next look
    assert set(threading.enumerate()) <= threads
    if open_databases() - databases:
        gc.collect()
    assert not open_databases() - databases


def open_databases():
    """Give the reviews and caches this process has open, as Linux tells."""
    found = set()
    for entry in Path("/proc/self/fd").glob("*"):
        with contextlib.suppress(OSError):
            target = str(entry.readlink())
            if target.endswith((".twb", ".twb-wal", ".sqlite")):
                found.add(target)
    return found


@pytest.fixture(scope="session")
def sample():
    """Give the sample article's three files."""
    return {
        Role.TRANSLATION: SEEDS / "north-korean-troops.en-mt.txt",
        Role.REFERENCE: SEEDS / "north-korean-troops.en-ref.txt",
        Role.SOURCE: SEEDS / "north-korean-troops.ko.txt",
    }


@pytest.fixture(scope="session")
def key():
    """Give the sample article's key."""
    return json.loads((ROOT / "tests/data/north-korean-troops.gold.json").read_text(encoding="utf-8"))
