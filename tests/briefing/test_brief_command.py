"""`redite brief` and `redite lens` on a ledger: options, formats, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redite.cli import main

ARTICLES = [
    {
        "id": "1",
        "publisher": "Halden Wire",
        "published": "2024-03-04",
        "language": "en",
        "text": 'Defence Minister Goran Velesh said on Monday: "The missiles stay where they are."',
    },
    {
        "id": "2",
        "publisher": "Hallen Post",
        "published": "2024-03-05",
        "language": "en",
        "text": 'Prime Minister Anneke Rostal said on Tuesday: "Ostlind will not be threatened."',
    },
]
LENS = "name: missiles\ndescription: Missiles.\nwords:\n  en: [missile*]\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a ledger of two articles, a lens and a calendar."""
    path = tmp_path_factory.mktemp("brief")
    (path / "a.jsonl").write_text("\n".join(map(json.dumps, ARTICLES)), encoding="utf-8")
    (path / "lens.yaml").write_text(LENS, encoding="utf-8")
    (path / "events.csv").write_text("date,event\n2024-03-04,vote\n", encoding="utf-8")
    ledger = ("--ledger", str(path / "redite.db"))
    assert main(["ingest", str(path / "a.jsonl"), "--model", "rules", "-q", *ledger]) == 0
    return path


def run(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return status, standard output and standard error of one command."""
    capsys.readouterr()
    status = main([*arguments, "--ledger", str(folder / "redite.db")])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return status, out, err


PERIOD = ("--since", "2024-03-01", "--until", "2024-03-08")


def test_a_lens_narrows_a_brief(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only what belongs to the subject is told, and the brief says which subject it was."""
    lens, calendar = str(folder / "lens.yaml"), str(folder / "events.csv")
    more = ("--lens", lens, "--calendar", calendar, "--format", "json")
    status, out, _ = run(folder, capsys, "brief", *PERIOD, *more)
    assert status == 0
    made = json.loads(out)
    assert made["lens"] == "missiles"
    assert len(made["sentences"]) == 1
    assert "The missiles stay where they are" in made["sentences"][0]["text"]
    assert made["series"][0]["events"] == [["2024-03-04", "vote"]]
    _, whole, _ = run(folder, capsys, "brief", *PERIOD, "--format", "json")
    assert len(json.loads(whole)["sentences"]) == 2


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "## New"), ("fr", "## Nouveau"), ("uk", "## Нове")]
)
def test_a_brief_is_written_in_three_languages(
    folder: Path, capsys: pytest.CaptureFixture[str], language: str, heading: str
) -> None:
    """`--language`; another one is wrong usage."""
    status, out, _ = run(folder, capsys, "brief", *PERIOD, "--language", language)
    assert status == 0
    assert heading in out
    assert run(folder, capsys, "brief", "--language", "xx")[0] == 2


@pytest.mark.parametrize("format", ["md", "html", "json"])
def test_full_briefs_come_in_every_format(
    folder: Path, capsys: pytest.CaptureFixture[str], format: str
) -> None:
    """`--full` and every format together."""
    status, out, _ = run(folder, capsys, "brief", *PERIOD, "--full", "--format", format)
    assert status == 0
    assert "Ostlind will not be threatened" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--calendar", "x.ics"), "needs --lens"),
        (("--lens", "nuclear", "--calendar", "none.ics"), "none.ics cannot be read"),
        (("--lens", "nonsense"), "no lens is called"),
        (("--since", "2024-03-09", "--until", "2024-03-01"), "swap them"),
    ],
)
def test_what_makes_no_sense_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    """Exit status 2, and a message that names the way out."""
    status, out, err = run(folder, capsys, "brief", *arguments)
    assert (status, out) == (2, "")
    assert told in err


def test_a_ledger_without_statements_gives_an_empty_brief(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With every option there is: nothing to report, and no error."""
    (folder / "b.txt").write_text("It rained on the strait all day.", encoding="utf-8")
    ledger = ("--ledger", str(folder / "empty.db"))
    assert main(["ingest", str(folder / "b.txt"), "--model", "rules", "-q", *ledger]) == 0
    capsys.readouterr()
    for more in ((), PERIOD, ("--lens", "nuclear", "--until", "2024-03-08", "--format", "html")):
        assert main(["brief", *more, *ledger]) == 0
        assert "nothing to report" in capsys.readouterr().out


def test_search_and_due_look_through_a_lens(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same subject narrows what is found."""
    lens = ("--lens", str(folder / "lens.yaml"))
    assert "missiles stay" in run(folder, capsys, "search", "stay", *lens)[1]
    assert "Nothing found" in run(folder, capsys, "search", "threatened", *lens)[1]
    assert run(folder, capsys, "due", *lens)[0] == 0


def test_lenses_are_listed_and_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`lens list` names those that are shipped; `lens check` counts, as text and as JSON."""
    assert main(["lens", "list"]) == 0
    assert "nuclear" in capsys.readouterr().out
    lens = str(folder / "lens.yaml")
    assert "Taken in: 1" in run(folder, capsys, "lens", "check", lens)[1]
    found = json.loads(run(folder, capsys, "lens", "check", lens, "--format", "json")[1])
    assert [len(found["taken"]), found["words"]] == [1, {"missiles": 1}]
