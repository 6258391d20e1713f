"""Unpacking gzip as a stream, with an eye on how much comes out of how little."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

from redite.errors import IntakeError
from redite.intake.source import Limits

MAGIC = b"\x1f\x8b\x08"
_CHUNK = 1 << 16


class Gunzip(io.RawIOBase):
    """What `packed` unpacks to, all its members one after the other.

    Everything that can be unpacked is handed out first; only then does reading raise
    `IntakeError`, for data that are cut off or damaged. A compression bomb raises at once.
    """

    def __init__(self, packed: BinaryIO, limits: Limits, most: int) -> None:
        self._packed = packed
        self._limits = limits
        self._most = most
        self._member: zlib._Decompress | None = None
        self._rest = b""
        self._taken = 0
        self._given = 0
        self._error: IntakeError | None = None

    def readable(self) -> bool:
        """Say that this stream can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill `buffer` as far as one step goes; 0 means the end."""
        if self._error is not None:
            raise self._error
        piece = b""
        while not piece:
            try:
                step = self._step(len(buffer))
            except IntakeError as error:
                self._error = error
                raise
            if step is None:
                return 0
            piece = step
        buffer[: len(piece)] = piece
        self._given += len(piece)
        self._check()
        return len(piece)

    def _step(self, most: int) -> bytes | None:
        """Return the next bytes, perhaps none yet, or None at the end."""
        if not self._rest:
            self._rest = self._packed.read(_CHUNK)
            self._taken += len(self._rest)
            if not self._rest:
                if self._member is not None:
                    raise IntakeError(f"the gzip data are cut off after {self._given} bytes")
                return None
        if self._member is None:
            # Some writers fill up the last block with zeros.
            self._rest = self._rest.lstrip(b"\0") if self._given else self._rest
            if not self._rest:
                return b""
            self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            piece = self._member.decompress(self._rest, most)
        except zlib.error as error:
            raise IntakeError(
                f"the gzip data are damaged after {self._given} bytes ({error})"
            ) from error
        if self._member.eof:
            self._rest = self._member.unused_data
            self._member = None
        else:
            self._rest = self._member.unconsumed_tail
        return piece

    def _check(self) -> None:
        taken = max(1, self._taken - len(self._rest))
        if self._given > self._most:
            self._error = IntakeError(f"unpacks to more than {self._most} bytes")
        elif self._given > self._limits.ratio_from and self._given > self._limits.ratio * taken:
            self._error = IntakeError(
                f"unpacks to more than {self._limits.ratio} times its size: a compression bomb"
            )
        if self._error is not None:
            raise self._error


def gunzip(packed: bytes, limits: Limits, most: int) -> bytes:
    """Return what `packed` unpacks to, at most `most` bytes; raises `IntakeError`."""
    with io.BufferedReader(Gunzip(io.BytesIO(packed), limits, most), _CHUNK) as stream:
        return stream.read()
