"""What a language file says about those who speak: the `speakers:` section.

Entries are lower case. An entry that ends in `*` is the beginning of a word ("министр*"), one
that begins with it the end ("*ministerium"), any other a whole word or phrase.
"""

from __future__ import annotations

from functools import cached_property

from pydantic import BaseModel, ConfigDict

Words = tuple[str, ...]


class WordSet:
    """Words, beginnings and ends of words, asked for one word at a time."""

    def __init__(self, entries: Words) -> None:
        # Folded like what is asked for: "ß" becomes "ss".
        folded = [e.casefold() for e in entries]
        self._whole = frozenset(e for e in folded if "*" not in e)
        self._begin = frozenset(e[:-1] for e in folded if e.endswith("*"))
        self._end = tuple(sorted(e[1:] for e in folded if e.startswith("*")))
        self._lengths = sorted({len(b) for b in self._begin})

    def __contains__(self, word: object) -> bool:
        lower = str(word).casefold()
        return (
            lower in self._whole
            or any(
                lower[:length] in self._begin for length in self._lengths if length <= len(lower)
            )
            or (bool(self._end) and lower.endswith(self._end))
        )


class Speakers(BaseModel):
    """The words that tell what sort of speaker a phrase names, and through whom he is heard."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    he: Words
    she: Words
    they: Words
    """Pronouns and possessives of each gender, in every case."""
    whose: Words = ()
    """Possessives of either gender."""
    relative: Words = ()
    """Pronouns that take up what is named right before them ("X, who said")."""
    it: Words = ()
    """Words for a body that was named before ("it", "there")."""
    articles: Words = ()
    """Small words that may begin a noun phrase."""
    openers: Words = ()
    """Words that begin a sentence with a capital before a name ("But", "Now")."""
    possessive: Words = ()
    """Endings that part a word from the name before it ("Velmora's minister")."""
    titles: Words
    """Words before a name that are no part of it ("Mr", "Gen")."""
    roles: Words
    """Nouns of office and occupation; every one ends a title before a name."""
    role_endings: Words = ()
    """Ends of compound nouns of office ("Verteidigungsminister")."""
    same_role: tuple[Words, ...] = ()
    """Words for one office: "head" and "chief", "defence" and "military"."""
    organisations: Words
    """Nouns that make a phrase an organisation."""
    generic: Words
    """Nouns that mean an organisation named before ("the ministry", "the agency")."""
    members: Words
    """People who speak for the organisation named beside them ("analysts at the institute")."""
    unnamed: Words
    """Sources that stay anonymous ("officials", "a source")."""
    documents: Words
    """Papers and occasions through which an organisation speaks ("statement", "readout")."""
    names: dict[str, Words]
    """Bodies and places that speak, by the name to print: all forms in this language."""
    her_titles: Words = ()
    his_titles: Words = ()
    """Words before a name that tell the sex of its bearer ("Mrs", "Herr")."""
    relay: Words
    """Phrases after which the intermediary follows ("as reported by"); "…" stands for up to three
    words between ("publié … par")."""
    citing: Words
    """Words between an intermediary and the speaker it cites ("citing")."""
    cited_by: Words = ()
    """Words within a source after which the intermediary follows ("officials cited by")."""
    elaborating: Words = ()
    """How a sentence begins that gives details of the report before ("In particular")."""
    quoting: Words = ()
    """Verbs whose subject passes on and whose object speaks ("quotes")."""
    reporting: Words = ()
    """Verbs whose subject passes on what the sentence says ("Halden Wire reported")."""
    about_this: Words = ()
    """How a sentence begins that says who reported the one before ("Об этом сообщает")."""
    told: Words = ()
    """Words between a speaker and the outlet that was spoken to ("told the agency")."""
    body_links: Words = ()
    """Small words that make no difference between two names of one body, in any language."""
    plural_endings: Words = ()
    """Endings of a phrase that may name several: it is then not taken for one person."""
    # Looked for in texts of any language, since some have no lists of their own.
    single: Words = ()
    """Articles of one only: a phrase that begins with another word may name several."""
    generic_then: Words = ()
    """Beginnings of words after which a `generic` word still stands alone ("the body that")."""
    joining: Words = ()
    """Words for "and" in a list of bodies."""
    owners: Words = ()
    """Words for what was said, right behind which its speaker stands in the genitive."""
    related: Words = ()
    """Nouns of office of somebody's own people: a genitive behind them is whose they are."""
    female_endings: Words = ()
    """Endings of nouns of office that only women have."""
    feminine: Words = ()
    """Endings that make a man's noun of office a woman's ("Sprecher", "Sprecherin")."""
    female_articles: Words = ()
    male_articles: Words = ()
    """Articles that only women, or only men, have."""
    taking_up: Words = ()
    """Nouns without an office that take up somebody named before ("посадовець")."""
    linking: Words = ()
    """Small words after which a capital belongs to the noun before ("a mother from Lipnov")."""
    carriers: Words = ()
    """Nouns after which the name of a body stands by itself ("the agency Halden Wire")."""
    press: Words = ()
    """Words in the names of outlets ("Gazette")."""
    we: Words = ()
    """Pronouns by which an outlet speaks of itself."""
    ours: Words = ()
    """All forms of "we" and "our", as they stand in a cue ("to our knowledge")."""
    nobodys: Words = ()
    """Cues that are nobody's where they have no source ("it emerged"), as phrases with `|` and `*`
    (`redite.text.phrase_patterns`)."""
    subjectless: Words = ()
    """Verbs in which a body that spoke before goes on, and no person ("it is reported that"),
    written like `nobodys`."""
    correlative: Words = ()
    """Words that point at something else in the text, and name nobody as a source ("as above")."""
    placing: Words = ()
    """Words right before a capital that stand before no person's name: articles, "in"."""
    adjective_endings: Words = ()
    """Endings of adjectives with a capital, which make a name that of a body."""
    plural_articles: Words = ()
    plural_nouns: Words = ()
    """Articles of several, and endings of nouns that mean several."""
    neuter: Words = ()
    """Articles that no person has."""
    determiners: Words = ()
    """Small words after which a capital is a common noun; only where all nouns have one."""
    asking: Words = ()
    """Question words that a heading about somebody begins with ("Что сказал …")."""
    and_with: Words = ()
    """Words by which several are one subject ("and", "together with"), where nouns are declined."""
    either_case: Words = ()
    """Ends of a strange name by which it may be a genitive as well as a nominative."""
    occasion: Words = ()
    """Words that put a saying on the day last named ("minutes later")."""

    @cached_property
    def role_words(self) -> WordSet:
        """Return `roles` for asking."""
        return WordSet(self.roles)

    @cached_property
    def title_words(self) -> WordSet:
        """Return `titles` for asking."""
        return WordSet(self.titles)

    @cached_property
    def organisation_words(self) -> WordSet:
        """Return `organisations` for asking."""
        return WordSet(self.organisations)

    @cached_property
    def generic_words(self) -> WordSet:
        """Return `generic` for asking."""
        return WordSet(self.generic)

    @cached_property
    def member_words(self) -> WordSet:
        """Return `members` for asking."""
        return WordSet(self.members)

    @cached_property
    def unnamed_words(self) -> WordSet:
        """Return `unnamed` for asking."""
        return WordSet(self.unnamed)

    @cached_property
    def document_words(self) -> WordSet:
        """Return `documents` for asking."""
        return WordSet(self.documents)

    @cached_property
    def owner_words(self) -> WordSet:
        """Return `owners` for asking."""
        return WordSet(self.owners)

    @cached_property
    def related_words(self) -> WordSet:
        """Return `related` for asking."""
        return WordSet(self.related)

    @cached_property
    def taking_up_words(self) -> WordSet:
        """Return `taking_up` for asking."""
        return WordSet(self.taking_up)

    @cached_property
    def carrier_words(self) -> WordSet:
        """Return `carriers` for asking."""
        return WordSet(self.carriers)

    @cached_property
    def press_words(self) -> WordSet:
        """Return `press` for asking."""
        return WordSet(self.press)

    @cached_property
    def linking_words(self) -> frozenset[str]:
        """Return `linking` for asking."""
        return frozenset(self.linking)

    @cached_property
    def determiner_words(self) -> frozenset[str]:
        """Return `determiners` for asking."""
        return frozenset(self.determiners)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Return `articles` for asking."""
        return frozenset(self.articles)

    @cached_property
    def bodies(self) -> dict[str, str]:
        """Return the name to print by each form in `names`."""
        return {form.casefold(): name for name, forms in self.names.items() for form in forms}

    @cached_property
    def opening_words(self) -> frozenset[str]:
        """Return `openers` for asking."""
        return frozenset(self.openers)

    def is_role(self, word: str) -> bool:
        """Say whether `word` names an office or an occupation."""
        lower = word.casefold().rsplit("-", 1)[-1]
        return (
            word in self.role_words
            or lower in self.role_words
            or (len(lower) > 5 and lower.endswith(tuple(self.role_endings or ("\0",))))
        )
