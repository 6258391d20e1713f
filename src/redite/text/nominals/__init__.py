"""What a short noun phrase names: a person, a body, a role, an anonymous source, a pronoun.

`read` looks at one phrase by itself; who a pronoun or a role stands for is decided by
`redite.stages.roster` in the light of the article.

words       a phrase as words, and the language's lists about speakers
runs        where names of people may stand
bodies      the name of a ministry, an agency, a country that speaks
sexes       whether words mean a woman or a man
sorts       what a phrase may name
phrase      a phrase with what the lists tell about its words
persons     rules for people, by name or by office
collectives rules for bodies, their members, and people that nobody names
capitals    rules for one capital, and for none
reading     what the whole phrase names: the order of the rules
"""

from redite.text.nominals.reading import read
from redite.text.nominals.runs import name_runs
from redite.text.nominals.sexes import sex_told
from redite.text.nominals.sorts import Nominal, Sort
from redite.text.nominals.words import (
    Token,
    data_for,
    in_foreign_letters,
    is_coined,
    pronouns,
    tokens,
    without_elision,
)

__all__ = [
    "Nominal",
    "Sort",
    "Token",
    "data_for",
    "in_foreign_letters",
    "is_coined",
    "name_runs",
    "pronouns",
    "read",
    "sex_told",
    "tokens",
    "without_elision",
]
