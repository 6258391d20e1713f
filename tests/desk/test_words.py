"""The words of the desk in every language."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from redite import lenses
from redite.desk import words
from tests.desk.ledger import opened

FOLDER = Path(str(files("redite.desk")))
OTHERS = [language for language in words.LANGUAGES if language != "en"]


def messages() -> Iterator[str | tuple[str, ...]]:
    """Yield every message that templates and pages mark, plurals as pairs."""
    methods = [("**.py", "python"), ("templates/**.j2", "jinja2")]
    options = {"templates/**.j2": {"newstyle_gettext": "true", "trim_blocks": "true"}}
    marked = {"_": None, "ngettext": (1, 2), "mark": None, "say": None}
    found = extract_from_dir(str(FOLDER), methods, options, marked)
    for _, _, message, _, _ in found:
        yield message if isinstance(message, str) else tuple(message)


def catalogue(language: str) -> Catalog:
    """Return the messages of one language."""
    return read_po(io.BytesIO((FOLDER / "locale" / language / "desk.po").read_bytes()))


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_is_translated(language: str) -> None:
    """No message is missing, empty or left over, in any language."""
    known = catalogue(language)
    wanted = set(messages())
    assert len(wanted) > 200
    there = {message.id for message in known if message.id}
    assert {m if isinstance(m, str) else tuple(m) for m in there} == wanted
    for message in known:
        said = (message.string,) if isinstance(message.string, str) else message.string
        assert all(said or ("",)) or not message.id, message.id


@pytest.mark.parametrize("language", OTHERS)
def test_translations_fill_in_the_same(language: str) -> None:
    """A translation names what its message names, in every plural form."""
    for message in catalogue(language):
        first = message.id if isinstance(message.id, str) else message.id[0]
        said = (message.string,) if isinstance(message.string, str) else message.string
        for each in said or ("",):
            if first:
                assert sorted(re.findall(r"%\(\w+\)s", each)) == sorted(
                    re.findall(r"%\(\w+\)s", first)
                ), message.id


def test_every_lens_is_told_in_words_for_translators() -> None:
    """What a lens takes in is said as its file says it, and so it is translated."""
    shipped = {name: lenses.load(name).description for name in lenses.shipped()}
    assert {name: each.split() for name, each in shipped.items()} == {
        name: each.split() for name, each in words.ABOUT.items()
    }
    assert words.LENSES.keys() == shipped.keys()


def test_plurals_follow_the_language() -> None:
    """Ukrainian has three forms, French puts nothing in the singular."""
    say = words.translations("uk").ngettext
    shown = [say("%(num)s statement", "%(num)s statements", n) % {"num": n} for n in (1, 3, 5, 21)]
    assert shown == ["1 твердження", "3 твердження", "5 тверджень", "21 твердження"]
    french = words.translations("fr").ngettext("%(num)s speaker", "%(num)s speakers", 0)
    assert french == "%(num)s locuteur"


def test_the_reader_gets_the_language_asked_for(tmp_path: Path) -> None:
    """The browser's first known language counts, what was chosen on the desk before it."""
    with opened(tmp_path / "story.db") as (desk, client):
        french = client.get("/stream", headers={"accept-language": "pt,fr-CA;q=0.8,en;q=0.5"})
        assert '<html lang="fr">' in french.text
        assert "Tout afficher" not in french.text
        assert ">Fil</h1>" in french.text
        given = {"token": desk.token.value, "who": "Мирослава", "lang": "uk", "back": "/stream"}
        chosen = client.post("/settings", data=given)
        assert '<html lang="uk">' in chosen.text
        assert 'value="Мирослава"' in chosen.text
        assert 'lang="en"' in client.get("/lenses").text
