"""What a speaker does in saying something: asserts, denies, accuses, threatens, and so on.

The act is read from the words of the cue first, then from those of the content; `_RULES` below is
the whole of it, and the first rule that fits decides. docs/acts.md explains each act.

The words were chosen by reading the corpus' stories of two authors; the figures on stories of
others come from `python -m benchmarks.acts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from redite.lang import languages, words
from redite.lang.acts import Acts, Forms
from redite.text.nominative import is_future
from redite.text.phrase_patterns import END, Finder, any_of, places, plain
from redite.values import Act, Deadline, Estimate

_LONGEST = 600
"""Code points of cue and content that are looked at: an act shows early."""
_CYRILLIC = re.compile("[\u0400-\u04ff'’]+")
"""Words that the dictionaries of tenses hold; Latin letters are none of theirs."""
_OPENING = r"[\s\"'“”„«»‚‘—–-]{0,8}"


def act_of(
    cue: str,
    content: str,
    language: str | None,
    *,
    estimate: Estimate | None,
    deadline: Deadline | None,
    analyst: bool,
) -> Act:
    """Return what the speaker does in saying `content`.

    In a language without a file only `estimate` and `deadline` tell; what shows nothing is an
    assertion.

    Args:
        cue: The words that say that somebody spoke; may be empty.
        content: What was said.
        language: ISO 639-1 code of both.
        estimate: The likelihood given in it.
        deadline: The day set in it.
        analyst: Whether the speaker's trade is to judge (`is_analyst`).

    >>> act_of("denied", "the plant was shelled", "en", estimate=None, deadline=None, analyst=False)
    <Act.DENY: 'deny'>
    """
    seen = _seen(cue, content, language)
    if estimate is not None:
        seen |= {"estimate"}
    if deadline is not None:
        seen |= {"deadline", "future"}
    if analyst:
        seen |= {"analyst"}
    signs = Signs(frozenset(seen))
    return next(act for act, fits in _RULES if fits(signs))


def is_analyst(speaker: str, language: str | None) -> bool:
    """Say whether the words for a speaker name one whose trade is to judge.

    English words count everywhere: the names of institutes are often left in English.
    """
    known = [code for code in (language, "en") if code in languages()]
    named = plain(speaker[:_LONGEST])
    at = places(named)
    return any(any(_lists(code).analysts.find(named, at)) for code in known if code)


@dataclass(frozen=True, slots=True)
class Signs:
    """What shows in one statement: names of the lists of the language file that it has words of.

    Cue lists are named `cue.deny` and so on.
    """

    seen: frozenset[str]

    def all(self, *names: str) -> bool:
        """Say whether every one of these shows."""
        return self.seen.issuperset(names)

    def any(self, *names: str) -> bool:
        """Say whether one of these shows."""
        return not self.seen.isdisjoint(names)


def _threat(signs: Signs) -> bool:
    return signs.any("ultimatums") or signs.all("conditions", "penalties")


_RULES: tuple[tuple[Act, Callable[[Signs], bool]], ...] = (
    # The cue names the act.
    (Act.DENY, lambda s: s.any("cue.deny")),
    (Act.ACCUSE, lambda s: s.any("cue.accuse")),
    (Act.THREATEN, lambda s: s.any("cue.threaten")),
    (Act.THREATEN, lambda s: s.any("cue.warn") and _threat(s) and not s.any("analyst")),
    (Act.WARN, lambda s: s.any("cue.warn")),
    (Act.DEMAND, lambda s: s.any("cue.demand")),
    (Act.PROMISE, lambda s: s.any("cue.promise")),
    (Act.ANNOUNCE, lambda s: s.any("cue.announce")),
    # A likelihood is a judgement; of what is still to come, a forecast.
    (Act.FORECAST, lambda s: s.any("estimate") and s.any("future", "ahead")),
    (Act.FORECAST, lambda s: s.any("cue.forecast")),
    (Act.ASSESS, lambda s: s.any("estimate")),
    (Act.DENY, lambda s: s.any("cue.assess") and s.any("denials")),
    (Act.ACCUSE, lambda s: s.any("cue.assess") and s.any("blame") and not s.any("analyst")),
    (Act.FORECAST, lambda s: s.any("cue.assess") and s.any("future")),
    (Act.ASSESS, lambda s: s.any("cue.assess")),
    (Act.ASSERT, lambda s: s.any("reporting") and not s.any("future")),
    # The content does.
    (Act.DENY, lambda s: s.any("denials", "denial_openings")),
    (Act.THREATEN, lambda s: _threat(s) and not s.any("analyst", "reporting")),
    (Act.DEMAND, lambda s: s.any("demands") and not s.any("reporting")),
    (Act.ACCUSE, lambda s: s.any("blame") and not s.any("reporting")),
    (Act.FORECAST, lambda s: s.all("analyst", "future")),
    (Act.PROMISE, lambda s: s.any("future") and s.any("vowing", "first_person")),
    (Act.ANNOUNCE, lambda s: s.any("future")),
    (Act.ANNOUNCE, lambda s: s.any("decisions") and not s.any("analyst", "reporting")),
    (Act.ASSESS, lambda s: s.any("opinions")),
    (Act.ASSERT, lambda s: True),
)


def _seen(cue: str, content: str, language: str | None) -> set[str]:
    """Return the names of the lists that cue and content have words of."""
    if language not in languages():
        return set()
    said, content = plain(cue[:_LONGEST]), plain(content[:_LONGEST])
    in_cue, in_content = places(said), places(content)
    lists = _lists(language)
    seen = {name for name, finder in lists.cue.items() if any(finder.find(said, in_cue))}
    seen |= {
        name for name, finder in lists.content.items() if any(finder.find(content, in_content))
    }
    if lists.opening.match(content):
        seen.add("denial_openings")
    if any(is_future(word, language) for word in _CYRILLIC.findall(content)):
        seen.add("future")
    return seen


@dataclass(frozen=True, slots=True)
class _Lists:
    """What one language's section compiles to, by the names of its lists."""

    cue: Mapping[str, Finder]
    content: Mapping[str, Finder]
    opening: re.Pattern[str]
    analysts: Finder


@cache
def _lists(language: str) -> _Lists:
    section = words(language, "acts", Acts)
    cue: dict[str, Forms] = {f"cue.{act}": forms for act, forms in section.cues.items()}
    cue |= {"vowing": section.vowing, "reporting": section.reporting}
    apart = {"cues", "vowing", "reporting", "denial_openings", "analysts"}
    return _Lists(
        cue={name: Finder(forms) for name, forms in cue.items()},
        content={name: Finder(forms) for name, forms in section if name not in apart},
        opening=re.compile(rf"{_OPENING}{any_of(section.denial_openings)}{END}", re.IGNORECASE),
        analysts=Finder(section.analysts),
    )
