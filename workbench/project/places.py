"""Where things are kept that the user did not choose a place for."""

import os
import re
from contextlib import suppress
from pathlib import Path

from platformdirs import PlatformDirs

from workbench.formats import make_folder
from workbench.model.document import Role

REVIEWS_FOLDER = "WORKBENCH_REVIEWS"  # the environment's word for another folder than the user's data folder
_DIRS = PlatformDirs("translation-review-workbench", appauthor=False)


def untitled_review(title: str) -> Path:
    """Choose a new file in the user's data folder for a review that has no place yet."""
    folder = reviews_folder()
    make_folder(folder)
    numbers = ("", *(f"-{number}" for number in range(2, 10_000)))
    return next(path for n in numbers if not (path := folder / f"{stem_for(title)}{n}.twb").exists())


def reviews_called(title: str) -> list[Path]:
    """Name the reviews in the data folder that were begun for a text of this name, the latest first."""
    pattern = re.compile(re.escape(stem_for(title)) + r"(?:-\d+)?\.twb")
    return [path for path in recent_reviews() if pattern.fullmatch(path.name)]


def recent_reviews() -> list[Path]:
    """Name the reviews in the data folder, the one changed last first."""
    return sorted(reviews_folder().glob("*.twb"), key=lambda path: -path.stat().st_mtime)


def reviews_folder() -> Path:
    """Name the folder of reviews that the user gave no place."""
    return Path(os.environ.get(REVIEWS_FOLDER) or Path(_DIRS.user_data_dir, "reviews"))


def stem_for(title: str) -> str:
    """Make a file's name of a title: no path, no control character, not too long."""
    return re.sub(r"[^\w.-]+", "-", title).strip("-.")[:80] or "review"


def log_file() -> Path:
    """Name the file that failures of ours are logged in."""
    return Path(_DIRS.user_log_dir, "workbench.log")


def sample_article() -> dict[Role, Path]:
    """Name the texts of the sample article, beside the packages."""
    folder = Path(__file__).parents[2] / "seeds"
    return {
        Role.TRANSLATION: folder / "north-korean-troops.en-mt.txt",
        Role.REFERENCE: folder / "north-korean-troops.en-ref.txt",
        Role.SOURCE: folder / "north-korean-troops.ko.txt",
    }


def result_cache() -> Path:
    """Name the file of cached results and make its folder where that can be done.

    It may be deleted at any time, and is done without where it cannot be written.
    """
    path = Path(_DIRS.user_cache_dir, "results.sqlite")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    return path


def export_hashes() -> Path:
    """Name the file of what was exported, and make its folder where that can be done."""
    path = Path(_DIRS.user_cache_dir, "exports.json")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    return path
