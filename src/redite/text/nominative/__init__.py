"""Russian and Ukrainian words by the dictionaries of pymorphy3: nominatives, cases, sorts of nouns.

dictionary  the dictionaries, and one parse of a word
readings    how a word may be read: part of speech, cases, dictionary forms
words       whether a word is a name, a place, a noun of people, of several
people      the nominative of a declined name of a person
bodies      the nominative of a declined name of a body
belonging   what in a run of capitals is the person
"""

from redite.text.nominative.belonging import is_dependent, without_places
from redite.text.nominative.bodies import nominative_body, nominative_group
from redite.text.nominative.dictionary import LANGUAGES
from redite.text.nominative.people import nominative, nominative_of_owner
from redite.text.nominative.readings import (
    Reading,
    dictionary_forms,
    is_first_person,
    is_future,
    lemmas,
    readings,
    subjects_of,
)
from redite.text.nominative.words import (
    are_people,
    begins_no_name,
    gender_of,
    is_animate_noun,
    is_body_name,
    is_declined_noun,
    is_feminine_noun,
    is_given_name,
    is_no_name,
    is_place,
    is_plural_noun,
    is_somebody,
)

__all__ = [
    "LANGUAGES",
    "Reading",
    "are_people",
    "begins_no_name",
    "dictionary_forms",
    "gender_of",
    "is_animate_noun",
    "is_body_name",
    "is_declined_noun",
    "is_dependent",
    "is_feminine_noun",
    "is_first_person",
    "is_future",
    "is_given_name",
    "is_no_name",
    "is_place",
    "is_plural_noun",
    "is_somebody",
    "lemmas",
    "nominative",
    "nominative_body",
    "nominative_group",
    "nominative_of_owner",
    "readings",
    "subjects_of",
    "without_places",
]
