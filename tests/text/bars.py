"""Texts with a report marked by bars in them: `|Tarn| |said| |it rains|.`."""

from __future__ import annotations

from redite.values import Attribution, Span


def read(marked: str) -> tuple[str, Attribution]:
    """Return a text, and the report whose source, cue and content stand between bars."""
    lead, source, gap, cue, between, content, _ = marked.split("|")
    spans, at = [], 0
    for part, kept in ((lead, 0), (source, 1), (gap, 0), (cue, 1), (between, 0), (content, 1)):
        if kept:
            spans.append((Span(at, at + len(part)),))
        at += len(part)
    return marked.replace("|", ""), Attribution(*spans)
