"""What the readers of a review's files had to say, kept beside the texts: odd charsets, entries left out."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from workbench.i18n import _
from workbench.model.document import Role
from workbench.project.intake import TextRead
from workbench.store import Store

_KEY = "warnings"
Remarks = Mapping[Role, Sequence[str]]


def remarks_of(texts: Mapping[Role, TextRead]) -> dict[Role, tuple[str, ...]]:
    """Give the warnings by text; those of a source within a bilingual file are the translation's."""
    return {role: text.document.warnings for role, text in texts.items() if text.data}


def warnings_of(texts: Mapping[Role, TextRead]) -> list[str]:
    """Give what the readers of the files have to say, each with its file."""
    return [
        naming_path(texts[role].path, warning)
        for role, remarks in remarks_of(texts).items()
        for warning in remarks
    ]


def naming_path(path: Path, warning: str) -> str:
    """Put a file's name before what is said about it."""
    return _("%(path)s: %(message)s") % {"path": path, "message": warning}


def keep_remarks(store: Store, texts: Mapping[Role, TextRead]) -> None:
    """Keep what was said when the files were read: they are not read again."""
    said = {role.value: remarks for role, remarks in remarks_of(texts).items() if remarks}
    if said:
        store.set_meta(_KEY, json.dumps(said, ensure_ascii=False))


def kept_remarks(store: Store) -> Remarks:
    """Give what was said; nothing where the file does not know it."""
    try:
        said = json.loads(store.meta(_KEY) or "{}")
    except ValueError:
        said = {}
    there = said.items() if isinstance(said, dict) else ()
    return {Role(role): [str(one) for one in remarks] for role, remarks in there if role in set(Role)}
