"""The ledger on disk, behind one narrow interface."""
