"""What this program wrote last under each name, so that a file is told from one that somebody changed since.

Kept in the user's cache, by a hash alone; where it is lost, the user is asked once more.
"""

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats import replace_file
from workbench.project.places import export_hashes

_KEPT = 500  # exports remembered, the latest


def remember(path: Path, data: bytes) -> None:
    """Note what was written to a file."""
    hashes = remembered()
    name = str(path.resolve())
    hashes.pop(name, None)
    latest = dict([*hashes.items(), (name, digest(data))][-_KEPT:])
    with suppress(WorkbenchError, UnicodeEncodeError):  # a cache is done without where it cannot be written
        replace_file(export_hashes(), json.dumps(latest, indent=0).encode("utf-8"))


def is_ours(path: Path, data: bytes) -> bool:
    """Tell whether a file holds what was written to it here."""
    return remembered().get(str(path.resolve())) == digest(data)


def remembered() -> dict[str, str]:
    """Read the hashes by the name of the file."""
    try:
        hashes = json.loads(export_hashes().read_bytes())
    except (OSError, ValueError):
        return {}
    return hashes if isinstance(hashes, dict) else {}


def digest(data: bytes) -> str:
    """Give a hash of a file."""
    return hashlib.sha256(data).hexdigest()
