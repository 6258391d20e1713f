"""Who answers in an interview, where answers stand by themselves between questions.

An article is an interview where two paragraphs and more are questions that nobody is quoted with.
Whom it interviews is named in the title, or before the first question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redite.stages.people import Person
from redite.stages.roster import Roster
from redite.text.nesting import enclosing
from redite.values import Article, Span

_QUESTIONS = 2
_PARAGRAPH = re.compile(r"[^\n]+")
_CLOSING = ' *_»“”")'
_TITLE = 300
"""Code points of a title that are read."""


def interviewed(article: Article, roster: Roster, contents: Sequence[Span]) -> Person | None:
    """Return whom an article interviews, or None where it is no interview."""
    questions = [
        Span(*match.span())
        for match in _PARAGRAPH.finditer(article.text)
        if match.group().rstrip(_CLOSING).endswith("?")
    ]
    ends = [Span(question.end - 1, question.end) for question in questions]
    quoted = enclosing(ends, [(content, True) for content in contents])
    asked = [question for question, by in zip(questions, quoted, strict=True) if not by]
    if len(asked) < _QUESTIONS:
        return None
    title = (article.title or "")[:_TITLE]
    full = [person for person in roster.people if person.full]
    in_title = [person for person in full if person.name.split()[-1] in title]
    before = [person for person in full if person.places[0] < asked[0].start]
    return next(iter([*in_title, *(p for p in before if p.sure), *before]), None)
