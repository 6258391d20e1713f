"""Names held against those that other texts print: "Velesha" where all others have "Velesh"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from redite.text.damage import Signs
from redite.text.stray_names import bare, sounded, strays_from
from redite.values import Article, Damage, DamageKind, Record, SpeakerKind

TOLD = 2
"""Other texts in which a name stands before a text is measured by it."""


class Names:
    """The full names that speakers go by in all texts, in every script."""

    def __init__(self, records: Sequence[Record], shown: Mapping[str, Signs]) -> None:
        self._shown = shown
        self._by: dict[str, dict[str, set[str]]] = {}
        self._shape: dict[str, str] = {}
        for record in sorted(records, key=lambda record: record.order):
            name = " ".join(record.statement.speaker.name.split())
            if record.judgement.speaker.kind is not SpeakerKind.PERSON or " " not in name:
                continue
            if shown[record.article.key].count:
                continue
            sound = " ".join(map(sounded, name.split()))
            forms = self._by.setdefault(bare(name.split()[-1]), {})
            forms.setdefault(sound, set()).add(record.article.key)
            if sound not in self._shape or (name.isascii() and not self._shape[sound].isascii()):
                self._shape[sound] = name

    def not_attested(self, article: Article) -> Callable[[Damage], bool]:
        """Return what says of a flag that it is not on a name which other texts print so."""

        def holds(flag: Damage) -> bool:
            if flag.kind is not DamageKind.NAME:
                return True
            surname = flag.span.of(article.text).split()[-1]
            forms = self._by.get(bare(surname), {})
            return not any(
                form.split()[-1] == sounded(surname) and keys - {article.key}
                for form, keys in forms.items()
            )

        return holds

    def strays(self, article: Article) -> list[Damage]:
        """Return the names of an article that others print with another ending."""
        shown = self._shown[article.key]
        least = 1 if shown.count else TOLD
        have = [one.span for one in shown.damage]

        def known(stem: str) -> list[str]:
            told = {
                form: len(keys - {article.key}) for form, keys in self._by.get(stem, {}).items()
            }
            # What a text that declines names gives for a nominative is partly guessed.
            fitting = sorted(
                (f for f in told if told[f] >= (TOLD if _declines(self._shape[f]) else 1)),
                key=lambda f: (-told[f], f),
            )
            enough = bool(fitting) and told[fitting[0]] >= least
            return [self._shape[form] for form in fitting] if enough else []

        return [
            one
            for one in strays_from(article.text, shown.names, known)
            if not any(one.span.overlaps(span) for span in have)
        ]


def _declines(name: str) -> bool:
    return any("\u0400" <= letter <= "\u052f" for letter in name)
