"""Sayings of one event and of two, by what the passages around them name."""

from __future__ import annotations

import pytest

from redite.briefing.events import one_event
from redite.briefing.solid import shows
from redite.values import Label, Record
from tests.exports.build import World, article

SAID = "ранены пять женщин"


def told(text: str, speaker: str = "Irena Dalkova", language: str = "ru") -> Record:
    """Return a report of five hurt women in this text."""
    return World().say(article(text, language=language), SAID, speaker=speaker)


HALLEN = told("Ночью обстрелян Хален. По данным врачей, ранены пять женщин.", "Jonas Hedrik")


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Удар пришёлся по Халену.\nВрачи сообщили, что ранены пять женщин.", True),
        ("Удар пришёлся по Тарску.\nВрачи сообщили, что ранены пять женщин.", False),
        ("Врачи сообщили, что ранены пять женщин.\nЕщё раз: читайте нас в Канале.", True),
        ("Ранее в Тарске.\n\nВрачи: ранены пять женщин.\nЧитайте нас в Халене.", False),
    ],
)
def test_passages_without_a_common_name_tell_of_two_events(text: str, one: bool) -> None:
    """The sentence before names the town; what stands below, or names nothing, decides nothing."""
    assert one_event(told(text), HALLEN, same_words=False) is one


def test_nothing_is_known_across_languages() -> None:
    """A name may be spelt otherwise in another language."""
    other = told(f"The news from Hallen: {SAID}.", language="en")
    assert one_event(other, told(f"Вести из Тарска: {SAID}."), same_words=False)


def test_hurt_elsewhere_is_no_echo() -> None:
    """The same words of another town by another speaker are not what was said before."""
    assert not shows(Label.ECHO, told(f"Вести из Тарска. По данным врачей, {SAID}."), HALLEN)
    assert shows(Label.ECHO, told(f"Вести из Халена. По данным врачей, {SAID}."), HALLEN)
