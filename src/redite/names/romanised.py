"""Names in Cyrillic as English and French papers write them, by the standard of the field.

>>> romanised("Данила Егоршин", "ru", "fr")
'Danila Egorchine'
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from redite.yaml_files import parse_ours

Table = tuple[re.Pattern[str], tuple[dict[str, str], ...]]

_UKRAINIAN, _RUSSIAN = frozenset("іїєґ"), frozenset("ыэёъ")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NAME = re.compile(r"[а-яёіїєґА-ЯЁІЇЄҐ'’ʼ.\- ]+")
_WORD = re.compile(r"[^\W\d_]+")


def is_cyrillic(name: str) -> bool:
    """Say whether a name has a letter of the Cyrillic script."""
    return _CYRILLIC.search(name) is not None


@lru_cache(maxsize=4096)
def romanised(name: str, written_in: str | None, language: str) -> str | None:
    """Return a name in Latin letters; None where there is no rule for the language or a letter.

    A name that came into Cyrillic from elsewhere is followed by what was printed: its own spelling
    is not to be had from that.

    Args:
        name: What a text calls somebody.
        written_in: The language of that text; letters that only one language has go before.
        language: The language whose readers are to read it.
    """
    name = unicodedata.normalize("NFC", name)
    letters = set(name.lower())
    origin = "uk" if written_in == "uk" else "ru"
    if letters & _UKRAINIAN:
        origin = "uk"
    elif letters & _RUSSIAN:
        origin = "ru"
    table = _tables().get((language, origin))
    if table is None or not is_cyrillic(name) or _NAME.fullmatch(name) is None:
        return None
    latin = _in_latin(name, table)
    return latin if _is_native(name) else f"{latin} ({name})"


def _in_latin(name: str, table: Table) -> str:
    pattern, values = table

    def letter(match: re.Match[str]) -> str:
        at = match.lastindex or 0
        found = values[at - 1].get(match[0], values[at - 1].get("", ""))
        return found[:1].upper() + found[1:] if name[match.start()].isupper() else found

    small = name.lower()
    return pattern.sub(letter, small) if len(small) == len(name) else name


def _is_native(name: str) -> bool:
    given, endings = _native()
    words = [word.lower().replace("ё", "е") for word in _WORD.findall(name)]
    return bool(words) and (words[0] in given or words[-1].endswith(endings))


@cache
def _native() -> tuple[frozenset[str], tuple[str, ...]]:
    listed = _file()["native"]
    return frozenset(listed["given"].split()), tuple(listed["endings"].split())


@cache
def _tables() -> dict[tuple[str, str], Table]:
    found = {}
    for language in ("en", "fr"):
        for origin, rules in _file()[language].items():
            patterns, values = [], []
            for rule in rules:
                if isinstance(rule, dict):
                    patterns.append("[" + "".join(rule) + "]")
                    values.append(rule)
                else:
                    pattern, latin = rule
                    patterns.append(pattern)
                    values.append(latin if isinstance(latin, dict) else {"": latin})
            whole = re.compile("|".join(f"({pattern})" for pattern in patterns))
            found[language, origin] = (whole, tuple(values))
    return found


@cache
def _file() -> dict[str, Any]:
    text = files("redite.names").joinpath("romanised.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = parse_ours(text)
    return found
