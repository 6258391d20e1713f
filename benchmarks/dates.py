"""Score the reading of dates: TimeBank-style English news, and our own sets in five languages.

    python -m benchmarks.dates [--misses]

HeidelTime's measure: an expression is found strictly (same span) or by overlap; its value counts
where the spans overlap and the values are equal. TimeBank's TempEval-3 texts stand beside the
checkout (see `benchmarks.shared`) and are skipped without it; ours are in tests/text/dates.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks.shared import DATA, ROOT
from redite.text.dates import DateMention, find_dates

TIMEBANK = DATA / "dates" / "timebank.en.tsv"
AUTHORED = ROOT / "tests" / "text" / "dates"
KINDS = ("DATE", "TIME", "DURATION", "SET")
_MARKED = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]*)\]")
_DATED = re.compile(r'\*!-DCTVALUE="(\d{4}-\d\d-\d\d)[^"]*"-!\*')


class Expression(NamedTuple):
    """One expression of a gold set."""

    start: int
    end: int
    value: str
    kind: str


class Text(NamedTuple):
    """One text of a gold set, with what is to be found in it."""

    text: str
    language: str
    published: date | None
    gold: tuple[Expression, ...]


def kind_of(value: str | None, recurs: bool = False) -> str:
    """Return the TIMEX3 type that a value implies."""
    if recurs:
        return "SET"
    if value is None:
        return "DATE"
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value and not value.endswith("_REF") else "DATE"


def timebank(path: Path) -> Iterator[Text]:
    """Yield the documents, their texts rebuilt from the tokens."""
    published: date | None = None
    words: list[tuple[str, str, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        dated = _DATED.match(line)
        if dated:
            if words:
                yield _rebuilt(words, published)
            published, words = date.fromisoformat(dated.group(1)), []
        elif line.strip():
            token, label, value = line.split("\t")
            words.append((token, label, value))
        else:
            words.append(("\n", "O", "-"))
    if words:
        yield _rebuilt(words, published)


def _rebuilt(words: list[tuple[str, str, str]], published: date | None) -> Text:
    text = ""
    gold: list[Expression] = []
    for token, label, value in words:
        tight = token in {",", ".", ";", ":", "?", "!", "'s", "n't", "''", ")", "%", "\n"}
        if text and not tight and text[-1] not in "\n($":
            text += " "
        start = len(text)
        text += token
        if label.startswith("B-"):
            gold.append(Expression(start, len(text), value, label[2:]))
        elif label.startswith("I-") and gold:
            gold[-1] = gold[-1]._replace(end=len(text))
    return Text(text, "en", published, tuple(gold))


def authored(path: Path, section: str = "cases") -> Iterator[Text]:
    """Yield our own texts, in which an expression is written "[words|value]"."""
    for group in yaml.safe_load(path.read_text(encoding="utf-8")).get(section, ()):
        for marked in group["texts"]:
            yield unmarked(marked, path.stem, group["published"])


def unmarked(marked: str, language: str, published: date | None) -> Text:
    """Return the text without its marks, and what they mark."""
    text, at, gold = "", 0, []
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        start = len(text)
        text += match.group(1)
        kind = kind_of(match.group(2))
        gold.append(Expression(start, len(text), match.group(2), kind))
        at = match.end()
    return Text(text + marked[at:], language, published, tuple(gold))


def f1(hits: int, found: int, wanted: int) -> float:
    return 2 * hits / (found + wanted) if found + wanted else 0.0


class Tally:
    """Counts over texts, and the figures that follow."""

    def __init__(self) -> None:
        self.wanted: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.strict: Counter[str] = Counter()
        self.overlap: Counter[str] = Counter()
        self.value: Counter[str] = Counter()
        self.misses: list[str] = []

    def add(self, one: Text) -> None:
        """Score one text; each expression is paired with the first mention it overlaps."""
        mentions = list(find_dates(one.text, one.language, one.published))
        self.found.update(kind_of(m.value, m.recurs) for m in mentions)
        for gold in one.gold:
            self.wanted[gold.kind] += 1
            mention = next((m for m in mentions if _meet(m, gold)), None)
            if mention is None:
                self._miss("not found", one, gold, None)
                continue
            mentions.remove(mention)
            self.overlap[gold.kind] += 1
            self.strict[gold.kind] += (mention.span.start, mention.span.end) == gold[:2]
            if (mention.value or "") == gold.value:
                self.value[gold.kind] += 1
            else:
                self._miss("value", one, gold, mention)
        for mention in mentions:
            self._miss("too many", one, None, mention)

    def _miss(
        self, why: str, one: Text, gold: Expression | None, mention: DateMention | None
    ) -> None:
        start = gold.start if gold else mention.span.start if mention else 0
        around = one.text[max(0, start - 30) : start + 50].replace("\n", " ")
        wanted = f"{one.text[gold.start : gold.end]}={gold.value}" if gold else "-"
        got = f"{mention.span.of(one.text)}={mention.value}" if mention else "-"
        self.misses.append(f"{why}: wanted {wanted} got {got} | {around}")

    def figures(self, kinds: Iterable[str] = KINDS) -> dict[str, float]:
        """Return the three measures over some kinds of expression."""
        chosen = tuple(kinds)
        wanted, found = (sum(c[k] for k in chosen) for c in (self.wanted, self.found))
        measures = {"strict": self.strict, "overlap": self.overlap, "value": self.value}
        return {n: f1(sum(c[k] for k in chosen), found, wanted) for n, c in measures.items()}

    def report(self, name: str) -> None:
        """Print the figures of one set, and the counts by type."""
        total = self.figures()
        print(
            f"{name}: {sum(self.wanted.values())} expressions, "
            + ", ".join(f"{measure} F1 {figure:.3f}" for measure, figure in total.items())
        )
        for kind in KINDS:
            if self.wanted[kind] or self.found[kind]:
                print(
                    f"  {kind:8} wanted {self.wanted[kind]:4} found {self.found[kind]:4} "
                    f"overlapping {self.overlap[kind]:4} value {self.value[kind]:4}"
                )


def _meet(mention: DateMention, gold: Expression) -> bool:
    return mention.span.start < gold.end and gold.start < mention.span.end


def tally(texts: Iterable[Text]) -> Tally:
    """Return the counts over `texts`."""
    counts = Tally()
    for one in texts:
        counts.add(one)
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--misses", action="store_true", help="print every miss")
    options = parser.parse_args()
    sets = [
        (f"authored {path.stem}{note}", [*authored(path, section)])
        for path in sorted(AUTHORED.glob("*.yaml"))
        for section, note in (("cases", ""), ("known_misses", ", known misses"))
    ]
    if TIMEBANK.exists():
        sets.insert(0, ("TempEval-3 English", [*timebank(TIMEBANK)]))
    else:
        print(f"TempEval-3 English: skipped, there is no {TIMEBANK.name}")
    for name, texts in sets:
        counts = tally(texts)
        counts.report(name)
        if options.misses:
            print(*(f"    {miss}" for miss in counts.misses), sep="\n")


if __name__ == "__main__":
    main()
