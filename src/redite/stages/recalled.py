"""What was decided before, given again where nothing that it rests on has changed.

A decision rests on the statement, on what came before it, and on the code and word lists that
decide. Two digests of that are kept with every decision:

- of everything up to the statement, one after another. Where it is the same, as it is for all
  that stands before the first article that a run brought, nothing is looked up at all;
- of the statement and what it was held against. Where only that is the same, because a late
  article stands elsewhere, the statement is looked up among the earlier ones but not judged again.

So what settling costs depends on what is new and what that touches, and it never changes what is
decided: a decision is taken from here only where judging would come to the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Protocol

from redite.compare.decisions import Decision
from redite.compare.index import Entry
from redite.values import Judgement

Digest = bytes


@dataclass(frozen=True, slots=True)
class Held:
    """A decision as it was made, with the digests of what it rests on."""

    past: Digest
    """Of everything up to the statement."""
    compared: Digest
    """Of the statement and of what it was held against."""
    decision: Decision


class Keeper(Protocol):
    """Keeps decisions by statement; may lose them."""

    def read(self, statements: Sequence[str]) -> Mapping[str, Held]:
        """Return those that are there."""

    def write(self, held: Mapping[str, Held]) -> None:
        """Keep these, in place of those of the same statements."""


class Recall:
    """Goes along with a judge, case by case: `begin`, `decision` where one is needed, `end`."""

    def __init__(self, keeper: Keeper, version: str) -> None:
        """Take decisions from `keeper` and give it new ones; `version` names what judges."""
        self._keeper = keeper
        self._ground = _digest(version, code_digest())
        self._past = self._ground
        self._own: dict[str, Digest] = {}
        self._known: Mapping[str, Held] = {}
        self._fresh: dict[str, Held] = {}

    def read_ahead(self, statements: Sequence[str]) -> None:
        """Write down what is new, and fetch what is known of the next statements."""
        if self._fresh:
            self._keeper.write(self._fresh)
        self._fresh = {}
        self._known = self._keeper.read(statements) if statements else {}

    def begin(self, statement: str, inputs: object) -> None:
        """Go on to the next case; `inputs` is all that its verdict may depend on, for `repr`."""
        own = self._own[statement] = _digest(repr(inputs))
        self._past = _digest(self._past, own)

    def decision(
        self,
        statement: str,
        candidates: Callable[[], Sequence[Entry]],
        denials: Callable[[str], Sequence[Entry]],
        decide: Callable[[Sequence[Entry]], Decision],
    ) -> Decision:
        """Return what `decide` says of the candidates, from memory where that is the same."""
        held = self._known.get(statement)
        if held is not None and held.past == self._past:
            return held.decision
        found = candidates()
        compared = self._compared(statement, found, denials)
        same = held is not None and held.compared == compared
        decision = held.decision if held is not None and same else decide(found)
        self._fresh[statement] = Held(self._past, compared, decision)
        return decision

    def end(self, judgement: Judgement) -> None:
        """Note where the case was put: later ones build on that, and people may have moved it."""
        self._past = _digest(self._past, judgement.utterance, judgement.claim)

    def _compared(
        self,
        statement: str,
        found: Sequence[Entry],
        denials: Callable[[str], Sequence[Entry]],
    ) -> Digest:
        # Of the places in the ledger only their order counts, not how much stands in between.
        places = {number: at for at, number in enumerate(sorted({e.number for e in found}))}
        against = [
            *(self._of(each, str(places[each.number])) for each in found),
            *(
                self._of(each, "denies")
                for claim in dict.fromkeys(each.claim for each in found)
                for each in denials(claim)
            ),
        ]
        return _digest(self._ground, self._own[statement], *against)

    def _of(self, entry: Entry, how: str) -> Digest:
        groups = f"{entry.utterance} {entry.opened} {entry.claim} {entry.denies} {how}".encode()
        return self._own[entry.statement] + groups


def _digest(*parts: str | bytes) -> Digest:
    hashed = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hashed.update(len(data).to_bytes(8))
        hashed.update(data)
    return hashed.digest()


@cache
def code_digest() -> Digest:
    """Return a digest of the code, word lists and weights that verdicts come from.

    A version number can be forgotten; then decisions of an older program would be taken for
    those of this one.
    """
    return _digest(*(file.read_bytes() for part in judging() for file in files_of(part)))


def judging() -> list[Traversable]:
    """Return the folders and files that decide what a verdict is."""
    package = files("redite")
    return [
        package / "compare",
        package / "lang",
        package / "names",
        package / "offices",
        package / "stages" / "grouped.py",
        package / "stages" / "verdicts.py",
        package / "text",
    ]


def files_of(part: Traversable) -> Iterator[Traversable]:
    """Yield code, word lists and weights in a folder, by name; or the one file itself."""
    if part.is_file():
        if part.name.endswith((".py", ".yaml", ".npz")):
            yield part
        return
    for inner in sorted(part.iterdir(), key=lambda each: each.name):
        yield from files_of(inner)
