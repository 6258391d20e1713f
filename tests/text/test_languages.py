"""Language identification, and when it abstains."""

import pytest

from redite.text.languages import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the bridge would be reopened in May.", "en"),
        ("Le ministre a déclaré que le pont serait rouvert en mai.", "fr"),
        ("Міністр заявив, що міст знову відкриють у травні.", "uk"),
        ("Министр заявил, что мост снова откроют в мае.", "ru"),
        ("Der Minister sagte, die Brücke werde im Mai wieder geöffnet.", "de"),
        ("Ministr řekl, že most bude v květnu znovu otevřen.", "cs"),
        ("Minister powiedział, że most zostanie otwarty w maju.", "pl"),
    ],
)
def test_language_is_recognised(text: str, language: str) -> None:
    """A plain sentence is enough."""
    assert find_language(text) == language


@pytest.mark.parametrize("text", ["", "OK", "12:45 — 300 %", "Velesh?!", "https://a.example/ru"])
def test_abstains_where_there_is_too_little(text: str) -> None:
    """Names, numbers and addresses belong to no language."""
    assert find_language(text) is None


def test_declared_language_decides_short_texts() -> None:
    """What the input declared is better than nothing."""
    assert find_language("Velesh: no!", declared="de-AT") == "de"


def test_clear_text_overrules_a_wrong_declaration() -> None:
    """A page template's language tag often is not the text's."""
    assert find_language("Министр заявил, что мост откроют в мае.", declared="en") == "ru"
