"""The words that report speech: the `attribution:` section of a language file.

Entries are lower case. Forms are listed, or made by braces: `сказа{л,ла,ли}` stands for three
words, `{has,had} said` for two phrases; `{,n}` makes an ending optional. A verb belongs to the
list that says what its content looks like; one verb may be in several.
"""

from __future__ import annotations

from itertools import product

from pydantic import BaseModel, ConfigDict, Field


class Attribution(BaseModel):
    """Cues, and the small words needed to find where source and content begin and end."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    # Verbs, by what may be their content.
    say: tuple[str, ...]
    """A quotation, a that-clause, or a whole clause before or around them ("…, X said")."""
    tell: tuple[str, ...] = ()
    """As `say`, after naming a hearer ("told reporters that")."""
    think: tuple[str, ...] = ()
    """Beliefs. As `say`; a negation is part of the cue ("does not believe that")."""
    object: tuple[str, ...] = ()
    """A that-clause, or the object itself: accused …, urged …, rejected …, called it …"""
    direct: tuple[str, ...] = ()
    """Only a quotation, or what follows a colon: verbs with other everyday uses ("went on")."""
    relay: tuple[str, ...] = ()
    """As `say`; with another report in the same sentence they only pass it on ("reports TASS")."""
    quote: tuple[str, ...] = ()
    """The object is the speaker, the subject passes on ("The Guardian quotes the minister")."""
    sharing: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Forms without a subject of their own (", insisting that"), by the list they belong to."""

    # Phrases.
    according: tuple[str, ...] = ()
    """The source follows."""
    according_after: tuple[str, ...] = ()
    """The source goes before ("dem Sprecher zufolge")."""
    according_runs_on: bool = False
    """True where no comma parts that source from the content ("podle X je port zavřený")."""
    citing: tuple[str, ...] = ()
    """What follows is the true source, what stands before only passes it on."""
    cited_by: tuple[str, ...] = ()
    """What follows only passes it on ("officials cited by the Times")."""
    nouns: tuple[str, ...] = ()
    """Nouns with a that-clause ("his warning that")."""
    documents: tuple[str, ...] = ()
    """"cue|preposition": the source follows the preposition ("говорится|в")."""
    anaphora: tuple[str, ...] = ()
    """Words that stand for the sentence before, at the head of one ("Об этом сообщил …")."""
    headings: tuple[str, ...] = ()
    """Nouns in a line that ends in a colon, before a list ("Main points of X's speech:")."""

    # Small words.
    that: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """Prepositions that begin the content of `say` ("сообщили о …")."""
    bare: bool = False
    """True where a content clause may follow without complementiser and comma (English)."""
    drops_subject: bool = False
    """True where a verb may stand without its subject: the last speaker goes on."""
    bare_after_comma: bool = False
    """True where it may follow after a comma without complementiser (German)."""
    bare_starts: tuple[str, ...] = ()
    """Words that begin a content right after the cue ("dit n'avoir vu")."""
    negations: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    auxiliary_in_cue: bool = False
    """True where the auxiliary is written into the cue ("a déclaré")."""
    passives: tuple[str, ...] = ()
    """Auxiliaries that turn a cue round ("was told", "wurde beschuldigt"): nobody says anything."""
    pronouns: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    """Pronouns that can only be a subject ("он", "they")."""
    first_person: tuple[str, ...] = ()
    """Inside a quotation they are the speaker, who is known already."""
    determiners: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    """Nouns for what has been written or found, after a preposition of other uses ("nach")."""
    titles: tuple[str, ...] = ()
    """Nouns that name a role, an office or a sort of source."""
    adverbs: tuple[str, ...] = ()
    """Words to step over between source and cue, and after the cue."""
    time: tuple[str, ...] = ()
    """Weekdays, months and other words that make up a time phrase."""
    prepositions: tuple[str, ...] = ()
    """They end a source, and begin what is not one."""
    linking: tuple[str, ...] = ()
    """Prepositions that go on with a noun phrase ("of", "de", "von")."""
    conjunctions: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    """Endings of words that begin an inserted phrase ("Borrell, выступая в …, пригрозил")."""
    finite: tuple[str, ...] = ()
    """Endings of finite verbs: beside a quotation any such verb is a cue ("«…», роняет X")."""
    nameless: tuple[str, ...] = ()
    """Endings of cues that need no subject, with the source after a preposition
    ("уточнили в ведомстве")."""
    outlets: tuple[str, ...] = ()
    """Nouns for media: beside a cue of quoting they are not the speaker."""
    mood: tuple[str, ...] = ()
    """Verbs of reported speech by their mood alone: such a sentence goes on with the report."""
    abbreviations: tuple[str, ...] = ()
    """With their full stop; a sentence does not end there."""


def expand(pattern: str) -> tuple[str, ...]:
    """Return the phrases that `pattern` stands for.

    >>> expand("{a,ont} dit")
    ('a dit', 'ont dit')
    """
    parts: list[tuple[str, ...]] = []
    rest = pattern
    while "{" in rest:
        before, _, rest = rest.partition("{")
        inside, closing, rest = rest.partition("}")
        if not closing:
            raise ValueError(f"a brace is not closed in {pattern!r}")
        parts += [(before,), tuple(part.strip() for part in inside.split(","))]
    parts.append((rest,))
    return tuple("".join(chosen) for chosen in product(*parts))
