"""The files that a run of segments is read from, and which columns of them are taken."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from workbench import figures
from workbench.errors import WorkbenchError
from workbench.formats.line_stream import count_lines
from workbench.formats.reading import naming_file
from workbench.formats.segment_rows import TEXT, Row, Table, no_columns
from workbench.formats.segments import is_table, open_table, suffix_of
from workbench.formats.streams import Stream, opened
from workbench.i18n import _, ngettext
from workbench.project.batch_columns import Asked, by_language, named

Roles = dict[str, tuple[str, ...]]  # columns by role
_WITHOUT_REFERENCE = (".po", ".pot")


@dataclass(frozen=True, slots=True)
class Files:
    """The files that one run of segments is read from, side by side.

    Without `references` the translation's file holds them as columns.
    """

    translation: Path
    references: tuple[Path, ...] = ()
    source: Path | None = None

    @property
    def roles(self) -> tuple[tuple[str, Path], ...]:
        """Give every file with the role it is named for, the translation's first."""
        references = (("reference", path) for path in self.references)
        return (
            ("translation", self.translation),
            *references,
            *([("source", self.source)] if self.source else []),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read: columns by role, charset, the language of TMX, and whether sources are wanted."""

    columns: Asked = field(default_factory=dict)
    charset: str | None = None
    language: str = "en"
    sources: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """An open file and the columns that are taken from it."""

    path: Path
    stream: Stream
    table: Table
    roles: Mapping[str, tuple[str, ...]]

    @property
    def names(self) -> tuple[str, ...]:
        """Name the columns in the order of their roles."""
        return tuple(name for names in self.roles.values() for name in names)

    def rows(self, *more: str) -> Iterator[Row]:
        """Give the rows with the cells of these columns, and of `more`."""
        with naming_file(self.path):
            yield from self.table.rows([*self.names, *more])


@contextmanager
def opened_sides(files: Files, reading: Reading) -> Iterator[list[Side]]:
    """Open the files; texts of unequal length are refused before any work is done."""
    expect_equal_lengths(files, reading.charset)
    alone = not files.references
    with ExitStack() as stack:
        sides = []
        for role, path in files.roles:
            opening = open_table(path, reading.charset, alone=alone and role == "translation")
            stream, table = stack.enter_context(opening)
            with naming_file(path):
                sides.append(Side(path, stream, table, roles_in(role, path, table, files, reading)))
        yield sides


def roles_in(role: str, path: Path, table: Table, files: Files, reading: Reading) -> Roles:
    """Choose the columns that are taken from a file; say what to do where one is missing."""
    columns, asked = table.columns, reading.columns
    if columns == (TEXT,):
        return {role: columns}
    if suffix_of(path) == ".tmx":
        asked = by_language(columns, reading.language, asked)
    if role != "translation":  # a table beside: its column of that role, or another translation
        found = named(role, columns, asked) or named("translation", columns, asked)
        return expect_columns({role: found}, table)
    roles = {role: named(role, columns, asked)}
    if not files.references:
        if suffix_of(path) in _WITHOUT_REFERENCE:
            raise WorkbenchError(_("PO holds no reference; name another PO file or a text as the second."))
        roles["reference"] = named("reference", columns, asked)
    return expect_columns(roles, table) | optional(columns, asked, reading.sources and not files.source)


def expect_columns(roles: Roles, table: Table) -> Roles:
    """Refuse a table that lacks the column of a role."""
    missing = [role for role, names in roles.items() if not names]
    if missing:
        raise no_columns(missing, table.columns)
    return roles


def optional(columns: tuple[str, ...], asked: Asked, sources: bool) -> Roles:
    """Choose the columns that need not be there."""
    wanted = ("source", "id") if sources else ("id",)
    return {role: names for role in wanted if (names := named(role, columns, asked))}


def expect_equal_lengths(files: Files, charset: str | None) -> None:
    """Count the lines of texts that lie side by side; what cannot be read twice is counted as it is read."""
    texts = [path for _role, path in files.roles if path.is_file() and not is_table(path)]
    if len(texts) > 1:
        counts = []
        for path in texts:
            with opened(path) as stream, naming_file(path):
                counts.append(count_lines(stream, charset))
        for path, count in zip(texts[1:], counts[1:], strict=True):
            expect_equal(texts[0], counts[0], path, count)


def expect_equal(a: Path, count_a: int, b: Path, count_b: int) -> None:
    """Say which of two files is longer, and by how much."""
    if count_a == count_b:
        return
    more = abs(count_a - count_b)
    raise WorkbenchError(
        ngettext(
            "%(longer)s is %(count)s line longer than the other file (lines: %(a)s, %(b)s).",
            "%(longer)s is %(count)s lines longer than the other file (lines: %(a)s, %(b)s).",
            more,
        )
        % {
            "longer": a if count_a > count_b else b,
            "count": figures.count(more),
            "a": figures.count(count_a),
            "b": figures.count(count_b),
        }
    )
