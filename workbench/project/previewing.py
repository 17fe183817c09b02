"""A look into files before they are opened: what they are, and how they begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.formats import read_document, read_file
from workbench.model.document import Role
from workbench.project.articles import stem_and_role
from workbench.project.intake import guess, stated

_HEAD = 200_000  # bytes looked at: more than a screen, a fraction of a second
_LINES, _LENGTH = 4, 160  # texts shown of a file, characters of each

# Offered beside the guess; any other that Python knows can be written.
CHARSETS = (
    "utf-8",
    "utf-16",
    "cp949",
    "euc-kr",
    "shift_jis",
    "gb18030",
    "big5",
    "windows-1251",
    "windows-1252",
)
LANGUAGES = ("en", "ko", "ja", "zh", "zh-Hant", "de", "fr", "es", "ru", "uk", "ar", "he", "vi")


@dataclass(frozen=True, slots=True)
class Preview:
    """What was found of a file; `lines` are its first texts."""

    format: str
    charset: str
    language: str
    lines: Sequence[str]


def preview(
    path: Path,
    language: str | None = None,
    charset: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Preview:
    """Read the beginning of a file; a WorkbenchError says what is wrong with it."""
    data = read_file(path)
    document = read_document(beginning(data), path, charset, columns)
    texts = [" ".join(unit.text.split()) for unit in document.units if unit.text.strip()]
    shown = [text if len(text) <= _LENGTH else f"{text[:_LENGTH]}…" for text in texts[:_LINES]]
    found = language or stated(document.language) or guess(document, path)
    return Preview(document.format, document.charset, found, shown)


def beginning(data: bytes) -> bytes:
    """Give as much of a text as is looked at, cut between two lines; packed and tagged files go whole."""
    if len(data) <= _HEAD or data[:1] in {b"P", b"<"}:
        return data
    cut = data.rfind(b"\n\n", 0, _HEAD)
    return data[: cut if cut > 0 else data.rfind(b"\n", 0, _HEAD) + 1 or _HEAD]


def roles_of(paths: Sequence[Path]) -> dict[Role, Path]:
    """Tell which text is which by the files' names, the rest by their order."""
    found: dict[Role, Path] = {}
    rest = []
    for path in paths:
        role = stem_and_role(path.stem)[1]
        if role is None or role in found or path.suffix.lower() == ".twb":
            rest.append(path)
        else:
            found[role] = path
    free = [role for role in (Role.TRANSLATION, Role.REFERENCE, Role.SOURCE) if role not in found]
    return found | dict(zip(free, rest, strict=False))
