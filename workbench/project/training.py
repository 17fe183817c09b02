"""Earlier translations that teach the aligner words: translation memories, reviews, two columns of text."""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats import naming_file, read_lines, read_tmx
from workbench.formats.streams import opened
from workbench.i18n import _
from workbench.project.project import Project
from workbench.store.files import is_review
from workbench.text.display import printable

Examples = list[tuple[str, str]]
_COLUMNS = 2


def read_examples(paths: Sequence[Path], languages: tuple[str, str]) -> Examples:
    """Read what translates one another in two languages; a file that has nothing of them is refused."""
    if paths and primary(languages[0]) == primary(languages[1]):
        raise WorkbenchError(
            _("--train is for texts in two languages; these are both in %(language)s.")
            % {"language": languages[0]}
        )
    return [pair for path in paths for pair in examples_in(path, languages)]


def examples_in(path: Path, languages: tuple[str, str]) -> Examples:
    """Read one file: a review, a TMX, or lines with a tab between the first language and the second."""
    if is_review(path):
        found = list(reviewed(path, languages))
    else:
        with opened(path) as stream, naming_file(path):
            if is_tmx(path, stream.head):
                found = list(read_tmx(iter(stream.read, b""), languages))
            else:
                found = columns(stream.rest())
    if not found:
        raise WorkbenchError(
            _("%(path)s has no sentences in both %(first)s and %(second)s.")
            % {"path": printable(str(path)), "first": languages[0], "second": languages[1]}
        )
    return found


def is_tmx(path: Path, data: bytes) -> bool:
    """Tell a translation memory by its name or by how it begins."""
    return path.suffix.lower() == ".tmx" or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml")


def columns(data: bytes) -> Examples:
    """Read the first two columns of lines."""
    rows = (line.split("\t")[:_COLUMNS] for line in read_lines(data))
    return [(row[0], row[1]) for row in rows if len(row) == _COLUMNS and row[0].strip() and row[1].strip()]


def reviewed(path: Path, languages: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Give the pairs of an earlier review, by the languages of its texts."""
    with Project.open(path) as project:
        known, pairs = project.languages(), project.pairs()
    for one, two in product(known, known):
        if [primary(known[one]), primary(known[two])] == [primary(tag) for tag in languages]:
            for pair in pairs:
                if pair.text(one) and pair.text(two):
                    yield pair.text(one), pair.text(two)


def primary(tag: str) -> str:
    """Give a language without script and region."""
    return tag.replace("_", "-").split("-")[0].lower()
