"""Unpacking gzip."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.errors import IntakeError
from redite.intake import Limits
from redite.intake.gunzip import gunzip
from tests.intake.made import SENTENCE, SMALL, documents, reasons


def test_packed_files_are_read_like_plain_ones() -> None:
    """Gzip, and gzip inside gzip, are seen by content."""
    once = gzip.compress(SENTENCE.encode())
    assert documents(once)[0].text == SENTENCE
    assert documents(gzip.compress(once))[0].text == SENTENCE


def test_a_cut_off_file_is_rejected_by_name() -> None:
    """Half a gzip file is no article, and the reason says where it ends."""
    packed = gzip.compress(SENTENCE.encode() * 50)
    assert "cut off" in reasons(packed[:-12])[0]


def test_damaged_data_are_rejected_by_name() -> None:
    """A flipped byte is found out."""
    packed = bytearray(gzip.compress(SENTENCE.encode() * 50))
    packed[-6] ^= 0xFF  # in the checksum
    assert "damaged" in reasons(bytes(packed))[0]


@pytest.mark.parametrize("layers", [1, 2])
def test_a_compression_bomb_is_refused(layers: int) -> None:
    """What unpacks to far more than text can is refused on the way, not at the end."""
    data = b"\0" * (64 << 20)
    for _ in range(layers):
        data = gzip.compress(data)
    assert "compression bomb" in reasons(data)[0]


def test_a_bomb_of_many_layers_is_refused() -> None:
    """Gzip is not unpacked for ever."""
    data = SENTENCE.encode()
    for _ in range(4):
        data = gzip.compress(data)
    assert "more than 2 times" in reasons(data)[0]


def test_more_than_is_allowed_is_refused() -> None:
    """The size after unpacking counts, whatever the ratio."""
    data = bytes(range(256)) * 20_000
    limits = Limits(archive_bytes=1 << 20, ratio=10_000)
    assert "unpacks to more than" in reasons(gzip.compress(data), limits=limits)[0]


def test_zeros_after_the_end_are_filling() -> None:
    """Tapes and some writers fill up with zeros; that is no damage."""
    assert gunzip(gzip.compress(b"abc") + b"\0" * 500, SMALL, 100) == b"abc"


def test_other_data_after_the_end_are_not_lost_in_silence() -> None:
    """What follows the last member and is no gzip is damage."""
    with pytest.raises(IntakeError, match="damaged"):
        gunzip(gzip.compress(b"abc") + b"hello", SMALL, 100)


@given(st.lists(st.binary(max_size=300), max_size=4))
def test_all_members_come_out_in_order(members: list[bytes]) -> None:
    """Unpacking undoes packing, member after member."""
    packed = b"".join(gzip.compress(member) for member in members)
    assert gunzip(packed, SMALL, 1 << 20) == b"".join(members)
