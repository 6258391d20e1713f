"""Where an event ends: at a word that begins something else, or in German at the verb."""

from __future__ import annotations

from collections.abc import Sequence

from redite.text.context.grammar import Grammar
from redite.text.context.words import OPENING_QUOTES, Token
from redite.values import Span


def at_a_stop(
    tokens: Sequence[Token], grammar: Grammar, read: str, marker: Span
) -> Sequence[Token]:
    """End at a word that begins something else."""
    for at, token in enumerate(tokens):
        if at and grammar.stop.match(read, token.start):
            return tokens[:at]
    return tokens


def at_the_verb(
    tokens: Sequence[Token], grammar: Grammar, read: str, marker: Span
) -> Sequence[Token]:
    """End at the verb: a small word behind a noun that no noun follows."""
    noun = False
    first = tokens[0]
    if first.word[0].islower() and first.lower not in grammar.small:
        described = next((t for t in tokens if not _describes(t, grammar)), None)
        if described is None or not described.word[0].isupper():
            return []  # "am Vorabend hatte sie gewarnt": the evening before, and no event
    for at, token in enumerate(tokens):
        capital = token.word[0].isupper() or not token.word[0].isalpha()
        if capital:
            noun = True
            continue
        if not noun or token.lower in grammar.small:
            continue
        described = next((t for t in tokens[at + 1 :] if not _describes(t, grammar)), None)
        if (
            not _describes(token, grammar)
            or _after_noun(tokens, at)
            or described is None
            or not described.word[0].isupper()
        ):
            return tokens[:at]
    return tokens


def _describes(token: Token, grammar: Grammar) -> bool:
    """Say whether a word may be an adjective before a noun."""
    adjective = token.word[0].islower() and token.lower.endswith(("e", "en", "er", "es", "em"))
    return adjective and token.lower not in grammar.articles


def _after_noun(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a noun stands right before: an adjective has an article or a preposition there,
    or continues a list; a verb has the noun it goes with."""
    before = tokens[at - 1]
    return before.word[0].isupper() or before.word[0] in OPENING_QUOTES
