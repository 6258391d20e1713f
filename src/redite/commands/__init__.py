"""The commands, a module a group; `redite.cli` puts them together.

Thin: each opens a ledger, calls one stage or view, and prints. What they have in common: `app`,
`options`, `ledgers`, `output`, `correcting` for those by which people overrule the machine, and
`stopping` for one that runs for ever.
What a command needs is imported when it runs, so that `redite --help` stays quick.
"""
