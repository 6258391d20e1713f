"""How fast a mention is resolved among many known speakers, and how that grows with their number.

    python -m benchmarks.known_speakers [SIZE…]

Invents people (given names of the name list, surnames of syllables; the same every time), puts them
on record, and asks for mentions that were never asked for before: the same name, the other order,
the other script, a case ending, a typing error, a middle name more, the surname alone, strangers.
Prints a line a size: the milliseconds of a mention, the share that was resolved rightly of those
who are told apart by their names, and the share that was resolved to somebody else.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Iterator

from redite.names.known import KnownPeople
from redite.names.lore import lore

SIZES = (1_000, 10_000, 100_000)
MENTIONS = 2_000
LIMIT_MS = 1.0
"""Median of a mention among the most people, in milliseconds."""

_ONSETS = "b d g k l m n p r s t v z br dr gr kr pr tr st sh ch zh vl sk".split()
_VOWELS = "a e i o u".split()
_ENDS = "ov ev enko ski in ko ik an er mann sen ić ez elli ard off uk ar um el on".split()
_CYRILLIC = {
    **{"sh": "ш", "ch": "ч", "zh": "ж", "ya": "я", "yu": "ю", "ić": "ич", "th": "т", "ph": "ф"},
    **{"kh": "х", "ts": "ц", "ff": "фф", "mann": "манн", "ck": "к", "x": "кс", "qu": "кв"},
    **dict(zip("abcdefghijklmnoprstuvwyz", "абкдефгхийклмнопрстувуиз", strict=True)),
}


def people(size: int, rng: random.Random) -> list[str]:
    """Return invented full names; some are namesakes, as among people."""
    given = [head for head in lore().heads if head.isascii()]
    surnames = [_surname(rng) for _ in range(max(50, size // 3))]
    return [f"{rng.choice(given)} {rng.choice(surnames)}" for _ in range(size)]


def _surname(rng: random.Random) -> str:
    middle = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(rng.randint(1, 2)))
    return (middle + rng.choice(_ONSETS) + rng.choice(_ENDS)).capitalize()


def mentions(names: list[str], rng: random.Random) -> Iterator[tuple[str, str, str | None]]:
    """Yield ways of naming known people and strangers: the way, the words, who is meant."""
    ways = ("same", "order", "script", "ending", "typing", "middle", "surname", "stranger")
    for number in range(MENTIONS):
        name = rng.choice(names)
        given, surname = name.split(" ", 1)
        way = ways[number % len(ways)]
        if way == "stranger":
            yield way, f"{given} {_surname(rng)}{rng.choice(_VOWELS)}t", None
        elif way == "order":
            yield way, f"{surname}, {given}", name
        elif way == "script":
            yield way, _cyrillic(name), name
        elif way == "ending":
            yield way, f"{_cyrillic(given)}а {_cyrillic(surname)}а", name
        elif way == "typing":
            at = rng.randrange(1, len(surname) - 1)
            yield way, f"{given} {surname[:at]}{surname[at + 1 :]}", name
        elif way == "middle":
            yield way, f"{given} {rng.choice('ABDKMPRST')}. {surname}", name
        else:
            yield way, surname if way == "surname" else name, name


def _cyrillic(name: str) -> str:
    out, at = "", 0
    low = name.lower()
    while at < len(low):
        length = next((n for n in (4, 2, 1) if low[at : at + n] in _CYRILLIC), 0)
        out += _CYRILLIC[low[at : at + length]] if length else low[at]
        at += max(1, length)
    return out.title()


def measure(size: int) -> dict[str, float]:
    """Return the figures for one number of known people."""
    rng = random.Random(7)
    names = people(size, rng)
    begun = time.thread_time()
    known = KnownPeople((name, name) for name in names)
    built = time.thread_time() - begun
    took, right, wrong, asked = [], 0, 0, 0
    for way, words, meant in mentions(names, rng):
        begun = time.thread_time()  # what other programs do meanwhile does not count
        found = known.resolve(words)
        took.append(time.thread_time() - begun)
        # A namesake's surname tells nobody: what is meant cannot be asked of the matcher there.
        if way != "surname" and meant is not None:
            asked += 1
            right += found.id == meant
        wrong += found.id is not None and found.id != meant
    took.sort()
    return {
        "known": size,
        "median_ms": round(1000 * statistics.median(took), 3),
        "p95_ms": round(1000 * took[int(0.95 * len(took))], 3),
        "right": round(right / asked, 3),
        "wrong": round(wrong / MENTIONS, 4),
        "put_on_record_s": round(built, 1),
    }


def main(arguments: list[str]) -> int:
    """Measure each size; exit status 1 where the largest is above the limit."""
    figures: list[dict[str, float]] = []
    for size in [int(argument) for argument in arguments] or SIZES:
        figures.append(measure(size))
        print(json.dumps(figures[-1]), flush=True)
    return 1 if figures[-1]["median_ms"] > LIMIT_MS else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
