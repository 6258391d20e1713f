"""Who holds an office, by what the ledger itself says ("Velmora's defence minister, Goran Velesh").

The dated list has been asked before, article by article (`redite.stages.antecedents`); what is left
are offices that it does not know. A wrong merge is worse than a missed one: an office is given to
somebody only where everybody on record who is named with it is one person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from redite.stages.posts import office_at_end, office_at_start
from redite.text.nominals import Sort, read
from redite.text.office_phrases import read_office
from redite.values import Mention


def post_of(mention: Mention, language: str | None) -> str | None:
    """Return the key of an office that words alone name with its country or body, else None."""
    post = read_office(mention.name, language)
    return post.key if post is not None and post.place is not None else None


def only_holders(
    mentions: Iterable[tuple[Mention, str | None]], who: Callable[[str], str]
) -> list[tuple[str, str]]:
    """Return (office, name) for every office that one person alone is named with, by office.

    Args:
        mentions: of people, each with the language of its article.
        who: gives the id of the speaker that a name belongs to.
    """
    holders: dict[str, dict[str, str]] = defaultdict(dict)
    for mention, language in mentions:
        for post in _titles(mention.mention, language):
            known = holders[post].setdefault(who(mention.name), mention.name)
            holders[post][who(mention.name)] = min(known, mention.name)
    return [
        (post, next(iter(names.values())))
        for post, names in sorted(holders.items())
        if len(names) == 1
    ]


def _titles(words: str, language: str | None) -> list[str]:
    """Return the offices that stand beside the name in a mention."""
    nominal = read(words, language)
    if nominal.sort is not Sort.PERSON or nominal.name not in words:
        return []
    before, _, behind = words.partition(nominal.name)
    found = (
        office_at_end(before.rstrip(" ,"), language),
        office_at_start(behind.lstrip(" ,"), language),
    )
    return [post.key for post in found if post is not None and post.place is not None]
