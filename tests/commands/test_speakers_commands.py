"""The commands `speakers …`: people's decisions about who is who, and how they last."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from redite import pipeline
from redite.cli import main
from redite.store import open_store
from redite.values import Judgement

ARTICLES = [
    ("1", "Halden Wire", "en", '"The guns stay," Defence Minister Goran Velesh said on Monday.'),
    ("2", "Tarsk Courier", "ru", "«Пушки остаются», — заявил министр обороны Горан Велеш."),
    ("3", "Hallen Post", "en", '"The Marshal decides alone," Defence Minister Pavlo Kremen said.'),
    ("4", "Lisk Courier", "en", '"We will not leave," Ivo Orvan said on Tuesday.'),
]


class Shell:
    """Runs commands on one ledger."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.ledger, self._capsys = folder, str(folder / "redite.db"), capsys

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Return exit status, standard output and standard error."""
        self._capsys.readouterr()
        status = main([*arguments, "--ledger", self.ledger])
        out, err = self._capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    def ingest(self, articles: list[tuple[str, str, str, str]]) -> None:
        """Take articles in."""
        lines = [
            {"id": i, "publisher": p, "language": code, "published": f"2024-03-0{i}", "text": t}
            for i, p, code, t in articles
        ]
        path = self.folder / "articles.jsonl"
        path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
        assert self.run("ingest", str(path), "--model", "rules")[0] == 0

    def names(self) -> dict[str, set[str]]:
        """Return the names that each speaker goes by, by the name that is printed."""
        listed = json.loads(self.run("speakers", "list", "--format", "json")[1])
        return {one["name"]: {name["name"] for name in one["names"]} for one in listed}

    def show(self, speaker: str) -> dict[str, Any]:
        """Return one speaker."""
        shown: dict[str, Any] = json.loads(
            self.run("speakers", "show", speaker, "--format", "json")[1]
        )
        return shown

    def correct(self, *arguments: str) -> str:
        """Make a correction and return its id."""
        status, out, err = self.run("speakers", *arguments, "--who", "Mira")
        assert (status, out) == (0, ""), err
        return err.partition(":")[0]


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A ledger with three people, one of them in two scripts."""
    shell = Shell(tmp_path, capsys)
    shell.ingest(ARTICLES)
    return shell


def test_speakers_are_listed_with_the_names_they_go_by(shell: Shell) -> None:
    """Scripts meet in one speaker, and each name says why."""
    assert shell.names()["Goran Velesh"] == {"Goran Velesh", "Горан Велеш"}
    reasons = {name["name"]: name["reason"] for name in shell.show("Велеш")["names"]}
    assert "after transliteration" in " ".join(reasons.values())
    assert shell.run("speakers", "list", "velesh")[1].count("\n") == 1
    assert "Goran Velesh (person)" in shell.run("speakers", "show", "Velesh")[1]


def test_a_merge_holds_and_can_be_taken_back(shell: Shell) -> None:
    """Merged speakers are one, with the other's name; undone they are two again."""
    before = shell.names()
    shell.correct("merge", "Ivo Orvan", "Pavlo Kremen")
    assert shell.names()["Pavlo Kremen"] == before["Pavlo Kremen"] | before["Ivo Orvan"]
    shown = shell.show("Pavlo Kremen")
    assert [(c["kind"], c["who"]) for c in shown["corrections"]] == [("speakers.merge", "Mira")]
    assert "by Mira on " in {n["name"]: n["reason"] for n in shown["names"]}["Ivo Orvan"]
    shell.correct("undo")
    assert shell.names() == before


def test_a_merge_outlives_new_articles_and_new_analyses(shell: Shell) -> None:
    """What a person decided holds for what comes later, and settling again changes nothing."""
    shell.correct("merge", "Ivo Orvan", "Velesh")
    shell.ingest([*ARTICLES, ("5", "Post", "en", '"Never," Ivo Orvan told reporters.')])
    assert shell.run("reanalyse", "--model", "rules")[0] == 0
    assert shell.names()["Goran Velesh"] >= {"Goran Velesh", "Горан Велеш", "Ivo Orvan"}
    store = open_store(shell.ledger, create=False)

    def clock() -> datetime:
        return datetime(2024, 4, 1, tzinfo=UTC)

    try:
        pipeline.settle(store, clock)
        assert pipeline.settle(store, clock) == 0
        decided = [d.decision for d in store.judgements().values()]
    finally:
        store.close()
    assert any(isinstance(j, Judgement) and "by Mira" in j.reason for j in decided)


def test_a_name_that_is_somebody_elses_is_split_off(shell: Shell) -> None:
    """The machine put two names together; a person tells them apart, and a trace says who."""
    shell.correct("split", "Velesh", "--name", "Горан Велеш")
    names = shell.names()
    assert names["Goran Velesh"] == {"Goran Velesh"}
    assert names["Горан Велеш"] == {"Горан Велеш"}
    statement = shell.show("Горан Велеш")["last"][0]
    assert "told apart from Goran Velesh by Mira" in shell.run("trace", statement)[1]


def test_a_statement_is_split_off_and_stays_so(shell: Shell) -> None:
    """One statement of a namesake gets a speaker of its own, after a new analysis, too."""
    statement = shell.show("Velesh")["last"][0]
    shell.correct("split", "Velesh", "--statement", statement)
    assert shell.run("reanalyse", "--model", "rules")[0] == 0
    listed = json.loads(shell.run("speakers", "list", "--format", "json")[1])
    alone = [one for one in listed if shell.show(one["id"])["last"] == [statement]]
    assert len(alone) == 1
    assert shell.show("Горан Велеш" if alone[0]["name"] == "Goran Velesh" else "Goran Velesh")


def test_an_alias_stands_for_its_speaker(shell: Shell) -> None:
    """A name that no rule could tie to a person is tied by one, for later articles as well."""
    shell.correct("alias", "Kremen", "Ivo Orvan")
    assert "Ivo Orvan" in shell.names()["Pavlo Kremen"]
    shell.ingest([("6", "Post", "en", '"Never," Ivo Orvan told reporters.')])
    assert shell.show("Pavlo Kremen")["statements"] == 3


def test_the_last_word_counts(shell: Shell) -> None:
    """A name that was merged and then split off again is apart."""
    shell.correct("merge", "Ivo Orvan", "Velesh")
    shell.correct("split", "Velesh", "--name", "Ivo Orvan")
    assert shell.names()["Ivo Orvan"] == {"Ivo Orvan"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["merge", "Nobody Atall", "Velesh"], "no speaker on record is called 'Nobody Atall'"),
        (["merge", "Velesh", "Горан Велеш"], "are one speaker already"),
        (["split", "Velesh"], "say what is somebody else's"),
        (["split", "Velesh", "--name", "Igor"], "is not met as 'Igor'"),
        (["split", "Ivo Orvan", "--name", "Ivo Orvan"], "nobody would be left"),
        (["split", "Velesh", "--statement", "s-none"], "has no one statement"),
        (["alias", "Velesh", " "], "an alias needs words"),
        (["undo"], "has made no correction"),
        (["undo", "k-none"], "no correction of this sort"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused_in_words(
    shell: Shell, arguments: list[str], told: str
) -> None:
    """Nothing is written, the status is 2, and the message names what was asked."""
    before = shell.names()
    status, out, err = shell.run("speakers", *arguments, "--who", "Mira")
    assert (status, out) == (2, "")
    assert told in err
    assert shell.names() == before


def test_a_name_that_may_be_several_asks_for_the_id(shell: Shell) -> None:
    """Two bearers of a surname are both named, with their ids."""
    shell.ingest([("7", "Post", "en", '"No," Prime Minister Irena Velesh said on Friday.')])
    status, _, err = shell.run("speakers", "merge", "Velesh", "Kremen", "--who", "Mira")
    assert status == 2
    assert "give the id" in err
    assert "Irena Velesh" in err


def test_every_verb_has_help_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    """Help of each verb shows one use of it."""
    for verb in ("list", "show", "merge", "split", "alias", "undo"):
        assert main(["speakers", verb, "--help"]) == 0
        assert f"Example: redite speakers {verb}" in capsys.readouterr().out
