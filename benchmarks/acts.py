"""What speakers do in saying it, on our own corpus: macro-F1 and who is taken for whom.

    python -m benchmarks.acts [--tuned] [--misses] [STORY…]

Cue, content and speaker are those of the gold, so that only the act is measured. Without stories
it takes those held out: the word lists were chosen on the stories of authors a1 and a2 (`--tuned`
measures those) and nobody who chose them read the ones of a3. One author's choice between two
acts is often a matter of taste; look at the table, not at the third digit.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date

from redite.lang import languages
from redite.text.acts import act_of, is_analyst
from redite.text.dates import find_dates
from redite.text.deadlines import day_of_report, deadline_of
from redite.text.likelihood import estimate_of, find_estimates
from redite.values import Act, Spans
from redite.values import Span as Piece
from training.corpus.markup import Mark
from training.corpus.stories import ROOT, Article, Statement, Story, Told, load_story

TUNED = (
    "reactor-inspection missile-parade gas-transit prisoner-exchange ceasefire-commission "
    "grain-corridor election-recount drone-border"
).split()
HELD_OUT = "dam-flood sanctions-bank submarine-sighting vaccine-recall".split()

Case = tuple[str, Act, Act, str]
"""Language, gold, found, words."""


def cases(told: Told) -> Iterator[Case]:
    """Yield gold and found act of every statement in a language that redite reads."""
    for article in told.articles:
        if article.language in languages():
            for statement in article.statements:
                gold = Act(statement.gold.act)
                found = _found(told.story, article, statement)
                text = article.marked.text
                said = f"{_words(statement.cue, text)} | {_words(statement.content, text)}"
                yield article.language, gold, found, said


def _found(story: Story, article: Article, statement: Statement) -> Act:
    text, language = article.marked.text, article.language
    content, cue = _pieces(statement.content), _pieces(statement.cue)
    speaker = story.speakers[statement.gold.speaker]
    known = " ".join((_words(statement.source, text), speaker.name, *speaker.roles))
    published = date.fromisoformat(article.head.published[:10])
    day, dates = day_of_report(text, language, published), find_dates(text, language, published)
    return act_of(
        _words(statement.cue, text),
        _words(statement.content, text),
        language,
        estimate=estimate_of(content, cue, find_estimates(text, language), text),
        deadline=deadline_of(text, content, language, None, day, dates),
        analyst=is_analyst(known, language),
    )


def _pieces(marks: tuple[Mark, ...]) -> Spans:
    return tuple(Piece(mark.start, mark.end) for mark in marks)


def _words(marks: tuple[Mark, ...], text: str) -> str:
    return " … ".join(text[mark.start : mark.end] for mark in marks)


def scores(pairs: Counter[tuple[Act, Act]]) -> dict[Act, tuple[float, float, float]]:
    """Return precision, recall and F1 of every act that the gold has."""
    figures = {}
    for act in Act:
        right = pairs[act, act]
        wanted = sum(n for (gold, _), n in pairs.items() if gold is act)
        called = sum(n for (_, found), n in pairs.items() if found is act)
        if wanted:
            figures[act] = (right / max(called, 1), right / wanted, 2 * right / (called + wanted))
    return figures


def macro(pairs: Counter[tuple[Act, Act]]) -> float:
    """Return the mean F1 over the acts that the gold has."""
    figures = scores(pairs)
    return sum(f1 for _, _, f1 in figures.values()) / max(len(figures), 1)


def table(pairs: Counter[tuple[Act, Act]]) -> str:
    """Return the confusion table: a row an act of the gold, a column an act found."""
    lines = [f"{'gold / found':12}" + "".join(f"{act.value[:8]:>9}" for act in Act)]
    for gold in Act:
        row = "".join(f"{pairs[gold, found] or '·':>9}" for found in Act)
        lines.append(f"{gold.value:12}{row}")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Measure and print."""
    stories = [one for one in arguments if not one.startswith("--")]
    chosen = stories or (TUNED if "--tuned" in arguments else HELD_OUT)
    found = [case for story in chosen for case in cases(load_story(ROOT / story))]
    if "--misses" in arguments:
        for language, gold, act, said in found:
            if gold is not act:
                print(f"{language} {gold.value} -> {act.value}: {said}")
    for language in sorted({case[0] for case in found}):
        pairs = Counter((gold, act) for code, gold, act, _ in found if code == language)
        print(f"{language}  n={pairs.total()}  macro-F1={macro(pairs):.3f}")
    pairs = Counter((gold, act) for _, gold, act, _ in found)
    right = sum(n for (gold, act), n in pairs.items() if gold is act)
    print(
        f"all n={pairs.total()}  macro-F1={macro(pairs):.3f}  accuracy={right / pairs.total():.3f}"
    )
    for act, (precision, recall, f1) in scores(pairs).items():
        print(f"  {act.value:9} P={precision:.2f} R={recall:.2f} F1={f1:.2f}")
    print(table(pairs))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
