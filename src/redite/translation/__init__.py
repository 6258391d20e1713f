"""What a translation did to a text; `redite.stages.damage` holds texts against each other by it.

names        names with endings that no other text prints
said         something said, with what it can be compared by
reports      everything that was said, to be asked for what is like it
likelihoods  estimates on the other side, without their word, or where none can stand
clauses      what was said, clause by clause
alignment    which clause of another report says what one of this text says
polarity     which way a clause points, and whether two say the contrary of each other
details      contraries, numbers and days that the reports beside it have otherwise
"""
