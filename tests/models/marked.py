"""Texts with their attributions marked in them: `[s:Tarn] [q:said] [c:it rains]`."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from redite.values import Attribution, Span

_OPEN = re.compile(r"\[([sqc])(\d?):")


def unmark(marked: str) -> tuple[str, list[Attribution]]:
    """Return the text without its markers, and the attributions that they mark.

    Content pieces of one number after a first without a cue between belong together; in a list
    under one cue every piece is a content of its own: there the pieces stand on lines of theirs.
    """
    text = ""
    stack: list[tuple[str, str, int]] = []
    found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    at = 0
    while at < len(marked):
        opening = _OPEN.match(marked, at)
        if opening is not None:
            stack.append((opening.group(1), opening.group(2), len(text)))
            at = opening.end()
        elif marked[at] == "]" and stack:
            role, number, start = stack.pop()
            found[number][role].append(Span(start, len(text)))
            at += 1
        else:
            text += marked[at]
            at += 1
    attributions = []
    for number in sorted(found):
        roles = found[number]
        # "and added": a cue without a source of its own goes with the first one.
        source = roles["s"] or (found["1"]["s"] if number == "2" else [])
        contents = [roles["c"]]
        if any("\n" in text[a.end : b.start] for a, b in pairwise(roles["c"])):
            contents = [[piece] for piece in roles["c"]]
        attributions += [
            Attribution(tuple(source), tuple(roles["q"]), tuple(sorted(c))) for c in contents
        ]
    return text, attributions
