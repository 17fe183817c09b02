"""Columns of a table by the texts they hold, as people write them: translation=Target,reference=Human."""

import re
from collections.abc import Iterable
from itertools import chain

from workbench.errors import WorkbenchError
from workbench.figures import listed
from workbench.i18n import _
from workbench.model.document import Role
from workbench.project.batch_columns import ROLES

_NEXT_ROLE = re.compile(rf",\s*(?=(?:{'|'.join(ROLES)})=)")


def columns_of(written: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Read columns by what they hold, some of which may be named more than once; a name may hold commas."""
    columns: dict[str, tuple[str, ...]] = {}
    for part in chain.from_iterable(map(_NEXT_ROLE.split, written)):
        role, _equals, name = part.strip().partition("=")
        if role not in ROLES or not name:
            raise WorkbenchError(
                _("write it like reference=human; there are: %(roles)s") % {"roles": listed(ROLES)}
            )
        columns[role] = (*columns.get(role, ()), name)
    return columns


def text_columns(written: Iterable[str]) -> dict[Role, str]:
    """Read one column for each text of a review."""
    columns = columns_of(written)
    texts = [role.value for role in Role]
    for role, names in columns.items():
        if role not in texts or len(names) > 1:
            raise WorkbenchError(
                _("name one column for each text; there are: %(roles)s") % {"roles": listed(texts)}
            )
    return {Role(role): name for role, (name,) in columns.items()}
