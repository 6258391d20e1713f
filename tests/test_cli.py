"""The command line: what each command prints, where, and with which exit status."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from redite import __version__
from redite.cli import main
from redite.commands.app import app

VELESH = (
    "Velmora will move two brigades to the border, Defence Minister Goran Velesh said on Monday. "
    '"The step is routine," he added.'
)
COPY = VELESH.replace("said on Monday", "said Monday")
DENIAL = 'Prime Minister Anneke Rostal said on Tuesday: "Ostlind will not be threatened."'


class Shell:
    """Runs commands in a folder with a ledger, and keeps what they printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.ledger = str(folder / "redite.db")
        self._capsys = capsys

    def run(self, *arguments: str, ledger: bool = True) -> tuple[int, str, str]:
        """Return exit status, standard output and standard error of one command."""
        self._capsys.readouterr()
        status = main([*arguments, *(["--ledger", self.ledger] if ledger else [])])
        out, err = self._capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    def write(self, name: str, content: object) -> str:
        """Write a file, as JSON unless it is a text, and return its path."""
        path = self.folder / name
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        return str(path)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell in an empty folder."""
    return Shell(tmp_path, capsys)


@pytest.fixture
def filled(shell: Shell) -> Shell:
    """A shell whose ledger holds three articles, one of them a copy."""
    articles = [
        {"id": "1", "publisher": "Halden Wire", "published": "2024-03-04", "text": VELESH},
        {"id": "2", "publisher": "Lisk Courier", "published": "2024-03-05", "text": COPY},
        {"id": "3", "publisher": "Hallen Post", "published": "2024-03-05", "text": DENIAL},
    ]
    lines = "\n".join(json.dumps(article) for article in articles)
    assert shell.run("ingest", shell.write("a.jsonl", lines))[0] == 0
    return shell


def test_version_is_printed(shell: Shell) -> None:
    """`redite --version` prints name and version."""
    assert shell.run("--version", ledger=False)[:2] == (0, f"redite {__version__}\n")


def test_help_is_what_comes_without_a_command(shell: Shell) -> None:
    """Who types the name alone is told what there is, as an answer and not as an error."""
    status, out, err = shell.run(ledger=False)
    assert (status, err) == (0, "")
    assert "ingest" in out


def commands() -> list[tuple[str, ...]]:
    """Return the words that call each command, those in groups included."""
    found = []
    for names, group in [
        ((), app),
        *(((g.name,), g.typer_instance) for g in app.registered_groups),
    ]:
        assert group is not None
        for command in group.registered_commands:
            assert command.callback is not None
            called = command.name or command.callback.__name__
            found.append((*(name for name in names if name), called))
    return found


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_has_help_and_an_example(shell: Shell, command: tuple[str, ...]) -> None:
    """Help names what a command does and shows one use of it; `-h` is help, too."""
    status, out, _ = shell.run(*command, "--help", ledger=False)
    assert status == 0
    assert f"Example: redite {' '.join(command)}" in out
    assert shell.run(*command, "-h", ledger=False) == (0, out, "")


def test_a_refusal_names_the_help_that_tells_more(shell: Shell) -> None:
    """That of the command, where one was meant."""
    for arguments, help in ((["trace"], "redite trace --help"), (["trade"], "redite --help")):
        status, _, err = shell.run(*arguments, ledger=False)
        assert status == 2
        assert f"({help} tells more)" in err


def test_ingest_says_what_became_of_every_item(shell: Shell) -> None:
    """The counts of the summary add up, and go to standard error."""
    path = shell.write("a.json", {"text": VELESH})
    status, out, err = shell.run("ingest", path, path)
    assert (status, out) == (0, "")
    assert "this run: 2 items: 1 already known, 1 taken in" in err
    assert "on record: 1 item: 1 kept, 0 rejected" in err


def test_rejected_input_is_named_and_exits_with_1(shell: Shell) -> None:
    """A bad file does not stop the good ones, and is named with its reason."""
    good, bad = shell.write("a.json", {"text": VELESH}), shell.write("b.json", '{"text": 5}')
    status, _, err = shell.run("ingest", bad, good)
    assert status == 1
    assert f"rejected: {bad}" in err
    assert "1 taken in" in err


def test_missing_file_is_rejected_by_name(shell: Shell) -> None:
    """A path that does not exist is an outcome like any other."""
    status, _, err = shell.run("ingest", str(shell.folder / "nothing.json"))
    assert status == 1
    assert "nothing.json" in err


def test_quiet_says_nothing(shell: Shell) -> None:
    """With --quiet a run that went well prints nothing at all."""
    path = shell.write("a.json", {"text": VELESH})
    assert shell.run("ingest", path, "--quiet") == (0, "", "")


def test_statements_are_exported_as_the_contract_says(filled: Shell) -> None:
    """One object a line, every span equal to its slice, evidence among the lines."""
    status, out, err = filled.run("export", "--what", "statements", "--format", "jsonl")
    assert (status, err) == (0, "")
    statements = [json.loads(line) for line in out.split("\n") if line]
    texts = {"1": VELESH, "2": COPY, "3": DENIAL}
    assert {s["article"]["id"] for s in statements} == set(texts)
    ids = {s["id"] for s in statements}
    for statement in statements:
        for role in ("source", "cue", "content"):
            for span in statement[role]:
                text = texts[statement["article"]["id"]]
                assert text[span["start"] : span["end"]] == span["text"]
        assert statement["verdict"]["label"] == "new" or statement["verdict"]["against"]
        assert {e["statement"] for e in statement["verdict"]["against"]} <= ids
    assert {s["speaker"]["name"] for s in statements} == {"Goran Velesh", "Anneke Rostal"}
    assert {s["article"]["duplicate_of"] for s in statements} == {None, "1"}


def test_articles_are_exported_with_their_outcome(filled: Shell) -> None:
    """Texts come back unchanged; a rejected item is exported with its reason."""
    filled.run("ingest", filled.write("x.txt", "123 456"))
    _, out, _ = filled.run("export", "--what", "articles")
    articles = [json.loads(line) for line in out.split("\n") if line]
    assert {a["text"] for a in articles} >= {VELESH, COPY, DENIAL}
    outcomes = sorted(a["outcome"] for a in articles)
    assert outcomes == ["duplicate", "kept", "kept", "rejected"]


def test_export_leaves_out_what_another_run_has_just_taken_in(
    filled: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that came after judging has no outcome yet; it is in the next export."""
    _, before, _ = filled.run("export", "--what", "articles")
    with monkeypatch.context() as running:
        running.setattr("redite.commands.intake.settle", lambda *_: 0)
        running.setattr("redite.commands.ledgers.settle", lambda *_: 0)
        late = filled.write("late.txt", "Spokesman Milos Tarn said that no date had been set.")
        assert filled.run("ingest", late)[0] == 0
        status, out, _ = filled.run("export", "--what", "articles")
    assert (status, out) == (0, before)
    assert len(filled.run("export", "--what", "articles")[1].splitlines()) == 4


def test_brief_cites_spans_of_stored_texts(filled: Shell) -> None:
    """Every sentence of the JSON brief cites at least one span that exists."""
    _, out, _ = filled.run(
        "brief", "--since", "2024-03-04", "--until", "2024-03-05", "--format", "json"
    )
    brief = json.loads(out)
    lengths = {"1": len(VELESH), "2": len(COPY), "3": len(DENIAL)}
    assert brief["sentences"]
    for sentence in brief["sentences"]:
        assert sentence["cites"]
        for cite in sentence["cites"]:
            assert 0 <= cite["start"] < cite["end"] <= lengths[cite["article"]]


@pytest.mark.parametrize("format", ["md", "html"])
def test_brief_is_written_for_people_too(filled: Shell, format: str) -> None:
    """Markdown and HTML quote the words and name the speaker."""
    _, out, _ = filled.run("brief", "--since", "2024-03-01", "--format", format)
    assert "Goran Velesh" in out
    assert "two brigades" in out


def test_search_finds_statements_by_words_and_filters(filled: Shell) -> None:
    """All words must occur; filters narrow."""
    _, out, _ = filled.run("search", "brigades", "--format", "json")
    assert len(json.loads(out)) == 2
    _, out, _ = filled.run("search", "brigades", "--speaker", "Rostal", "--format", "json")
    assert json.loads(out) == []


def test_trace_tells_the_reports_of_a_statement(filled: Shell) -> None:
    """The copy shows up as another report of the same utterance."""
    _, out, _ = filled.run("export", "--what", "statements")
    first = json.loads(out.split("\n")[0])["id"]
    status, out, _ = filled.run("trace", first)
    assert status == 0
    assert "Halden Wire" in out
    assert "Lisk Courier" in out


def test_due_lists_announced_dates_as_they_stand_on_a_day(shell: Shell) -> None:
    """Open until its day, then unknown; the last day on record where none is asked about."""
    text = "The bridge will be rebuilt by 1 June, Defence Minister Goran Velesh said on Monday."
    shell.run("ingest", shell.write("a.json", {"published": "2024-03-05", "text": text}))
    status, out, err = shell.run("due", "--format", "json")
    (line,) = json.loads(out)
    assert (status, err) == (0, "")
    assert (line["speaker"], line["due"], line["status"]) == ("Goran Velesh", "2024-06-01", "open")
    _, out, _ = shell.run("due", "--on", "2024-06-02", "--format", "json")
    assert json.loads(out)[0]["status"] == "unknown"
    _, out, _ = shell.run("due")
    assert "Announced dates as they stand on 2024-03-05" in out
    _, out, _ = shell.run("due", "--format", "ics")
    assert "DTSTART;VALUE=DATE:20240601" in out
    _, out, _ = shell.run("export", "--what", "statements")
    assert json.loads(out)["deadline"] == {"phrase": "by 1 June", "due": "2024-06-01"}


def test_verify_finds_a_text_that_was_tampered_with(filled: Shell) -> None:
    """A span that no longer matches its text is a mismatch, and exit status 1."""
    assert filled.run("verify")[0] == 0
    database = sqlite3.connect(filled.ledger)
    for (name,) in database.execute(
        "select name from sqlite_master where type = 'trigger'"
    ).fetchall():
        database.execute(f"drop trigger {name}")
    table = "articles"
    database.execute(f"update {table} set text = replace(text, 'two', 'six')")
    database.commit()
    database.close()
    status, _, err = filled.run("verify")
    assert status == 1
    assert "mismatch" in err


def test_read_needs_no_ledger_and_keeps_the_text(shell: Shell) -> None:
    """`read` prints one line an article, its text unchanged, and leaves no file behind."""
    path = shell.write("a.json", {"id": "x", "text": VELESH, "published": "2024-03-04"})
    status, out, _ = shell.run("read", path, "--format", "jsonl", ledger=False)
    line = json.loads(out)
    assert (status, line["id"], line["text"]) == (0, "x", VELESH)
    assert len(line["attributions"]) == 2
    assert {"estimates", "deadlines", "context_links", "damage"} <= line.keys()
    assert not Path(shell.ledger).exists()


def test_read_shows_spans_in_html(shell: Shell) -> None:
    """The page holds the text with its roles marked."""
    path = shell.write("a.json", {"text": VELESH})
    _, out, _ = shell.run("read", path, "--format", "html", ledger=False)
    assert out.lower().startswith("<!doctype html>")
    assert "Defence Minister Goran Velesh" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "--what", "nonsense"],
        ["brief", "--since", "30 February"],
        ["brief", "--since", "2024-03-05", "--until", "2024-03-04"],
        ["search", "brigades", "--since", "2024-03-05", "--until", "2024-03-04"],
        ["search", "brigades", "--verdict", "nonsense"],
        ["due", "--on", "30 February"],
        ["trace", "s-nothing"],
        ["search"],
        ["unknown"],
    ],
)
def test_wrong_usage_exits_with_2_and_says_why(filled: Shell, arguments: list[str]) -> None:
    """What makes no sense is refused in a sentence."""
    status, out, err = filled.run(*arguments, ledger=arguments != ["unknown"])
    assert (status, out) == (2, "")
    assert err.startswith("redite: ")
    assert "went wrong inside" not in err


def test_missing_ledger_exits_with_2_and_names_the_way_out(shell: Shell) -> None:
    """Reading a ledger that is not there says how to make one."""
    status, _, err = shell.run("brief")
    assert status == 2
    assert "redite ingest" in err
    assert not Path(shell.ledger).exists()


def test_ledger_from_the_environment(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """REDITE_LEDGER names the ledger where --ledger does not."""
    monkeypatch.setenv("REDITE_LEDGER", shell.ledger)
    assert shell.run("ingest", shell.write("a.json", {"text": VELESH}), ledger=False)[0] == 0
    assert Path(shell.ledger).exists()


def test_interrupted_run_says_how_to_go_on(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with a sentence and the status that shells expect."""

    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("redite.pipeline.settle", interrupt)
    status, out, err = shell.run("ingest", shell.write("a.txt", VELESH))
    assert (status, out) == (130, "")
    assert "run the same command to go on" in err


@pytest.mark.skipif(os.name == "nt", reason="a pipe breaks otherwise there")
def test_output_into_a_closed_pipe_is_no_error(shell: Shell) -> None:
    """`redite export … | head -1` ends in silence, and with 0: nothing was rejected."""
    many = "\n".join(json.dumps({"text": f"{VELESH} {number}"}) for number in range(400))
    assert shell.run("ingest", shell.write("a.jsonl", many), "--model", "rules")[0] == 0
    command = [sys.executable, "-m", "redite", "export", "--what", "articles"]
    with subprocess.Popen(
        [*command, "--ledger", shell.ledger], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert (running.stderr.read(), running.wait()) == (b"", 0)


def test_output_to_a_full_disk_is_named(filled: Shell) -> None:
    """A device without space is an error in words, not a traceback."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    command = (
        f"{sys.executable} -m redite export --what articles --ledger {filled.ledger} > /dev/full"
    )
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_date_in_the_future_is_kept_as_unknown_and_said_so(shell: Shell) -> None:
    """An article from the year 2203 is kept; its date is not believed, and a note says so."""
    path = shell.write("a.json", {"id": "x", "published": "2203-01-01", "text": VELESH})
    status, _, err = shell.run("ingest", path)
    assert status == 0
    assert "2203" in err
    _, out, _ = shell.run("export", "--what", "articles")
    assert json.loads(out)["dated"] is False
