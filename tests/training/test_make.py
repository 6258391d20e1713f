"""The recipe can be carried out: every step finds what it needs made before it."""

import subprocess
from pathlib import Path

import pytest
import yaml

from training.corpus.stories import ROOT
from training.make import HERE, RECIPE, Inputs, Step, carry_out, main, steps

RECIPE_NOW = yaml.safe_load(RECIPE.read_text(encoding="utf-8"))
NAMED = ("wheel", "polnear", "dev", "scorer", "parallel", "work", "out", "pairs")
GIVEN = Inputs(*(Path(name) for name in NAMED))


def test_every_step_reads_only_what_an_earlier_one_made() -> None:
    """Data, starting weights and the run that ships all come from steps before."""
    there: set[Path] = set()
    for step in steps(RECIPE_NOW, GIVEN):
        wanted = [Path(word) for word in step.command if word.endswith((".jsonl", ".pt"))]
        assert {path for path in wanted if path.is_relative_to("work")} <= there | {step.made}
        there.add(step.made)
    assert Path("out/large/version") in there
    assert Path("out/pairs/version") in there
    assert Path("pairs") in there


def test_the_pair_model_is_fitted_over_the_reader_that_was_just_made() -> None:
    """Its stories are held out from both, or what the reader says would be believed too much."""
    made = list(steps(RECIPE_NOW, GIVEN))
    commands = [step.command for step in made]
    exported = next(n for n, c in enumerate(commands) if c[:2] == ("training.export", "pairs"))
    (fitted,) = (n for n, c in enumerate(commands) if c[0] == "training.pairs.train")
    assert exported < fitted
    held = " ".join(RECIPE_NOW["pairs"]["held_out"])
    assert f"--held {held} --weights out" in " ".join(commands[fitted])
    readers = [" ".join(c) for c in commands if c[0] == "training.pairs.reader"]
    assert readers
    assert all(f"--held {held}" in line for line in readers)


def test_every_run_has_settings_and_every_story_is_told() -> None:
    """No name in the recipe stands for nothing."""
    for name in (*RECIPE_NOW["runs"], *RECIPE_NOW["pairs"]["runs"]):
        assert (HERE / "runs" / f"{name}.yaml").exists()
    named = (RECIPE_NOW["held_out"], RECIPE_NOW["recent"], RECIPE_NOW["pairs"]["held_out"])
    for story in (story for stories in named for story in stories):
        assert (ROOT / story).is_dir()
    assert not set(RECIPE_NOW["held_out"]) & set(RECIPE_NOW["recent"])


def test_a_run_from_one_made_later_is_refused() -> None:
    """The error names both."""
    wrong = {**RECIPE_NOW, "runs": {"mixed-12": {"start": "polnear-12", "train": ["corpus"]}}}
    with pytest.raises(ValueError, match="mixed-12 starts from polnear-12"):
        list(steps(wrong, GIVEN))


def test_what_was_stopped_is_done_again_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That a file is there does not count: it may be half of one, and a run's is there early."""
    todo = [Step((f"training.{name}",), tmp_path / name) for name in ("first", "second")]
    ran: list[str] = []

    def half(command: list[str], **_: object) -> None:
        ran.append(command[-1])
        todo[len(ran) - 1].made.touch()
        if command[-1] == "training.second":
            raise subprocess.CalledProcessError(-9, command)

    monkeypatch.setattr(subprocess, "run", half)
    with pytest.raises(subprocess.CalledProcessError):
        carry_out(iter(todo), tmp_path)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append(command[-1]))
    carry_out(iter(todo), tmp_path)
    carry_out(iter(todo), tmp_path)
    assert ran == ["training.first", "training.second", "training.second"]


def test_a_step_is_done_again_with_other_inputs_or_without_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same output from another text, or an output somebody took away, is not there."""
    ran: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append(command[3:]))
    made = tmp_path / "weights"
    for text in ("old.jsonl", "old.jsonl", "new.jsonl", "new.jsonl"):
        made.touch()
        carry_out(iter([Step(("training.train", text), made)]), tmp_path)
    made.unlink()
    carry_out(iter([Step(("training.train", "new.jsonl"), made)]), tmp_path)
    assert ran == [["old.jsonl"], ["new.jsonl"], ["new.jsonl"]]


def test_a_failure_is_told_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What failed has said why; the command says only which step it was."""

    def fail(command: list[str], **_: object) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(subprocess, "run", fail)
    assert main([f"--{name}={tmp_path / name}" for name in NAMED]) == 1
    assert capsys.readouterr().err.startswith("stopped: training.checkpoint")


def test_a_rehearsal_is_the_same_runs_on_fewer_texts() -> None:
    """Every training and export stays; all that a network reads goes through the sieve."""
    whole, few = ([step.command for step in steps(RECIPE_NOW, GIVEN, every)] for every in (1, 100))
    networks = ("training.train", "training.pairs.reader", "training.average", "training.export")
    assert [c for c in few if c[0] in networks] == [c for c in whole if c[0] in networks]
    sieved = [c[-1] for c in few if c[0] == "training.sampled"]
    assert sorted(sieved) == sorted(c[-1] for c in whole if c[-1].startswith("work/data"))


def test_a_plan_is_printed_and_nothing_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line a command, in order; the folders stay empty."""
    assert main([*(f"--{name}={tmp_path / name}" for name in NAMED), "--plan"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("python -m training.checkpoint")
    assert lines[-1].startswith("python -m training.try_weights")
    assert not list(tmp_path.iterdir())
