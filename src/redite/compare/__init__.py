"""How alike two statements are, in what they differ, and what one adds to earlier ones.

Read in this order: `words` reads a text into weighted keys, `likeness` compares two of them,
`slots` names what changed, `occasions` says whether two reports can be of one saying, `matches`
puts these together for one pair, `decide` holds the rules (`denials` the one on rejections,
`decisions` how they are put). `index` finds the candidates.
Nothing here knows the whole ledger: a weight never depends on how often a word occurs in it,
because a verdict must not depend on what arrives later.
"""
