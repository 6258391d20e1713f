"""Verifying a ledger finds what was changed behind its back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from redite.store import open_store
from redite.verify import Mismatch, verify
from tests.store.invented import TEXT, analysis, article, statement

Tamper = Callable[..., list[Mismatch]]


@pytest.fixture
def tamper(tmp_path: Path) -> Tamper:
    """Return a function that changes a ledger by raw SQL and gives what is found afterwards."""
    path = tmp_path / "redite.db"
    with closing(open_store(str(path), create=True)) as store:
        store.add(article("a-1"), analysis("a-1", statement("a-1")))
        store.add(article("a-2"), analysis("a-2", statement("a-2")))
        store.add_analysis(analysis("a-2", statement("a-2"), version="quotes.v2"))

    def change(sql: str, *parameters: str) -> list[Mismatch]:
        with closing(sqlite3.connect(path)) as raw, raw:
            triggers = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (trigger,) in triggers.fetchall():
                raw.execute(f"DROP TRIGGER {trigger}")
            raw.execute(sql, parameters)
        with closing(open_store(str(path), create=False)) as store:
            return list(verify(store))

    return change


def test_an_untouched_ledger_verifies(tamper: Tamper) -> None:
    """Nothing is reported where nothing was changed."""
    assert tamper("SELECT 1") == []


def test_a_changed_text_is_found(tamper: Tamper) -> None:
    """By its hash, and by each span whose words it changed."""
    changed = TEXT.replace("wait", "halt")
    text, content = tamper("UPDATE articles SET text = ? WHERE key = 'a-1'", changed)
    assert (text.article, text.statement, text.what) == ("a-1", None, "text")
    assert text.expected != text.found
    assert content == Mismatch(
        "a-1",
        "s-a-1-77",
        "content",
        "We shall not wait, … for anybody.",
        "We shall not halt, … for anybody.",
    )


def test_a_text_that_only_moved_is_found(tamper: Tamper) -> None:
    """One code point more at the front, and no span covers what it covered, in any analysis."""
    found = tamper("UPDATE articles SET text = ' ' || text WHERE key = 'a-2'")
    assert [each.what for each in found] == ["text", *["source", "cue", "content"] * 2]
    assert {each.article for each in found} == {"a-2"}


def test_a_changed_span_is_found(tamper: Tamper) -> None:
    """Where the text stands but a statement points elsewhere, the role is named."""
    (found,) = tamper(
        "UPDATE statements SET payload = replace(payload, '\"end\":125', '\"end\":124')"
        " WHERE article = 'a-1'"
    )
    assert found == Mismatch("a-1", "s-a-1-77", "cue", "said", "sai")


def test_a_lost_statement_is_found(tamper: Tamper) -> None:
    """An analysis knows how many statements it had."""
    assert tamper("DELETE FROM statements WHERE article = 'a-2' AND seq = 1") == [
        Mismatch("a-2", None, "statements", "2", "1")
    ]
