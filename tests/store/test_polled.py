"""Which version of a feed was had is noted beside the ledger, and never needed there."""

from __future__ import annotations

from pathlib import Path

import pytest

from redite.interfaces import Written
from redite.store.beside import Beside
from redite.store.polled import LastPolled
from redite.watching import Version

FEED, OTHER = "https://halden.example/é", "https://tarsk.example/"
HAD = Version('"1"', None, b"\x00digest")
NOW = Written(5, 9, 1)


def test_a_version_comes_back_as_it_was_noted(tmp_path: Path) -> None:
    """For its address, and for a ledger that has at least as much in it."""
    LastPolled(tmp_path / "kept").note(FEED, HAD, NOW)
    again = LastPolled(tmp_path / "kept")
    assert again.read([FEED, OTHER], NOW) == {FEED: HAD}
    assert again.read([FEED], NOW._replace(analyses=6)) == {FEED: HAD}
    assert again.read([FEED], NOW._replace(analyses=4)) == {}


@pytest.mark.parametrize("value", [b"", b"[]", b"[1, 2, 3, 4]", b'["5", null, null, ""]', b"\xff"])
def test_what_is_damaged_was_never_had(tmp_path: Path, value: bytes) -> None:
    """The feed is then sent whole once."""
    Beside(tmp_path / "kept", "feed").write({FEED.encode(): value})
    assert LastPolled(tmp_path / "kept").read([FEED], NOW) == {}


def test_nothing_is_noted_where_no_file_can_be(tmp_path: Path) -> None:
    """Feeds are watched all the same."""
    for path in (None, tmp_path / "no such folder" / "kept"):
        LastPolled(path).note(FEED, HAD, NOW)
        assert LastPolled(path).read([FEED], NOW) == {}
