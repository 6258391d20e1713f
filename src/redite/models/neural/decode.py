"""From probabilities to spans. Plain numpy: this is what the installed program does, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redite.text.nesting import enclosing
from redite.values import Span

Scores = NDArray[np.float32]
Run = tuple[int, int]
"""Pieces first to last, both inclusive."""

IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in word pieces. `score` is how sure the model is, 0 to 1.

    It is `unfinished` where its content runs to the end of what was read, and the text does not.
    """

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]
    score: float
    unfinished: bool = False


def softmax(scores: Scores) -> Scores:
    """Return probabilities over the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    out: Scores = raised / raised.sum(axis=-1, keepdims=True)
    return out


def find_cues(
    scores: Scores, glued: Sequence[bool], threshold: float
) -> list[tuple[int, int, float]]:
    """Return cues as (first, last, probability) from the scores [time, 3] of one window.

    A cue begins where "begins" has at least `threshold`, and goes on while "continues" is the
    likeliest. It takes whole words: `glued` says which pieces continue the word before them.
    """
    chance = softmax(scores)
    begins = chance[:, 1]
    out: list[tuple[int, int, float]] = []
    at = 0
    while at < len(chance):
        if begins[at] < threshold:
            at += 1
            continue
        first = last = at
        while last + 1 < len(chance) and (
            glued[last + 1] or chance[last + 1, 2] > max(chance[last + 1, 0], chance[last + 1, 1])
        ):
            last += 1
        while first > 0 and glued[first]:
            first -= 1
        out.append((first, last, float(begins[at])))
        at = last + 1
    return out


def best_roles(scores: Scores, glued: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return the likeliest roles [anchors, time] for scores [anchors, time, 7].

    Viterbi with hard constraints: I-X follows only B-X or I-X of the same X, nothing begins with I,
    and inside a word (`glued`, [anchors, time]) nothing begins or ends. All anchors go through
    time together, which is what makes this fast in numpy.
    """
    anchors, time, roles = scores.shape
    allowed = np.zeros((roles, roles))
    for continues in range(2, roles, 2):
        allowed[:, continues] = IMPOSSIBLE
        allowed[continues - 1, continues] = 0.0
        allowed[continues, continues] = 0.0
    within_word = np.full((roles, roles), IMPOSSIBLE)
    within_word[0, 0] = 0.0
    for continues in range(2, roles, 2):
        within_word[continues - 1 : continues + 1, continues] = 0.0
    best = scores[:, 0].astype(np.float64)
    best[:, 2::2] += IMPOSSIBLE
    came_from = np.zeros((time, anchors, roles), dtype=np.intp)
    for at in range(1, time):
        ways = best[:, :, None] + np.where(glued[:, at, None, None], within_word, allowed)
        came_from[at] = ways.argmax(axis=1)
        best = ways.max(axis=1) + scores[:, at]
    every = np.arange(anchors)
    path = np.zeros((anchors, time), dtype=np.intp)
    path[:, -1] = best.argmax(axis=1)
    for at in range(time - 1, 0, -1):
        path[:, at - 1] = came_from[at, every, path[:, at]]
    return path


def runs_of(path: NDArray[np.intp], begins: int) -> tuple[Run, ...]:
    """Return the ranges of one role: `begins` opens one, `begins + 1` continues it."""
    out: list[Run] = []
    for at, role in enumerate(path.tolist()):
        if role == begins:
            out.append((at, at))
        elif role == begins + 1:
            out[-1] = (out[-1][0], at)
    return tuple(out)


def attributions(
    scores: Scores,
    glued: NDArray[np.bool_],
    anchors: Sequence[Run | None],
    certainties: Sequence[float],
) -> list[Found | None]:
    """Return the attribution that each anchor's role scores [anchors, time, 7] describe.

    None where they give it no content: the anchor is refused. An anchor is the cue, None where the
    content has none. The score is its certainty times the mean probability of the content's roles.
    """
    paths = best_roles(scores, glued)
    chances = np.take_along_axis(softmax(scores), paths[:, :, None], axis=2)[:, :, 0]
    out: list[Found | None] = []
    for path, chance, anchor, certainty in zip(paths, chances, anchors, certainties, strict=True):
        content = runs_of(path, 3)
        if not content:
            out.append(None)
            continue
        inside = (path == 3) | (path == 4)
        cue = () if anchor is None else _joined((*runs_of(path, 5), anchor))
        score = certainty * float(chance[inside].mean())
        out.append(Found(runs_of(path, 1), cue, content, score))
    return out


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs in order, overlapping and touching ones made one."""
    out: list[Run] = []
    for first, last in sorted(runs):
        if out and first <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return tuple(out)


def distinct(found: Sequence[Found]) -> list[Found]:
    """Return the attributions without second readings of the same one, in text order.

    Two readings are of the same attribution when their cues overlap or, where one has no cue, when
    their contents are equal; the surer one stays, the earlier one where they are equally sure.
    """
    kept: list[Found] = []
    in_cues: set[int] = set()
    contents: set[tuple[Run, ...]] = set()
    without_cue: set[tuple[Run, ...]] = set()
    for one in sorted(found, key=lambda f: (-f.score, f.content, f.cue, f.source)):
        cue = {piece for first, last in one.cue for piece in range(first, last + 1)}
        if cue & in_cues or one.content in (without_cue if one.cue else contents):
            continue
        kept.append(one)
        in_cues |= cue
        contents.add(one.content)
        if not one.cue:
            without_cue.add(one.content)
    return sorted(kept, key=lambda f: (f.content, f.cue, f.source))


def sure_inside(found: Sequence[Found], least: float) -> list[Found]:
    """Return the attributions without those in another's content that score below `least`."""
    doubtful = [one for one in found if one.cue and one.score < least]
    cues = [Span(one.cue[0][0], one.cue[0][1] + 1) for one in doubtful]
    contents = [(Span(a, b + 1), other) for other in found for a, b in other.content]
    inside = {
        id(one)
        for one, around in zip(doubtful, enclosing(cues, contents), strict=True)
        if any(other is not one for other in around)
    }
    return [one for one in found if id(one) not in inside]
