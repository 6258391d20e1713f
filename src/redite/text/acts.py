"""What a speaker does in saying something: asserts, denies, accuses, threatens, and so on.

The act is read from the words of the cue first, then from those of the content; `_RULES` below is
the whole of it, and the first rule that fits decides. docs/acts.md explains each act.

The words were chosen by reading the corpus' stories of two authors; the figures on stories of
others come from `python -m benchmarks.acts`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from redite.lang import languages, words
from redite.lang.acts import Acts
from redite.text.nominative import is_future
from redite.text.phrase_patterns import END, START, any_of, plain
from redite.values import Act, Deadline, Estimate

_LONGEST = 600
"""Code points of cue and content that are looked at: an act shows early."""
_WORD = re.compile(r"\w+")
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
    words_for = plain(speaker[:_LONGEST])
    return any(_patterns(code)["analysts"].search(words_for) for code in known if code)


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
    seen = set()
    for name, pattern in _patterns(language).items():
        in_cue = name.startswith("cue.") or name in ("vowing", "reporting")
        if name != "analysts" and pattern.search(said if in_cue else content):
            seen.add(name)
    if any(is_future(word, language) for word in _WORD.findall(content)):
        seen.add("future")
    return seen


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    """Return a pattern for every list of one language's section, in the order of the file."""
    section = words(language, "acts", Acts)
    lists = {f"cue.{act}": forms for act, forms in section.cues.items()}
    lists |= {name: forms for name, forms in section if name != "cues"}
    found = {}
    for name, forms in lists.items():
        begins = rf"\A{_OPENING}" if name == "denial_openings" else START
        found[name] = re.compile(f"{begins}{any_of(forms)}{END}", re.IGNORECASE)
    return found
