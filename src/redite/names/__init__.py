"""Names of people across scripts, spellings, case endings, orders and short forms.

sounds      a word in one alphabet of sounds, whatever its script
letters     how much two words speak for being one word, by learned costs of sounds
lore        what is known beforehand: groups of given names, titles, small words
reading     a printed name as words: titles off, initials and patronymics marked
matching    whether two names are one person's, with the reason in words
known       the people on record, to be asked for the bearer of a name
"""
