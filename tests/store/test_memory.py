"""The reference keeps the contract."""

import pytest

from redite.interfaces import Store
from redite.store import MemoryStore
from tests.store.contract import StoreContract


class TestMemoryStore(StoreContract):
    """See `StoreContract`."""

    @pytest.fixture
    def store(self) -> Store:
        """Return an empty store."""
        return MemoryStore()
