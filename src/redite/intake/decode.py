"""Bytes to text: which encoding they are in, and what had to be repaired.

Asked in this order, the first that decides wins:

1. a byte order mark;
2. whether the bytes are valid UTF-8 with letters beyond ASCII. Text in any other encoding is so
   by accident practically never, while declarations are often wrong;
3. UTF-16 without a mark, which the zero bytes give away;
4. what is declared, by the server or in the text itself;
5. UTF-8 with a few broken places, which become U+FFFD and are counted in a note;
6. charset-normalizer, among the encodings that newspapers have used.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from charset_normalizer import from_bytes

from redite.errors import IntakeError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = [
    *("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic"),
    *("cp1252", "iso8859_15", "cp1250", "iso8859_2", "cp437", "mac_roman"),
    *("cp1253", "cp1254", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})"""
    rb"""|<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_GARBLED = re.compile("[ÂÃÐÑÎÏ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbf™œ“”¦]")
_HEAD = 4096
_SAMPLE = 1 << 18
_UNSAFE = {"utf-7", "utf7", "unicode-1-1-utf-7"}
"""Never believed: they can hide markup."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was in, and what there is to say about that."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return `data` as text without a byte order mark; raises `IntakeError` if it is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _forced(data[len(mark) :], encoding)
    if b"\0" in data:
        wide = _wide(data)
        if wide is None:
            raise IntakeError("not a text: it holds zero bytes")
        return _forced(data, wide)
    named = declared or _named(data)
    strict = _strict(data, "utf-8")
    if strict is not None and not (strict.isascii() and _stateful(named, data)):
        return Decoded(strict, "utf-8", _disagreement(named, strict))
    if named is not None:
        text = _strict(data, named)
        if text is not None:
            return Decoded(text, named)
    almost = _almost(data)
    if almost is not None:
        return almost
    return _guessed(data, named)


def mojibake(text: str) -> str | None:
    """Return what `text` was before UTF-8 was read as another encoding, or None.

    Only where it is certain: every character of `text` has to be one that the wrong decoder gives,
    and the bytes so regained have to be UTF-8 with at least three characters beyond ASCII. Text
    written by people is never like that.

    >>> mojibake("Ð¡ÐµÑ€Ð³ÐµÐ¹")
    'Сергей'
    """
    if text.isascii():
        return None
    for wrong in ("cp1252", "cp1251"):
        data = _regained(text, wrong)
        repaired = None if data is None else _strict(data, "utf-8")
        if repaired is not None and sum(not c.isascii() for c in repaired) >= 3:
            return repaired
    return None


def looks_garbled(text: str) -> bool:
    """Say whether parts of `text` look like UTF-8 read as another encoding ("Ð¡ÐµÑ€Ð³ÐµÐ¹")."""
    return next(islice(_GARBLED.finditer(text), 2, None), None) is not None


def _regained(text: str, wrong: str) -> bytes | None:
    """Encode, taking code points below 256 that `wrong` lacks for the byte they stand for."""
    try:
        return text.encode(wrong, "redite-c1")
    except UnicodeEncodeError:
        return None


def _c1(error: UnicodeError) -> tuple[bytes, int]:
    if isinstance(error, UnicodeEncodeError):
        piece = error.object[error.start : error.end]
        if all(0x80 <= ord(c) < 0xA0 for c in piece):
            return piece.encode("latin-1"), error.end
    raise error


codecs.register_error("redite-c1", _c1)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding) if encoding.lower() not in _UNSAFE else None
    except (UnicodeError, LookupError, ValueError):
        return None


def _forced(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, _replaced(text, data, encoding))


def _replaced(text: str, data: bytes, encoding: str) -> tuple[str, ...]:
    if _strict(data, encoding) is not None:
        return ()
    count = text.count("�")
    return (f"{count} places are not {encoding} and were replaced by U+FFFD",)


def _named(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    return None if found is None else (found[1] or found[2]).decode("ascii", "replace")


def _stateful(named: str | None, data: bytes) -> bool:
    """Say whether ASCII bytes stand for other letters, as in ISO-2022-JP."""
    return named is not None and named.lower().startswith(("iso-2022", "hz")) and b"\x1b" in data


def _disagreement(named: str | None, text: str) -> tuple[str, ...]:
    if named is None or text.isascii():
        return ()
    try:
        if codecs.lookup(named).name == "utf-8":
            return ()
    except LookupError:
        return (f"declared encoding {named!r} is unknown; the bytes are UTF-8",)
    return (f"declared as {named}, but the bytes are UTF-8",)


def _wide(data: bytes) -> str | None:
    """Return the kind of UTF-16 whose zero bytes stand where the zero bytes of `data` do."""
    sample = data[:_SAMPLE]
    if len(data) % 2:
        return None
    for encoding, zeros in (("utf-16-le", 1), ("utf-16-be", 0)):
        if 0 not in sample[1 - zeros :: 2]:
            text = _strict(data, encoding)
            if text is not None and sum(c.isalpha() or c.isspace() for c in text) > len(text) / 2:
                return encoding
    return None


def _almost(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    broken = text.count("�")
    sound = sum(not c.isascii() for c in text) - broken
    if sound < 20 or broken * 20 > sound:
        return None
    return Decoded(text, "utf-8", (f"{broken} places are not utf-8 and were replaced by U+FFFD",))


def _guessed(data: bytes, named: str | None) -> Decoded:
    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    encoding = "cp1252" if best is None else best.encoding
    text = data.decode(encoding, "replace")
    notes = [f"encoding guessed: {encoding}"]
    if named is not None:
        notes.append(f"declared as {named}, but the bytes are not")
    return Decoded(text, encoding, (*notes, *_replaced(text, data, encoding)))
