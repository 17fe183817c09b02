"""Glossaries where they are kept: the user's own in the data folder, a review's beside its file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from platformdirs import PlatformDirs

from workbench.formats import make_folder, read_file, replace_file
from workbench.formats.glossary import read_glossary, write_glossary
from workbench.i18n import _
from workbench.model.glossary import GlossaryEntry, Standing, Term
from workbench.model.name import Name
from workbench.names.agreement import Checked, check_glossary

_DIRS = PlatformDirs("translation-review-workbench", appauthor=False)
DEFAULT_LANGUAGE = "en"  # of forms, where neither the file nor the user says


def user_glossary() -> Path:
    """Name the file of the user's own glossary."""
    return Path(_DIRS.user_data_dir, "glossary.csv")


def review_glossary(review: Path) -> Path:
    """Name the file of a review's glossary: it lies beside the review and can be sent along with it."""
    return review.with_suffix(".glossary.csv")


def load(path: Path, language: str = DEFAULT_LANGUAGE, charset: str | None = None) -> Checked:
    """Read a glossary and set aside what contradicts itself; problems are named by file and line."""
    checked = check_glossary(read_glossary(read_file(path), path, language, charset), language)
    return Checked(checked.entries, tuple(f"{path}: {problem}" for problem in checked.problems))


def load_if_there(path: Path, language: str = DEFAULT_LANGUAGE) -> Checked:
    """Read a glossary that need not be there."""
    return load(path, language) if path.exists() else Checked((), ())


def entries_for(language: str, given: Path | None = None, review: Path | None = None) -> Checked:
    """Give the entries that hold for a text: those of the given file, of the review, of the user.

    Where two glossaries speak of one form, the nearer one is heard.
    """
    paths = [path for path in (given, review and review_glossary(review), user_glossary()) if path]
    read = [load(path, language) if path == given else load_if_there(path, language) for path in paths]
    entries: list[GlossaryEntry] = []
    for checked in read:
        entries += [entry for entry in checked.entries if not overruled(entry, entries)]
    return Checked(tuple(entries), tuple(problem for checked in read for problem in checked.problems))


def overruled(entry: GlossaryEntry, nearer: Sequence[GlossaryEntry]) -> bool:
    """Tell whether a nearer glossary speaks of one of an entry's forms."""
    forms = {(term.language, term.form) for term in entry.terms}
    return any((term.language, term.form) in forms for other in nearer for term in other.terms)


def add(
    path: Path, new: Sequence[GlossaryEntry], language: str = DEFAULT_LANGUAGE
) -> tuple[int, Sequence[str]]:
    """Add entries to a glossary file; give how many it gained, and what was not taken, and why."""
    before = [
        replace(entry, place=_("your glossary, %s") % entry.place)
        for entry in load_if_there(path, language).entries
    ]
    checked = check_glossary([*before, *new], language)
    old = {id(entry) for entry in before}
    gained = [entry for entry in checked.entries if id(entry) not in old]
    make_folder(path.parent)
    replace_file(path, write_glossary([*before, *gained], path))
    return len(gained), checked.problems


def remember(path: Path, name: Name, language: str) -> None:
    """Keep a name that was put right, its wrong forms forbidden from now on."""
    if name.proposal:
        wrong = dict.fromkeys(form for form in (name.form, *name.variants) if form != name.proposal)
        forbidden = [Term(form, language, Standing.FORBIDDEN) for form in wrong]
        add(path, [GlossaryEntry((Term(name.proposal, language), *forbidden), name.kind)], language)
