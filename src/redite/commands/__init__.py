"""The commands, a module a group; `redite.cli` puts them together.

Thin: each opens a ledger, calls one stage or view, and prints. `shared` holds what they have in
common. What a command needs is imported when it runs, so that `redite --help` stays quick.
"""
