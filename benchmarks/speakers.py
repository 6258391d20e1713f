"""Who speaks and through whom, on our own corpus, where the spans are given.

    python -m benchmarks.speakers [--misses] [AUTHOR…]

Gives `statements.resolve` the attributions as they are marked, so that the figures tell of
speakers, chains and days alone, and lets `speakers.identify` loose on each author's stories. What
an article says it was forwarded from is left out: the corpus does not count it as a link.
Prints one line an author for texts in languages that have words for speakers, and one for the
others; `--misses` names every statement with a wrong speaker or chain. A body
counts as right, too, if it is printed as the text prints it and these words mean no other speaker
of the story. We tuned on the authors a1 to a4, b1, b2, c1 and d1.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.shared import TOOLS, score
from redite.lang import languages
from redite.stages import articles, speakers, statements
from redite.values import Article, Attribution, Document, Span, Spans, Speaker
from training.corpus import stories
from training.corpus.markup import Mark
from training.corpus.stories import Told

_NO_NAME = frozenset("the a le la les l un une der die das dem den des von в во у".split())
FIGURES = ("speaker_accuracy", "speaker_pair_f1", "via_f1", "said_on_f1", "matched")


def gold(told: Told) -> dict[str, Any]:
    """Return a story as the scorer's gold document."""
    name = told.story.story
    called = _called(told)
    return {
        "speakers": [
            {"id": f"{name}/{key}", **who.model_dump(), "aliases_in_scenario": called.get(key, [])}
            for key, who in told.story.speakers.items()
        ],
        "statements": [
            {
                "id": f"{name}/{article.number}.{one.number}",
                "article": f"{name}/{article.number}",
                "language": article.language,
                "source": " ".join(article.marked.text[m.start : m.end] for m in one.source),
                "content": [article.marked.text[m.start : m.end] for m in one.content],
                "speaker": f"{name}/{one.gold.speaker}",
                "via": [f"{name}/{each}" for each in one.gold.via],
                "said_on": one.gold.said_on,
                "utterance": one.gold.utterance,
                "claim": one.gold.claim,
                "verdict": one.gold.verdict,
            }
            for article in told.articles
            for one in article.statements
        ],
    }


def _called(told: Told) -> dict[str, list[str]]:
    """Return how a story's own texts call each of its bodies, where no other speaker is called so.

    The gold lists no name of many bodies in many languages, and none for "the Tarsk police": then
    the words of the text are all that anybody could print. Only two words and more count, one of
    them with a capital: "the ministry" is nobody's name.
    """
    callers: dict[str, set[str]] = defaultdict(set)
    for article in told.articles:
        for one in article.statements:
            words = " ".join(article.marked.text[m.start : m.end] for m in one.source).split()
            while words and words[0].casefold() in _NO_NAME:
                words = words[1:]
            if len(words) > 1 and any(word[0].isupper() for word in words):
                callers[" ".join(words)].add(one.gold.speaker)
    bodies = {key for key, who in told.story.speakers.items() if who.kind == "organisation"}
    names: dict[str, list[str]] = defaultdict(list)
    for name, keys in sorted(callers.items()):
        if len(keys) == 1 and keys <= bodies:
            names[min(keys)].append(name)
    return names


def found(told: Told) -> Iterator[dict[str, Any]]:
    """Yield what the stages make of a story's marked attributions, as it would be exported."""
    by_key: dict[str, Article] = {}
    analyses = []
    for article in told.articles:
        head = article.head
        document = Document(
            text=article.marked.text,
            origin=f"{told.story.story}/{article.number}",
            id=f"{told.story.story}/{article.number}",
            publisher=head.outlet,
            language=article.language,
            published=_aware(head.published),
        )
        admitted = articles.admit(document, datetime(2030, 1, 1, tzinfo=UTC))
        assert isinstance(admitted, Article)
        by_key[admitted.key] = admitted
        marked = [
            Attribution(_spans(s.source), _spans(s.cue), _spans(s.content))
            for s in article.statements
        ]
        analyses.append(statements.resolve(admitted, marked, ""))
    told_all = [statement for analysis in analyses for statement in analysis.statements]
    who = speakers.identify(told_all, by_key)
    for statement in told_all:
        article_of = by_key[statement.article]
        said = statement.said_on
        yield {
            "id": statement.id,
            "article": {"id": article_of.given_id},
            "content": [s.of(article_of.text) for s in statement.attribution.content],
            "speaker": _printed(who[statement.id].speaker)
            | {"mention": statement.speaker.mention, "reason": statement.speaker.reason},
            "via": [_printed(each) for each in who[statement.id].via],
            "said_on": said and {"start": str(said.start), "end": str(said.end)},
        }


def _aware(published: str) -> datetime:
    moment = datetime.fromisoformat(str(published))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _printed(speaker: Speaker) -> dict[str, Any]:
    return {"id": speaker.id, "name": speaker.name, "kind": str(speaker.kind)}


def _spans(marks: tuple[Mark, ...]) -> Spans:
    return tuple(sorted(Span(mark.start, mark.end) for mark in marks))


def measured(told: Mapping[str, list[Told]], work: Path, misses: bool) -> dict[str, Any]:
    """Return the figures of each author's stories; ids of one story never mix with another's."""
    figures = {}
    for author, several in told.items():
        documents = [gold(one) for one in several]
        every = {
            key: [entry for document in documents for entry in document[key]]
            for key in ("speakers", "statements")
        }
        lines = [line for one in several for line in found(one)]
        for name, known in ((author, True), (f"{author} (other languages)", False)):
            kept = [s for s in every["statements"] if (s["language"] in languages()) is known]
            figures[name] = _scored({**every, "statements": kept}, lines, work, misses and known)
    return figures


def _scored(
    wanted: dict[str, Any], lines: list[dict[str, Any]], work: Path, misses: bool
) -> dict[str, Any]:
    paths = work / "gold.json", work / "found.jsonl"
    paths[0].write_text(json.dumps(wanted), encoding="utf-8")
    paths[1].write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    scored = score("score_ledger.py", *paths)
    if misses:
        _show(wanted, lines)
    return {name: scored[name] for name in FIGURES}


def _show(wanted: Mapping[str, Any], lines: list[dict[str, Any]]) -> None:
    sys.path.insert(0, str(TOOLS))
    import score_ledger as scorer  # type: ignore[import-not-found]

    who = {speaker["id"]: speaker for speaker in wanted["speakers"]}
    for one, line in scorer.match(wanted["statements"], lines):
        if not scorer.is_speaker(line["speaker"], who[one["speaker"]]):
            print(f"speaker {one['id']}: {who[one['speaker']]['name']} | {line['speaker']}")
        right, printed, want = scorer.chain_counts(one, line, who)
        if not right == printed == want:
            got = [each["name"] for each in line["via"]]
            print(f"via     {one['id']}: {[who[v]['name'] for v in one['via']]} | {got} | {one}")


def main(arguments: list[str]) -> int:
    """Score and print."""
    if not TOOLS.is_dir():
        print(f"skipped: no scorer at {TOOLS}; REDITE_SHARED may name another place")
        return 0
    misses = "--misses" in arguments
    authors = [each for each in arguments if each != "--misses"]
    told: dict[str, list[Told]] = defaultdict(list)
    for folder in sorted(path.parent for path in stories.ROOT.glob("*/story.yaml")):
        try:
            one = stories.load_story(folder)
        except stories.CorpusError as broken:
            print(f"skipped: {broken}", file=sys.stderr)
            continue
        if not authors or one.story.author in authors:
            told[one.story.author].append(one)
    with tempfile.TemporaryDirectory() as work:
        for author, figures in measured(told, Path(work), misses).items():
            print(author, json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
