"""A cue in its frame, and small questions that several patterns ask about its surroundings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redite.models.rules.frames import Cue, Frame
from redite.models.rules.lexicon import Lexicon
from redite.models.rules.phrases import is_name
from redite.values import Spans


@dataclass(frozen=True, slots=True)
class Context:
    """One cue in its frame, with what was found before it in the same frame."""

    frame: Frame
    number: int
    lexicon: Lexicon
    earlier: Mapping[int, Spans]
    """Sources of the cues before, by the index of the cue's first item."""


CLAUSAL = ("say", "tell", "think", "relay")
"""Kinds of cue that take a whole clause."""


def kind_of(cue: Cue) -> str:
    """Return the kind of draft that a cue makes."""
    if cue.may_be("say", "tell", "relay", "direct"):
        return "say"
    return "think" if cue.may_be("think") else "object"


def is_stepped_over(context: Context, at: int) -> bool:
    """Say whether item `at` is an adverb or an auxiliary."""
    lexicon, key = context.lexicon, context.frame.key(at)
    return lexicon.has("adverbs", key) or lexicon.has("auxiliaries", key)


def that_follows(context: Context, cue: Cue) -> bool:
    """Say whether a complementiser comes in the clause of the cue, or right after it."""
    frame, lexicon = context.frame, context.lexicon
    size = len(frame.items)
    at = cue.last
    if lexicon.drops_subject and lexicon.has("indefinite", frame.key(at)):
        return False  # "garante um engenheiro que …": a relative clause
    while at < size and frame.key(at) not in (",", ":", ";", "—"):
        if lexicon.has("that", frame.key(at)) and not frame.items[at].quotation:
            return True
        at += 1
    return at + 1 < size and frame.key(at) == "," and lexicon.has("that", frame.key(at + 1))


def ends_or_adverbial(context: Context, at: int) -> bool:
    """Say whether nothing but place, time or manner begins at item `at`."""
    frame, lexicon = context.frame, context.lexicon
    if at >= len(frame.items):
        return True
    item = frame.items[at]
    if not item.word:
        return item.quotation is None or not is_name(item)
    return (
        lexicon.has("prepositions", item.key)
        or lexicon.has("relatives", item.key)
        or lexicon.has("adverbs", item.key)
        or (at in frame.cue_at and frame.cue_at[at].may_be("citing", "sharing", "according"))
    )


def next_mark(frame: Frame, at: int) -> int:
    """Return the index of the next mark or quotation from `at` on."""
    while at < len(frame.items) and not (
        frame.items[at].key in ",;:—.!?" or frame.items[at].quotation is not None
    ):
        at += 1
    return at
