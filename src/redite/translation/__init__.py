"""What a translation did to a text; `redite.stages.damage` holds texts against each other by it.

names        names with endings that no other text prints
said         something said, with what it can be compared by
reports      everything that was said, to be asked for what is like it
likelihoods  estimates on the other side, without their word, or where none can stand
details      denials, numbers and days that the reports beside it have otherwise
"""
