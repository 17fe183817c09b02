"""Which columns of a table were read, kept beside the texts: its file is read again when it is exported."""

import json
from collections.abc import Mapping

from workbench.store import Store

_KEY = "columns"
Columns = Mapping[str, Mapping[str, str]]  # by a text's role: the headings by what their columns hold


def keep_columns(store: Store, columns: Columns) -> None:
    """Keep the headings of the columns that were read."""
    said = {role: dict(headings) for role, headings in columns.items() if headings}
    if said:
        store.set_meta(_KEY, json.dumps(said, ensure_ascii=False))


def kept_columns(store: Store) -> Columns:
    """Give the headings; none of a review that was made before they were kept, or of another text."""
    try:
        said = json.loads(store.meta(_KEY) or "{}")
    except ValueError:
        said = {}
    return {
        role: {what: str(heading) for what, heading in headings.items()}
        for role, headings in (said.items() if isinstance(said, dict) else ())
        if isinstance(headings, dict)
    }
