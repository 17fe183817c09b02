"""Start the Translation Review Workbench: a command when one is named, else the window."""

import gc
import sys
from pathlib import Path


def open_window(path: Path | None = None) -> int:
    """Open the window, on a file when one is given."""
    gc.disable()  # until all is imported: a tenth of its start went into looking at what is imported
    from ui.app import main as run_window  # noqa: PLC0415 -- only a window needs Qt

    return run_window(path)


def main() -> int:
    """Run what the arguments name and give the exit code."""
    from workbench.cli import run  # noqa: PLC0415 -- worker processes import this file: keep it cheap

    return run(sys.argv[1:], open_window)


if __name__ == "__main__":
    sys.exit(main())
