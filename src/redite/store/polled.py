"""Notes beside the ledger which version of a feed was taken in last: see `redite.watching`.

So that after a start servers need not send again what was had. A note that is lost or damaged costs
them and us one feed, sent whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from redite.interfaces import Written
from redite.store.beside import Beside
from redite.watching import Version

ENDING = ".feeds"


class LastPolled:
    """Versions of feeds in the file `path`, by address; None notes nothing."""

    def __init__(self, path: Path | None) -> None:
        self._kept = Beside(path, "feed")

    def read(self, addresses: Sequence[str], written: Written) -> Mapping[str, Version]:
        """Return the versions that a ledger with so much in it has had.

        A ledger with less in it than there was is another one, or an old copy, and may lack what
        those versions brought.
        """
        found = self._kept.read([address.encode() for address in addresses])
        versions = {key.decode(): _version(value, written) for key, value in found.items()}
        return {address: version for address, version in versions.items() if version is not None}

    def note(self, address: str, version: Version, written: Written) -> None:
        """Write down that all that this version brings is in the ledger."""
        fields = [written.analyses, version.etag, version.last_modified, version.digest.hex()]
        self._kept.write({address.encode(): json.dumps(fields).encode()})


def _version(value: bytes, written: Written) -> Version | None:
    try:
        analyses, etag, last_modified, digest = json.loads(value)
        version = Version(etag, last_modified, bytes.fromhex(digest))
        return version if analyses <= written.analyses else None
    except (ValueError, TypeError):  # damaged on disk
        return None
