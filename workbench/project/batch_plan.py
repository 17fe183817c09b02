"""Which files are read side by side, and which one after the other."""

import glob
import os
from collections.abc import Sequence
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.figures import count
from workbench.formats.segments import STANDARD_INPUT, is_table, suffix_of
from workbench.i18n import _, ngettext
from workbench.project.batch_inputs import Files


def planned(paths: Sequence[Path], references: Sequence[Path], source: Path | None) -> tuple[Files, ...]:
    """Sort the files a user names: a translation with its references, or tables that hold both.

    Two files are a translation and its reference, unless both are tables that hold references themselves
    (PO holds none).
    """
    found = [path for each in paths for path in expanded(each)]
    if (
        not references
        and len(found) == len(("translation", "reference"))
        and any(needs_reference(path) for path in found)
    ):
        found, references = found[:1], found[1:]
    if references or source:
        expect_one(found)
        files = [Files(found[0], tuple(references), source)]
    else:
        files = [Files(path) for path in found]
    expect_tables(files)
    expect_once([path for each in files for _role, path in each.roles])
    return tuple(files)


def expanded(path: Path) -> list[Path]:
    """Give the files that match a pattern, in the order of their names; a name that exists is none."""
    if not glob.has_magic(str(path)) or os.path.lexists(path):
        return [path]
    found = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207 -- Path.glob knows no absolute patterns
    if not found:
        raise WorkbenchError(_("No file matches %(pattern)s.") % {"pattern": path})
    return [Path(name) for name in found]


def needs_reference(path: Path) -> bool:
    """Tell texts, and tables that hold no references."""
    return not is_table(path) or suffix_of(path) in {".po", ".pot"}


def expect_one(found: Sequence[Path]) -> None:
    """Refuse several translations with one reference: nobody knows which goes with which."""
    if len(found) > 1:
        raise WorkbenchError(
            ngettext(
                "--reference and --source go with one translation, not with %(count)s translation;"
                " see also compare.",
                "--reference and --source go with one translation, not with %(count)s translations;"
                " see also compare.",
                len(found),
            )
            % {"count": count(len(found))}
        )


def expect_tables(files: Sequence[Files]) -> None:
    """Refuse texts without columns among several files."""
    for each in files:
        if len(files) > 1 and needs_reference(each.translation):
            raise WorkbenchError(
                _("%(path)s holds no references; name them with --reference.") % {"path": each.translation}
            )


def expect_once(paths: Sequence[Path]) -> None:
    """Refuse standard input for two texts."""
    if paths.count(STANDARD_INPUT) > 1:
        raise WorkbenchError(_("Standard input (-) can be one text only."))
