"""A run killed at any point leaves whole articles only, and the next goes on where it stopped."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from redite.store import MemoryStore, open_store
from redite.verify import verify
from tests.store.invented import many, observed

ROOT = Path(__file__).parents[2]
COUNT = 80


def run_and_kill(path: Path, articles: int, seconds: float) -> None:
    """Let a run add `articles`, start on the next, and be killed `seconds` later."""
    run = subprocess.Popen(
        [sys.executable, "-m", "tests.store.adding", str(path), str(COUNT)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert run.stdin is not None
    assert run.stdout is not None
    with run.stdin, run.stdout:
        for _ in range(articles):
            run.stdin.write("\n")
            run.stdin.flush()
            assert run.stdout.readline()
        run.stdin.write("\n")
        run.stdin.flush()
        time.sleep(seconds)
        run.kill()
        assert run.wait() < 0


def test_a_killed_run_leaves_whole_articles_only(tmp_path: Path) -> None:
    """Five kills, each at some point of adding an article; the sixth run completes the ledger."""
    path = tmp_path / "redite.db"
    chance = random.Random(5)
    on_record = 0
    for _ in range(5):
        articles = chance.randint(1, 12)
        run_and_kill(path, articles, seconds=chance.uniform(0, 0.002))
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        with closing(open_store(str(path), create=False)) as store:
            kept = {each.key for each in store.articles()}
            assert list(verify(store)) == []
            assert set(store.analyses()) == kept
            assert len(kept) - on_record in (articles, articles + 1)
            on_record = len(kept)

    reference = MemoryStore()
    with closing(open_store(str(path), create=True)) as store:
        for article, analysis in many(COUNT):
            assert store.add(article, analysis) is (article.key not in kept)
            reference.add(article, analysis)
        assert observed(store) == observed(reference)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")
def test_a_kill_after_any_sql_statement_leaves_all_or_nothing(tmp_path: Path) -> None:
    """Between two statements of one transaction there is no state that anybody ever sees."""
    path = tmp_path / "redite.db"
    run = subprocess.run(
        [sys.executable, "-m", "tests.store.dying", str(path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    # BEGIN, look up, article, particulars, analysis, statements; BEGIN, look up, decisions
    assert int(run.stdout) == 9
    with closing(open_store(str(path), create=False)) as store:
        kept = [each.key for each in store.articles()]
        assert len(kept) == 9 + 1 - 6
        assert all(len(list(store.statements(key))) == 3 for key in kept)
        assert list(verify(store)) == []
        # The last process alone came to the end of its decisions.
        assert len(store.standings()) == 2
