"""Language knowledge: one YAML file a language, which a linguist can edit without programming.

A file has one top-level section a stage that needs words. The shape of a section is a pydantic
model in the module of the same name beside it (`redite.lang.attribution` for `attribution:`),
which checks the section when it is loaded and names file, key and rule when it is broken.
docs/how_to_add_a_language.md takes a newcomer through it.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from redite.errors import LanguageDataError
from redite.yaml_files import parse_ours

Section = TypeVar("Section", bound=BaseModel)


@cache
def languages() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of the languages that have a file, sorted."""
    folder = resources.files(__name__)
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def begun() -> tuple[str, ...]:
    """Return the codes of the languages that have only some sections so far, sorted.

    Their files lie in `begun/`. `words` reads those sections; no stage may count on the others.
    """
    folder = resources.files(__name__) / "begun"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def words(language: str, section: str, model: type[Section]) -> Section:
    """Return one section of one language's file as `model`; loaded once.

    Raises:
        LanguageDataError: the file has no such section, or the section breaks the model's rules.
    """
    return _words(language, section, model)  # type: ignore[return-value]


@cache
def _words(language: str, section: str, model: type[BaseModel]) -> BaseModel:
    data = _file(language)
    if section not in data:
        raise LanguageDataError(f"{language}.yaml has no section {section!r}; add one")
    try:
        return model.model_validate(data[section])
    except ValidationError as error:
        broken = "; ".join(
            f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()
        )
        raise LanguageDataError(f"{language}.yaml, section {section!r}: {broken}") from None


@cache
def _file(language: str) -> dict[str, object]:
    folder = resources.files(__name__)
    path = (folder / "begun" if language in begun() else folder) / f"{language}.yaml"
    try:
        data = parse_ours(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        known = ", ".join(languages())
        raise LanguageDataError(f"no language file {language}.yaml; there are: {known}") from None
    except yaml.YAMLError as error:
        raise LanguageDataError(f"{language}.yaml is not valid YAML: {error}") from None
    if not isinstance(data, dict):
        raise LanguageDataError(f"{language}.yaml must hold sections, one a stage")
    return data
