"""The commands, a module a group; `redite.cli` puts them together.

Thin: each opens a ledger, calls one stage or view, and prints. What they have in common: `app`,
`options`, `ledgers`, `output`, and `correcting` for those by which people overrule the machine.
What a command needs is imported when it runs, so that `redite --help` stays quick.
"""
