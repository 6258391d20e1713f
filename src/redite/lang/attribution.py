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
    comparing: tuple[str, ...] = ()
    """Words behind which the complementiser only compares ("plus vite que prévu")."""
    about: tuple[str, ...] = ()
    """Prepositions that begin the content of `say` ("сообщили о …")."""
    bare: bool = False
    """True where a content clause may follow without complementiser and comma (English)."""
    drops_subject: bool = False
    """True where a verb may stand without its subject: the last speaker goes on."""
    bare_after_comma: bool = False
    """True where it may follow after a comma without complementiser (German)."""
    noun_capitals: bool = False
    """True where every noun has a capital (German): within a sentence, such a word is no verb."""
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

    # Words of one construction each; a language without it leaves them out.
    coordinating: tuple[str, ...] = ()
    """Words for "and": they join two names, or two reports of one speaker."""
    contrasting: tuple[str, ...] = ()
    """Words that join a further report of the same speaker, as "and" does."""
    reflexives: tuple[str, ...] = ()
    """Pronouns before a verb that is then no verb of saying."""
    questions: tuple[str, ...] = ()
    """Of `that`, those that open a question ("asked whether"), which states nothing."""
    demonstrative_after: tuple[str, ...] = ()
    """After these a word of `that` is a pronoun ("of that")."""
    infinitives: tuple[str, ...] = ()
    """Marks of an infinitive: what they open is no clause."""
    indefinite: tuple[str, ...] = ()
    """Indefinite articles, which begin an unnamed source."""
    oblique: tuple[str, ...] = ()
    """Articles and pronouns that are never a subject: one at the head is an object."""
    maybe_oblique: tuple[str, ...] = ()
    """Articles that may be a subject or not: an object where the subject follows."""
    felt: tuple[str, ...] = ()
    """Verbs before which a dative names who thinks ("Ему кажется")."""
    fronted: tuple[str, ...] = ()
    """Pronouns that, alone before the verb, are its object ("Das sagte X")."""
    object_starts: tuple[str, ...] = ()
    """Words that begin an object right after a subject, and so end the subject."""
    inserting: tuple[str, ...] = ()
    """Words that open an inserted report in which the subject goes first."""
    mood_endings: tuple[str, ...] = ()
    """Endings of verbs in reported speech, where a determiner follows."""
    no_mood_endings: tuple[str, ...] = ()
    """Endings among those that show a past tense instead."""
    no_mood: tuple[str, ...] = ()
    """Words with such an ending that are no verbs."""
    nameless_after: tuple[str, ...] = ()
    """Prepositions between a cue of `nameless` and the place that speaks."""
    headline_after: tuple[str, ...] = ()
    """Prepositions before the place that speaks, after the dash of a headline."""
    weak: tuple[str, ...] = ()
    """Of `according`, words with other uses: a name or a title must follow."""
    weak_before_reports: tuple[str, ...] = ()
    """Of `weak`, words after which a noun of `reports` must follow."""
    weak_set_off: tuple[str, ...] = ()
    """Of `weak`, words that count only after a comma or a dash, never at the head."""
    weak_set_off_before: tuple[str, ...] = ()
    """After `weak_set_off`: small words that may begin the source; else a capital must."""
    inner_endings: tuple[str, ...] = ()
    """Endings of lower-case words inside a source that stands before its preposition."""
    no_inner: tuple[str, ...] = ()
    """Words with such an ending that stand outside of it."""
    vague_relatives: tuple[str, ...] = ()
    """Of `relatives`, those that open too many other clauses to go on with a source."""
    possessives: tuple[str, ...] = ()
    """Possessives that by themselves name the source of a noun ("his warning that")."""
    genitives: tuple[str, ...] = ()
    """Words between a noun of saying and its source ("the warning of X")."""
    pointing_after: tuple[str, ...] = ()
    """Prepositions before the words of `pointing`."""
    pointing: tuple[str, ...] = ()
    """Words that point to the clause to come."""
    noun_according: tuple[str, ...] = ()
    """Prepositions that, with `which`, open the clause of a noun of saying."""
    which: tuple[str, ...] = ()
    """Relative words after such a preposition; after `according` they name nobody."""
    relative_places: tuple[str, ...] = ()
    """Relative words after a preposition ("in which"): the subject is further up."""
    negation_parts: tuple[str, ...] = ()
    """Second parts of a negation, which belong to a cue of `think` too."""
    late_negations: tuple[str, ...] = ()
    """Negations that stand after the verb and its object."""
    passives_after: tuple[str, ...] = ()
    """Auxiliaries after the cue that turn it round."""
    subject_determiners: tuple[str, ...] = ()
    """Of `determiners`, those that may be a subject ("many say")."""
    noun_after: tuple[str, ...] = ()
    """Words and endings after which a cue is a noun ("of claims")."""

    # How words are told apart. The three are looked for in texts of any language.
    elided: tuple[str, ...] = ()
    """Words, without their apostrophe, that are words of their own before it ("l'usine")."""
    inverted: tuple[str, ...] = ()
    """Pronouns that a hyphen joins to the verb before them ("dit-il")."""
    inverted_link: tuple[str, ...] = ()
    """What may stand between the two, with a hyphen of its own ("affirme-t-il")."""
    abbreviations: tuple[str, ...] = ()
    """With their full stop; a sentence does not end there."""

    # What only looks like a statement (`redite.text.unsaid`, `asserted`). Phrases with `|` and `*`,
    # as `redite.text.phrase_patterns` has them, without braces.
    impersonal: tuple[str, ...] = ()
    """Cues of what nobody in particular expects: "it is expected"."""
    silent: tuple[str, ...] = ()
    """Where somebody did not speak: "declined to comment"."""
    voicing: tuple[str, ...] = ()
    """Further words of saying, wanting, showing: not looked for, only believed in a cue."""
    wanting: tuple[str, ...] = ()
    """Cues that tell what somebody wants or has decided, which need not have been said."""
    leaning: tuple[str, ...] = ()
    """Words at the head of what was said that point at words before it, or only announce some."""
    topical: tuple[str, ...] = ()
    """Cues whose object is no more than a topic: "talked about"."""
    deeds: tuple[str, ...] = ()
    """Cues with the object that is done, made or shown: "published a photo"."""
    pointing_alone: tuple[str, ...] = ()
    """Pronouns that stand for what was said before, and for nobody ("this shows that")."""


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
