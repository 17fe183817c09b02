"""Where things are kept that the user did not choose a place for."""

import re
from pathlib import Path

from platformdirs import PlatformDirs

from workbench.formats import make_folder
from workbench.model.document import Role

_DIRS = PlatformDirs("translation-review-workbench", appauthor=False)


def untitled_review(title: str) -> Path:
    """Choose a new file in the user's data folder for a review that has no place yet."""
    folder = Path(_DIRS.user_data_dir, "reviews")
    make_folder(folder)
    stem = re.sub(r"[^\w.-]+", "-", title).strip("-.")[:80] or "review"
    numbers = ("", *(f"-{number}" for number in range(2, 10_000)))
    return next(path for n in numbers if not (path := folder / f"{stem}{n}.twb").exists())


def sample_article() -> dict[Role, Path]:
    """Name the texts of the sample article, beside the packages."""
    folder = Path(__file__).parents[2] / "seeds"
    return {
        Role.TRANSLATION: folder / "north-korean-troops.en-mt.txt",
        Role.REFERENCE: folder / "north-korean-troops.en-ref.txt",
        Role.SOURCE: folder / "north-korean-troops.ko.txt",
    }


def result_cache() -> Path:
    """Name the file of cached results; it may be deleted at any time."""
    return Path(_DIRS.user_cache_dir, "results.sqlite")
