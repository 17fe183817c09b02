"""A folder of articles: which files are whose translation, reference and source."""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats import FORMATS
from workbench.i18n import _
from workbench.model.document import Role
from workbench.store.files import is_review

# What people call the three texts in a file's name, between dots, dashes and underscores.
_MARKS = {
    Role.TRANSLATION: {"mt", "translation", "target", "hyp", "hypothesis", "system"},
    Role.REFERENCE: {"ref", "reference", "human", "back", "bt", "backtranslation"},
    Role.SOURCE: {"src", "source", "original"},
}
# What people write about a folder of articles, which is part of none.
_ABOUT = frozenset({"readme", "license", "licence", "copying", "changelog", "notes"})
_ROLES = {mark: role for role, marks in _MARKS.items() for mark in marks}
_MARK = re.compile(rf"(?:^|[._-])({'|'.join(_ROLES)})\Z", re.IGNORECASE)
_LANGUAGE = re.compile(
    rf"(?<=.)[._-](?!(?i:{'|'.join(_ROLES)})\Z)([a-z]{{2,3}}|[A-Z]{{2}})(?:[-_](?:[A-Z]{{2}}|[A-Z][a-z]{{3}}))?\Z"
)


class Origin(StrEnum):
    """Who made a text, as its file's name says."""

    MACHINE = "machine"
    HUMAN = "human"
    BACK = "back"  # by translating it back


# What the marks say of who made a text.
_ORIGINS = {"mt": Origin.MACHINE, "human": Origin.HUMAN}
_ORIGINS |= dict.fromkeys(("back", "bt", "backtranslation"), Origin.BACK)


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its texts, and the folder of its own, below the others' results, for what comes of it."""

    paths: Mapping[Role, Path]
    folder: Path


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder holds: articles, and the files that are no text of any of them."""

    articles: Sequence[Article]
    left_out: Sequence[Path]


def articles_in(folder: Path, out: Path | None = None) -> Found:
    """Group a folder's files by article: `story.en-mt.txt`, `story.en-ref.txt`, `story.ko.txt`.

    Subfolders are looked through too, but not `out`; a folder with one `translation.txt` is an article named
    by the folder. Two files for one text of an article are the user's to tell apart.
    """
    paths = list(text_files(folder, out))
    groups: defaultdict[tuple[Path, str], dict[Role, Path]] = defaultdict(dict)
    for path in paths:
        stem, role = stem_and_role(path.stem)
        if role is not None and not is_among_results(path, folder):
            add(groups[path.parent, stem], role, path)
    found = {key: roles for key, roles in groups.items() if Role.TRANSLATION in roles}
    if not found:
        raise WorkbenchError(
            _("%(folder)s holds no articles; name them like a.en-mt.txt, a.en-ref.txt, a.ko.txt.")
            % {"folder": folder}
        )
    taken = {path for roles in found.values() for path in roles.values()}
    return Found(list(with_folders(folder, found)), [path for path in paths if path not in taken])


def text_files(folder: Path, out: Path | None) -> Iterator[Path]:
    """Give the files that could be texts, in the order of their names; what we made is none."""
    suffixes = {suffix for form in FORMATS.values() for suffix in form.suffixes}
    next(folder.iterdir(), None)  # raises for a folder that cannot be read; os.walk passes over it
    for parent, folders, names in os.walk(folder):
        here = Path(parent)
        folders[:] = sorted(name for name in folders if out is None or not is_same(here / name, out))
        for path in sorted(here / name for name in names):
            if path.suffix.lower() not in suffixes or is_product(path) or is_about(path):
                continue
            if os.path.isfile(path):  # noqa: PTH113 -- Path.is_file raises where a folder is closed to us
                yield path


def is_same(path: Path, other: Path) -> bool:
    """Tell whether two names are of one file or folder that is there."""
    return os.path.realpath(path) == os.path.realpath(other)


def is_product(path: Path) -> bool:
    """Tell the PO file that a review left beside itself."""
    return path.suffix.lower() == ".po" and is_review(path.with_suffix(".twb"))


def is_about(path: Path) -> bool:
    """Tell what people write about a folder of articles from what is part of one."""
    return path.suffix.lower() in {".md", ".markdown"} and path.stem.lower() in _ABOUT


def is_among_results(path: Path, folder: Path) -> bool:
    """Tell what lies in a folder of our results: a folder below the articles' that holds a review."""
    return path.parent != folder and any(is_review(review) for review in path.parent.glob("*.twb"))


def stem_and_role(name: str) -> tuple[str, Role | None]:
    """Cut a name into what an article's files share and the role that the rest, marks or language, says."""
    stem, language = without(name, _LANGUAGE)
    stem, mark = without(stem, _MARK)
    if mark is None:
        return (stem, Role.SOURCE) if language else (name, None)
    if language is None:
        stem, _tag = without(stem, _LANGUAGE)
    return stem, _ROLES[mark.lower()]


def origin_of(name: str) -> Origin | None:
    """Tell who made a text by its file's name without the suffix; None where that does not say."""
    _stem, mark = without(without(name, _LANGUAGE)[0], _MARK)
    return _ORIGINS.get(mark.lower()) if mark else None


def without(name: str, ending: re.Pattern[str]) -> tuple[str, str | None]:
    """Cut an ending off a name and give both; None where it does not end so."""
    match = ending.search(name)
    return (name[: match.start()], match[1]) if match else (name, None)


def add(roles: dict[Role, Path], role: Role, path: Path) -> None:
    """Give an article one of its texts."""
    if role in roles:
        raise WorkbenchError(
            _("%(a)s and %(b)s are both the %(role)s of one article; rename or move one of them.")
            % {"a": roles[role], "b": path, "role": role.value}
        )
    roles[role] = path


def with_folders(folder: Path, groups: Mapping[tuple[Path, str], Mapping[Role, Path]]) -> Iterator[Article]:
    """Give each article a folder that no other has: its subfolder and the name of its translation."""
    taken: set[Path] = set()
    for (parent, stem), roles in groups.items():
        below = parent.relative_to(folder)
        named = below / roles[Role.TRANSLATION].stem if stem or parent == folder else below
        own = next(path for path in numbered(named) if path not in taken)
        taken.add(own)
        yield Article(roles, own)


def numbered(path: Path) -> Iterable[Path]:
    """Give a path, then the path with numbers."""
    yield path
    for number in range(2, 1_000_000):
        yield path.with_name(f"{path.name}-{number}")
