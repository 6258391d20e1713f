"""Profiles of outlets: the list we bring, and a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from redite.errors import LanguageDataError
from redite.outlets import is_outlet, known_outlet, load, outlet_key


def test_an_outlet_is_found_by_any_of_its_names() -> None:
    """Names in other scripts, and the article before a name, make no difference."""
    profile = load().named("ТАСС")
    assert profile is not None
    assert profile == load().named("TASS") == load().at("https://www.tass.ru/x/1")
    assert (profile.country, profile.state_owned) == ("RU", True)
    assert outlet_key("The New York Times") == outlet_key("new york times")
    assert known_outlet("Halden Wire") is None
    assert not is_outlet("")


def test_no_two_profiles_share_a_name_or_a_site() -> None:
    """Else it would depend on the order of the file whom a name means."""
    profiles = load().profiles
    keys = [outlet_key(name) for p in profiles for name in {p.name, *p.names}]
    assert {outlet_key(p.name) for p in profiles} == set(keys)
    assert len({p.name for p in profiles}) == len(profiles)
    sites = [site for p in profiles for site in p.sites]
    assert len(sites) == len(set(sites))
    for name in {form for p in profiles for form in (p.name, *p.names)}:
        bearers = {p.name for p in profiles if name in (p.name, *p.names)}
        assert len(bearers) == 1, name


def test_a_users_own_file_counts_for_more(tmp_path: Path) -> None:
    """It adds outlets, and replaces a profile of the same name."""
    own = tmp_path / "own.yaml"
    own.write_text(
        "outlets:\n"
        "  - {name: Halden Wire, country: XX, language: en, owner: private, sites: [halden.example]}\n"
        "  - {name: TASS, country: XX}\n",
        encoding="utf-8",
    )
    outlets = load(own)
    wire, replaced = outlets.at("https://news.halden.example/a"), outlets.named("TASS")
    assert wire is not None
    assert wire.state_owned is False
    assert replaced is not None
    assert (replaced.country, replaced.state_owned) == ("XX", None)


@pytest.mark.parametrize(
    "text",
    ["outlets: [{name: A, colour: red}]", "outlets: {", "outlets: [{}]", "- 1", "[" * 100_000],
    ids=["unknown key", "cut off", "no name", "no outlets", "nested without end"],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    """Whoever wrote it learns which file is wrong, and why."""
    own = tmp_path / "own.yaml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(LanguageDataError, match=r"own\.yaml"):
        load(own)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path that leads nowhere is no empty file."""
    with pytest.raises(LanguageDataError, match="nowhere"):
        load(tmp_path / "nowhere.yaml")
