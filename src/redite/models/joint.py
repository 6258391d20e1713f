"""Two taggers read one text: the network's reading, completed by the rules'.

The network finds more and is right more often on prose that nobody tuned anything on; the rules
know layouts of which it has seen few: a headline "… — Speaker", a post of two lines. So what only
the rules find is added in short texts, in languages other than English, of which its training texts
held most by far, and in any text where it needs no cue. So is a report whose source and cue they
find inside what somebody says: nested reports, too, it has seen few of. Where both read one cue,
the network's reading holds, unless the rules read several points of a list under it; but a source
that only they name is taken over.
`python -m benchmarks.corpus` compares the two and both together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from redite.interfaces import Passage, Tagger
from redite.text.nesting import stretches
from redite.text.overlaps import Overlaps
from redite.values import Attribution, Span, Spans

SHORT = 900
"""Code points of a text up to which it is a post or a flash and not an article."""
ALIKE = 0.5
"""Share of two contents' characters that both have, from which they are one report."""


class JointTagger:
    """Adds to what `first` finds what only `second` does."""

    def __init__(self, first: Tagger, second: Tagger) -> None:
        self.first = first
        self.second = second

    @property
    def version(self) -> str:
        """See `redite.interfaces.Tagger`."""
        return f"{self.first.version}+{self.second.version}"

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Attribution, ...]]:
        """See `redite.interfaces.Tagger`."""
        readings = zip(self.first.tag(passages), self.second.tag(passages), strict=True)
        return [
            joined(one, other, all_cues=passage.language != "en" or len(passage.text) <= SHORT)
            for passage, (one, other) in zip(passages, readings, strict=True)
        ]


def joined(
    first: Sequence[Attribution], second: Sequence[Attribution], *, all_cues: bool
) -> tuple[Attribution, ...]:
    """Return `first` with the sources and attributions that only `second` has, in text order.

    What `first` reads twice, once without saying whose words they are, is one report.
    """
    mine, theirs = (Overlaps((one.content, one) for one in each) for each in (first, second))
    kept = [
        one
        for one in first
        if one.source
        or not any(other.source and _alike(one, other) for other in mine.near(one.content))
    ]
    out = [one if one.source else _with_source(one, theirs.near(one.content)) for one in kept]
    times = Counter(other.cue for other in second)
    for other in second:
        about = mine.near((*other.source, *other.cue, *other.content))
        inner = _nested(other, about)
        if inner is not None:
            out.append(inner)
        elif (all_cues or not other.cue) and not any(
            _shared(one.content, other.content)
            or (times[other.cue] == 1 and _shared(one.cue, other.cue))
            for one in about
        ):
            out.append(other)
    return tuple(
        sorted(dict.fromkeys(out), key=lambda a: (a.content[0].start, a.content[-1].end, a.cue))
    )


def _nested(other: Attribution, first: Sequence[Attribution]) -> Attribution | None:
    """Return `other` where its source and cue lie in what somebody says there, or None.

    Its content ends where that saying does: the rules may run on into the outer cue.
    """
    if not (other.source and other.cue):
        return None
    for one in first:
        for stretch in stretches(one.content, (*one.source, *one.cue)):
            if all(stretch.contains(span) for span in (*other.source, *other.cue)):
                inner = _cut(other, stretch)
                others = [each for each in first if each is not one]
                if inner is not None and not any(_alike(inner, each) for each in others):
                    return inner
    return None


def _cut(one: Attribution, whole: Span) -> Attribution | None:
    """Return an attribution with what of its content lies in `whole`, or None if nothing does."""
    content = tuple(
        Span(max(span.start, whole.start), min(span.end, whole.end))
        for span in one.content
        if span.overlaps(whole)
    )
    return replace(one, content=content) if content else None


def _alike(one: Attribution, other: Attribution) -> bool:
    shared = _shared(one.content, other.content)
    return shared >= ALIKE * (_length(one.content) + _length(other.content) - shared)


def _with_source(one: Attribution, others: Sequence[Attribution]) -> Attribution:
    """Return a report without source with that of the other reading's report of the same words."""
    for other in others:
        if other.source and _alike(one, other):
            return replace(one, source=other.source, cue=one.cue or other.cue)
    return one


def _shared(some: Spans, others: Spans) -> int:
    """Return how many code points two lists of pieces share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)
