"""What a language file says about deadlines: the `deadlines:` section.

All forms are lower case, declined where the language declines, with a straight apostrophe. In
the lists of single words a trailing `*` makes a word a beginning ("complet*").
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Forms = tuple[str, ...]
Unit = Literal["hour", "day", "working week", "week", "month", "quarter", "year"]


class Deadlines(BaseModel):
    """The words that set a limit in time, and those that tell how an announced act went on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    # --- before a time
    limit: Forms
    """Before the last moment itself: "by", "no later than", "bis"."""
    either: Forms = ()
    """Like `limit`, unless one of the words `lasting` stands beside it: "bis", "до"."""
    before: Forms
    """Like `limit`, but of a bare month or year the day before it begins: "before May"."""
    within: Forms
    """Before a stretch of time that the act will not outlast: "within", "binnen"."""
    stretch: Forms
    """Before a stretch of time after which, or in which, the act comes: "in", "через"."""
    point: Forms
    """Before the moment of the act itself: "on", "from", "au"."""
    onwards: Forms = ()
    """Those of them that say by themselves that the act is still to come: "ab Montag"."""
    never: Forms
    """Before a moment that sets no last day: "after", "since", "not before"."""
    until: Forms = ()
    """Like `never`, unless one of the words `allowing` stands beside it: "has until Friday"."""
    allowing: Forms = ()
    behind: Forms = ()
    """After a time, with the force of a limit: "at the latest"."""
    behind_never: Forms = ()
    """After a time that sets no last day: "at the earliest"."""
    past: Forms
    """After a stretch of time that does not count from now: "ago", "later", "after the vote"."""
    about: Forms
    """Between any of these and the time: "about", "the"."""

    # --- times that are no dates
    early: Forms
    mid: Forms
    late: Forms
    """Before a month or a unit: its first third, its middle, its end."""
    of: Forms = ()
    """Between those and a month."""
    this: Forms
    """Before a unit, makes it the present one."""
    next: Forms
    this_behind: Forms = ()
    next_behind: Forms = ()
    """The same after the unit."""
    article: Forms = ()
    """Before a unit, after `late` and the like only: "the end of the week"."""
    units: dict[Unit, Forms]
    numbered: dict[Unit, Forms]
    """Units as they stand after a number, or after `one`."""
    one: Forms
    bare: Forms = ()
    """Units that may stand alone for one of them: "через неделю"."""
    whole: dict[str, Forms] = {}
    """Single words for a time: "week" for the weekend, "year" for "year-end"."""
    lasting_for: dict[str, Forms] = {}
    """Fixed stretches by number and unit: "6 month" for "half a year"."""
    seasons: dict[int, Forms]
    """By their last month: 5, 8, 11, 2."""
    adverbial_seasons: Forms = ()
    """Forms of them that need no word before them: "восени"."""
    since: Forms = ()
    """Words of `point` that mean "since" before a bare month or season."""
    year_words: Forms = ()
    """After a year."""

    # --- words beside
    coming: Forms
    """Words by which an act is still to come: future, modal and planning verbs."""
    coming_endings: Forms = ()
    not_yet: Forms
    """Words beside which a word of `done` tells of nothing done: it is to come ("will"), possible
    only ("might"), a condition ("if"), or not quite so far ("almost")."""
    gone: Forms
    """Words by which it is over."""
    gone_endings: Forms = ()
    lasting: Forms
    """Words of what goes on until a time, and of what is said of it until then."""
    keeping: Forms = ()
    """Words of a measure that somebody keeps up: beside "until" its end is announced."""
    opening: Forms
    """Words that open a clause about something else: "who", "which"."""

    chances: Forms
    """Words of likelihood: what is only likely has not been announced."""
    able: Forms = ()
    """Words of ability: what can be done within some days has not been announced."""
    conditions: Forms
    """Words after which "not" does not turn the act round: "if they do not pay by Friday"."""
    no_negations: Forms = ()
    """Words listed as negations elsewhere that do not turn an act round: "without"."""

    # --- the life of an announced act
    ends: Forms
    """Words that call an announced or reported act an end."""
    begins: Forms
    """Words that call it a beginning."""
    done: Forms
    """Words of an act that has been done: begun, ended, delivered, arrived."""
    ended: Forms
    """Those of them that say that it is over."""
    failed: Forms
    """Words by which an act was not done in time, or not at all."""
    delayed: Forms
    """Words by which it is to be later than announced."""
    late_words: Forms = ()
    """Words by which it was done, but not in time."""
    joining: Forms
    """Words that part a clause into two: "has begun and will end"."""
