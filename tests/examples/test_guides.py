"""The guides under docs/ name what the program has."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest
import yaml

import redite.lang
from redite.lang import languages
from redite.values import Label, SpeakerKind

DOCS = Path(__file__).parents[2] / "docs"


def test_words_explain_every_label_and_kind() -> None:
    """Each verdict and each kind of speaker has its place in docs/words.md."""
    text = (DOCS / "words.md").read_text(encoding="utf-8")
    for name in (*Label, *SpeakerKind):
        assert f"`{name.value}`" in text


@pytest.mark.parametrize("language", languages())
def test_language_guide_names_every_section(language: str) -> None:
    """The guide's table of sections is that of every language file."""
    guide = (DOCS / "how_to_add_a_language.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE))
    file = resources.files(redite.lang) / f"{language}.yaml"
    assert set(yaml.safe_load(file.read_text(encoding="utf-8"))) == named


@pytest.mark.parametrize("guide", ["how_to_add_a_language", "how_to_add_an_intake_format"])
def test_guides_name_files_that_exist(guide: str) -> None:
    """A path that a guide sends its reader to is there."""
    text = (DOCS / f"{guide}.md").read_text(encoding="utf-8")
    root = DOCS.parent
    for path in re.findall(r"`((?:src|tests|examples)/[\w/.]+)`", text):
        assert (root / path).exists(), path
    for module in re.findall(r"`((?:lang|intake)/\w+\.py)`", text):
        assert (root / "src" / "redite" / module).exists(), module
