"""A PO file of 100,000 entries, about 30 MB: first entries, whole read, memory, and the save of one edit.

.venv/bin/python tests/bench/bench_po.py
"""

import random
import resource
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from workbench.formats import read_document, read_in_parts, replace_file, write_back  # noqa: E402 -- the folder is on the path only now
from workbench.formats.po_strings import Style, quoted  # noqa: E402 -- as above

ENTRIES = 100_000
HEADER = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
WORDS = ("Datei", "öffnen", "speichern", "könnte", "Verzeichnis", "Fehler", "beim", "Lesen", "Größe", "%s")


def entries() -> Iterator[str]:
    """Compose entries of every kind."""
    chooser = random.Random(1)
    wrapped = Style(width=79)
    for number in range(ENTRIES):
        source, text = (" ".join(chooser.choices(WORDS, k=chooser.randint(3, 24))) for _side in range(2))
        yield f"#: src/module{number % 97}/file{number % 211}.c:{number}\n"
        yield "#. a note for translators\n" if number % 10 == 0 else ""
        yield '#, fuzzy\n#| msgid "old"\n' if number % 15 == 0 else ""
        yield f'msgctxt "ctx{number}"\n' if number % 8 == 0 else ""
        yield f"msgid {quoted(f'{number} {source}', style=wrapped)}\n"
        plural = number % 9 == 0
        yield f"msgid_plural {quoted(source, style=wrapped)}\n" if plural else ""
        yield f"{'msgstr[0]' if plural else 'msgstr'} {quoted(text, style=wrapped)}\n"
        yield f"msgstr[1] {quoted(text, style=wrapped)}\n\n" if plural else "\n"


def took(start: tuple[float, float]) -> str:
    """Say how long something took, by the clock and of the processor, which others may be using too."""
    return f"{perf_counter() - start[0]:.2f} s ({process_time() - start[1]:.2f} s of the processor)"


def main() -> None:
    """Print the times."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "big.po")
        path.write_bytes((HEADER + "".join(entries())).encode())
        start = perf_counter(), process_time()
        data = path.read_bytes()
        count = len(next(read_in_parts(data, path)).units)
        print(f"{len(data) / 1e6:.0f} MB; first {count} entries {took(start)} (asked 0.3)")
        start = perf_counter(), process_time()
        document = read_document(data, path)
        print(f"{len(document.units)} translations read in {took(start)} (asked 3)")
        edited = list(document.units)
        edited[len(edited) // 2] = replace(edited[len(edited) // 2], text="Ein neuer Text")
        start = perf_counter(), process_time()
        written = write_back(replace(document, units=tuple(edited)), data, document)
        replace_file(path, written)
        print(f"one edit saved in {took(start)} (asked 0.5)")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"at most {peak:.0f} MB, the making of the file included (asked 250)")


if __name__ == "__main__":
    main()
