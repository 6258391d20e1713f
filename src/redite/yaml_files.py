"""YAML: files that redite brings, read fast, and those of strangers, read with care."""

from __future__ import annotations

from typing import Any

import yaml

# The C loader is many times faster; not every build of PyYAML has it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_ours(text: str) -> Any:  # noqa: ANN401
    """Return what a file of ours holds; raises `yaml.YAMLError`."""
    return yaml.load(text, _LOADER)


def parse_theirs(text: str) -> Any:  # noqa: ANN401
    """Return what a user's file holds; raises `yaml.YAMLError`.

    The C loader ends the program where lists are nested too deeply.
    """
    try:
        return yaml.safe_load(text)
    except (RecursionError, ValueError) as error:
        raise yaml.YAMLError(f"it cannot be read as YAML: {error}") from None
