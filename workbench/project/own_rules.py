"""A user's own rules where they are kept: in the data folder, and beside a review for it alone."""

from pathlib import Path

from platformdirs import PlatformDirs

from workbench.checks import Rule, read_rules
from workbench.errors import WorkbenchError
from workbench.formats import read_file
from workbench.i18n import _

_DIRS = PlatformDirs("translation-review-workbench", appauthor=False)


def user_rules() -> Path:
    """Name the file of the rules that hold in every review."""
    return Path(_DIRS.user_data_dir, "rules.toml")


def review_rules(review: Path) -> Path:
    """Name the file of a review's rules: it lies beside the review and can be sent along with it."""
    return review.with_suffix(".rules.toml")


def rules_for(given: Path | None = None, review: Path | None = None) -> tuple[Rule, ...]:
    """Give the rules that hold: those of the given file, of the review, of the user."""
    beside = [path for path in (review and review_rules(review), user_rules()) if path and path.exists()]
    return tuple(rule for path in (*([given] if given else []), *beside) for rule in load(path))


def load(path: Path) -> tuple[Rule, ...]:
    """Read a file of rules."""
    try:
        text = read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WorkbenchError(_("%(path)s is not in UTF-8; save it so.") % {"path": path}) from error
    return read_rules(text, str(path))
