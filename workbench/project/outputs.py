"""Results never take the place of what they were made of."""

import os
from collections.abc import Iterable
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.i18n import _


def expect_apart(inputs: Iterable[Path], outputs: Iterable[Path], option: str) -> None:
    """Refuse to write to a file that is read; `option` is where the user named the output."""
    given = [path for path in inputs if os.path.exists(path)]  # noqa: PTH110 -- Path.exists raises where a folder is closed to us
    for output in outputs:
        if os.path.exists(output) and any(os.path.samefile(output, path) for path in given):  # noqa: PTH110, PTH121 -- as above
            raise WorkbenchError(
                _("%(path)s is an input; choose another %(option)s.") % {"path": output, "option": option}
            )
