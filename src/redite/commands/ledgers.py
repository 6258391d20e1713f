"""Opening a ledger, reading it, and judging what is new in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from redite.commands.output import say

if TYPE_CHECKING:
    from redite.interfaces import Comparer, Encoder, PairReader, Store
    from redite.values import Record, Standing


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


@contextmanager
def closing(store: Store) -> Iterator[Store]:
    """Close a store when done with it."""
    try:
        yield store
    finally:
        store.close()


@contextmanager
def settled(ledger: str, quiet: bool) -> Iterator[Store]:
    """Open a ledger for reading; judge first what a killed or running `ingest` has not."""
    from redite import pipeline
    from redite.store import open_store
    from redite.store.judged import ENDING
    from redite.store.settled import LastSettled

    with closing(open_store(ledger, create=False)) as store:
        last = LastSettled(beside(ledger, ENDING))
        # Whether all is judged shows only when all is read.
        if not last.was(store.written()) and pipeline.unsettled(store):
            if not quiet:
                say("judging what no run has judged yet …")
            settle(store, ledger)
        yield store


def settle(store: Store, ledger: str, comparer: Comparer | None = None) -> int:
    """Judge what is new and what that touches; returns how many decisions changed.

    A ledger that this program settled already, in the state that it is in, is left as it is.
    `comparer` is for who has the ledger's already.
    """
    from redite import pipeline
    from redite.store.judged import ENDING, KeptDecisions
    from redite.store.settled import LastSettled

    comparer = comparer or comparer_for(ledger)
    kept = beside(ledger, ENDING)
    last = LastSettled(kept)
    state = store.written()
    if last.was(state, comparer.version):
        return 0
    changed = pipeline.settle(store, now, comparer, KeptDecisions(kept))
    # As if nobody else had written: where somebody has, the ledger is in no such state.
    last.note(state._replace(decisions=state.decisions + changed), comparer.version)
    return changed


def beside(ledger: str, ending: str) -> Path | None:
    """Return the file beside a ledger with this ending; None where a ledger is no file."""
    return None if ledger == ":memory:" else Path(ledger + ending)


def is_of(ledger: str, path: Path) -> bool:
    """Say whether a file is the ledger, or lies beside it under its name."""
    own = Path(ledger)
    return path.name.startswith(own.name) and path.parent.resolve() == own.parent.resolve()


@cache
def _encoder() -> Encoder:
    from redite.models import open_encoder

    return open_encoder()


@cache
def _reader() -> PairReader:
    from redite.models import open_pair_reader

    return open_pair_reader()


def comparer_for(ledger: str) -> Comparer:
    """Return what verdicts rest on; vectors are kept in a file beside the ledger."""
    from redite.interfaces import Comparer

    return Comparer(encoder_for(ledger), _reader())


def encoder_for(ledger: str) -> Encoder:
    """Return the encoder that finds by meaning; vectors are kept in a file beside the ledger."""
    from redite.store.vectors import ENDING, KeptVectors

    return KeptVectors(_encoder(), beside(ledger, ENDING))


def load_records(store: Store, *, all_versions: bool = False) -> list[Record]:
    """Return what a ledger holds, in ledger order."""
    from redite import records

    return list(records.load(store, all_versions=all_versions))


def standings(store: Store) -> Iterator[Standing]:
    """Yield the standing of every article."""
    from redite.values import Standing

    for decided in store.standings().values():
        assert isinstance(decided.decision, Standing)
        yield decided.decision
