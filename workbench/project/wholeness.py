"""Does a review hold all that an import leaves? Rows that are gone leave no broken seal behind."""

from workbench.i18n import _
from workbench.model.document import Role
from workbench.store import Store
from workbench.store.files import EmptyReviewError
from workbench.store.integrity import damaged

# Imported sentences and units are numbered without a gap and never deleted; no pair is ever left empty.
_MISSING = (
    "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM step)",
    "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM document WHERE role = :translation)",
    "SELECT 1 FROM pair p WHERE NOT EXISTS (SELECT 1 FROM sentence s WHERE s.pair = p.id)",
    (
        "SELECT 1 FROM document d WHERE NOT EXISTS"
        " (SELECT 1 FROM sentence s JOIN unit u ON u.id = s.unit WHERE u.document = d.id)"
    ),
    "SELECT 1 FROM unit GROUP BY document HAVING count(*) <> max(position) + 1",
    (
        "SELECT 1 FROM sentence s JOIN unit u ON u.id = s.unit WHERE s.start IS NOT NULL"
        " GROUP BY u.document HAVING count(*) <> max(s.position) + 1"
    ),
)
_TABLES = ("document", "unit", "pair", "sentence")


def expect_whole(store: Store) -> None:
    """Refuse a review in which nothing is, and one that rows are missing from."""
    if not any(store.query(f"SELECT 1 FROM {table} LIMIT 1") for table in _TABLES):  # noqa: S608 -- our own names
        raise EmptyReviewError(_("%(path)s holds no review.") % {"path": store.path})
    if any(
        store.query(f"{condition} LIMIT 1", {"translation": Role.TRANSLATION.value}) for condition in _MISSING
    ):
        raise damaged(store.path)
