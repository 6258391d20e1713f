"""Names held against those that other texts print: "Velesha" where all others have "Velesh"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from redite.text.damage import Signs
from redite.text.stray_names import bare, sounded, strays_from
from redite.values import Article, Damage, DamageKind, Record, SpeakerKind

TOLD = 2
"""Other texts in which a name stands before a text is measured by it."""


class Names:
    """The full names that speakers go by in all texts, in every script."""

    def __init__(self, records: Sequence[Record], shown: Callable[[Article], Signs]) -> None:
        """Say with `shown` what signs of damage a text shows: its spellings then count nothing."""
        self._records = records
        self._shown = shown
        self._forms: dict[str, dict[str, set[str]]] = {}
        self._shapes: dict[str, str] = {}

    def not_attested(self, article: Article) -> Callable[[Damage], bool]:
        """Return what says of a flag that it is not on a name which other texts print so."""

        def holds(flag: Damage) -> bool:
            if flag.kind is not DamageKind.NAME:
                return True
            surname = flag.span.of(article.text).split()[-1]
            forms = self._spelled(bare(surname))
            return not any(
                form.split()[-1] == sounded(surname) and keys - {article.key}
                for form, keys in forms.items()
            )

        return holds

    def strays(self, article: Article) -> list[Damage]:
        """Return the names of an article that others print with another ending."""
        shown = self._shown(article)
        least = 1 if shown.count else TOLD
        have = [one.span for one in shown.damage]

        def known(stem: str) -> list[str]:
            told = {form: len(keys - {article.key}) for form, keys in self._spelled(stem).items()}
            # What a text that declines names gives for a nominative is partly guessed.
            fitting = sorted(
                (f for f in told if told[f] >= (TOLD if _declines(self._shape(f)) else 1)),
                key=lambda f: (-told[f], f),
            )
            enough = bool(fitting) and told[fitting[0]] >= least
            return [self._shape(form) for form in fitting] if enough else []

        return [
            one
            for one in strays_from(article.text, shown.names, known)
            if not any(one.span.overlaps(span) for span in have)
        ]

    @cached_property
    def _told(self) -> tuple[_Told, _Told]:
        """Everybody who has two names, in ledger order: by bare surname, and by sound."""
        by_surname: _Told = {}
        by_sound: _Told = {}
        for record in sorted(self._records, key=lambda record: record.order):
            name = " ".join(record.statement.speaker.name.split())
            if record.judgement.speaker.kind is not SpeakerKind.PERSON or " " not in name:
                continue
            sound = " ".join(map(sounded, name.split()))
            by_surname.setdefault(bare(name.split()[-1]), []).append((sound, record.article))
            by_sound.setdefault(sound, []).append((name, record.article))
        return by_surname, by_sound

    def _spelled(self, stem: str) -> dict[str, set[str]]:
        """Return how full names with this surname sound, with the keys of the texts."""
        found = self._forms.get(stem)
        if found is None:
            found = self._forms[stem] = {}
            for sound, article in self._told[0].get(stem, ()):
                if not self._shown(article).count:
                    found.setdefault(sound, set()).add(article.key)
        return found

    def _shape(self, sound: str) -> str:
        """Return a name that sounds so, in Latin letters where one text has it in those."""
        found = self._shapes.get(sound)
        if found is None:
            told = [
                name for name, article in self._told[1][sound] if not self._shown(article).count
            ]
            found = self._shapes[sound] = next((n for n in told if n.isascii()), told[0])
        return found


_Told = dict[str, list[tuple[str, Article]]]


def _declines(name: str) -> bool:
    return any("\u0400" <= letter <= "\u052f" for letter in name)
