"""The recipe can be carried out: every step finds what it needs made before it."""

from pathlib import Path

import pytest
import yaml

from training.corpus.stories import ROOT
from training.make import HERE, RECIPE, Inputs, Step, main, steps

RECIPE_NOW = yaml.safe_load(RECIPE.read_text(encoding="utf-8"))
GIVEN = Inputs(
    *(Path(name) for name in ("wheel", "polnear", "dev", "scorer", "parallel", "work", "out"))
)


def test_every_step_reads_only_what_an_earlier_one_made() -> None:
    """Data, starting weights and the run that ships all come from steps before."""
    there: set[Path] = set()
    for step in steps(RECIPE_NOW, GIVEN):
        wanted = [Path(word) for word in step.command if word.endswith((".jsonl", ".pt"))]
        assert {path for path in wanted if path.is_relative_to("work")} <= there | {step.made}
        there.add(step.made)
    assert Path("out/large/encoder.onnx") in there
    assert Path("out/pairs/encoder.onnx") in there


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


def test_a_run_that_was_stopped_is_not_done(tmp_path: Path) -> None:
    """Weights of an epoch are there long before the log tells of the end."""
    step = Step(("training.train",), tmp_path / "best.pt")
    assert not step.done
    step.made.touch()
    (tmp_path / "log.jsonl").write_text('{"event": "dev"}\n', encoding="utf-8")
    assert not step.done
    (tmp_path / "log.jsonl").write_text('{"event": "dev"}\n{"event": "end"}\n', encoding="utf-8")
    assert step.done


def test_a_plan_is_printed_and_nothing_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line a command, in order; the folders stay empty."""
    named = [f"--{name}={tmp_path / name}" for name in Inputs.__dataclass_fields__]
    assert main([*named, "--plan"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("python -m training.checkpoint")
    assert "training.export pairs" in lines[-1]
    assert not list(tmp_path.iterdir())
