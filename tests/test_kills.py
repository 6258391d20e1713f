"""A real ingest, really killed: what is left, and how the next run goes on."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

ARTICLES = 150


def articles(folder: Path) -> Path:
    """Write a file of invented articles."""
    path = folder / "articles.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for number in range(ARTICLES):
            text = f'Goran Velesh said on Monday: "Train {number} has left Tarsk." It rained.'
            article = {"id": str(number), "published": "2024-03-04", "text": text}
            out.write(json.dumps(article) + "\n")
    return path


def run(*arguments: str) -> str:
    """Run one command to its end and return its standard output."""
    command = [sys.executable, "-m", "redite", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def stored(ledger: Path) -> int:
    """Return how many articles are on record; 0 where there is no ledger yet."""
    if not ledger.exists():
        return 0
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as database:
        try:
            found: int = database.execute("select count(*) from articles").fetchone()[0]
        except sqlite3.OperationalError:
            return 0
        return found


def kill_after(path: Path, ledger: Path, more: int) -> None:
    """Start an ingest and kill it as soon as `more` articles have been added."""
    goal = min(stored(ledger) + more, ARTICLES - 1)
    command = [sys.executable, "-m", "redite", "ingest", str(path), "--ledger", str(ledger)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None and stored(ledger) < goal:
            time.sleep(0.005)
        running.send_signal(signal.SIGKILL)


def test_killed_ingest_leaves_whole_articles_and_goes_on(tmp_path: Path) -> None:
    """After three kills the ledger is intact, and one more run ends where an untouched one does."""
    path = articles(tmp_path)
    killed, whole = tmp_path / "killed.db", tmp_path / "whole.db"
    for more in (1, 20, 40):
        kill_after(path, killed, more)
        run("verify", "--ledger", str(killed))
    assert 0 < stored(killed) <= ARTICLES
    for ledger in (killed, whole):
        run("ingest", str(path), "--ledger", str(ledger))
    exports = [
        run("export", "--what", "statements", "--ledger", str(ledger)) for ledger in (killed, whole)
    ]
    assert exports[0] == exports[1]
    assert exports[0].count("\n") == ARTICLES
