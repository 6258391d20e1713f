"""Read the corpus' inline marks: `{kind value|words}`, nested, never crossing.

>>> marked = parse("{s 1|Velesh} {c 1|said} {q 1|no}.")
>>> marked.text
'Velesh said no.'
>>> [(mark.kind, mark.value, mark.start, mark.end) for mark in marked.marks]
[('s', '1', 0, 6), ('c', '1', 7, 11), ('q', '1', 12, 14)]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

KINDS = frozenset("scqtedmvbx")
_OPEN = re.compile(r"\{([a-z])(?: ([^|{}]*))?\|")


class MarkupError(ValueError):
    """A text's marks are broken; says where."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked piece of a text, in code points of the plain text, end exclusive."""

    kind: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A plain text with its marks, outermost first where they nest."""

    text: str
    marks: tuple[Mark, ...]


def parse(source: str) -> Marked:
    """Return the plain text of `source` and its marks; raises `MarkupError`."""
    plain: list[str] = []
    length = 0
    open_marks: list[tuple[str, str, int]] = []
    marks: list[Mark] = []
    at = 0
    while at < len(source):
        char = source[at]
        if char == "{":
            match = _OPEN.match(source, at)
            if match is None or match[1] not in KINDS:
                raise MarkupError(f"no mark begins with {source[at : at + 20]!r}")
            open_marks.append((match[1], match[2] or "", length))
            at = match.end()
        elif char == "}":
            if not open_marks:
                raise MarkupError(f"a brace closes nothing after {source[max(0, at - 30) : at]!r}")
            kind, value, start = open_marks.pop()
            if start == length:
                raise MarkupError(f"mark {kind} {value} has no words")
            marks.append(Mark(kind, value, start, length))
            at += 1
        elif char == "|":
            raise MarkupError(f"a bar stands alone after {source[max(0, at - 30) : at]!r}")
        else:
            plain.append(char)
            length += 1
            at += 1
    if open_marks:
        kind, value, start = open_marks[-1]
        raise MarkupError(f"mark {kind} {value} at {start} is never closed")
    return Marked("".join(plain), tuple(sorted(marks, key=lambda m: (m.start, -m.end))))
