"""Words of likelihood found in the authored sets, by language.

    python -m benchmarks.likelihood [--misses]

An expression counts where span and term are right. The sets (tests/text/likelihood) were written
by us beside the rules: they show what is covered, not how often news needs it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from redite.text.likelihood import find_estimates

SETS = Path(__file__).parents[1] / "tests" / "text" / "likelihood"
_MARKED = re.compile(r"\[\[(.*?)\]\]")

Expected = tuple[tuple[str, str], ...]


def cases(language: str) -> Iterator[tuple[str, Expected]]:
    """Yield every sentence of one set with its expressions: words and term."""
    for line in yaml.safe_load((SETS / f"{language}.yaml").read_text(encoding="utf-8")):
        sentence, *terms = line.split(" = ")
        expressions = _MARKED.findall(sentence)
        yield _MARKED.sub(r"\1", sentence), tuple(zip(expressions, terms, strict=True))


def found(sentence: str, language: str) -> Expected:
    """Return what the program finds in a sentence, in the form of the sets."""
    estimates = find_estimates(sentence, language)
    return tuple((one.span.of(sentence), one.term.value) for one in estimates)


def counts(language: str, misses: list[str]) -> tuple[int, int, int]:
    """Return how many expressions are expected, found, and right; fills `misses`."""
    expected = called = right = 0
    for sentence, wanted in cases(language):
        got = found(sentence, language)
        expected, called = expected + len(wanted), called + len(got)
        right += len(set(wanted) & set(got))
        if got != wanted:
            misses.append(f"{language}: {sentence} wanted {wanted} got {got}")
    return expected, called, right


def main(arguments: list[str]) -> int:
    misses: list[str] = []
    for language in sorted(path.stem for path in SETS.glob("*.yaml")):
        expected, called, right = counts(language, misses)
        precision, recall = right / max(called, 1), right / max(expected, 1)
        f1 = 2 * right / max(called + expected, 1)
        print(f"{language}  n={expected}  P={precision:.3f}  R={recall:.3f}  F1={f1:.3f}")
    if "--misses" in arguments:
        print("\n".join(misses))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
