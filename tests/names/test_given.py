"""What given names tell."""

from redite.names.given import is_given, sex_of


def test_a_given_name_tells_the_sex_in_any_script_and_case() -> None:
    """Names that both may bear tell none, and neither do strange ones."""
    assert [sex_of(name) for name in ("Olena", "Олена", "Сергею", "Goran")] == ["f", "f", "m", "m"]
    assert [sex_of(name) for name in ("Sasha", "Velmora")] == [None, None]
    assert is_given("Sasha")
    assert not is_given("Velmora")
