"""The last look at every document, whatever format it came in."""

from __future__ import annotations

from dataclasses import replace

from redite.intake.decode import looks_garbled, mojibake
from redite.intake.source import Found, Limits
from redite.values import Rejection


def admit(found: Found, limits: Limits) -> Found:
    """Return `found`, or the rejection of a document that cannot be analysed.

    The text itself is never changed here: what looks wrong about it is noted.
    """
    if isinstance(found, Rejection):
        return found
    text = found.text
    if len(text) > limits.text_length:
        return Rejection(
            found.origin,
            f"a text of {len(text)} characters is longer than the {limits.text_length} "
            "that are analysed",
            replace(found, text=""),
        )
    if not text.strip():
        return Rejection(found.origin, "no text", found)
    if _has_surrogate(text):
        return Rejection(found.origin, "the text holds half a character (a lone surrogate)")
    if not any(c.isalpha() for c in text):
        return Rejection(found.origin, "no letters in the text", found)
    if mojibake(text) is not None or looks_garbled(text):
        note = "the text looks like UTF-8 that was read as another encoding; kept as it is"
        return replace(found, notes=(*found.notes, note))
    return found


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
