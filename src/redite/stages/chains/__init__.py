"""Through whom a saying reached the article, as far as the words around it tell.

`passage` says where to look, and reads the phrase that begins at a place; `citation` finds who
cites or quotes the speaker, `outlets` the outlet that was spoken to, that reports beside the
saying, or whose anonymous source speaks; `intermediaries` puts the three together. `parting` takes
those out of a source who only cite the others. The whole chain is `redite.stages.relayed`.
The article's own credit line is none of them.
"""
