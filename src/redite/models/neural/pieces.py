"""Cuts texts into the encoder's word pieces, each knowing its code points in the text.

The tokenizer is the one the encoder was trained with: a Unigram model over text in NFKC with
control characters mapped to spaces (SentencePiece calls that `nmt_nfkc`), where `▁` stands for a
space. Offsets count code points of the original text, whatever the normaliser did to it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from tokenizers import Tokenizer

SPECIALS = ("<s>", "<pad>", "</s>", "<unk>")
FIRST, PAD, LAST, UNKNOWN = range(4)
"""Ids of the pieces that are no words: around every window, in padding, for unknown scripts."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text, without special tokens; all run in parallel."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    """Where a piece ends; equal to its start where it stands for white space alone."""
    breaks: tuple[int, ...]
    """Line breaks between the piece before and this one, 2 at most. The tokenizer makes every
    white space one, yet where a paragraph begins says much about where a quotation ends."""
    glued: tuple[bool, ...]
    """Whether the piece continues the word that the piece before it began."""

    def __len__(self) -> int:
        return len(self.ids)


def cut(tokenizer: Tokenizer, text: str) -> Pieces:
    """Return the word pieces of `text`, white space trimmed from every piece.

    A piece of several punctuation marks (`“,`) is cut into its marks: spans end between them.
    """
    encoding = tokenizer.encode(text, add_special_tokens=False)
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        for part, first, last in _marks(tokenizer, piece, text, start, end):
            ids.append(part)
            starts.append(first)
            ends.append(last)
    breaks, before = [], 0
    for start, end in zip(starts, ends, strict=True):
        breaks.append(min(2, text.count("\n", before, start)) if start > before else 0)
        before = max(before, end)
    glued = [
        0 < start < end and _in_word(text[start - 1]) and _in_word(text[start])
        for start, end in zip(starts, ends, strict=True)
    ]
    return Pieces(tuple(ids), tuple(starts), tuple(ends), tuple(breaks), tuple(glued))


def _in_word(char: str) -> bool:
    return char.isalnum() or unicodedata.combining(char) > 0


def _marks(
    tokenizer: Tokenizer, piece: int, text: str, start: int, end: int
) -> list[tuple[int, int, int]]:
    """Return a piece as it is, or one piece a punctuation mark, as (id, start, end)."""
    surface = text[start:end]
    printed = tokenizer.id_to_token(piece) or ""
    if len(surface) < 2 or any(c.isalnum() or c.isspace() for c in surface):
        return [(piece, start, end)]
    if len(set(surface)) == 1 or printed.lstrip("▁") != surface:
        return [(piece, start, end)]
    opening = "▁" if printed.startswith("▁") else ""
    marks = [tokenizer.token_to_id(mark) for mark in surface]
    if opening and (first := tokenizer.token_to_id(opening + surface[0])) is not None:
        marks[0] = first
    return [
        (UNKNOWN if mark is None else mark, start + at, start + at + 1)
        for at, mark in enumerate(marks)
    ]
