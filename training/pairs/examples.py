"""Writes pairs of statements for the pair reader to learn from, one a line.

    python -m training.pairs.examples --weights WEIGHTS --out pairs.jsonl [--parallel uk-en.jsonl]

Four kinds. `story`: two statements of our stories; `label`: a claim of a story, as its author put
it in English, and a statement; `family`: two reports of one claim family, or of two where they look
most alike; `parallel`: a paragraph of an official statement and one of its translation (CC0), the
same or the next.

Each line holds the story, the author, both statements with what stands around them, and what is
known of the pair, null where nothing says: `claim` and `utterance` (one proposition, one occasion),
`update` (the later one changes a detail), `contradicts` (the claims are told to stand against each
other). Of two claims those are taken that look most alike, in the story and in all others: which
story a statement is of must not be what tells one claim from another.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import chain, combinations, pairwise
from pathlib import Path

import numpy as np

from redite.compare.index import Index
from redite.compare.matches import nested
from redite.interfaces import Encoder, Told
from redite.models import THREADS
from redite.models.neural import SentenceEncoder
from redite.stages.verdicts import around, entry_of
from redite.text.markup import readable
from training.corpus.stories import load
from training.pairs import families
from training.pairs.logistic import Floats
from training.pairs.rows import content
from training.pairs.told import Known, known

Pairs = Iterator[dict[str, object]]
ONE_CLAIM = 6
AGAINST = 3
LIKEST, LIKEST_WORDS, OTHERS = 4, 2, 1
ELSEWHERE = 1
"""Of other stories, in any language and in the same one: the likest."""
OTHER_LABELS = 2
NEAREST = 8
"""Reports nearest to one in its family; those of them that make another claim are taken."""
SHORTEST, LONGEST = 30, 500
"""Letters of a paragraph that is taken from an official statement."""


def examples(stories: Sequence[Sequence[Known]], encoder: Encoder) -> Pairs:
    """Yield the pairs of all stories; the same for the same stories."""
    texts = sorted({content(each) for story in stories for each in story})
    at = {text: number for number, text in enumerate(texts)}
    vectors = encoder.embed(texts)
    everything = [(number, each) for number, story in enumerate(stories) for each in story]
    space = np.stack([vectors[at[content(each)]] for _, each in everything])
    of_story = np.array([number for number, _ in everything])
    tongues = np.array([each.case.article.language for _, each in everything])
    for number, story in enumerate(stories):
        own = np.stack([vectors[at[content(each)]] for each in story])
        yield from _within(story, own, np.random.default_rng(number))
        for each, vector in zip(story, own, strict=True):
            cosines = np.where(of_story == number, -1.0, space @ vector)
            same = np.where(tongues == each.case.article.language, cosines, -1.0)
            for scores in (cosines, same):
                for other in np.argsort(-scores, kind="stable")[:ELSEWHERE]:
                    yield _example(everything[int(other)][1], each, set())


def _within(story: Sequence[Known], vectors: Floats, rng: np.random.Generator) -> Pairs:
    entries = [entry_of(each.case, number) for number, each in enumerate(story)]
    against = opposed(story)
    index = Index()
    for at, entry in enumerate(entries):
        possible = [n for n in range(at) if not nested(entry, entries[n])]
        mine = story[at].gold.claim
        one = [n for n in possible if story[n].gold.claim == mine]
        turned = [n for n in possible if (mine, story[n].gold.claim) in against]
        other = [n for n in possible if n not in set(one) | set(turned)]
        likest = sorted(other, key=lambda n: (-float(vectors[n] @ vectors[at]), n))[:LIKEST]
        by_words = [e.number for e in index.candidates(entry) if e.number in set(other)]
        chosen = {*likest, *by_words[:LIKEST_WORDS]}
        for some, most in ((one, ONE_CLAIM), (turned, AGAINST), (other, OTHERS)):
            chosen |= set(rng.permutation(some)[:most].astype(int).tolist())
        for n in sorted(chosen):
            yield _example(story[n], story[at], against)
        index.add(entry)


def labels(story: Sequence[Known], claims: Mapping[str, str], encoder: Encoder) -> Pairs:
    """Yield each statement of a story with the label of its claim, and with the likest others."""
    names = sorted(claims)
    space = encoder.embed([claims[name] for name in names])
    against = opposed(story)
    for each, vector in zip(story, encoder.embed([content(e) for e in story]), strict=True):
        mine = each.gold.claim
        ranked = [names[int(at)] for at in np.argsort(-(space @ vector), kind="stable")]
        for name in (mine, *[name for name in ranked if name != mine][:OTHER_LABELS]):
            yield {
                "kind": "label",
                "story": each.case.article.key.split("/")[0],
                "languages": ["en", each.case.article.language],
                "earlier": ["", claims[name], ""],
                "later": _fields(around(each.case)),
                "claim": int(name == mine),
                "utterance": None,
                "update": None,
                "contradicts": int((mine, name) in against),
            }


def of_families(told: Sequence[families.Family], encoder: Encoder) -> Pairs:
    """Yield pairs of reports: within each family, and each with the likest of another family."""
    reports = [(number, each) for number, family in enumerate(told) for each in family.reports]
    space = encoder.embed([each.told.content for _, each in reports])
    of_family = np.array([number for number, _ in reports])
    for number, family in enumerate(told):
        own = space[of_family == number]
        cosines = own @ own.T
        near = np.sort(cosines, axis=1)[:, -NEAREST:].min(axis=1)
        for (at, one), (there, other) in combinations(enumerate(family.reports), 2):
            known = families.relation(family, one, other)
            close = cosines[at, there] >= min(near[at], near[there])
            if known.claim is not False or known.contradicts or close:
                yield _of_family(family, one, other, known)
    for place, (number, each) in enumerate(reports):
        elsewhere = np.where(of_family == number, -1.0, space @ space[place])
        _, other = reports[int(np.argmax(elsewhere))]
        yield _of_family(told[number], other, each, families.APART)


def _of_family(
    family: families.Family,
    earlier: families.Report,
    later: families.Report,
    known: families.Relation,
) -> dict[str, object]:
    return {
        "kind": "family",
        "story": f"families/{family.author}",
        "languages": [earlier.language, later.language],
        "earlier": _fields(earlier.told),
        "later": _fields(later.told),
        **{head: None if value is None else int(value) for head, value in asdict(known).items()},
    }


def parallel(path: Path) -> Pairs:
    """Yield paragraphs of official statements in Ukrainian and English, the same and the next."""
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        if not told["uk"] or not told["en"]:
            continue
        sides = (told[side]["text"].split("\n\n") for side in ("uk", "en"))
        ours, theirs = ([readable(paragraph) for paragraph in side] for side in sides)
        if len(ours) != len(theirs):
            continue
        whole = [
            (one, other)
            for one, other in zip(ours, theirs, strict=True)
            if min(len(one), len(other)) >= SHORTEST and max(len(one), len(other)) <= LONGEST
        ]
        for (one, other), (_, next_one) in pairwise(whole):
            for text, same in ((other, 1), (next_one, 0)):
                yield {
                    "kind": "parallel",
                    "story": "",
                    "languages": ["uk", "en"],
                    "earlier": ["", one, ""],
                    "later": ["", text, ""],
                    "claim": same,
                    "utterance": None,
                    "update": None,
                    "contradicts": 0,
                }


def opposed(story: Sequence[Known]) -> set[tuple[str, str]]:
    """Return the claims of a story that stand against each other, both ways round."""
    by_name = {each.name: each.gold.claim for each in story}
    found = set()
    for each in story:
        if each.gold.verdict in ("dispute", "reversal"):
            for name in each.gold.against:
                found |= {(each.gold.claim, by_name[name]), (by_name[name], each.gold.claim)}
    return found


def _example(earlier: Known, later: Known, against: set[tuple[str, str]]) -> dict[str, object]:
    one, other = earlier.gold, later.gold
    same_story = earlier.case.article.key.split("/")[0] == later.case.article.key.split("/")[0]
    claim = same_story and one.claim == other.claim
    saying = same_story and one.utterance == other.utterance
    held = earlier.name in other.against and same_story
    told = claim and (held or saying)
    return {
        "kind": "story",
        "story": later.case.article.key.split("/")[0],
        "languages": [earlier.case.article.language, later.case.article.language],
        "earlier": _fields(around(earlier.case)),
        "later": _fields(around(later.case)),
        "claim": int(claim),
        "utterance": int(saying),
        "update": int(other.verdict == "update" and held) if told else None,
        "contradicts": int((one.claim, other.claim) in against),
    }


def _fields(told: Told) -> list[str]:
    return [told.before, told.content, told.after]


def main() -> None:
    """Write the pairs."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--weights", type=Path, required=True, help="of the sentence encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--parallel", type=Path, help="official statements, Ukrainian and English")
    options = parser.parse_args()
    encoder, told = SentenceEncoder(THREADS, options.weights), list(load())
    stories = [known(each) for each in told]
    found = [examples(stories, encoder)]
    found += [
        labels(story, each.story.claims, encoder) for story, each in zip(stories, told, strict=True)
    ]
    found.append(of_families(families.load(), encoder))
    if options.parallel:
        found.append(parallel(options.parallel))
    with options.out.open("w", encoding="utf-8") as out:
        for example in chain.from_iterable(found):
            out.write(json.dumps(example, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
