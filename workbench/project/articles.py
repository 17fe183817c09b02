"""A folder of articles: which files are whose translation, reference and source."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats import FORMATS
from workbench.i18n import _
from workbench.model.document import Role

# What people call the three texts in a file's name, between dots, dashes and underscores.
_MARKS = {
    Role.TRANSLATION: {"mt", "translation", "target", "hyp", "hypothesis", "system"},
    Role.REFERENCE: {"ref", "reference", "human", "back", "bt", "backtranslation"},
    Role.SOURCE: {"src", "source", "original"},
}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?\Z")


def articles_in(folder: Path) -> list[dict[Role, Path]]:
    """Group a folder's files by article: `story.en-mt.txt`, `story.en-ref.txt`, `story.ko.txt`.

    Subfolders are looked through too; a folder with one `translation.txt` is an article named by the folder.
    """
    groups: defaultdict[tuple[Path, str], list[Path]] = defaultdict(list)
    for path in text_files(folder):
        groups[path.parent, stem_of(path)].append(path)
    articles = [roles for paths in groups.values() if Role.TRANSLATION in (roles := roles_of(paths))]
    if not articles:
        raise WorkbenchError(
            _("%(folder)s holds no articles; name them like a.en-mt.txt, a.en-ref.txt, a.ko.txt.")
            % {"folder": folder}
        )
    return articles


def text_files(folder: Path) -> Iterable[Path]:
    """Give the files that could be texts, in the order of their names."""
    suffixes = {suffix for form in FORMATS.values() for suffix in form.suffixes}
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in suffixes and path.is_file())


def stem_of(path: Path) -> str:
    """Give the part of a name that an article's files share: what stands before the marks."""
    first = path.stem.split(".", maxsplit=1)[0]
    words = [word for word in re.split(r"[-_]", first) if word]
    while words and role_of_words([words[-1]]):
        words.pop()
    return "-".join(words)


def roles_of(paths: Iterable[Path]) -> dict[Role, Path]:
    """Give each file of an article its role; a second file for a role is not taken."""
    roles: dict[Role, Path] = {}
    for path in paths:
        words = re.split(r"[._-]", path.stem.lower())
        role = role_of_words(words[-2:])
        if role is None and _LANGUAGE.match(path.stem.rpartition(".")[2]) and "." in path.stem:
            role = Role.SOURCE
        if role is not None:
            roles.setdefault(role, path)
    return roles


def role_of_words(words: Iterable[str]) -> Role | None:
    """Give the role that one of these words stands for."""
    return next((role for word in words for role, marks in _MARKS.items() if word in marks), None)
