"""SQLite as the keeper of reviews: schema, undo journal, integrity, result cache."""

from workbench.store.cache import ResultCache
from workbench.store.filling import Batch
from workbench.store.operation import Operation, OutsideOperationError
from workbench.store.packing import Packed
from workbench.store.store import Store

__all__ = ["Batch", "Operation", "OutsideOperationError", "Packed", "ResultCache", "Store"]
