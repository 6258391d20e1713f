"""Which names of ministries, institutes and agencies are one body's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from redite import lang
from redite.lang.speakers import Speakers
from redite.names.sounds import sounds
from redite.outlets import known_outlet
from redite.text.office_phrases import read_body

_SHORT_FORM = re.compile(r"^(.*\S)\s*\(([^\W\d_]{2,8})\)$")


def body_groups(
    counts: Mapping[str, Counter[str | None]],
) -> list[tuple[str, Sequence[str]]]:
    """Return the names that belong together, each group with what its id is made of.

    Ministries, states and the bodies most in the news share a key in every language (see
    `redite.text.office_phrases.read_body`), and so do outlets on the list of profiles. Other names
    of equal words are one body. A short form joins the names that explain it ("Institute
    for Border Studies (IBS)") unless two names of one language explain it differently.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    explained: dict[str, dict[str | None, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, languages in counts.items():
        match = _SHORT_FORM.match(name)
        shared = _shared(name, languages)
        if shared is not None:
            groups[shared].append(name)
            continue
        if match:
            for language in languages:
                explained[match.group(2).casefold()][language].add(_key(match.group(1)))
        groups[_key(match.group(1) if match else name)].append(name)
    target: dict[str, str] = {}
    for short, by_language in sorted(explained.items()):
        if all(_agree(keys) for keys in by_language.values()):
            for keys in by_language.values():
                target.update((key, f"short form {short}") for key in keys)
            target[_key(short)] = f"short form {short}"
    merged: dict[str, list[str]] = defaultdict(list)
    for key, names in groups.items():
        merged[target.get(key, key)] += names
    return [(key, sorted(merged[key])) for key in sorted(merged)]


def _shared(name: str, languages: Iterable[str | None]) -> str | None:
    """Return the key that a well-known body has whatever the language, or None."""
    short = _SHORT_FORM.match(name)
    forms = (name, *(short.groups() if short else ()))
    outlet = next((found for form in forms if (found := known_outlet(form)) is not None), None)
    if outlet is not None:
        return f"outlet {outlet}"
    # A name may be printed as in another language than the text around it.
    spoken = sorted({language for language in languages if language is not None} | {"en"})
    keys = {key for form in forms for code in spoken if (key := read_body(form, code)) is not None}
    return f"body {keys.pop()}" if len(keys) == 1 else None


def _key(name: str) -> str:
    pieces = re.findall(r"[^\W_]+", name.casefold())
    telling = (sounds(piece) or piece for piece in pieces if piece not in _small())
    return " ".join(telling) or name.casefold()


@cache
def _small() -> frozenset[str]:
    """Return the small words of all languages: a name may stand in a text of another."""
    sections = [lang.words(code, "speakers", Speakers) for code in lang.languages()]
    return frozenset(word for section in sections for word in section.body_links)


def _agree(keys: set[str]) -> bool:
    """Say whether all share at least half of their words with the first."""
    first, *others = sorted(keys)
    want = set(first.split())
    return all(
        2 * len(want & set(key.split())) >= min(len(want), len(set(key.split()))) for key in others
    )
