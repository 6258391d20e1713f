"""The nominative of a declined name of a person."""

from __future__ import annotations

from typing import Any

from redite.text.nominative.dictionary import (
    LANGUAGES,
    OF_A_COUNTRY,
    capital,
    has,
    in_a_case,
    is_nominal,
    is_one,
    likely,
    parses_of,
    surely_declined,
)

_A = ("а", "я")
"""How men's names end in the genitive; women's do not."""
_OF_NO_CASE = ("ия", "ія")
"""How surnames end that the dictionary takes for genitives of strange ones ("Алания")."""
_VOWELS = frozenset("аеёиоуыэюяєії")
_HISSED = ("ги", "жи", "ки", "хи", "чи", "ши", "щи")


def nominative(name: str, language: str | None) -> str:
    """Return `name` in the nominative, as far as the dictionary can tell; else as it came.

    The case is read from the given name, since a surname alone is often ambiguous (Лаврова is
    his genitive and her nominative).

    >>> nominative("Ирены Далковой", "ru")
    'Ирена Далкова'
    """
    if language not in LANGUAGES or not name.strip():
        return name
    pieces = name.split()
    known = [parses_of(language, piece) for piece in pieces]
    if len(pieces) == 1:
        return _alone(pieces[0], known[0])
    gender = "masc"
    for parses in known:
        names = likely([p for p in parses if has(p, "Name") and in_a_case(p)])
        if not names:
            continue
        # "Аслана": his genitive, or her nominative; the surname tells.
        oblique = [p for p in names if not is_one(p, "nomn") and not has(p, "Fixd")]
        if len(oblique) < len(names) and not (oblique and surely_declined(known[-1])):
            return name
        gender = "femn" if "femn" in oblique[0].tag else "masc"
        if gender == "masc" and _is_hers(pieces, names, known[-1]):
            return name
        break
    else:
        if not all(surely_declined(parses) for parses in known):
            return name
    return " ".join(
        _declined(piece, parses, gender) or _strange(piece, parses, gender)
        for piece, parses in zip(pieces, known, strict=True)
    )


def _is_hers(pieces: list[str], names: list[Any], surname: list[Any]) -> bool:
    """Say whether a given name that reads like his in another case is hers: "Саломе", a strange
    one; "Эмине Тарн", for his surname would have an ending as well."""
    if surely_declined(surname) or not pieces[0].endswith("е"):
        return False
    strange = not any(p.is_known for p in names)
    return strange or pieces[-1][-1] not in _VOWELS


def nominative_of_owner(name: str, language: str | None) -> str:
    """Return the nominative of a name that stands in the genitive for certain ("по словам …").

    Alone it may read as a woman's nominative (Лаврова, Илона Маска); here it is a man's genitive.

    >>> nominative_of_owner("Лаврова", "ru")
    'Лавров'
    """
    pieces = name.split()
    # What ends in a consonant is a nominative itself (Маргус Цахкна).
    first = any(piece[-1] not in _VOWELS for piece in pieces)
    if language not in LANGUAGES or not name.endswith(_A) or first:
        return nominative(name, language)
    whole = len(pieces) > 1
    turned = [
        _of_owner(piece, parses_of(language, piece), whole=whole) if piece.endswith(_A) else piece
        for piece in pieces
    ]
    same = [one for one, piece in zip(turned, pieces, strict=True) if one == piece]
    if whole and any(one.endswith(_A) for one in same):
        return nominative(name, language)
    return " ".join(turned)


def _of_owner(word: str, parses: list[Any], *, whole: bool) -> str:
    """Return the nominative of a word that ends in "а" or "я" in the genitive."""
    if any(p.is_known and has(p, "Fixd") for p in parses):
        return word
    for parse in parses:
        hers = not has(parse, "masc") or not is_one(parse, "gent")
        form = None if hers or not has(parse, "NOUN") else parse.inflect({"nomn"})
        if form is not None:
            return capital(str(form.word))
    # A strange surname alone may be one that is not declined.
    return word[:-1] if whole and word.endswith("а") else word


def _alone(word: str, parses: list[Any]) -> str:
    if word.endswith(OF_A_COUNTRY):
        return f"{word[:-1]}я"
    strange = not any(p.is_known for p in parses)
    if not surely_declined(parses) or (strange and word.endswith(_OF_NO_CASE)):
        return word
    names = likely([p for p in parses if has(p, "Name") and not has(p, "plur")])
    women = bool(names) and all(has(p, "femn") for p in names)
    return _declined(word, parses, "femn" if women else "masc") or word


def _declined(word: str, parses: list[Any], gender: str) -> str:
    """Return the nominative of one declined word, preferring names of the right gender; or ""."""

    def rank(parse: Any) -> tuple[bool, bool]:  # noqa: ANN401
        named = has(parse, "Name") or has(parse, "Surn") or has(parse, "Patr")
        return (has(parse, gender), named)

    usable = [p for p in parses if _oblique(p) and (has(p, gender) or has(p, "ms-f"))]
    for parse in sorted(usable, key=rank, reverse=True):
        form = parse.inflect({"nomn", gender} if has(parse, "ADJF") else {"nomn"})
        if form is not None and (parse.is_known or _likely_surname(str(form.word), word)):
            return capital(str(form.word))
    return ""


def _strange(word: str, parses: list[Any], gender: str) -> str:
    """Return the nominative of a surname whose declension the dictionary does not know."""
    if word.endswith(OF_A_COUNTRY):
        return f"{word[:-1]}я"
    if gender == "masc" and word.endswith("а"):
        return word[:-1]  # a man's "Маска", beside a given name in the genitive
    # His surname is declined like hers (Шапши, Дуды); other strange ones in "и" are not declined.
    if not word.endswith("ы") and word[-2:] not in _HISSED:
        return word
    for parse in parses:
        form = parse.inflect({"nomn"}) if _oblique(parse) and has(parse, "NOUN") else None
        if form is not None and str(form.word).endswith("а"):
            return capital(str(form.word))
    return word


def _oblique(parse: Any) -> bool:  # noqa: ANN401
    """Say whether a word is read as one person's name may be that is declined here."""
    declined = in_a_case(parse) and not has(parse, "Fixd") and not has(parse, "nomn")
    return is_nominal(parse) and declined


def _likely_surname(form: str, word: str) -> bool:
    """Say whether a guess may be the nominative of a strange name.

    It is no longer than the word, and of one in "и" no woman's noun in "ь" (Моди) nor, of one in
    "ии", a man's in "ий" (Бжания).
    """
    strange = word[-1] in "иі" and form.endswith(("ь", "ий", "ій"))
    return len(form) <= len(word) and not strange
