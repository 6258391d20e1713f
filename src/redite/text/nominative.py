"""The nominative of a declined Russian or Ukrainian name, by the dictionaries of pymorphy3.

The dictionaries are large; they are loaded when first asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from redite.names.given import is_given

LANGUAGES = ("ru", "uk")

_BEFORE_HEAD = 4
"""Words of a body's name among which its head is looked for."""
_USUALLY_MANY = ("силы", "сили", "власти", "службы", "служби", "войска", "війська", "СМИ")
"""Endings of bodies that are named in the plural."""
_OF_A_MAN = ("ова", "ева", "єва", "ина", "іна", "їна")
"""How surnames of men end in the genitive, as those of women do in the nominative."""
_OF_A_COUNTRY = ("ии", "ії")
"""How countries end in the genitive (Велмории); hardly any surname does."""
_A = ("а", "я")
"""How men's names end in the genitive; women's do not."""
_VOWELS = frozenset("аеёиоуыэюяєії")
_HISSED = ("ги", "жи", "ки", "хи", "чи", "ши", "щи")
"""How a name in "а" ends in the genitive where no "ы" may stand."""
_CYRILLIC = re.compile(r"[\u0400-\u052f\u0301'’ʼ-]+")


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
    known = [_parses(language, piece) for piece in pieces]
    if len(pieces) == 1:
        return _alone(pieces[0], known[0])
    gender = "masc"
    for parses in known:
        names = _likely([p for p in parses if _has(p, "Name") and _in_a_case(p)])
        if not names:
            continue
        # "Аслана": his genitive, or her nominative; the surname tells.
        oblique = [p for p in names if not _is(p, "nomn") and not _has(p, "Fixd")]
        if len(oblique) < len(names) and not (oblique and _surely_declined(known[-1])):
            return name
        gender = "femn" if "femn" in oblique[0].tag else "masc"
        break
    else:
        if not all(_surely_declined(parses) for parses in known):
            return name
    return " ".join(
        _declined(piece, parses, gender) or _strange(piece, parses, gender)
        for piece, parses in zip(pieces, known, strict=True)
    )


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
        _of_owner(piece, _parses(language, piece), whole=whole) if piece.endswith(_A) else piece
        for piece in pieces
    ]
    same = [one for one, piece in zip(turned, pieces, strict=True) if one == piece]
    if whole and any(one.endswith(_A) for one in same):
        return nominative(name, language)
    return " ".join(turned)


def _of_owner(word: str, parses: list[Any], *, whole: bool) -> str:
    """Return the nominative of a word that ends in "а" or "я" in the genitive."""
    if any(p.is_known and _has(p, "Fixd") for p in parses):
        return word
    for parse in parses:
        hers = not _has(parse, "masc") or not _is(parse, "gent")
        form = None if hers or not _has(parse, "NOUN") else parse.inflect({"nomn"})
        if form is not None:
            return _capital(str(form.word))
    # A strange surname alone may be one that is not declined.
    return word[:-1] if whole and word.endswith("а") else word


def nominative_body(name: str, language: str | None) -> str:
    """Return the name of a body in the nominative: its head and the adjectives before it.

    >>> nominative_body("Фрахтовой палаты Велморы", "ru")
    'Фрахтовая палата Велморы'
    """
    if language not in LANGUAGES:
        return name
    words = name.split()
    adjectives: list[tuple[str, list[Any]]] = []
    for at, word in enumerate(words[:_BEFORE_HEAD]):
        parses = _parses(language, word)
        heads = [p for p in parses if _has(p, "NOUN")]
        describing = [p for p in parses if _has(p, "ADJF")]
        if describing and parses[0] in describing:
            adjectives.append((word, describing))
            continue
        agreeing = [p for p in heads if all(any(_agree(p, a) for a in d) for _, d in adjectives)]
        if not adjectives:  # of a strange word by itself the dictionary only guesses the case
            agreeing = [p for p in agreeing if p.is_known]
        if not adjectives and not word.endswith(_USUALLY_MANY):
            # One prosecutors' office speaks, not several: "прокуратуры" is its genitive.
            alone = [p for p in agreeing if not _has(p, "plur")]
            agreeing = alone or agreeing
        if not agreeing or any(_has(p, "nomn") for p in agreeing):
            return name
        head = agreeing[0]
        form = head.inflect({"nomn", "plur" if _has(head, "plur") else "sing"})
        if form is None:
            return name
        turned = [_adjective_of(form, word, describing) for word, describing in adjectives]
        return " ".join([*turned, _as_printed(str(form.word), word), *words[at + 1 :]])
    return name


def _adjective_of(noun: Any, printed: str, describing: list[Any]) -> str:  # noqa: ANN401
    wanted = {"nomn", "plur"} if _has(noun, "plur") else {"nomn", _gender_in(noun)}
    form = describing[0].inflect(wanted)
    return printed if form is None else _as_printed(str(form.word), printed)


def _agree(noun: Any, adjective: Any) -> bool:  # noqa: ANN401
    """Say whether a noun and an adjective share case, number and, of one, gender."""
    if not any(_has(noun, case) and _has(adjective, case) for case in _ALL_CASES):
        return False
    if _has(noun, "plur") or _has(adjective, "plur"):
        return _has(noun, "plur") and _has(adjective, "plur")
    return _has(adjective, _gender_in(noun))


def _gender_in(parse: Any) -> str:  # noqa: ANN401
    return next((gender for gender in ("masc", "femn", "neut") if _has(parse, gender)), "masc")


def _as_printed(form: str, printed: str) -> str:
    """Return a form with the capitals of the word that was printed."""
    if printed[:2].isupper():
        return form.upper()
    return form.capitalize() if printed[:1].isupper() else form


def gender_of(name: str, language: str | None) -> str | None:
    """Return "m" or "f" where the dictionary knows the given name, else None."""
    if language not in LANGUAGES:
        return None
    for piece in name.split():
        genders = {
            "f" if _has(p, "femn") else "m"
            for p in _likely([p for p in _parses(str(language), piece) if _has(p, "Name")])
            if _has(p, "femn") or _has(p, "masc")
        }
        if len(genders) == 1:
            return genders.pop()
    return None


def is_given_name(word: str, language: str | None) -> bool:
    """Say whether the dictionary holds `word` as a given name, in any case."""
    return language in LANGUAGES and any(
        # Of words it does not know the dictionary guesses by their endings: no evidence.
        p.is_known and _has(p, "Name") and p.score > 0.1
        for p in _parses(str(language), word)
    )


def is_feminine_noun(word: str, language: str | None) -> bool:
    """Say whether the dictionary reads `word` as a noun of women only ("представительница")."""
    if language not in LANGUAGES:
        return False
    nouns = [p for p in _parses(str(language), word) if _has(p, "NOUN")]
    return bool(nouns) and all(_has(p, "femn") and _has(p, "anim") for p in nouns)


def is_animate_noun(word: str, language: str | None) -> bool:
    """Say whether the dictionary reads `word` first as a noun for people or animals."""
    first = _parses(str(language), word)[:1] if language in LANGUAGES else []
    return any(_has(p, "NOUN") and _has(p, "anim") for p in first)


def is_declined_noun(word: str, language: str | None) -> bool:
    """Say whether the dictionary holds `word` as a noun, and never as a nominative."""
    known = [p for p in _parses(str(language), word) if p.is_known] if language in LANGUAGES else []
    return any(_has(p, "NOUN") for p in known) and not any(_has(p, "nomn") for p in known)


def is_plural_noun(word: str, language: str | None) -> bool:
    """Say whether the dictionary reads `word` as a noun in the plural, and not otherwise."""
    if language not in LANGUAGES:
        return False
    nouns = [p for p in _parses(str(language), word) if _has(p, "NOUN")]
    return bool(nouns) and all(_has(p, "plur") for p in nouns)


def _leads(words: list[str], language: str) -> bool:
    """Say whether the first word of a run is no name: a title, an adverb, a noun before two."""
    if not is_no_name(words[0], language):
        return False
    known = [p for p in _parses(language, words[0]) if p.is_known]
    leading = ("NOUN", "ADJF", "ADVB", "PREP", "CONJ", "PRCL", "VERB")
    return any(_has(p, part) for p in known for part in leading)


def is_no_name(word: str, language: str | None) -> bool:
    """Say whether the dictionary holds `word`, of whatever part of speech, and as nobody's name.

    Of a compound the last part tells ("пресс-секретарь").
    """
    if language not in LANGUAGES or is_given(word):
        return False
    first, _, last = word.rpartition("-")
    parses = _parses(language, last) if first and last.islower() else []
    if any(_has(p, "NOUN") for p in parses) and not any(_has(p, "ADJF") for p in parses):
        word = last  # but "Тарн-старший" is a name
    known = [p for p in _parses(str(language), word) if p.is_known]
    names = ("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Fixd", "Prop")
    return bool(known) and not any(_has(p, name) for p in known for name in names)


def is_place(word: str, language: str | None) -> bool:
    """Say whether the dictionary holds `word` as the name of a place and of nobody."""
    if language not in LANGUAGES:
        return False
    known = [p for p in _parses(str(language), word) if p.is_known]
    return any(_has(p, "Geox") for p in known) and not any(
        _has(p, "Name") or _has(p, "Surn") for p in known
    )


def dictionary_forms(word: str, language: str | None) -> frozenset[str]:
    """Return the forms under which the dictionary lists `word`, in lower case; may be empty.

    Readings that the dictionary only guesses count where it knows none.
    """
    if language not in LANGUAGES:
        return frozenset()
    parses = _parses(str(language), word)
    known = [p for p in parses if p.is_known]
    return frozenset(str(p.normal_form) for p in (known or parses))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which the dictionary reads a word."""

    part: str
    """Part of speech, as the dictionary abbreviates it: NOUN, ADJF, PREP, VERB …"""
    cases: tuple[str, ...]
    """nomn, gent, datv, accs, ablt, loct; none for what has no case."""
    sure: bool
    """The dictionary holds the word, and does not guess it by its ending."""
    plural: bool = False
    proper: bool = False
    """It is the name of a person, a place or a body."""

    @property
    def noun(self) -> bool:
        """Say whether it is a noun."""
        return self.part == "NOUN"

    @property
    def nominal(self) -> bool:
        """Say whether it has cases: nouns, adjectives, participles, pronouns, numerals."""
        return bool(self.cases)


@lru_cache(maxsize=16_384)
def readings(word: str, language: str | None) -> tuple[Reading, ...]:
    """Return how the dictionary reads a word, the likeliest first; nothing in other languages."""
    if language not in LANGUAGES:
        return ()
    return tuple(
        Reading(
            str(p.tag).replace(" ", ",").split(",")[0],
            tuple(case for case in _ALL_CASES if _has(p, case)),
            bool(p.is_known),
            _has(p, "plur"),
            any(_has(p, mark) for mark in _PROPER),
        )
        for p in _parses(str(language), word)
    )


@lru_cache(maxsize=16_384)
def lemmas(word: str, language: str | None) -> frozenset[str]:
    """Return the dictionary forms that a word may be one of; nothing in other languages.

    >>> sorted(lemmas("заявили", "ru"))
    ['заявить']
    """
    if language not in LANGUAGES:
        return frozenset()
    return frozenset(str(parse.normal_form) for parse in _parses(str(language), word))


_PROPER = ("Name", "Surn", "Patr", "Geox", "Orgn")
_ALL_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


def is_future(word: str, language: str | None) -> bool:
    """Say whether the dictionary reads `word` as a verb in the future tense, first of all."""
    if language not in LANGUAGES:
        return False
    first = _parses(str(language), word)[:1]
    return any(p.is_known and _has(p, "futr") for p in first)


def is_first_person(word: str, language: str | None) -> bool:
    """Say whether the dictionary reads `word` as a verb in the first person, first of all."""
    if language not in LANGUAGES:
        return False
    first = _parses(str(language), word)[:1]
    return any(p.is_known and _has(p, "1per") for p in first)


@lru_cache(maxsize=4096)
def subjects_of(word: str, language: str | None) -> frozenset[str]:
    """Return whom a verb or a short participle may be said of: "m", "f", "n", or "many".

    Nothing for other words and other languages, and where the first or second person speaks.
    """
    first = _parses(str(language), word)[:1] if language in LANGUAGES else []
    if not first or not first[0].is_known or not (_has(first[0], "VERB") or _has(first[0], "PRTS")):
        return frozenset()
    if _has(first[0], "1per") or _has(first[0], "2per") or _has(first[0], "impr"):
        return frozenset()
    if _has(first[0], "plur"):
        return frozenset({"many"})
    genders = {"masc": "m", "femn": "f", "neut": "n"}
    told = {short for gender, short in genders.items() if _has(first[0], gender)}
    return frozenset(told or genders.values())


def without_places(words: list[str], language: str | None) -> list[str]:
    """Return a run of capitals without the places before the person ("Турции Эрдоган")."""
    if language not in LANGUAGES or len(words) < 2 or words[0].isascii():
        return words
    for at, word in enumerate(words[:-1]):
        if at and is_given_name(word, language):
            return words[at:]
        if at == 0 and is_given_name(word, language) and not is_place(word, language):
            return words
    kept = list(words)
    # A title, or the noun that begins a sentence ("Посланец Кремен", "Интервью Ирены Далковой").
    while len(kept) > 1 and _leads(kept, language):
        kept.pop(0)
    while len(kept) > 1 and (is_place(kept[0], language) or _declined_first(kept, language)):
        kept.pop(0)
    return kept[-2:] if len(kept) > 3 else kept


def is_dependent(name: str, role: str, language: str | None, *, related: bool = False) -> bool:
    """Say whether a name after a role stands for another person or a place in the genitive.

    Args:
        related: the role is that of somebody's own people ("пресс-секретарь"): then a name that
            may be a genitive is one.
    """
    if language not in LANGUAGES or role.isascii() or name.isascii():
        return False
    words = name.split()
    if len(words) == 1 and (is_place(words[0], language) or words[0].endswith(_OF_A_COUNTRY)):
        return True
    telling = words[:1] if len(words) > 1 and is_given_name(words[0], language) else words
    if related and len(words) == 1 and words[0].endswith(_OF_A_MAN):
        return not _surely_declined(_parses(language, role))
    declined = all(_surely_declined(_parses(language, word)) for word in telling)
    return declined and not _surely_declined(_parses(language, role))


def _declined_first(words: list[str], language: str) -> bool:
    parses = _parses(language, words[0])
    if len(words) == 2 and not any(p.is_known for p in parses):
        return False  # an unknown given name is as likely as an unknown place
    return _surely_declined(_parses(language, words[0])) and not _surely_declined(
        _parses(language, words[1])
    )


def _alone(word: str, parses: list[Any]) -> str:
    if word.endswith(_OF_A_COUNTRY):
        return f"{word[:-1]}я"
    if not _surely_declined(parses):
        return word
    names = _likely([p for p in parses if _has(p, "Name") and not _has(p, "plur")])
    women = bool(names) and all(_has(p, "femn") for p in names)
    return _declined(word, parses, "femn" if women else "masc") or word


def _surely_declined(parses: list[Any]) -> bool:
    # A person is one: readings in the plural, or as an abbreviation, are guesses from the ending
    # of an unknown name.
    nouns = [p for p in parses if _nominal(p) and _in_a_case(p) and not _has(p, "Abbr")]
    return bool(nouns) and not any(_is(p, "nomn") for p in nouns)


def _in_a_case(parse: Any) -> bool:  # noqa: ANN401
    """Say whether a word is read in the singular, and not as a form of address ("Илон!")."""
    return not _has(parse, "plur") and any(_has(parse, case) for case in _ALL_CASES)


def _declined(word: str, parses: list[Any], gender: str) -> str:
    """Return the nominative of one declined word, preferring names of the right gender; or ""."""

    def rank(parse: Any) -> tuple[bool, bool]:  # noqa: ANN401
        named = _has(parse, "Name") or _has(parse, "Surn") or _has(parse, "Patr")
        return (_has(parse, gender), named)

    usable = [p for p in parses if _oblique(p) and (_has(p, gender) or _has(p, "ms-f"))]
    for parse in sorted(usable, key=rank, reverse=True):
        form = parse.inflect({"nomn", gender} if _has(parse, "ADJF") else {"nomn"})
        if form is not None and (parse.is_known or _likely_surname(str(form.word), word)):
            return _capital(str(form.word))
    return ""


def _strange(word: str, parses: list[Any], gender: str) -> str:
    """Return the nominative of a surname whose declension the dictionary does not know."""
    if word.endswith(_OF_A_COUNTRY):
        return f"{word[:-1]}я"
    if gender == "masc" and word.endswith("а"):
        return word[:-1]  # a man's "Маска", beside a given name in the genitive
    # His surname is declined like hers (Шапши, Дуды); other strange ones in "и" are not declined.
    if not word.endswith("ы") and word[-2:] not in _HISSED:
        return word
    for parse in parses:
        form = parse.inflect({"nomn"}) if _oblique(parse) and _has(parse, "NOUN") else None
        if form is not None and str(form.word).endswith("а"):
            return _capital(str(form.word))
    return word


def _oblique(parse: Any) -> bool:  # noqa: ANN401
    """Say whether a word is read as one person's name may be that is declined here."""
    declined = _in_a_case(parse) and not _has(parse, "Fixd") and not _has(parse, "nomn")
    return _nominal(parse) and declined


def _likely_surname(form: str, word: str) -> bool:
    """Say whether a guess may be the nominative of a strange name.

    It is no longer than the word, and of one in "и" no woman's noun in "ь" (Моди) nor, of one in
    "ии", a man's in "ий" (Бжания).
    """
    strange = word[-1] in "иі" and form.endswith(("ь", "ий", "ій"))
    return len(form) <= len(word) and not strange


def _capital(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))


def _nominal(parse: Any) -> bool:  # noqa: ANN401
    return _has(parse, "NOUN") or _has(parse, "ADJF")


def _likely(parses: list[Any]) -> list[Any]:
    """Return the readings that the dictionary's counts put far above the others."""
    best = max((p.score for p in parses), default=0)
    return [p for p in parses if p.score >= best / 2]


def _is(parse: Any, case: str) -> bool:  # noqa: ANN401
    return _has(parse, case) and not _has(parse, "plur")


def _has(parse: Any, grammeme: str) -> bool:  # noqa: ANN401
    # The two dictionaries know different grammemes, and asking a tag for a strange one raises.
    return grammeme in str(parse.tag).replace(" ", ",").split(",")


@lru_cache(maxsize=8192)
def _parsed(language: str, word: str) -> tuple[Any, ...]:
    # pymorphy3 asks the name of every character that is neither Cyrillic nor a mark it knows, and
    # raises where there is none.
    if not _CYRILLIC.fullmatch(word):
        return ()
    return tuple(_analyser(language).parse(word[:60])[:12])


def _parses(language: str, word: str) -> list[Any]:
    return list(_parsed(language, word))


@lru_cache(maxsize=2)
def _analyser(language: str) -> Any:  # noqa: ANN401
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)
