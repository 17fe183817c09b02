"""The window on a PO file of 100,000 entries and on an article of 3,000 pairs: what a reviewer waits for.

Prints each number asked for beside the one measured; Poedit and Lokalize are timed on the same file where
they are installed. Run: xvfb-run -a -s "-screen 0 1600x1000x24" .venv/bin/python tests/bench/bench_window.py

Processes that work for the window import the program's main file again, as they do `main.py`: like that, this
one imports nothing of the window until it runs, and nothing is collected until the window is there.
"""

import gc
import sys
from pathlib import Path

if __name__ == "__main__":
    gc.disable()
    sys.path[:0] = [str(Path(__file__).parent.parent.parent), str(Path(__file__).parent)]
    import window_measured

    window_measured.main()
