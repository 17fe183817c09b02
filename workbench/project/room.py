"""Where new rows fit in while the entries of a large catalogue are still arriving behind the last.

Their ids and positions follow from their numbers (`entry_rows`) and are taken before they are there.
"""

from math import floor

from workbench.store import Store


def new_id(store: Store, table: str) -> int:
    """Give an id for a new row of pairs or sentences that no entry will want.

    An entry takes more bytes of its file than it takes ids: none is as large as the files are long.
    """
    ((taken,),) = store.query("SELECT coalesce(sum(length(content)), 0) FROM document")
    ((newest,),) = store.query(f"SELECT coalesce(max(id), 0) FROM {table}")  # noqa: S608 -- our own names
    return int(max(taken, newest)) + 1


def behind(last: float) -> float:
    """Give the position where the next entry's pair would stand behind the last pair."""
    return floor(last) + 1.0
