"""What a language file says about acts of speech: the `acts:` section.

All forms are lower case with a straight apostrophe; `*` stands for any ending or beginning of a
word ("accus*", "*eront") and `a|b` for either word (`redite.text.phrase_patterns`).
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Forms = tuple[str, ...]
Told = Literal[
    "deny", "accuse", "threaten", "warn", "demand", "promise", "announce", "forecast", "assess"
]


class Acts(BaseModel):
    """The words by which an act is told, in the cue and in what was said."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    # --- in the cue
    cues: dict[Told, Forms]
    """Verbs and nouns that name the act: "denied", "the accusation"."""
    vowing: Forms
    """Those of one who reassures: a promise where the content looks ahead."""
    reporting: Forms
    """Those that only report: no single word of the content makes an accusation or demand of it."""

    # --- in the source
    analysts: Forms
    """Words of those whose trade is to judge: "analyst", "institute"."""

    # --- in the content
    denial_openings: Forms
    """First words of one who denies: "nothing of the sort"."""
    denials: Forms
    """Words that deny wherever they stand: "baseless", "not a single"."""
    conditions: Forms
    penalties: Forms
    """Together they threaten: "unless", "sanctions"."""
    ultimatums: Forms
    """These threaten by themselves."""
    demands: Forms
    """Modals and imperatives: "must", "let them"."""
    blame: Forms
    """Words for what one accuses others of: "sabotage", "shelled"."""
    decisions: Forms
    """Words of official acts: "approved", "postponed", "with effect from"."""
    opinions: Forms
    """Words of judgement: "apparently", "premature"."""
    future: Forms
    ahead: Forms
    """Times to come, which make a forecast of an estimate: "this month", "before"."""
    first_person: Forms
