"""Every message that counts has plural forms, and no message writes a number by itself."""

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).parent.parent
PLACE = re.compile(r"%\((\w+)\)(?:\.\d)?[dfg]|%[dfg]")
# What names a place, as an editor or a file does, is written bare: it is looked for, not read.
PLACES = {"line", "row", "id", "number", "place", "start", "end", "stop", "found", "expected", ""}
# Numbers beside their names, as in a table, and numbers that no noun follows.
IN_TABLES = re.compile(
    r"^(?:%\(path\)s: (?:segments|marks imported) |Marks imported: |n:m: |Findings: )"
    r"|%\(count\)s a second$|MB\b|^Pair %"
)


def messages():
    """Yield the place and the forms of each message."""
    for folder in ("workbench", "ui"):
        for file, line, message, _comments, _context in extract_from_dir(str(ROOT / folder)):
            yield f"{folder}/{file}:{line}", message if isinstance(message, tuple) else (message,)


def test_numbers_come_from_figures():
    wrong = [
        (place, forms)
        for place, forms in messages()
        if not all((name or "") in PLACES for form in forms for name in PLACE.findall(form))
    ]
    assert wrong == []


def test_what_is_counted_has_plural_forms():
    wrong = [
        (place, forms)
        for place, forms in messages()
        if len(forms) == 1 and re.search(r"%\((?:n|count)\)s", forms[0]) and not IN_TABLES.search(forms[0])
    ]
    assert wrong == []


def test_no_sentence_is_put_together_of_messages():
    """A message is added to no other text, nor does it stand in an f-string, where nobody extracts it."""
    glued = re.compile(r"""(?:"\s*\+\s*_\()|(?:_\("[^"]*"\)\s*\+)|(?:\{_\(['"][^'"]*['"]\)\})""")
    found = [
        f"{path}: {line.strip()}"
        for folder in ("workbench", "ui")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if glued.search(line)
    ]
    assert found == []
