"""Reports with a verb, whatever the order of its parts.

Each pattern is a function of one cue; `read_verb` tries them in order, the surest first:
what stands before the cue (`before`), then what stands after it (`after`).
"""

from __future__ import annotations

from redite.models.rules.after import bare_clause, object_clause, quotation_after, that_clause
from redite.models.rules.before import content_before
from redite.models.rules.context import CLAUSAL, Context
from redite.models.rules.drafts import Draft
from redite.models.rules.frames import Cue

_SAYING = ("say", "tell", "think", "relay", "direct")


def read_verb(context: Context, cue: Cue) -> Draft | None:
    """Return what the verb `cue` reports, or None where it reports nothing."""
    if _noun(context, cue) or _negated(context, cue) or _passive(context, cue):
        return None
    if cue.may_be(*_SAYING):
        draft = content_before(context, cue) or quotation_after(context, cue)
        if draft is not None:
            return draft
    if context.lexicon.quotations_only or cue.entry.kinds <= {"direct", "sharing"}:
        return None
    draft = that_clause(context, cue)
    if draft is None and cue.may_be("object"):
        draft = object_clause(context, cue)
    if draft is None and cue.may_be(*CLAUSAL):
        draft = bare_clause(context, cue)
    return draft


def _noun(context: Context, cue: Cue) -> bool:
    """Say whether the cue is a noun by its capital ("der Beschuldigten", "Schloss Tarn")."""
    items = context.frame.items
    return (
        context.lexicon.noun_capitals
        and cue.first > 0
        and items[cue.first].capital
        and items[cue.first - 1].word
    )


def _negated(context: Context, cue: Cue) -> bool:
    """Say whether nothing is said ("did not comment"). Denied belief is a belief."""
    if cue.may_be("think"):
        return False
    frame, lexicon = context.frame, context.lexicon
    near = [*range(max(0, cue.first - 4), cue.first), cue.last]
    for at in near:
        if at >= len(frame.items) or not lexicon.has("negations", frame.key(at)):
            continue
        if at == cue.last and (lexicon.bare or lexicon.has("bare_starts", frame.key(at))):
            continue
        between = frame.items[at + 1 : cue.first]
        if any(not i.word or lexicon.has("that", i.key) for i in between):
            continue
        if any(lexicon.has("pronouns", i.key) or i.capital for i in between):
            continue
        return True
    if cue.last < len(frame.items) and not lexicon.bare:
        # German puts the negation at the end of the middle field: "bestätigte das nicht".
        window = [i.key for i in frame.items[cue.last : cue.last + 4]]
        if any(lexicon.has("late_negations", key) for key in window) and "," not in window:
            return True
    return False


def _passive(context: Context, cue: Cue) -> bool:
    """Say whether the cue is turned round ("has been told to"), or a noun ("the claims")."""
    lexicon = context.lexicon
    before = context.frame.key(cue.first - 1)
    noun = (
        lexicon.bare
        and cue.last - cue.first == 1
        and (
            lexicon.has("noun_after", before)
            or (
                lexicon.has("determiners", before)
                and not lexicon.has("subject_determiners", before)
            )
        )
    )
    if noun and not cue.may_be("sharing"):
        return True
    if cue.may_be("think", "quote", "sharing"):
        return False
    after = lexicon.bare_after_comma and lexicon.has("passives_after", context.frame.key(cue.last))
    return after or lexicon.has("passives", before)
