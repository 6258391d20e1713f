"""What is settled, when a command has taken in or corrected something, and what need not be."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from redite import pipeline
from redite.cli import main
from redite.commands import ledgers
from redite.models.rules import RuleTagger
from redite.store import open_store
from redite.values import Document

SAID = "Spokesman Milos Tarn said that the dam at Hallen would be finished in October."


class Bench:
    """A folder with an input and a ledger, and how often that ledger was settled in full."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.ledger = str(folder / "redite.db")
        self._input = folder / "a.json"
        self.settled = 0
        settle = pipeline.settle

        def counted(*arguments: object) -> int:
            self.settled += 1
            return settle(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(pipeline, "settle", counted)

    def ingest(self, text: str = SAID) -> int:
        """Take in one article, and return how often that settled the ledger."""
        self._input.write_text(json.dumps({"id": "1", "published": "2024-03-04", "text": text}))
        before = self.settled
        arguments = ("--model", "rules", "--quiet", "--ledger", self.ledger)
        assert main(["ingest", str(self._input), *arguments]) == 0
        return self.settled - before


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Return a bench with one article taken in."""
    made = Bench(tmp_path, monkeypatch)
    assert made.ingest() == 1
    return made


def test_nothing_new_is_not_judged_again(bench: Bench) -> None:
    """Another article is; then again nothing."""
    assert bench.ingest() == 0
    assert bench.ingest(SAID.replace("October", "December")) == 1
    assert bench.ingest() == 0


def test_what_another_program_took_in_is_judged(bench: Bench) -> None:
    """It may have been killed before it could do so itself."""
    with closing(open_store(bench.ledger, create=False)) as store:
        other = Document(text=SAID, origin="other", id="2")
        list(pipeline.take_in([other], store, RuleTagger(), ledgers.now))
    assert bench.ingest() == 1
    assert bench.ingest() == 0


def test_a_reader_judges_what_another_program_left(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing was left, it does not even read all to see that."""
    with closing(open_store(bench.ledger, create=False)) as store:
        other = Document(text=SAID, origin="other", id="2")
        list(pipeline.take_in([other], store, RuleTagger(), ledgers.now))
    with ledgers.settled(bench.ledger, quiet=True) as store:
        assert not pipeline.unsettled(store)
    assert bench.settled == 2
    monkeypatch.setattr(pipeline, "unsettled", None)
    with ledgers.settled(bench.ledger, quiet=True):
        assert bench.settled == 2


def test_without_the_note_all_is_settled_again(bench: Bench) -> None:
    """What lies beside a ledger may be deleted, or damaged: it saves time only."""
    Path(bench.ledger + ".judged").unlink()
    assert bench.ingest() == 1
    Path(bench.ledger + ".judged").write_bytes(b"no database")
    assert bench.ingest() == 1


def test_another_program_settles_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where code or word lists are others, so may the verdicts be, whatever the versions say."""
    monkeypatch.setattr("redite.store.settled._program", lambda models: b"of tomorrow")
    assert bench.ingest() == 1
    assert bench.ingest() == 0


def test_a_folder_is_taken_in_without_the_ledger_that_lies_in_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor what lies beside it; what is called otherwise, or named outright, is looked at."""
    folder = Path(bench.ledger).parent
    monkeypatch.chdir(folder)
    arguments = ("--model", "rules", "--ledger", "redite.db")
    assert main(["ingest", ".", *arguments]) == 0
    assert "this run: 1 item: 1 already known" in capsys.readouterr().err
    (folder / "inner").mkdir()
    (folder / "inner" / "redite.db").write_text("Goran Velesh said that he would not come.")
    assert main(["ingest", ".", *arguments]) == 0
    assert "this run: 2 items: 1 already known, 1 taken in" in capsys.readouterr().err
    assert main(["ingest", "redite.db", *arguments]) == 1
    assert "rejected: redite.db: not a text but an SQLite database" in capsys.readouterr().err
