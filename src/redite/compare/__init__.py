"""How alike two statements are, in what they differ, and which earlier ones are worth a look.

`words` reads a text into weighted keys, `likeness` compares two of them, `slots` names what
changed, `occasions` says whether two reports can be of one saying, `index` finds candidates.
Nothing here knows the whole ledger: a weight never depends on how often a word occurs in it,
because a verdict must not depend on what arrives later.
"""
