"""Lays two statements out as one row of word pieces, which the pair reader reads together.

    <s> before EARLIER after </s> before LATER after </s>

What was said carries a mark of its own on every piece; what stands around it, which tells who "he"
is and where "there" was, carries none.
"""

from __future__ import annotations

from collections.abc import Sequence

from tokenizers import Tokenizer

from redite.interfaces import Told
from redite.models.neural.pieces import FIRST, LAST

MOST = 72
"""Pieces of what was said; of a longer one its beginning and its end."""
END = 24
BEFORE, AFTER = 24, 16
"""Pieces of what stands before and after, at least and at most."""
ROOM = 48
"""Pieces of what was said and stands before it, where little was said: then it lives on that."""
AROUND, EARLIER, LATER = range(3)


def lay_out(
    tokenizer: Tokenizer, earlier: Told, later: Told
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the pieces of both and the mark of each piece."""
    ids, marks = [FIRST], [AROUND]
    for told, mark in ((earlier, EARLIER), (later, LATER)):
        content = _shortened(_ids(tokenizer, told.content))
        parts = (
            (_ids(tokenizer, told.before)[-max(BEFORE, ROOM - len(content)) :], AROUND),
            (content, mark),
            (_ids(tokenizer, told.after)[:AFTER], AROUND),
            ([LAST], AROUND),
        )
        for pieces, each in parts:
            ids.extend(pieces)
            marks.extend([each] * len(pieces))
    return tuple(ids), tuple(marks)


def _ids(tokenizer: Tokenizer, text: str) -> Sequence[int]:
    if not text:
        return []
    # A text may hold "</s>" itself: it ends nothing there.
    return [id for id in tokenizer.encode(text, add_special_tokens=False).ids if id != LAST]


def _shortened(ids: Sequence[int]) -> Sequence[int]:
    return ids if len(ids) <= MOST else [*ids[: MOST - END], *ids[-END:]]
