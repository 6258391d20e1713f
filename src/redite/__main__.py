"""`python -m redite` is `redite`."""

from redite.cli import run

run()
