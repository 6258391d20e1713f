"""The nominative of a declined name of a body."""

from __future__ import annotations

from typing import Any

from redite.text.nominative.dictionary import CASES, LANGUAGES, has, parses_of
from redite.text.nominative.readings import readings

_BEFORE_HEAD = 4
"""Words of a body's name among which its head is looked for."""
_USUALLY_MANY = (
    *("силы", "сили", "власти", "службы", "служби", "войска", "війська", "сми"),
    *("вести", "вісті", "ведомости", "відомості", "известия", "новости", "новини"),
)
"""Endings of bodies, and of papers, that are named in the plural."""
_ONE_OF_MANY = {"ru": ("ции", "ция"), "uk": ("ції", "ція")}
"""How a strange body's name ends in its other cases, and in the nominative: it is no plural."""


def nominative_group(words: str, language: str | None, *, governed: bool = False) -> str:
    """Return words that describe somebody in the nominative, without a preposition before them.

    Args:
        governed: they depend on a noun or a preposition, and so stand in another case.

    >>> nominative_group("в морской компании", "ru")
    'морская компания'
    """
    pieces = words.split()
    while len(pieces) > 1 and _governs(pieces[0], language):
        governed = True
        pieces.pop(0)
    if not governed and _may_be_subject(pieces, language):
        return words
    called = nominative_body(" ".join(pieces), language)
    if governed and called == " ".join(pieces) and language in LANGUAGES:
        return _people_called(pieces, language)
    return called


def _people_called(pieces: list[str], language: str) -> str:
    """Return people in the genitive as they are called, where no noun of the dictionary heads
    their words: "украинских военных", "опрошенных нами тарсанцев", "одного из них"."""
    turned: list[str] = []
    if len(pieces) == 1 and any(has(p, "Apro") for p in parses_of(language, pieces[0])):
        return pieces[0]  # "которых" stands for somebody else
    for at, piece in enumerate(pieces):
        word = piece.rstrip(",")
        parses = parses_of(language, word) if word.islower() else []
        if not parses or has(parses[0], "PREP"):
            return " ".join([*turned, *pieces[at:]] if turned else pieces)
        if has(parses[0], "NPRO"):
            turned.append(piece)
            continue
        noun = any(has(p, "NOUN") and not has(p, "Subx") for p in parses[:1])
        wanted = [
            p for p in parses[: 1 if noun else None] if has(p, "gent") and _told(p, noun=noun)
        ]
        number = "plur" if wanted and has(wanted[0], "plur") else "masc"
        form = wanted[0].inflect({"nomn", number}) if wanted else None
        behind = parses_of(language, pieces[at + 1]) if word != piece and pieces[at + 1 :] else []
        if form is None or (behind and has(behind[0], "PRTF")):
            return " ".join(pieces)  # what is said of them behind a comma would have to turn, too
        turned.append(str(form.word) + piece[len(word) :])
        if noun or word != piece:
            return " ".join([*turned, *pieces[at + 1 :]])
    return " ".join(turned)


def _told(parse: Any, *, noun: bool) -> bool:  # noqa: ANN401
    """Say whether a parse is several people by a noun, or anybody by what is said of them."""
    if noun:
        return has(parse, "plur")
    return (has(parse, "ADJF") or has(parse, "PRTF")) and not has(parse, "femn")


def _governs(word: str, language: str | None) -> bool:
    return any(reading.part == "PREP" for reading in readings(word, language)[:1])


def _may_be_subject(pieces: list[str], language: str | None) -> bool:
    """Say whether the first noun may be a nominative, of one or of several ("певицы")."""
    for piece in pieces[:_BEFORE_HEAD]:
        known = readings(piece, language)
        if not known or not known[0].nominal:
            return True
        if known[0].noun:
            return any(reading.noun and "nomn" in reading.cases for reading in known)
    return True


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
        if word.isupper() and not name.isupper():
            return name  # "АКРА" is no genitive
        parses = parses_of(language, word)
        heads = [p for p in parses if has(p, "NOUN")]
        describing = [p for p in parses if has(p, "ADJF")]
        if describing and parses[0] in describing:
            adjectives.append((word, describing))
            continue
        agreeing = [p for p in heads if all(any(_agree(p, a) for a in d) for _, d in adjectives)]
        if not adjectives:  # of a strange word by itself the dictionary only guesses the case
            agreeing = [p for p in agreeing if p.is_known]
        if not adjectives and not word.casefold().endswith(_USUALLY_MANY):
            # One prosecutors' office speaks, not several: "прокуратуры" is its genitive.
            alone = [p for p in agreeing if not has(p, "plur")]
            agreeing = alone or agreeing
        if not agreeing and not adjectives and word.endswith(_ONE_OF_MANY[language][0]):
            one = word.removesuffix(_ONE_OF_MANY[language][0]) + _ONE_OF_MANY[language][1]
            return " ".join([one, *words[at + 1 :]])
        if not agreeing or any(has(p, "nomn") for p in agreeing):
            return name
        head = agreeing[0]
        # The Ukrainian dictionary does not mark what is one.
        number = {mark for mark in ("plur", "sing") if has(head, mark)}
        form = head.inflect({"nomn", *number})
        if form is None:
            return name
        turned = [_adjective_of(form, word, describing) for word, describing in adjectives]
        return " ".join([*turned, _as_printed(str(form.word), word), *words[at + 1 :]])
    return name


def _adjective_of(noun: Any, printed: str, describing: list[Any]) -> str:  # noqa: ANN401
    wanted = {"nomn", "plur"} if has(noun, "plur") else {"nomn", _gender_in(noun)}
    form = describing[0].inflect(wanted)
    return printed if form is None else _as_printed(str(form.word), printed)


def _agree(noun: Any, adjective: Any) -> bool:  # noqa: ANN401
    """Say whether a noun and an adjective share case, number and, of one, gender."""
    if not any(has(noun, case) and has(adjective, case) for case in CASES):
        return False
    if has(noun, "plur") or has(adjective, "plur"):
        return has(noun, "plur") and has(adjective, "plur")
    return has(adjective, _gender_in(noun))


def _gender_in(parse: Any) -> str:  # noqa: ANN401
    return next((gender for gender in ("masc", "femn", "neut") if has(parse, gender)), "masc")


def _as_printed(form: str, printed: str) -> str:
    """Return a form with the capitals of the word that was printed."""
    if printed[:2].isupper():
        return form.upper()
    return form.capitalize() if printed[:1].isupper() else form
