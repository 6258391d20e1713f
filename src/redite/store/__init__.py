"""The ledger on disk, behind one narrow interface (`redite.interfaces.Store`)."""

from redite.store.memory import MemoryStore
from redite.store.opening import open_store
from redite.store.sql import SqlStore

__all__ = ["MemoryStore", "SqlStore", "open_store"]
