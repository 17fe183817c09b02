"""Which column of a table is the translation, the reference, the source and the id."""

from collections.abc import Mapping, Sequence
from itertools import chain

from workbench.errors import WorkbenchError
from workbench.figures import listed
from workbench.formats.table_columns import one_of
from workbench.i18n import _

ROLES = ("translation", "reference", "source", "id")
# What each is called where nobody says: our own name, XLIFF's and COMET's.
_NAMES: Mapping[str, Sequence[str]] = {
    "translation": ("translation", "hypothesis", "target", "mt"),
    "reference": ("reference", "ref"),
    "source": ("source", "src"),
    "id": ("id",),
}

Asked = Mapping[str, tuple[str, ...]]  # columns by role, as the user names them


def named(role: str, columns: Sequence[str], asked: Asked) -> tuple[str, ...]:
    """Name the columns of a role: those asked for, else the one by its usual name, if there is one."""
    if role in asked:
        return tuple(one_of(name, columns) for name in asked[role])
    return tuple(name for name in _NAMES[role] if name in columns)[:1]


def by_language(columns: Sequence[str], language: str, asked: Asked) -> Asked:
    """Name the roles of languages: the first two variants of the texts' language, then another language."""
    ours = [tag for tag in columns if base(tag) == base(language)]
    others = [tag for tag in columns if tag not in ours]
    found = zip(("translation", "reference"), ours, strict=False)
    roles = {role: (tag,) for role, tag in chain(found, zip(["source"], others, strict=False))} | dict(asked)
    if "translation" not in roles:
        raise WorkbenchError(
            _("It holds %(languages)s; name the translation's with --language or --column translation=TAG.")
            % {"languages": listed(columns)}
        )
    return roles


def base(tag: str) -> str:
    """Give the language of a tag, without its region."""
    return tag.lower().replace("_", "-").split("-")[0]
