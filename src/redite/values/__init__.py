"""Every value that passes between the stages, in the order in which they come into being.

All are frozen: a later stage returns a new value and never fills in a field of an old one.
None knows of rows or of ids handed out by a database: what identifies a value is computed from
content (`redite.text.ids`). Offsets count code points in the stored text, end exclusive.

A file for each of what they may depend on:

spans        nothing: a piece of a text
articles     what one input gives by itself
statements   what one article gives by itself. These are written once; a newer analysis, or a
             sighting of the same text that knows its id or date better, is written beside them and
             is then in force
decisions    everything else on record. A new one replaces the one in force, and both stay in the
             ledger
briefs       the decisions in force

The words are those of the contract: see docs/words.md.
"""

from redite.values.articles import Article, Document, Rejection
from redite.values.briefs import Brief, Chart, Cite, Sentence
from redite.values.decisions import (
    Change,
    Evidence,
    Judgement,
    Label,
    Outcome,
    Record,
    Speaker,
    Standing,
    Verdict,
)
from redite.values.spans import Span, Spans
from redite.values.statements import (
    Act,
    Analysis,
    Attribution,
    Damage,
    DamageKind,
    DateInterval,
    Deadline,
    Estimate,
    Mention,
    SpeakerKind,
    Statement,
    Term,
)

__all__ = [
    "Act",
    "Analysis",
    "Article",
    "Attribution",
    "Brief",
    "Change",
    "Chart",
    "Cite",
    "Damage",
    "DamageKind",
    "DateInterval",
    "Deadline",
    "Document",
    "Estimate",
    "Evidence",
    "Judgement",
    "Label",
    "Mention",
    "Outcome",
    "Record",
    "Rejection",
    "Sentence",
    "Span",
    "Spans",
    "Speaker",
    "SpeakerKind",
    "Standing",
    "Statement",
    "Term",
    "Verdict",
]
