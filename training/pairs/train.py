"""Trains the pair model on stories and claim families, and says how well it does on other stories.

    python -m training.pairs.train --held lithium-mine currency-peg valmont-summit metro-mayor \\
        silo-strike --weights src/redite/models/weights --out src/redite/compare/pairs.npz \\
        [--every N]

Everything is learned from the stories that are not held out but one thing: how much the pair reader
is believed beside words and vectors. That can be learned only where it has not read before
(stacking, Wolpert 1992): from the held-out stories, which are those of `training.pairs.reader`.
The figures that are printed leave each of them out in turn. Needs numpy, and the sentence encoder
and the pair reader in `--weights`. `--every N` is a rehearsal: every Nth claim family, and every
Nth story, two at least.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np

from redite.compare.features import NAMES
from redite.compare.model import PairModel, log_odds
from redite.interfaces import Encoder, PairReader
from redite.models import THREADS
from redite.models.neural import NeuralPairReader, SentenceEncoder
from training.corpus.stories import load
from training.pairs import logistic
from training.pairs.families import Family
from training.pairs.families import load as load_families
from training.pairs.figures import average_precision
from training.pairs.logistic import Floats
from training.pairs.rows import Numbers, Rows, content, join, rows
from training.pairs.told import Known, known

Said = tuple[str, str]
"""What was said, and its language."""

KEPT = 128
"""Dimensions kept of the encoder's."""
SHRUNK = 0.5
"""How much the spread within claims is drawn towards a round one; there are few claims."""
FEW = 20
"""Statements in a language that weigh as much as what is known of all languages."""
LIKENESS = ("cosine within", "cosine across", "across", "strength across")
"""What tells one claim from two. In one language words have been asked before (`redite.compare`):
what is left to this model is where they told nothing."""
OCCASION = ("one article", "right after", "gap", "one day", "later quoted", "earlier quoted")
"""What tells one saying from two besides: a summary and its quotation stand side by side."""
HABIT = 0.5
"""Share that is kept of what it says for one claim that one speaker spoke: how often somebody
comes back to a claim is a habit of our stories."""
PENALTY = 10.0
VERSION = "pairs.v4"


def centres(
    told: Sequence[Sequence[Known]], raw: Mapping[str, Floats]
) -> tuple[Floats, dict[str, Floats]]:
    """Return the mean vector of what is said, in all and in each language."""
    by_language: dict[str, list[Floats]] = defaultdict(list)
    for each in (each for story in told for each in story):
        by_language[each.case.article.language or ""].append(raw[content(each)])
    centre = np.concatenate(list(by_language.values())).mean(axis=0)
    return centre, {
        language: (np.sum(vectors, axis=0) + FEW * centre) / (len(vectors) + FEW)
        for language, vectors in sorted(by_language.items())
    }


def claims(told: Sequence[Sequence[Known]], families: Sequence[Family]) -> list[list[Said]]:
    """Return the reports of each claim of stories and families, but those turned round."""
    found: dict[tuple[int, str], list[Said]] = defaultdict(list)
    for number, story in enumerate(told):
        for each in story:
            said = (content(each), each.case.article.language or "")
            found[number, each.gold.claim].append(said)
    for number, family in enumerate(families, len(told)):
        for report in (each for each in family.reports if not each.turned):
            found[number, report.claim].append((report.told.content, report.language))
    return list(found.values())


def projection(
    claims: Sequence[Sequence[Said]], raw: Mapping[str, Floats], means: Mapping[str, Floats]
) -> Floats:
    """Return the directions that claims differ in most, against the reports of one claim."""
    every, within = [], []
    for said in claims:
        vectors = np.stack([raw[text] - means[language] for text, language in said])
        every.append(vectors)
        if len(vectors) > 1:
            freedom = np.sqrt(len(vectors) / (len(vectors) - 1))
            within.append((vectors - vectors.mean(axis=0)) * freedom)
    inner, outer = (_spread(np.concatenate(rows)) for rows in (within, every))
    size = len(inner)
    scale, axes = np.linalg.eigh(inner + SHRUNK * np.trace(inner) / size * np.eye(size))
    round_ = axes / np.sqrt(scale)
    _, turned = np.linalg.eigh(round_.T @ outer @ round_)
    kept: Floats = (round_ @ turned[:, ::-1])[:, :KEPT].astype(np.float32)
    return kept


def _spread(rows: Floats) -> Numbers:
    tall = rows.astype(np.float64)
    spread: Numbers = tall.T @ tall / len(tall)
    return spread


def fit(
    told: Sequence[Sequence[Known]], families: Sequence[Family], raw: Mapping[str, Floats]
) -> PairModel:
    """Return a model trained on these; `raw` holds the encoder's vectors by content."""
    centre, means = centres(told, raw)
    projected = projection(claims(told, families), raw, means)
    untold = np.zeros((len(NAMES) + 1, 3)), np.zeros(len(NAMES) + 2)
    blank = PairModel(VERSION, centre, means, projected, *untold)
    return learn(blank, join(pairs_of(told, raw, blank)))


def learn(blank: PairModel, found: Rows) -> PairModel:
    """Return `blank` with weights learned from pairs."""
    everything = np.ones(len(found.features))
    weights = np.zeros((len(NAMES) + 1, 3))
    for head, (names, right, where) in enumerate(
        (
            ((*LIKENESS, "one speaker"), found.claim, everything),
            ((*LIKENESS, "strength within", *OCCASION), found.utterance, found.may_be_utterance),
            (NAMES, found.update, found.may_be_update),
        )
    ):
        columns = [NAMES.index(name) for name in names]
        chosen = where > 0
        learned = logistic.fit(found.features[chosen][:, columns], right[chosen], PENALTY)
        weights[columns, head] = learned[:-1]
        weights[-1, head] = learned[-1]
    weights[NAMES.index("one speaker"), 0] *= HABIT
    return replace(blank, weights=weights)


def stacked(model: PairModel, found: Rows) -> PairModel:
    """Return `model` with what the pair reader's word weighs, learned from pairs new to both."""
    columns = [NAMES.index(name) for name in (*LIKENESS, "one speaker")]
    given = np.column_stack([found.features[:, columns], log_odds(found.read)])
    learned = logistic.fit(given, found.claim, PENALTY)
    reading = np.zeros(len(NAMES) + 2)
    reading[[*columns, -2, -1]] = learned
    reading[NAMES.index("one speaker")] *= HABIT
    return replace(model, reading=reading)


def left_out(model: PairModel, held: Sequence[Rows]) -> float:
    """Return the average precision of one claim, each story read by what the others taught."""
    scores = [
        stacked(model, join([*held[:at], *held[at + 1 :]])).claims(one.features, one.read)
        for at, one in enumerate(held)
    ]
    return average_precision(np.concatenate(scores), join(held).claim)


def figures(model: PairModel, held: Rows) -> dict[str, float]:
    """Return the average precision of each head, without the reader, on pairs new to it."""
    seen = model.judge(held.features)
    says, varies = held.may_be_utterance > 0, held.may_be_update > 0
    return {
        "claim": average_precision(np.array([s.claim for s in seen]), held.claim),
        "utterance": average_precision(
            np.array([s.utterance for s in seen])[says], held.utterance[says]
        ),
        "update": average_precision(
            np.array([s.update for s in seen])[varies], held.update[varies]
        ),
    }


def pairs_of(
    told: Sequence[Sequence[Known]],
    raw: Mapping[str, Floats],
    model: PairModel,
    reader: PairReader | None = None,
) -> list[Rows]:
    """Return the pairs of each story."""
    return [rows(s, _projected(s, raw, model), seed, reader) for seed, s in enumerate(told)]


def embed(contents: Iterable[str], encoder: Encoder) -> dict[str, Floats]:
    """Return the encoder's vector of every content."""
    texts = sorted(set(contents))
    return dict(zip(texts, encoder.embed(texts), strict=True))


def save(model: PairModel, path: Path) -> None:
    """Write the weights with the names of the features."""
    np.savez_compressed(
        path,
        names=np.array("\n".join(NAMES)),
        version=np.array(model.version),
        centre=model.centre.astype(np.float32),
        languages=np.array(" ".join(model.centres)),
        centres=np.stack(list(model.centres.values())).astype(np.float32),
        projection=model.projection.astype(np.float16),
        weights=model.weights,
        reading=model.reading,
    )


def _projected(
    story: Sequence[Known], raw: Mapping[str, Floats], model: PairModel
) -> dict[str, Floats]:
    texts = [content(each) for each in story]
    languages = [each.case.article.language for each in story]
    vectors = model.project(np.stack([raw[text] for text in texts]), languages)
    return dict(zip(texts, vectors, strict=True))


def _some(stories: list[list[Known]], every: int) -> list[list[Known]]:
    """Return every so many-th story, but two at least: one is told from the rest by `left_out`."""
    return stories[:: min(every, max(1, len(stories) - 1))]


def main() -> None:
    """Train, write, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", nargs="+", required=True, help="stories not to be learned from")
    parser.add_argument("--weights", type=Path, required=True, help="what training.export wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="a rehearsal with fewer of them")
    options = parser.parse_args()
    told = {each.story.story: known(each) for each in load()}
    seen = [story for name, story in told.items() if name not in options.held]
    held = [story for name, story in told.items() if name in options.held]
    seen, held = (_some(stories, options.every) for stories in (seen, held))
    families = load_families()[:: options.every]
    said = chain.from_iterable(claims([*seen, *held], families))
    raw = embed((text for text, _ in said), SentenceEncoder(THREADS, options.weights))
    model = fit(seen, families, raw)
    new = pairs_of(held, raw, model, NeuralPairReader(THREADS, options.weights))
    save(stacked(model, join(new)), options.out)
    print(f"{options.out}: trained on {len(seen)} stories, {sum(map(len, seen))} statements")
    print(f"and {sum(len(each.reports) for each in families)} reports of claim families")
    print(f"held out, words and vectors: {figures(model, join(new))}")
    print(f"held out, with the reader: claim {left_out(model, new)}")


if __name__ == "__main__":
    main()
