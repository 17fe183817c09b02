"""Charsets told right: ours beside charset-normalizer, which is what most programs use.

.venv/bin/python tests/bench/bench_charsets.py
"""

import random
import sys
from pathlib import Path

from charset_normalizer import from_bytes

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.formats.test_reading import CHARSETS  # noqa: E402 -- the folder is on the path only now
from workbench.errors import WorkbenchError  # noqa: E402 -- as above
from workbench.formats.reading import decode  # noqa: E402 -- as above

_LENGTHS = (20, 60, 200, 1000)
_SLICES = 60  # of each length, at random places


def ours(data: bytes) -> str | None:
    """Decode as the program does."""
    try:
        return decode(data)[0]
    except WorkbenchError:
        return None


def theirs(data: bytes) -> str | None:
    """Decode as charset-normalizer's best guess says."""
    best = from_bytes(data).best()
    return str(best) if best else None


def slices() -> dict[str, list[tuple[str, str]]]:
    """Cut the sample's Korean source into pieces, in the charset of old Korean files."""
    text = (ROOT / "seeds/north-korean-troops.ko.txt").read_text(encoding="utf-8")
    text = text.replace("—", "-")
    chooser = random.Random(1)
    return {
        f"ko cp949, {length} characters": [
            (text[start : start + length], "cp949")
            for start in (chooser.randrange(len(text) - length) for _slice in range(_SLICES))
        ]
        for length in _LENGTHS
    }


def main() -> None:
    """Print the share told right."""
    legacy = [(text, charset) for text, charset in CHARSETS if charset not in {"utf-8", "ascii"}]
    print(f"{'texts':<28}{'ours':>10}{'charset-normalizer':>22}")
    for name, cases in {"the table of the tests": legacy, **slices()}.items():
        right = [sum(reads(text.encode(cs)) == text for text, cs in cases) for reads in (ours, theirs)]
        print(f"{name:<28}{right[0]:>6}/{len(cases)}{right[1]:>18}/{len(cases)}")


if __name__ == "__main__":
    main()
