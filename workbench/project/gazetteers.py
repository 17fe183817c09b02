"""Gazetteers where they are kept, each an index: the user's own in the data folder, others in the cache."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import PlatformDirs

from workbench.errors import WorkbenchError
from workbench.formats import make_folder
from workbench.i18n import _
from workbench.names.gazetteer import Gazetteer, Imported, build
from workbench.progress import Report, silent

_DIRS = PlatformDirs("translation-review-workbench", appauthor=False)


def user_gazetteer() -> Path:
    """Name the index of the user's own gazetteer."""
    return Path(_DIRS.user_data_dir, "gazetteer.names")


def import_names(names: Path, report: Report = silent) -> Imported:
    """Make a list of names, one a line, the user's gazetteer; the one before stays until it is whole."""
    path = user_gazetteer()
    make_folder(path.parent)
    return build(expect_file(names), path, report)


def open_gazetteer(given: Path | None = None, report: Report = silent) -> Gazetteer | None:
    """Open the gazetteer a user names, an index or a list, else their own; None where there is none."""
    if given is None:
        own = user_gazetteer()
        return Gazetteer.open(own) if own.exists() else None
    expect_file(given)
    with suppress(WorkbenchError):  # a list of names is no index yet
        return Gazetteer.open(given)
    index = cached_index(given)
    with suppress(WorkbenchError):  # not built yet, or by an earlier edition of this program
        return Gazetteer.open(index)
    make_folder(index.parent)
    build(given, index, report)
    return Gazetteer.open(index)


def cached_index(names: Path) -> Path:
    """Name the index that was built from a list as it is now."""
    state = names.stat()
    key = sha256(f"{names.resolve()}\n{state.st_size}\n{state.st_mtime_ns}".encode()).hexdigest()[:16]
    return Path(_DIRS.user_cache_dir, "gazetteers", f"{key}.names")


def expect_file(path: Path) -> Path:
    """Expect a file that is there."""
    if not path.is_file():
        raise WorkbenchError(_("There is no file %(path)s.") % {"path": path})
    return path
