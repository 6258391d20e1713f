"""The analyst's desk: the ledger in a browser, to see it, check it and correct it.

`application` makes it, `serve` runs it on this machine alone. Read `snapshot` first (what is known
of the ledger, and how it is found), then `watch` (how that is kept up to date), then the pages.
"""

from redite.desk.app import PORT, application, listen, serve
from redite.desk.desk import Desk

__all__ = ["PORT", "Desk", "application", "listen", "serve"]
